"""10,000 issues on 1 to 100 workers, reckoned from measured times: where the bottleneck lies.

    python -m tests.benchmarks.simulated [--call-seconds 15] [--at-once 8]

What is measured here: one issue of 20 stories selected, edited, read once more and set. What
is reckoned: a queue with one desk (the parent: it selects, edits and proves, one thing at a
time), so many lines to a model's server, and so many workers who set pages. Beside it stand
real batches of six issues on one worker and on two.
"""

import argparse
import heapq
import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from magazine.artefacts import to_json
from magazine.batch.crew import OwnHands
from magazine.batch.parcel import Livery, ThemePack, far_renderer
from magazine.cli.options import Editing
from magazine.core.article import Language
from magazine.core.proof import proofread
from magazine.core.rules import Wishes
from tests.benchmarks.batch import STORIES, on_loan, stocked, timed

T = TypeVar("T")

ISSUES, BRANDS = 10_000, 3
SMALL = """
defaults: {from: 2025-01-01, to: 2026-12-31, max_stories: 20, questions: 0, language: en}
matrix:
  topics: {economy: [economy], polity: [polity]}
  brand: [north.yaml, south.yaml, west.yaml]
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Seconds of an issue of 20 stories."""

    select: float
    edit: float
    """Of the parent, for the first issue of a selection; the others take its draft."""
    prove: float
    """Of the parent, for every issue: proof, artefacts, report."""
    render: float
    """Of a worker."""
    start: float
    """Until a worker is ready."""
    call: float = 0.0
    """Of a model's server, for a story; 0: the extractive editor asks none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """How a batch goes."""

    seconds: float
    busy: dict[str, float]
    """The share of the time in which each was busy: ``desk``, ``calls``, ``workers``."""

    @property
    def bottleneck(self) -> str:
        """What was busy the longest."""
        return max(self.busy, key=lambda name: self.busy[name])


def reckoned(times: Times, *, issues: int, workers: int, at_once: int) -> Reckoning:
    """Return how so many issues go, three brands of each selection, with so many workers."""
    desk = 0.0
    crew = [times.start] * workers
    lines = [0.0] * at_once
    work = {"desk": 0.0, "calls": 0.0, "workers": 0.0}
    end = 0.0
    for first in range(0, issues, BRANDS):
        desk += times.select + times.edit
        work["desk"] += times.select + times.edit
        told = desk
        for _ in range(STORIES if times.call else 0):
            told = max(told, _served(lines, desk, times.call))
            work["calls"] += times.call / at_once
        for _ in range(min(BRANDS, issues - first)):
            desk += times.prove
            work["desk"] += times.prove
            end = max(end, _served(crew, max(told, desk), times.render))
            work["workers"] += times.render / workers
    return Reckoning(seconds=end, busy={name: share / end for name, share in work.items()})


def _served(servers: list[float], ready: float, takes: float) -> float:
    """Have the first that is free do something; return when it is done."""
    done = max(ready, heapq.heappop(servers)) + takes
    heapq.heappush(servers, done)
    return done


def measured(folder: Path) -> Times:
    """Measure the parts of one issue of 20 stories, in processor seconds where only we are at work."""
    desk = stocked(folder)
    rule = desk.rule(
        Wishes(topics=("economy",), first="2025-01-01", last="2026-12-31", max_stories=STORIES,
               language=Language.ENGLISH)
    )  # fmt: skip
    with on_loan(desk) as press:
        editor = desk.extractive_editor(Editing(questions=0))
        press.choose(rule)  # what is loaded for the first issue is loaded once
        select, selection = clocked(lambda: press.choose(rule))
        articles = press.articles(selection)
        editor.edit(selection, articles)
        edit, draft = clocked(lambda: editor.edit(selection, articles))
    prove, proof = clocked(lambda: proofread(proofread(draft.issue, fresh=True).issue))
    renderer = far_renderer("pdf", Livery(theme=ThemePack(name="classic")), OwnHands())
    render, _ = clocked(lambda: (renderer.render(proof.issue), to_json(proof.issue)))
    return Times(select=select, edit=edit, prove=prove, render=render, start=1.5)


def clocked(work: Callable[[], T]) -> tuple[float, T]:
    """Return the processor seconds of some work, its children's included, and what it made."""
    before = os.times()
    made = work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4]), made


def show(times: Times, workers: Sequence[int], at_once: int) -> None:
    """Print the table of 10,000 issues."""
    print(f"{'workers':>8} {'hours':>8} {'x':>7}  desk  calls  workers  bottleneck")
    alone = reckoned(times, issues=ISSUES, workers=1, at_once=at_once).seconds
    for count in workers:
        one = reckoned(times, issues=ISSUES, workers=count, at_once=at_once)
        shares = "  ".join(f"{one.busy[name]:5.0%}" for name in ("desk", "calls", "workers"))
        print(f"{count:8} {one.seconds / 3600:8.2f} {alone / one.seconds:7.1f}  {shares}  {one.bottleneck}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--call-seconds", type=float, default=15.0)
    parser.add_argument("--at-once", type=int, default=8)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        times = measured(folder)
        print(
            f"measured, processor seconds of an issue of {STORIES} stories: select {times.select:.2f},"
            f" edit {times.edit:.2f}, prove {times.prove:.2f}, render {times.render:.2f}"
        )
        print(f"\n{ISSUES:,} issues, {BRANDS} brands of each selection, extractive")
        show(times, (1, 2, 4, 8, 16, 32, 64, 100), given.at_once)
        print(f"\nthe same with a model: {given.call_seconds:.0f} s a story, {given.at_once} at once")
        show(replace(times, call=given.call_seconds), (1, 2, 4, 8, 16, 32, 64, 100), given.at_once)
        print("\nsix real issues beside the reckoning")
        (folder / "weekly.yaml").write_text(SMALL, encoding="utf-8")
        for count in (1, 2):
            real = timed(folder, count, "--engine", "extractive").seconds
            expected = reckoned(times, issues=6, workers=count, at_once=1).seconds
            print(f"  {count} workers: {real:.1f} s real, {expected:.1f} s reckoned for idle processors")
        print(f"  load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


if __name__ == "__main__":
    main()
