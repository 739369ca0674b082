"""A batch measured: speed with one worker and with two, calls of a model, memory of parent and workers.

    python -m tests.benchmarks.batch            all figures
    python -m tests.benchmarks.batch speed      24 issues of 20 stories on one worker, then on two
    python -m tests.benchmarks.batch calls      the same 24 issues with a model's server on loopback
    python -m tests.benchmarks.batch flat       the parent's memory with 10 issues and with 1,000

The articles are the examples', cut and joined anew so that there are enough of them: 20
stories for each of four topic groups in each of two languages.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from magazine.artefacts import IssueFolder
from magazine.batch.orders import Fault, Order
from magazine.batch.running import Batch
from magazine.cli.options import Editing
from magazine.cli.running import Running
from magazine.cli.wiring import Desk, open_desk
from magazine.core.article import Article, Language
from magazine.core.issue import Issue
from magazine.core.ports import Edition
from magazine.core.rules import Wishes
from magazine.ingest import read_inputs
from magazine.press import Press
from magazine.steps import SilentWatcher
from tests.edit.model.faulty import Exchange, completion, serving
from tests.edit.writing import a_copy

MAGAZINE = (sys.executable, "-m", "magazine")
ROOT = Path(__file__).resolve().parents[2]
GROUPS = {"economy": "Economy", "polity": "Polity", "environment": "Environment", "health": "Health"}
STORIES, FIRST_DAY = 20, date(2025, 1, 6)
MANIFEST = """
defaults: {{from: 2025-01-01, to: 2026-12-31, max_stories: {stories}, questions: 0, translate: false}}
matrix:
  topics: {{economy: [economy], polity: [polity], environment: [environment], health: [health]}}
  language: [en, hi]
  brand: [north.yaml, south.yaml, west.yaml]
"""


def written_anew(articles: Sequence[Article]) -> Iterator[Article]:
    """Yield enough articles for every group, no two of them alike or of one event."""
    day = FIRST_DAY
    for language in (Language.ENGLISH, Language.HINDI):
        own = [each for each in articles if each.language is language]
        for place, category in enumerate(GROUPS.values()):
            for number in range(STORIES + 8):
                one, other = own[number % len(own)], own[(number * 5 + 7 * place + 3) % len(own)]
                kept = one.body.split("\n\n")[(number // len(own) + place) % 2 :: 2]
                lent = other.body.split("\n\n")[place % 2 :: 2]
                day += timedelta(days=2)
                yield replace(
                    one,
                    id=f"{language}-{place}-{number}",
                    url=f"https://news.example/{language}/{place}/{number}",
                    title=f"{one.title}: {other.title}"[: 90 + number],
                    body="\n\n".join([*kept, *lent]),
                    category=category,
                    published=day.isoformat(),
                )


def stocked(folder: Path) -> Desk:
    """Return a desk whose library holds them."""
    os.environ.update(
        {"HOME": str(folder), "XDG_STATE_HOME": f"{folder}/state", "XDG_DATA_HOME": f"{folder}/data"}
    )
    desk = open_desk(Running(library=folder / "library.sqlite", quiet=True))
    found = read_inputs([str(ROOT / "examples" / "articles")], stdin=None)
    examples = [each for each in found if isinstance(each, Article)]
    with desk.library(create=True) as library:
        library.add(written_anew(examples))
        library.settle()
    for brand in ("north", "south", "west"):
        (folder / f"{brand}.yaml").write_text(f"name: {brand} academy\n", encoding="utf-8")
    (folder / "weekly.yaml").write_text(MANIFEST.format(stories=STORIES), encoding="utf-8")
    return desk


@dataclass(frozen=True, slots=True)
class Cost:
    """What a batch took."""

    seconds: float
    parent: float
    """Largest resident set of the command, in MB."""
    worker: float
    """Of a worker with its typesetter."""
    parent_busy: float
    """Processor seconds."""
    workers_busy: float

    @property
    def best_gain(self) -> float:
        """What two processors that are ours alone could gain with a second worker, by these times."""
        whole = self.parent_busy + self.workers_busy
        return max(self.parent_busy, self.workers_busy) / (whole / 2)


def timed(folder: Path, crew: int | str, *words: str) -> Cost:
    """Run the whole batch as a user does, with so many workers or on a cluster; return its cost.

    Raises:
        SystemExit: It failed, so that no figure is printed for it.
    """
    output = folder / (f"out-{crew}" if isinstance(crew, int) else "out-cluster")
    whom = ("--workers", str(crew)) if isinstance(crew, int) else ("--cluster", crew)
    command = [
        sys.executable,
        "-m",
        "magazine",
        "batch",
        str(folder / "weekly.yaml"),
        "-q",
        "-o",
        str(output),
    ]
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*command, *whom, "--library", str(folder / "library.sqlite"), *words],
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    sizes: dict[int, float] = {}
    busy: dict[int, float] = {}
    while process.poll() is None:
        found = family(process.pid)
        for member in found.values():
            own = member.size
            if member.parent == process.pid:  # a worker, with the typesetter that it waits for
                own += sum(each.size for each in found.values() if each.parent == member.pid)
            if process.pid in {member.pid, member.parent}:
                sizes[member.pid] = max(sizes.get(member.pid, 0.0), own)
                # A worker waits for its typesetters, and the parent for the workers: those are not its own.
                waited = 0.0 if member.pid == process.pid else member.waited
                busy[member.pid] = member.busy + waited
        time.sleep(0.1)
    if process.returncode != 0:
        raise SystemExit(process.stderr.read().decode())
    seconds = time.perf_counter() - begun
    parent, parent_busy = sizes.pop(process.pid), busy.pop(process.pid)
    return Cost(seconds, parent, max(sizes.values(), default=0.0), parent_busy, sum(busy.values()))


@dataclass(frozen=True, slots=True)
class Member:
    """A process of a batch."""

    pid: int
    parent: int
    size: float
    """Resident set, in MB."""
    busy: float
    """Processor seconds of its own."""
    waited: float
    """Of children that ended."""


def family(root: int) -> dict[int, Member]:
    """Return a process and all that come from it, by process id."""
    tick, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
    found: dict[int, Member] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        pid, (user, system, users, systems) = int(stat.parent.name), map(int, fields[11:15])
        size = int(fields[21]) * page / 2**20
        found[pid] = Member(pid, int(fields[1]), size, (user + system) / tick, (users + systems) / tick)
    kept = {root}
    for _ in range(3):
        kept |= {each.pid for each in found.values() if each.parent in kept}
    return {pid: found[pid] for pid in kept if pid in found}


def stories_made(output: Path) -> list[int]:
    """Return the stories of each issue."""
    document = json.loads((output / "batch.json").read_text(encoding="utf-8"))
    return [issue["stories"] for issue in document["issues"]]


def measure_speed(folder: Path) -> None:
    """Print how much faster two workers are than one."""
    stocked(folder)
    costs = {}
    for workers in (1, 2):
        costs[workers] = cost = timed(folder, workers, "--engine", "extractive")
        made = stories_made(folder / f"out-{workers}")
        print(
            f"{len(made)} issues of {min(made)} to {max(made)} stories, {workers} workers:"
            f" {cost.seconds:.1f} s; parent {cost.parent:.0f} MB, largest worker {cost.worker:.0f} MB"
            f" (wanted <= 400 MB); processor seconds {cost.parent_busy:.0f} of the parent,"
            f" {cost.workers_busy:.0f} of workers; load {os.getloadavg()[0]:.1f}",
            flush=True,
        )
    print(
        f"two workers are {costs[1].seconds / costs[2].seconds:.2f} x as fast as one (wanted >= 1.8 x);"
        f" by processor seconds they can be {costs[1].best_gain:.2f} x on two processors of their own"
    )


def measure_calls(folder: Path) -> None:
    """Print how often a model is asked for the 24 issues, and for them again."""

    def answer(it: Exchange) -> None:
        matter = it.body["messages"][-1]["content"]
        body = json.loads(completion(json.dumps(a_copy(json.loads(matter)))))
        body["usage"]["prompt_tokens"] = len(matter.encode())
        it.send(200, json.dumps(body).encode())

    stocked(folder)
    manifest = folder / "weekly.yaml"
    manifest.write_text(manifest.read_text().replace("questions: 0", "questions: 0, format: md"))
    with serving(answer) as server:
        model = ("--engine", "model", "--base-url", server.url, "--model", "m")
        timed(folder, 1, *model)
        first = server.hits
        timed(folder, 2, *model)
        again = server.hits - first
        different = len({json.dumps(body["messages"]) for body in server.bodies})
    selections = [json.loads(path.read_bytes()) for path in (folder / "out-1").glob("*/selection.json")]
    stories = {(each["rule"]["language"], story["id"]) for each in selections for story in each["stories"]}
    printed = sum(len(each["stories"]) for each in selections)
    print(
        f"{len(selections)} issues print {printed} stories, {len(stories)} of them different: {first} calls,"
        f" {different} of them different (a story that is long in one issue and short in another is two);"
        f" {again} calls for the same again elsewhere (wanted 0)"
    )


@dataclass(frozen=True, slots=True)
class BlankRenderer:
    """A Renderer of blank pages: what is measured is all the rest."""

    suffix: str = "html"
    signature: str = "blank 1"

    def render(self, issue: Issue) -> Edition:
        return Edition(content=issue.id.encode())


def run_blank(folder: Path, count: int) -> None:
    """Make so many issues with blank pages, no two of one title; print this process's memory."""
    desk = stocked(folder)
    rule = desk.rule(Wishes(first="2025-01-01", last="2026-12-31", max_stories=5, language=Language.ENGLISH))
    orders = [
        Order(
            name=f"n{number}",
            folder=IssueFolder(folder / "blank" / f"n{number}"),
            rule=rule,
            editor=desk.extractive_editor(Editing(title=f"Issue {number}", questions=0)),
            renderers=(BlankRenderer(),),
        )
        for number in range(count)
    ]

    results = Batch(
        open_press=lambda _: on_loan(desk),
        at_once=4,
        fault=lambda _, error: Fault(1, repr(error)),
        heard=lambda _: None,
        give_up=lambda: None,
        seconds=time.monotonic,
        halt=threading.Event(),
    ).run(orders)
    if any(result.fault for result in results):
        raise SystemExit(str(next(result.fault for result in results if result.fault)))
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")


@contextmanager
def on_loan(desk: Desk) -> Iterator[Press]:
    """Yield a press over the desk's library."""
    with desk.library() as library:
        yield replace(desk.press(library), watcher=SilentWatcher())


def measure_flat() -> None:
    """Print the parent's memory with few issues and with many."""
    for count in (10, 1000):
        ran = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.batch", "blank", str(count)],
            stdout=subprocess.PIPE, check=True, text=True, cwd=ROOT,
        )  # fmt: skip
        print(
            f"the parent with {count} issues of 5 stories, blank pages: {ran.stdout.strip()} MB", flush=True
        )


def main(words: Iterable[str]) -> None:
    """Print the figures."""
    wanted = list(words) or ["speed", "calls", "flat"]
    with tempfile.TemporaryDirectory() as scratch:
        if wanted[0] == "blank":
            run_blank(Path(scratch), int(wanted[1]))
            return
        for name, measure in (("speed", measure_speed), ("calls", measure_calls)):
            if name in wanted:
                folder = Path(scratch) / name
                folder.mkdir()
                measure(folder)
    if "flat" in wanted:
        measure_flat()


if __name__ == "__main__":
    main(sys.argv[1:])
