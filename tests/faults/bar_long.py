"""Hundreds of issues in one process: memory stays flat, and so does the number of open files."""

import random
from collections.abc import Sequence
from statistics import mean

from tests.faults.scenes import Theatre, a_theatre
from tests.faults.theatre import Scene
from tests.torture.bars import Bar, Outcome

_GROWTH = 1.10
_MANY = 100
_WARMING = 32 * 2**20
"""Bytes that fewer issues than many may still add: they end before everything is loaded once."""
_SPARE_FILES = 4
"""What is open just now may be a file or two of an issue in hand."""
_LEAST_SAMPLES = 10
_DAYS = ("2026-03", "2026-03-01..2026-03-13", "2026-03-05..2026-03-20", "2026-03-09..2026-03-31")


def long(
    dice: random.Random, trials: int, *, sabotage: Sequence[str] = (), shared: Theatre | None = None
) -> Outcome:
    """Make so many issues by one batch with one worker, and watch it."""
    failures: list[str] = []
    with a_theatre(shared) as theatre:
        scene = Scene(
            name="long",
            words=("batch", "many.yaml", "--workers", "1", "-q"),
            stock=theatre.scenes["make"].stock,
        )
        folder = theatre.set_up(scene)
        (folder / "work" / "many.yaml").write_text(_manifest(dice, trials), encoding="utf-8")
        played = theatre.stage.play(scene, folder, watched=True, sabotage=sabotage)
        made = len([*(folder / "work" / "many").rglob("magazine.html")])
    if played.status != 0 or made != trials:
        failures.append(f"left with {played.status} and {made} issues: {played.said[-300:]}")
    if len(played.samples) < _LEAST_SAMPLES:
        failures.append(f"too short to be watched: {len(played.samples)} samples")
        return Outcome(trials, tuple(failures))
    figures = []
    for number, name in enumerate(("the process", "its worker")):
        sizes = [sample[number] for sample in played.samples if sample[number]]  # while it is there
        before, after = (mean(part) for part in _ends(sizes))
        figures.append(f"{name} {before / 2**20:.0f} to {after / 2**20:.0f} MiB")
        if after > _GROWTH * before + (_WARMING if trials < _MANY else 0):
            failures.append(f"memory of {name} grew from {before / 2**20:.0f} to {after / 2**20:.0f} MiB")
    files = [max(part) for part in _ends([sample[2] for sample in played.samples])]
    if files[1] > files[0] + _SPARE_FILES:
        failures.append(f"open files grew from {files[0]} to {files[1]}")
    note = f"{', '.join(figures)}, open files {files[0]} to {files[1]}, {played.seconds:.0f} s"
    return Outcome(trials, tuple(failures), note)


def _ends(sizes: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """Return what was seen early and late. Not from the start: what is loaded once is no growth."""
    warm = sizes[len(sizes) // 4 : -2] or sizes
    quarter = max(1, len(warm) // 4)
    return warm[:quarter], warm[-quarter:]


def _manifest(dice: random.Random, issues: int) -> str:
    lines = ["defaults: {max_stories: 2, format: 'html,epub'}", "issues:"]
    for number in range(issues):
        period, questions = dice.choice(_DAYS), dice.choice((0, 2, 4))
        lines.append(
            f"  - {{name: i{number:03}, period: {period}, questions: {questions}, title: 'No. {number}'}}"
        )
    return "\n".join(lines) + "\n"


BARS = (Bar(number=13, name="long-run", trials=300, quick=14, run=long),)
