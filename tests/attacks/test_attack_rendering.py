"""Bar 10, quickly; and that it fails with the typesetter in our own process, or with nothing searched for."""

import pytest

from magazine.render.confined import Limits
from magazine.render.typesetting import Manuscript, typeset
from tests.attacks.bar_rendering import BARS, set_with
from tests.render.test_hostile_pages import FONT
from tests.torture.bars import Bar, dice, tried

QUICK = [bar for bar in BARS if bar.name in ("rest-of-the-batch", "picture-bombs")]
"""The pages and the rest of an issue are set by the renderer's own tests, one by one."""


@pytest.mark.parametrize("bar", QUICK, ids=[bar.name for bar in QUICK])
def test_what_cannot_be_set_is_stopped_and_the_rest_is_made(bar: Bar) -> None:
    outcome = tried(bar)

    assert outcome.failures == ()
    assert outcome.trials == bar.quick


def set_here(html: str) -> object:
    short = html if len(html) < 100 and "font-size" in html else "x"
    return typeset(Manuscript(html=short, style=FONT, identifier="x"))


def test_a_typesetter_in_our_own_process_does_not_pass() -> None:
    outcome = set_with(dice(1, "control"), 20, set_here, Limits(seconds=60))

    assert outcome.failures == ("a huge letter: ZeroDivisionError reached the parent",)
