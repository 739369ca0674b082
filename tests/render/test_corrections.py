import dataclasses
import importlib
from typing import Any

import pytest

from magazine.render.compose import compose
from magazine.render.corrections import CORRECTIONS, Correction, corrected, source_hash
from magazine.render.page import issue_html
from magazine.render.themes import load_theme
from magazine.render.typesetting import Manuscript, typeset
from tests.render.enriched import enriched
from tests.render.sample import a_section, a_story, an_issue


def _function(correction: Correction) -> object:
    owner = importlib.import_module(correction.module)
    for name in correction.path.split("."):
        owner = getattr(owner, name)
    return owner


@pytest.mark.parametrize("correction", CORRECTIONS, ids=lambda each: each.name)
def test_each_correction_knows_the_source_of_the_installed_version(correction: Correction) -> None:
    assert source_hash(_function(correction)) == correction.source  # type: ignore[arg-type]


def test_corrections_are_in_force_within_the_block_and_taken_back_after_it() -> None:
    stock = [_function(each) for each in CORRECTIONS]

    with corrected() as account:
        inside = [_function(each) for each in CORRECTIONS]

    assert account.applied == [each.name for each in CORRECTIONS]
    assert all(one is not other for one, other in zip(stock, inside, strict=True))
    assert [_function(each) for each in CORRECTIONS] == stock


def test_the_shortcuts_leave_every_byte_of_a_file_as_it_was() -> None:
    theme = load_theme()
    titles = ("One", "Two", "नदी पर पुल")
    issue = enriched(an_issue(a_section("C", *map(a_story, titles))))
    matter = Manuscript(html=issue_html(compose(issue, theme), theme), style=theme.style(), identifier="x")
    slow = [each for each in CORRECTIONS if not each.put_right.__module__.endswith("shortcuts")]

    assert len(slow) < len(CORRECTIONS)
    assert typeset(matter).content == typeset(matter, slow).content


def test_corrections_are_taken_back_after_an_error() -> None:
    stock = [_function(each) for each in CORRECTIONS]

    with pytest.raises(RuntimeError, match="stop"), corrected():
        raise RuntimeError("stop")

    assert [_function(each) for each in CORRECTIONS] == stock


@pytest.mark.parametrize(
    "change",
    [
        {"source": "0" * 64},
        {"path": "no_such_function"},
        {"path": "NoClass.method"},
        {"module": "weasyprint.no_module"},
    ],
    ids=["another text", "no function", "no class", "no module"],
)
def test_a_correction_steps_aside_from_another_source_and_says_so(change: dict[str, Any]) -> None:
    other = dataclasses.replace(CORRECTIONS[0], **change)
    stock = _function(CORRECTIONS[0])

    with corrected([other]) as account:
        assert _function(CORRECTIONS[0]) is stock

    assert account.applied == []
    assert account.not_applied == [other.name]
    assert other.name in account.notes()[0]
