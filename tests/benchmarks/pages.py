"""What setting the pages costs: ours beside the naive layout of the same HTML, in one run.

    python -m tests.benchmarks.pages ISSUE.json      # any issue; make bench does it for 60 releases

The naive layout is the engine as it comes: columns by story, balanced, and none of the
corrections. Each figure is of a process of its own.
"""

import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from pydantic import TypeAdapter

from magazine.core.issue import Form, Issue
from magazine.render.breakers import only
from magazine.render.compose import compose
from magazine.render.corrections import CORRECTIONS
from magazine.render.page import issue_html
from magazine.render.pdf import PdfRenderer
from magazine.render.themes import load_theme
from magazine.render.typesetting import Manuscript, typeset

Row = Callable[[str, str, str], None]
NAIVE = """
.flow { columns: auto }
.story, .index .flow, .contents .flow, .exam .flow, .answers .flow, .sources .flow, .gathered .flow,
.glossary .flow, .mains .flow, .made .flow, .lines .flow { columns: 2; column-gap: 7mm }
"""
READABLE = tuple(each for each in CORRECTIONS if each.name in {"searchable Hindi", "glyph map", "languages"})
"""Without these the text could not be searched: they make no difference to the time."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What setting a manuscript took."""

    wall: float
    cpu: float
    memory: float
    """Largest resident set, in MB."""
    pages: int
    size: int
    """Bytes."""

    def __str__(self) -> str:
        return (
            f"{self.wall:6.2f} s  cpu {self.cpu:5.2f} s  {self.memory:4.0f} MB  {self.pages:3} pages"
            f"  {self.size / 1e6:.2f} MB of file"
        )


def manuscript(issue: Issue, theme_name: str = "classic") -> Manuscript:
    """Return what the typesetter is handed for an issue."""
    theme = load_theme(theme_name)
    return Manuscript(html=issue_html(compose(issue, theme), theme), style=theme.style(), identifier=issue.id)


def naive(ours: Manuscript) -> Manuscript:
    """Return the same HTML with columns by story."""
    return replace(ours, style=ours.style + NAIVE)


def cost(matter: Manuscript, *, corrected: bool = True) -> Cost:
    """Set a manuscript in a process of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        paper = Path(scratch) / "manuscript"
        paper.write_bytes(pickle.dumps((matter, corrected)))
        begun = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, __file__, "--set", str(paper)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit("a manuscript could not be set")
    pages, size = map(int, said.split())
    wall = time.perf_counter() - begun
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, pages, size)


def measure(issue: Issue, row: Row) -> None:
    """Print the rows of an issue of some 60 stories."""
    stories, ours = len(issue.stories), manuscript(issue)
    classic = cost(ours)
    row(f"pages: classic, {stories} stories", str(classic), "<= 10 s on quiet cores, <= 300 MB, <= 2 MB")
    plain = cost(naive(ours), corrected=False)
    row("pages: naive layout of the same HTML", str(plain), "")
    row("pages: ours by naive, seconds of CPU", f"{classic.cpu / plain.cpu:6.2f}", "<= 0.5")
    for name in ("mono", "journal", "pocket"):
        wanted = "<= 1 MB of file" if name == "pocket" else ""
        row(f"pages: {name}", str(cost(manuscript(issue, name))), wanted)
    section = max(issue.sections, key=lambda each: sum(one.form is Form.FULL for one in each.stories))
    alone = only(issue, [section.stories[0]])
    row("pages: one story", str(cost(manuscript(alone))), "")
    begun = time.perf_counter()
    edition = PdfRenderer().render(issue)
    again = time.perf_counter() - begun
    row("pages: rendered again after an edit", f"{again:6.2f} s  {edition.pages} pages", "")


def _set(paper: Path) -> None:
    matter, corrected = pickle.loads(paper.read_bytes())  # noqa: S301 - of our own writing
    sheets = typeset(matter, CORRECTIONS if corrected else READABLE)
    print(sheets.pages, len(sheets.content))


def main() -> None:
    """Print the rows of an issue, or be the process that sets one manuscript."""
    if sys.argv[1] == "--set":
        _set(Path(sys.argv[2]))
        return
    issue = TypeAdapter(Issue).validate_json(Path(sys.argv[1]).read_bytes())
    measure(issue, lambda name, figure, target: print(f"{name:44} {figure}  wanted {target}", flush=True))
    print(f"this script: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
