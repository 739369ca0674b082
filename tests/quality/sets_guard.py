"""The fact guard on labelled statements: true ones passed, false ones caught, the whole document as evidence.

Tuned on documents of the even half; every figure is given for the odd half and for all rows.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from magazine.core.dates import calendar_day
from magazine.core.guard import Finding, Line, Source, check
from magazine.core.sentences import split_sentences
from tests.quality.figures import Figure, QualitySet, is_odd, rows


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled statement and what the guard found."""

    kind: str
    scope: str
    is_true: bool
    is_odd: bool
    finding: Finding

    def is_right(self, *, strict: bool = False) -> bool:
        return self.finding.holds(strict=strict) is self.is_true


def a_source(title: str, text: str, published: date | None) -> Source:
    """Return a document as the guard's source; the title, if any, is a line of its own."""
    lines = [Line(id=f"s{number}", text=sentence) for number, sentence in enumerate(split_sentences(text))]
    return Source.of([*([Line(id="t", text=title, title=True)] if title else []), *lines], published)


def releases(path: Path) -> dict[str, Source]:
    """Return the releases that the rows of a file name, by id."""
    wanted = {row["doc_id"] for row in rows(path)}
    return {
        row["id"]: a_source(row["title"], row["body"], calendar_day(row["published"]))
        for row in rows(path.parent.parent / "news" / "pib.jsonl")
        if row["id"] in wanted
    }


def documents(path: Path) -> dict[str, Source]:
    """Return the documents that stand beside a file of statements, by id."""
    beside = path.with_name(f"{path.stem}_docs.jsonl")
    return {row["doc_id"]: a_source("", row["doc"], None) for row in rows(beside)}


def judged(path: Path, sources: dict[str, Source]) -> Iterator[Judged]:
    """Yield every labelled statement of a file with the guard's finding."""
    for row in rows(path):
        yield Judged(
            kind=row.get("kind", ""),
            scope=row.get("scope", ""),
            is_true=row["label"] == 1,
            is_odd=is_odd(row["doc_id"]),
            finding=check(row["summary"], sources[row["doc_id"]]),
        )


def share(name: str, found: Iterable[Judged], *, strict: bool = False) -> list[Figure]:
    """Return the share judged rightly, in all rows and in the odd half."""
    every = list(found)
    halves = (("all", every), ("odd half (reported)", [each for each in every if each.is_odd]))
    return [
        Figure(
            name=f"{half}: {name}",
            value=100 * sum(each.is_right(strict=strict) for each in part) / len(part),
            n=len(part),
        )
        for half, part in halves
        if part
    ]


def balanced(found: list[Judged]) -> list[Figure]:
    """Return, hard and strict, the balanced accuracy and its two sides."""
    figures: list[Figure] = []
    for strict in (False, True):
        mode = "strict" if strict else "hard"
        passed = share(f"{mode}, true passed", (each for each in found if each.is_true), strict=strict)
        caught = share(f"{mode}, false caught", (each for each in found if not each.is_true), strict=strict)
        for one, other in zip(passed, caught, strict=True):
            half = one.name.partition(":")[0]
            mean = Figure(
                name=f"{half}: {mode}, balanced", value=(one.value + other.value) / 2, n=one.n + other.n
            )
            figures += [mean, one, other]
    return figures


CHANGED = frozenset(["number_changed", "date_changed", "year_changed", "name_swapped", "place_swapped"])
GROUPS: dict[str, Callable[[Judged], bool]] = {
    "a number, date, year, name or place changed, caught": lambda each: each.kind in CHANGED,
    "a unit changed, caught": lambda each: each.kind == "unit_changed",
    "a foreign sentence, caught": lambda each: each.kind == "foreign_sentence",
    "verbatim, passed": lambda each: each.kind == "verbatim",
    "reformatted, passed": lambda each: each.kind.endswith(("_reformatted", "_removed")),
}
SCOPES: dict[str, Callable[[Judged], bool]] = {
    "core, right both ways": lambda each: each.scope == "core",
    "relation, caught": lambda each: each.scope == "relation",
    "true rows, passed": lambda each: each.is_true,
}


def measure_groups(groups: dict[str, Callable[[Judged], bool]], path: Path) -> list[Figure]:
    """Return the share judged rightly in each group of a file on releases."""
    found = list(judged(path, releases(path)))
    beyond = [each for each in found if each.scope == "beyond"]
    figures = [figure for name, belongs in groups.items() for figure in share(name, filter(belongs, found))]
    return figures + share("strict: negation and direction, caught", beyond, strict=True)


def measure_balance(path: Path) -> list[Figure]:
    """Return the balanced figures of a file with its documents beside it."""
    return balanced(list(judged(path, documents(path))))


def measure_labels(path: Path) -> list[Figure]:
    """Return, of numbers in a peer's notes that a reader judged, how many flags are right and wanted."""
    labels: list[dict[str, Any]] = list(rows(path))
    sources = releases(path)
    flags = [not check(label["context"], sources[label["doc_id"]]).supported for label in labels]
    wanted = [bool(label["should_flag"]) for label in labels]
    hits = sum(flag and want for flag, want in zip(flags, wanted, strict=True))
    return [
        Figure(name="flagged and wanted, of flagged", value=100 * hits / max(1, sum(flags)), n=sum(flags)),
        Figure(name="flagged and wanted, of wanted", value=100 * hits / max(1, sum(wanted)), n=sum(wanted)),
    ]


def _named(name: str, file: str, measure: Callable[[Path], list[Figure]]) -> QualitySet:
    return QualitySet(name=name, file=f"factcheck/{file}.jsonl", measure=measure)


GUARD_SETS: tuple[QualitySet, ...] = (
    _named("guard PIB", "pib_synthetic", partial(measure_groups, GROUPS)),
    _named("guard PIB hard", "pib_synthetic_hard", partial(measure_groups, SCOPES)),
    _named("guard SummEdits", "summedits", measure_balance),
    _named("guard RAGTruth", "ragtruth_summary", measure_balance),
    _named("guard XSumFaith", "xsumfaith", measure_balance),
    _named("guard FaithBench", "faithbench", measure_balance),
    _named("guard peer notes", "pib_ai_number_labels", measure_labels),
)
