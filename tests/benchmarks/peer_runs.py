"""How each tool is run on the articles, and what a run costs: seconds, and memory of all its processes."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from json import dumps
from pathlib import Path

from tests.benchmarks import peer_installs
from tests.benchmarks.batch import family
from tests.benchmarks.peer_articles import PART, Stall, as_markdown
from tests.benchmarks.peer_installs import Installer, Program

PATIENCE = 900
"""Seconds after which a tool is stopped, and said to have been."""
_SAMPLE = 0.05
_RECIPE = """from calibre.web.feeds.news import BasicNewsRecipe


class Weekly(BasicNewsRecipe):
    title = "Weekly"
    language = "en_IN"
    oldest_article = {days}
    max_articles_per_feed = 1000
    use_embedded_content = True
    auto_cleanup = False
    no_stylesheets = True
    feeds = [("The Loopback Daily", "{feed}")]
"""


class FailedError(Exception):
    """A tool made no PDF; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One run: commands after another, the last of which leaves the PDF."""

    commands: tuple[tuple[str, ...], ...]
    pdf: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A tool: how it is installed, how it is run, whether it can choose by date."""

    name: str
    install: Installer
    errand: Callable[[Program, Stall, Path], Errand]
    """For a program, the served articles, and an empty folder to work in."""
    chooses_dates: bool


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took."""

    seconds: float
    memory: float
    """Largest sum of the processes' own parts of memory (PSS), in MB."""


def our_errand(program: Program, stall: Stall, folder: Path) -> Errand:
    """Fetch the feed and its pages into a new library, then make the issue."""
    shared = ["--library", str(folder / "library.sqlite"), "--config", str(folder / "magazine.toml"), "-q"]
    (folder / "magazine.toml").write_text("", encoding="utf-8")
    command = list(program.command)
    add = [*command, "sources", "add", stall.feed, "--name", "The Loopback Daily", *shared]
    subprocess.run(add, check=True, capture_output=True, env=_environment(program, folder))
    corpus = stall.corpus
    period = ["--from", str(corpus.first), "--to", str(corpus.last)]
    wishes = ["--max-stories", "0", "--depth", "deep", "--questions", "0"]
    fetch = [*command, "fetch", "--allow-host", f"127.0.0.1:{stall.port}", *shared]
    make = [*command, "make", *period, *wishes, "-o", str(folder / "issue"), *shared]
    return Errand(commands=(tuple(fetch), tuple(make)), pdf=folder / "issue" / "magazine.pdf")


def percollate_errand(program: Program, stall: Stall, folder: Path) -> Errand:
    """Name every page: it takes addresses of pages, not feeds."""
    pdf = folder / "percollate.pdf"
    options = ["pdf", "--no-sandbox", "--toc", "-t", "Weekly", "--css", "@page{size:A4}", "-o", str(pdf)]
    return Errand(commands=((*program.command, *options, *stall.pages),), pdf=pdf)


def goosepaper_errand(program: Program, stall: Stall, folder: Path) -> Errand:
    """Give it feeds of five articles each, which is what it takes of one; a look that needs no web fonts."""
    pdf, settings = folder / "goosepaper.pdf", folder / "goosepaper.json"
    paper = {
        "title": "Weekly", "style": "Academy", "font_size": 12, "table_of_contents": True,
        "layout": "auto", "page_profile": "a4",
    }  # fmt: skip
    source = {"type": "rss", "limit": PART, "byline": "first", "body_source": "content"}
    sources = [{**source, "url": url} for url in stall.part_feeds]
    settings.write_text(dumps({"version": 2, "paper": paper, "sources": sources}), encoding="utf-8")
    return Errand(commands=((*program.command, "-c", str(settings), "-o", str(pdf)),), pdf=pdf)


def morning_paper_errand(program: Program, stall: Stall, folder: Path) -> Errand:
    """Give it one Markdown file of everything: it has no step that reads articles."""
    pdf, text = folder / "morning-paper.pdf", folder / "weekly.md"
    text.write_text(as_markdown(stall.corpus.pieces), encoding="utf-8")
    return Errand(commands=((*program.command, "render", str(text), "--output", str(pdf)),), pdf=pdf)


def calibre_errand(program: Program, stall: Stall, folder: Path) -> Errand:
    """Give it a recipe of the feed, and the age that the period has."""
    pdf, recipe = folder / "calibre.pdf", folder / "Weekly.recipe"
    corpus = stall.corpus
    days = (corpus.last - corpus.first).days + 2  # from its first morning till today
    recipe.write_text(_RECIPE.format(days=days, feed=stall.feed), encoding="utf-8")
    options = ["--paper-size", "a4", "--pdf-page-numbers", "--pdf-add-toc"]
    return Errand(commands=((*program.command, str(recipe), str(pdf), *options),), pdf=pdf)


PEERS = (
    Peer(name="magazine", install=peer_installs.ourselves, errand=our_errand, chooses_dates=True),
    Peer(name="percollate", install=peer_installs.percollate, errand=percollate_errand, chooses_dates=False),
    Peer(name="goosepaper", install=peer_installs.goosepaper, errand=goosepaper_errand, chooses_dates=False),
    Peer(
        name="morning-paper",
        install=peer_installs.morning_paper,
        errand=morning_paper_errand,
        chooses_dates=False,
    ),
    Peer(name="calibre", install=peer_installs.calibre, errand=calibre_errand, chooses_dates=True),
)


def done(errand: Errand, program: Program, folder: Path) -> Cost:
    """Run an errand to its end; return its cost.

    Raises:
        FailedError: A command failed, took too long, or left no PDF.
    """
    errand.pdf.unlink(missing_ok=True)
    environment = _environment(program, folder)
    memory = 0.0
    begun = time.perf_counter()
    for command in errand.commands:
        memory = max(memory, _peak(command, environment, folder, begun + PATIENCE))
    seconds = time.perf_counter() - begun
    if not errand.pdf.is_file():
        raise FailedError("it made no PDF")
    return Cost(seconds, memory)


def _peak(command: Sequence[str], environment: Mapping[str, str], folder: Path, end: float) -> float:
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=dict(environment), cwd=folder,
            start_new_session=True,
        )  # fmt: skip
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, sum(map(own_part, family(process.pid))))
            if time.perf_counter() > end:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                raise FailedError(f"it was stopped after {PATIENCE} s")
            time.sleep(_SAMPLE)
        if process.returncode:
            said.seek(0)
            last = " ".join(said.read().decode("utf-8", "replace").split())[-200:]
            raise FailedError(f"it left with {process.returncode}: {last}")
    return peak


def own_part(pid: int) -> float:
    """Return a process's part of memory in MB, pages that several share counted once in all (PSS)."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:  # it has just ended
        return 0.0
    parts: Iterator[str] = (line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:"))
    return int(next(parts, "0")) / 1024


def _environment(program: Program, folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    # Nothing of the user's own: neither a library nor settings, nor a key of a model.
    return {**kept, **program.environment, "HOME": str(folder)}
