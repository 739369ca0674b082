"""The guard on releases with one fact changed, or only written otherwise (Source: PIB)."""

import json
from pathlib import Path
from typing import Any

from magazine.core.dates import calendar_day
from magazine.core.guard import Line, Source, check
from magazine.core.sentences import split_sentences

RELEASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "fixtures" / "fact_cases_releases.json").read_text(encoding="utf-8")
)


def verdicts(label: int) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    for release in RELEASES:
        lines = [Line(id=str(n), text=text) for n, text in enumerate(split_sentences(release["body"]))]
        title = Line(id="t", text=release["title"], title=True)
        source = Source.of([title, *lines], calendar_day(release["published"]))
        found += [
            (f"{release['id']} {row['kind']}", check(row["text"], source).supported)
            for row in release["statements"]
            if row["label"] == label
        ]
    return found


def test_what_is_only_written_otherwise_passes() -> None:
    stopped = [name for name, supported in verdicts(label=1) if not supported]

    assert stopped == []


def test_nineteen_in_twenty_changed_facts_are_caught() -> None:
    found = verdicts(label=0)
    missed = [name for name, supported in found if supported]

    assert len(found) > 50
    assert len(missed) <= len(found) / 20, missed
