"""The driver: a line a bar, and a status that tells whether all were held."""

import io
import random

import pytest

from tests.torture.bars import Bar, Outcome, chosen, dice, every_bar
from tests.torture.run import main, torture


def a_bar(name: str, outcome: Outcome) -> Bar:
    return Bar(number=1, name=name, trials=9, quick=2, run=lambda _, __: outcome)


def ran(*bars: Bar, quick: bool = False) -> tuple[bool, str, str]:
    out, err = io.StringIO(), io.StringIO()
    held = torture(bars, seed=7, quick=quick, out=out, err=err, seconds=lambda: 0.0)
    return held, out.getvalue(), err.getvalue()


def test_a_bar_that_holds_is_one_line_with_trials_failures_seed_and_what_was_held() -> None:
    held, out, err = ran(a_bar("kill", Outcome(200, (), "equal bytes")))

    assert held
    assert " ".join(out.split()) == "1 kill held 200 trials 0 failures seed 7 0 s equal bytes"
    assert err == ""


def test_one_failure_fails_the_bar_and_the_run_and_is_told() -> None:
    held, out, err = ran(a_bar("disk", Outcome(3, ("full: a traceback",))), a_bar("kill", Outcome(1)))

    assert not held
    assert [line.split()[2] for line in out.splitlines()] == ["FAILED", "held"]
    assert "disk: full: a traceback" in err


def test_a_bar_without_trials_has_not_held() -> None:
    assert not ran(a_bar("kill", Outcome(0)))[0]


def test_a_bar_that_breaks_has_not_held_and_stops_no_other() -> None:
    def broken(_: random.Random, __: int) -> Outcome:
        raise ZeroDivisionError

    held, out, err = ran(
        Bar(number=1, name="broken", trials=1, quick=1, run=broken), a_bar("kill", Outcome(1))
    )

    assert not held
    assert len(out.splitlines()) == 2
    assert "ZeroDivisionError" in err


def test_quick_asks_for_the_few_trials() -> None:
    counting = Bar(number=1, name="n", trials=9, quick=2, run=lambda _, trials: Outcome(trials))

    assert "2 trials" in ran(counting, quick=True)[1]
    assert "9 trials" in ran(counting)[1]


def test_a_bar_has_the_same_dice_whichever_others_are_run() -> None:
    assert dice(7, "kill").random() == dice(7, "kill").random() != dice(7, "disk").random()


def test_bars_are_chosen_by_part_of_their_name_or_by_number() -> None:
    bars = [
        a_bar("kill", Outcome(1)),
        Bar(number=13, name="long-run", trials=1, quick=1, run=lambda _, __: Outcome(1)),
    ]

    assert [bar.name for bar in chosen(bars, "long")] == ["long-run"]
    assert [bar.name for bar in chosen(bars, "13")] == ["long-run"]
    assert chosen(bars, "") == bars


def test_a_name_that_no_bar_has_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "nothing-of-the-kind"]) == 2
    assert "no bar called" in capsys.readouterr().err


def test_the_five_bars_of_faults_and_the_long_run_are_there_with_names_of_their_own() -> None:
    bars = every_bar()

    assert {1, 2, 3, 4, 5, 13} <= {bar.number for bar in bars}
    assert len({bar.name for bar in bars}) == len(bars)
    assert all(0 < bar.quick <= bar.trials for bar in bars)
