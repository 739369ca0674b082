"""Measures every quality set that the data folder holds and holds the figures to their floors."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.quality.extractive_stories import EXTRACTIVE_STORIES
from tests.quality.figures import Figure, QualitySet, digest
from tests.quality.plain_summary import PLAIN_SUMMARY
from tests.quality.sets_events import EVENT_SETS
from tests.quality.sets_guard import GUARD_SETS
from tests.quality.sets_intake import INTAKE_SETS
from tests.quality.sets_topics import TOPIC_SETS

ROOT = Path(__file__).resolve().parents[2]
SETS = (PLAIN_SUMMARY, EXTRACTIVE_STORIES, *GUARD_SETS, *INTAKE_SETS, *EVENT_SETS, *TOPIC_SETS)
"""Add a set here, in a module of its own."""
FLOORS = Path(__file__).with_name("floors.json")
"""Of each set, the sha256 of the data on which its floors were pinned, and the floors: at least, at most."""


def main() -> int:
    """Print the table; return 1 when a figure misses its floor, else 0."""
    data = (ROOT / os.environ.get("QUALITY_DATA", "../shared/data")).resolve()
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    failed = measured = 0
    print(f"{'set':<18} {'measure':<46} {'figure':>9} {'floor':>9} {'n':>7}  data")
    for quality_set in SETS:
        path = data / quality_set.file
        if path.is_file():
            measured += 1
            failed += report(quality_set, path, floors.get(quality_set.name, {}))
        else:
            print(f"{quality_set.name:<18} not measured: {quality_set.file} is not in the data folder")
    print(f"{measured} of {len(SETS)} sets measured, {failed} figures miss their floor")
    return 1 if failed else 0


def report(quality_set: QualitySet, path: Path, floors: dict[str, Any]) -> int:
    """Print a set's figures and return how many miss their floor."""
    found = digest(path)
    # Floors hold on other data as well; a mark says that they were pinned elsewhere.
    mark = found[:8] + ("" if floors.get("sha256", found) == found else " (not the pinned data)")
    figures = quality_set.measure(path)
    for figure in figures:
        floor, is_held = verdict(figure, floors)
        print(
            f"{quality_set.name:<18} {figure.name:<46} {figure.value:>9.3f} {floor:>9} {figure.n:>7}  {mark}"
            f"{'' if is_held else '  MISSED'}{'  ' + figure.note if figure.note else ''}"
        )
    return len(missed(figures, floors))


def missed(figures: Sequence[Figure], floors: dict[str, Any]) -> list[str]:
    """Return the names of figures that miss their floor, and of floors for which there is no figure."""
    pinned = {*floors.get("at_least", {}), *floors.get("at_most", {})}
    unmeasured = pinned - {figure.name for figure in figures}
    return [figure.name for figure in figures if not verdict(figure, floors)[1]] + sorted(unmeasured)


def verdict(figure: Figure, floors: dict[str, Any]) -> tuple[str, bool]:
    """Return a figure's floor as printed, and whether it is held."""
    if (least := floors.get("at_least", {}).get(figure.name)) is not None:
        return f"≥ {least}", figure.value >= least
    if (most := floors.get("at_most", {}).get(figure.name)) is not None:
        return f"≤ {most}", figure.value <= most
    return "", True


if __name__ == "__main__":
    sys.exit(main())
