"""What a batch leaves beside its issues: ``batch.json`` for programs, ``report.html`` for people."""

import json
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2

from magazine.artefacts import write_whole
from magazine.assets import bundled
from magazine.batch.orders import Result, State

BATCH, REPORT = "batch.json", "report.html"
_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """What is told of a batch."""

    title: str
    """The manifest's name."""
    at: str
    """When it ended, as people of its time zone write it."""
    results: tuple[Result, ...]
    calls: int = 0
    """Asked of a model by the whole batch, retries included."""
    cost: float = 0.0
    """US dollars, of the calls whose cost is known."""
    calls_of_unknown_cost: int = 0

    @property
    def states(self) -> dict[State, int]:
        """How many issues are in each state; those that none is in are not there."""
        found = Counter(result.state for result in self.results)
        return {state: found[state] for state in State if found[state]}

    @property
    def summary(self) -> str:
        """The whole in one line."""
        states = ", ".join(f"{count} {state}" for state, count in self.states.items())
        issues = f"{len(self.results)} issue{'' if len(self.results) == 1 else 's'}"
        return f"{issues}: {states}"

    @property
    def is_well(self) -> bool:
        """Every issue is there and up to date."""
        return all(result.state.is_well for result in self.results)

    def is_news(self, folder: Path) -> bool:
        """Something was made or went wrong, or the last report in a folder does not tell of it.

        A run that was killed before it could report has made issues that stand at the next one.
        """
        if any(result.state is not State.UNCHANGED for result in self.results):
            return True
        return not {(each.name, each.first, each.last) for each in self.results} <= _told(folder)


def to_document(handout: Handout) -> dict[str, Any]:
    """Return the handout as ``batch.json`` has it."""
    return {
        "version": _VERSION,
        "manifest": handout.title,
        "at": handout.at,
        "states": {state.value: count for state, count in handout.states.items()},
        "model_calls": handout.calls,
        "cost_usd": round(handout.cost, 6),
        "model_calls_of_unknown_cost": handout.calls_of_unknown_cost,
        "issues": [asdict(result) for result in handout.results],
    }


def write_handout(folder: Path, handout: Handout) -> Path:
    """Write both files into the folder of the issues; return the page's path.

    Raises:
        OutputError, DiskError: They cannot be written.
    """
    document = json.dumps(to_document(handout), ensure_ascii=False, indent=2) + "\n"
    write_whole(folder / BATCH, document.encode(errors="replace"))
    page = folder / REPORT
    write_whole(page, report_html(handout).encode(errors="replace"))
    return page


def _told(folder: Path) -> set[tuple[str, str, str]]:
    """Return the issues that the last report tells to be well: name, first and last day of each."""
    try:
        rows = json.loads((folder / BATCH).read_bytes())["issues"] if (folder / REPORT).is_file() else []
        return {(row["name"], row["first"], row["last"]) for row in rows if State(row["state"]).is_well}
    except (OSError, ValueError, KeyError, TypeError):  # it is told from only: this run writes it anew
        return set()


def report_html(handout: Handout) -> str:
    """Return the report as one page that asks for nothing else; its links lead to the issues beside it."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(bundled("templates") / "reports"),
        # Always, and not by the file's name: a name or a note is never markup.
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("batch.html").render(batch=handout, link=_link)


def _link(result: Result, file: str) -> str:
    """Return the address of an issue's file, from the report's own folder."""
    return quote(f"./{result.name}/{file}")
