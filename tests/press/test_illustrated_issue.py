"""A person's pictures: found in the issue's folder, handed to the renderers that show them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

import pytest

from magazine.artefacts import IssueFolder
from magazine.core.dates import IST
from magazine.core.issue import Issue, Picture
from magazine.core.ports import Edition, EmptyArchive
from magazine.press import Press
from magazine.steps import SilentWatcher
from tests.builders import a_taxonomy
from tests.press.samples import an_issue


@dataclass(frozen=True)
class Showing:
    """A Renderer whose edition is the pictures that it was handed."""

    pictures: Mapping[str, bytes] = field(default_factory=dict)
    suffix: str = "pdf"

    @property
    def signature(self) -> str:
        return repr(self.pictures)

    def with_pictures(self, pictures: Mapping[str, bytes]) -> "Showing":
        return replace(self, pictures=pictures)

    def render(self, issue: Issue) -> Edition:  # noqa: ARG002 - the pictures alone
        return Edition(content=b" ".join(self.pictures.values()))


class Blind:
    """A Renderer of an edition without pictures."""

    suffix = "md"
    signature = "blind"

    def render(self, issue: Issue) -> Edition:
        return Edition(content=issue.id.encode())


def illustrated(name: str) -> Issue:
    """An issue whose story names a picture."""
    issue = an_issue()
    story = replace(issue.stories[0], picture=Picture(file=name, alt="A rocket"))
    return replace(issue, sections=(replace(issue.sections[0], stories=(story,)),))


def a_press() -> Press:
    ticks = count()
    return Press(
        archive=EmptyArchive(),
        taxonomy=a_taxonomy(),
        zone=IST,
        seconds=lambda: float(next(ticks)),
        watcher=SilentWatcher(),
        versions={},
    )


def test_a_picture_reaches_the_renderers_that_show_it_and_a_new_one_is_printed_anew(tmp_path: Path) -> None:
    folder = IssueFolder(tmp_path)
    folder.write_issue(illustrated("photos/rocket.png"))
    (tmp_path / "photos").mkdir()
    seen = []
    for content in (b"first", b"second", b"second"):
        (tmp_path / "photos" / "rocket.png").write_bytes(content)
        outcomes = a_press().render(folder, Showing(), Blind())
        seen.append((folder.edition_path("pdf").read_bytes(), [each.redone for each in outcomes]))

    assert seen == [(b"first", [True, True]), (b"second", [True, False]), (b"second", [False, False])]


def test_a_picture_that_is_gone_is_not_handed_on(tmp_path: Path) -> None:
    folder = IssueFolder(tmp_path)
    folder.write_issue(illustrated("rocket.png"))
    a_press().render(folder, Showing())

    assert folder.edition_path("pdf").read_bytes() == b""


@pytest.mark.parametrize(
    "name", ["../secret.png", "{outside}", "link.png", "pipe.png", "", ".", "no\0name", "x" * 300]
)
def test_what_is_no_file_of_the_folder_is_never_read(name: str, tmp_path: Path) -> None:
    outside, home = tmp_path / "secret.png", tmp_path / "issue"
    outside.write_bytes(b"secret")
    home.mkdir()
    (home / "link.png").symlink_to(outside)
    os.mkfifo(home / "pipe.png")

    assert IssueFolder(home).read_pictures(illustrated(name.format(outside=outside))) == {}


def test_of_a_huge_picture_no_more_is_read_than_shows_that_it_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "rocket.png").open("wb") as file:
        file.truncate(2**34)

    [content] = IssueFolder(tmp_path).read_pictures(illustrated("rocket.png")).values()
    assert len(content) == 8_000_000
