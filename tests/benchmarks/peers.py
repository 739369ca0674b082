"""Other tools that make a PDF of articles, and ours, on the same articles: one table.

    make bench-peers                          # installs them under build/peers, once
    python -m tests.benchmarks.peers --cache DIR --runs 3 --only calibre --keep DIR

A hundred stories (eighty in English, twenty in Hindi) of the last thirty days, ten of them told
by a second desk too, and ten articles from before: all served on loopback. With QUALITY_DATA (default
../shared/data) the English ones are real releases, else parts of the bundled ones; the Hindi ones are put
together from the examples. Each tool is run as its own page says, with what it has for choosing by
date, and its PDF is read back by one yardstick (``peer_pages``). The time is the median of the runs,
the memory the largest.
"""

import argparse
import os
import platform
import shutil
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from magazine.core.dates import IST, today_in
from tests.benchmarks.peer_articles import Corpus, Stall, gathered, served
from tests.benchmarks.peer_installs import AbsentError
from tests.benchmarks.peer_pages import Pages, looked_at
from tests.benchmarks.peer_runs import PEERS, Cost, FailedError, Peer, done

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("QUALITY_DATA", ROOT.parent / "shared" / "data")).resolve()
HEAD = (
    "tool", "time", "peak memory", "size", "pages", "bookmarks", "contents page numbers", "tags",
    "Hindi words found (poppler, pdfium)", "English stories in it", "printed twice", "from before the period",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Result:
    """What a tool came to."""

    peer: Peer
    version: str
    costs: Sequence[Cost]
    pages: Pages


def tried(peer: Peer, stall: Stall, cache: Path, runs: int, keep: Path | None) -> Result:
    """Install a tool, run it some times, and read its PDF back.

    Raises:
        AbsentError: It cannot be installed here.
        FailedError: It made no PDF.
    """
    home = cache / peer.name
    home.mkdir(parents=True, exist_ok=True)
    program = peer.install(home)
    costs = []
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(runs):
            folder = Path(scratch) / str(number)
            folder.mkdir()
            errand = peer.errand(program, stall, folder)
            costs.append(done(errand, program, folder))
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
            shutil.copy(errand.pdf, keep / f"{peer.name}.pdf")
        return Result(peer, program.version, costs, looked_at(errand.pdf, stall.corpus))


def row(result: Result, corpus: Corpus) -> tuple[str, ...]:
    """Return a tool's row of the table."""
    pages, costs = result.pages, result.costs
    words, outside = len(corpus.hindi_words), f"{pages.outside} of {len(corpus.outside)}"
    return (
        f"{result.peer.name} {result.version}",
        f"{statistics.median(cost.seconds for cost in costs):.1f} s",
        f"{max(cost.memory for cost in costs):.0f} MB",
        f"{pages.size / 1e6:.2f} MB",
        f"{pages.count}",
        f"{pages.bookmarks}",
        f"{pages.listed} of {len(corpus.english)}",
        pages.tags,
        f"{pages.hindi_poppler / words:.0%}, {pages.hindi_pdfium / words:.0%}",
        f"{pages.stories} of {len(corpus.english)}",
        f"{pages.twice} of {len(corpus.copies)}",
        outside if result.peer.chooses_dates else f"{outside}; cannot choose",
    )


def machine() -> str:
    """Return what the figures were measured on, and when."""
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} x {cpu}, {memory:.0f} GB, {platform.system()}"
        f" {platform.release().partition('-')[0]}, Python {platform.python_version()},"
        f" load {os.getloadavg()[0]:.1f}"
    )


def show(cells: Sequence[str]) -> None:
    """Print a row of a Markdown table."""
    print(f"| {' | '.join(cells)} |", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Other tools and ours on the same articles.")
    cache = os.environ.get("PEERS_CACHE", ROOT / "build" / "peers")
    parser.add_argument("--cache", type=Path, default=Path(cache), help="where the tools are installed")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", action="append", choices=[peer.name for peer in PEERS])
    parser.add_argument("--keep", type=Path, help="keep the PDFs in this folder")
    given = parser.parse_args()
    corpus = gathered(DATA, today_in(IST, datetime.now(UTC)))
    print(
        f"{len(corpus.stories)} stories of {corpus.first} to {corpus.last} from {corpus.origin},"
        f" {len(corpus.copies)} of them at a second desk too, {len(corpus.outside)} older articles;"
        f" {given.runs} runs each\n{machine()}\n"
    )
    show(HEAD)
    show(["---"] * len(HEAD))
    with tempfile.TemporaryDirectory() as site, served(corpus, Path(site)) as stall:
        for peer in PEERS:
            if given.only and peer.name not in given.only:
                continue
            try:
                show(row(tried(peer, stall, given.cache.resolve(), given.runs, given.keep), corpus))
            except (AbsentError, FailedError) as error:
                what = "not installed" if isinstance(error, AbsentError) else "failed"
                show([peer.name, f"{what}: {error}", *[""] * (len(HEAD) - 2)])


if __name__ == "__main__":
    main()
