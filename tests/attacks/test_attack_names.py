"""Bar 9, quickly; and that it fails where names are taken as they come and links are followed."""

from contextlib import suppress
from pathlib import Path

import pytest

from magazine.core.errors import MagazineError
from magazine.manifest import read_manifest
from tests.attacks.bar_names import BARS, name_with, write_with
from tests.torture.bars import Bar, dice, tried


@pytest.mark.parametrize("bar", BARS, ids=[bar.name for bar in BARS])
def test_every_file_stays_in_its_folder(bar: Bar) -> None:
    outcome = tried(bar)

    assert outcome.failures == ()
    assert outcome.trials >= min(bar.quick, 90)


def names_as_they_come(path: Path) -> list[str]:
    with suppress(MagazineError):
        return [issue.name or "x" for issue in read_manifest(path).form.issues]
    return []


def test_names_as_they_come_do_not_pass() -> None:
    failures = name_with(dice(1, "control"), 10, names_as_they_come).failures

    assert any("'../../evil'" in each for each in failures)
    assert any("a device of Windows" in each for each in failures)


def straight(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def test_a_writer_that_follows_links_does_not_pass() -> None:
    failures = write_with(dice(1, "control"), 4, straight).failures

    assert any("what it led to was written" in each for each in failures)
