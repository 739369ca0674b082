"""Every bar, a line each: ``python -m tests.torture.run [--quick] [--only NAME] [--seed N]``.

Leaves with 1 when a bar fails, with 2 when none is called so. What fails is told on stderr.
"""

import argparse
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from typing import TextIO

from tests.torture.bars import Bar, Outcome, chosen, dice, every_bar

_TOLD = 12
"""Failures of a bar that are told in full."""


def torture(
    bars: Sequence[Bar],
    *,
    seed: int,
    quick: bool,
    out: TextIO,
    err: TextIO,
    seconds: Callable[[], float] = time.perf_counter,
) -> bool:
    """Run bars and print their lines; tell whether all were held."""
    all_held = True
    for bar in bars:
        begun = seconds()
        outcome = _outcome(bar, seed, bar.quick if quick else bar.trials)
        all_held = all_held and outcome.held
        word = "held" if outcome.held else "FAILED"
        out.write(
            f"{bar.number:2} {bar.name:28} {word:6} {outcome.trials:6} trials"
            f" {len(outcome.failures):3} failures  seed {seed}  {seconds() - begun:5.0f} s  {outcome.note}\n"
        )
        out.flush()
        err.writelines(f"   {bar.name}: {failure}\n" for failure in outcome.failures[:_TOLD])
    return all_held


def _outcome(bar: Bar, seed: int, trials: int) -> Outcome:
    try:
        return bar.run(dice(seed, bar.name), trials)
    except Exception:  # noqa: BLE001 - a bar that breaks has not held, and the others still run
        return Outcome(trials=0, failures=(traceback.format_exc(),), note="the trials themselves broke")


def main(words: Sequence[str]) -> int:
    """Run what the words ask for; return the exit status."""
    parser = argparse.ArgumentParser(prog="torture", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the few trials that make test makes")
    parser.add_argument("--only", metavar="NAME", default="", help="bars with this in their name")
    parser.add_argument("--seed", type=int, metavar="N", default=20261124)
    asked = parser.parse_args(words)
    bars = chosen(every_bar(), asked.only)
    if not bars:
        sys.stderr.write(f"torture: there is no bar called {asked.only!r}\n")
        return 2
    held = torture(bars, seed=asked.seed, quick=asked.quick, out=sys.stdout, err=sys.stderr)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
