"""Speed and memory of the main job, each command run as a user runs it.

    make bench          # reads QUALITY_DATA/news/pib.jsonl, default ../shared/data

Every figure is the median of the runs, each in a process of its own, with the lowest
and the highest beside it: a machine with neighbours is noisy, and none of this is a test.
"""

import itertools
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from magazine.core.guard import Source, check
from magazine.core.sentences import split_sentences

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from magazine.artefacts import IssueFolder
from tests.benchmarks.library import measure as measure_library
from tests.benchmarks.pages import measure as measure_pages

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("QUALITY_DATA", ROOT.parent / "shared" / "data")).resolve()
RUNS = int(os.environ.get("RUNS", "3"))
MAGAZINE = [sys.executable, "-m", "magazine"]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    wall: float
    cpu: float
    memory: float
    """Largest resident set, in MB."""


def run(arguments: Sequence[str]) -> Cost:
    """Run a command line to its end; return its cost.

    Raises:
        SystemExit: It failed, so that no figure is printed for it.
    """
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*MAGAZINE, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=tempfile.gettempdir()
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"magazine {' '.join(arguments)}: {said.decode()}")
    return Cost(time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measure(
    name: str, target: str, arguments: Sequence[str], before: Callable[[], None] = lambda: None
) -> None:
    """Run a command some times and print a row of the table."""
    costs = []
    for _ in range(RUNS):
        before()
        costs.append(run(arguments))
    wall = [cost.wall for cost in costs]
    cpu = statistics.median(cost.cpu for cost in costs)
    memory = max(cost.memory for cost in costs)
    print(
        f"{name:44} {statistics.median(wall):6.2f} s  ({min(wall):.2f}-{max(wall):.2f})"
        f"  cpu {cpu:5.2f} s  {memory:4.0f} MB  wanted {target}",
        flush=True,
    )


def step_seconds(folder: Path, step: str) -> float:
    """Return how long a step took by its own report, the program's start left out."""
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return float(report["steps"][step]["seconds"])


def measure_guard(rows: Path) -> None:
    """Time the fact guard on releases: reading source sentences, and checking statements against them."""
    texts = [json.loads(line)["body"] for line in itertools.islice(rows.open(encoding="utf-8"), 60)]
    sentences = [split_sentences(text)[:60] for text in texts]
    begun = time.process_time()
    sources = [Source.of(each) for each in sentences]
    read = time.process_time() - begun
    # Framed, so that none of them is verbatim: those are not looked into.
    statements = [(f"It was said that {line[0].lower()}{line[1:]}", source) for each, source in
                  zip(sentences, sources, strict=True) for line in each[:8] if line]  # fmt: skip
    begun = time.process_time()
    for text, source in statements:
        check(text, source, ["0", "1"])
    checked = time.process_time() - begun
    row("guard: reading a source sentence", f"{1000 * read / sum(map(len, sentences)):6.2f} ms", "<= 0.3 ms")
    row("guard: checking a statement", f"{1000 * checked / len(statements):6.2f} ms", "<= 1 ms")


def row(name: str, figure: str, target: str) -> None:
    """Print a row of a single figure."""
    print(f"{name:44} {figure}  wanted {target}", flush=True)


def main() -> None:
    """Print the table."""
    rows = DATA / "news" / "pib.jsonl"
    print(
        f"{RUNS} runs each, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f},"
        f" Python {sys.version.split()[0]}"
    )
    measure("magazine --help", "cpu <= 0.25 s", ["--help"])
    if not rows.is_file():
        print(f"not measured: there is no {rows}; set QUALITY_DATA to a folder that holds news/pib.jsonl")
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        library = folder / "library.sqlite"
        shared = ["--library", str(library), "-q"]
        wishes = ["--period", "2026-03", "--max-stories", "60"]

        def empty_shelf() -> None:
            for file in folder.glob("library.sqlite*"):
                file.unlink()

        def empty_folder() -> None:
            shutil.rmtree(folder / "issue", ignore_errors=True)

        measure("add, 2,292 releases, events and all", "<= 20 s", ["add", str(rows), *shared], empty_shelf)
        chosen = ["--topic", "economy-all", "--topic", "environment-all"]
        measure(
            "select, a month: the command", "", ["select", *chosen, *wishes, "-o", f"{folder}/s", *shared]
        )
        row("select, a month: the step in it", f"{step_seconds(folder / 's', 'select'):6.2f} s", "<= 0.3 s")
        issue = [*wishes, "-o", str(folder / "issue"), *shared]
        measure("make, 60 stories", "<= 20 s, <= 400 MB", ["make", *issue], empty_folder)
        measure("make again, nothing changed", "", ["make", *issue])
        measure_pages(IssueFolder(folder / "issue").read_issue(), row)
    measure_guard(rows)
    measure_library(rows, row)
    print(f"this script: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
