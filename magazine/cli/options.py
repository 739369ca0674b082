"""The options that several commands share, spelled once, in groups.

A command takes a group as one parameter; ``grouping.in_groups`` shows its fields to Typer.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from magazine.core.defaults import DEFAULT_EXAM, DEFAULT_PERIOD, DEFAULT_QUESTIONS, DEFAULT_STORIES


class EngineName(StrEnum):
    """Who edits. AUTO: the model when one is configured, else the extractive editor."""

    AUTO = "auto"
    EXTRACTIVE = "extractive"
    MODEL = "model"


class DepthName(StrEnum):
    """How long stories are."""

    BRIEF = "brief"
    STANDARD = "standard"
    DEEP = "deep"


class IssueLanguage(StrEnum):
    """The languages an issue can be asked for in."""

    ENGLISH = "en"
    HINDI = "hi"


class LogFormat(StrEnum):
    """How talk on stderr looks."""

    TEXT = "text"
    JSON = "json"


def _option(
    *names: str, panel: str, help_: str, metavar: str | None = None, envvar: str | None = None
) -> Any:  # noqa: ANN401 - typer's own type
    return typer.Option(
        *names, help=help_, metavar=metavar, envvar=envvar, rich_help_panel=panel, show_default=False
    )


_SELECTING, _PRINTING, _RUNNING = "What to select", "What to print", "How to run"
_MODEL = "The model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selecting:
    """What an issue is to hold."""

    topic: Annotated[
        list[str],
        _option(
            "--topic", "-t", metavar="TOPIC", panel=_SELECTING,
            help_="Topic or group: id, name or alias, English or Hindi; repeat for more. None: all topics.",
        ),
    ] = field(default_factory=list)  # fmt: skip
    query: Annotated[
        str,
        _option(
            "--query", metavar="TEXT", panel=_SELECTING,
            help_='Words that must occur; "a phrase", OR and -without work. With --topic, both must match.',
        ),
    ] = ""  # fmt: skip
    period: Annotated[
        str | None,
        _option(
            "--period", "-p", metavar="PERIOD", panel=_SELECTING,
            help_="today, yesterday, last-7-days, this-week, last-week, this-month, last-month, 2026-W12, "
            f"2026-03, 2026-03-02..2026-03-08. Default: {DEFAULT_PERIOD}.",
        ),
    ] = None  # fmt: skip
    first: Annotated[
        str | None,
        _option("--from", metavar="DAY", panel=_SELECTING, help_="First day, instead of --period."),
    ] = None
    last: Annotated[
        str | None, _option("--to", metavar="DAY", panel=_SELECTING, help_="Last day, included.")
    ] = None
    as_of: Annotated[
        str | None, _option("--as-of", metavar="DAY", panel=_SELECTING, help_="Take this day for today.")
    ] = None
    language: Annotated[
        IssueLanguage | None,
        _option(
            "--language", panel=_SELECTING,
            help_="Labels in this language, and only articles of it, unless a model tells the others in it."
            " Without: each story in its own.",
        ),
    ] = None  # fmt: skip
    translate: Annotated[
        bool | None,
        _option(
            "--translate/--no-translate", panel=_SELECTING,
            help_="With --language: take articles of other languages too. Default: when a model edits.",
        ),
    ] = None  # fmt: skip
    max_stories: Annotated[
        int | None,
        _option(
            "--max-stories", metavar="N", panel=_SELECTING,
            help_=f"At most so many stories; 0: no limit. Default: {DEFAULT_STORIES}; with --max-pages none.",
        ),
    ] = None  # fmt: skip
    max_pages: Annotated[
        int | None, _option("--max-pages", metavar="N", panel=_SELECTING, help_="At most so many pages.")
    ] = None
    min_stories: Annotated[
        int,
        _option(
            "--min-stories", metavar="N", panel=_SELECTING,
            help_="With fewer, make nothing and leave with 66: what was made before stands. Default: 1.",
        ),
    ] = 1  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """What is printed, and under what name."""

    title: Annotated[
        str | None,
        _option(
            "--title", metavar="TEXT", panel=_PRINTING,
            help_="The magazine's name on the cover. Default: made from the period.",
        ),
    ] = None  # fmt: skip
    depth: Annotated[
        DepthName, _option("--depth", panel=_PRINTING, help_="How long stories are. Default: standard.")
    ] = DepthName.STANDARD
    questions: Annotated[
        int,
        _option(
            "--questions", metavar="N", panel=_PRINTING,
            help_=f"Questions of the prelims test; 0: no test. Default: {DEFAULT_QUESTIONS}.",
        ),
    ] = DEFAULT_QUESTIONS  # fmt: skip
    exam: Annotated[
        str,
        _option(
            "--exam", metavar="PRESET", panel=_PRINTING,
            help_=f"Whose style the test has: upsc-2026, upsc-2025, upsc-2023, psc, ssc, banking,"
            f" or a file. Default: {DEFAULT_EXAM}.",
        ),
    ] = DEFAULT_EXAM  # fmt: skip
    past_questions: Annotated[
        Path | None,
        _option(
            "--past-questions", metavar="FILE", panel=_PRINTING,
            help_="Questions of past papers to print with their topics; none is ever made up.",
        ),
    ] = None  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Which model is asked, and what it may cost."""

    engine: Annotated[
        EngineName,
        _option(
            "--engine", panel=_MODEL,
            help_="Who edits the stories. auto: a model when a key or a base URL is there, else extractive.",
        ),
    ] = EngineName.AUTO  # fmt: skip
    model: Annotated[
        str | None,
        _option("--model", metavar="NAME", panel=_MODEL, help_="The model's name, as its server knows it."),
    ] = None
    base_url: Annotated[
        str | None,
        _option(
            "--base-url", metavar="URL", envvar="OPENAI_BASE_URL", panel=_MODEL,
            help_="Any OpenAI-compatible server, such as http://localhost:11434/v1 for Ollama.",
        ),
    ] = None  # fmt: skip
    max_cost: Annotated[
        float | None,
        _option(
            "--max-cost", metavar="USD", panel=_MODEL,
            help_="Spend no more, retries included; the rest is edited extractively.",
        ),
    ] = None  # fmt: skip
    max_calls: Annotated[
        int | None,
        _option("--max-calls", metavar="N", panel=_MODEL, help_="Ask no more often, retries included."),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How the magazine looks, and in which editions it is made."""

    theme: Annotated[
        str | None,
        _option(
            "--theme", metavar="NAME|DIR", panel=_PRINTING,
            help_="The look: classic, mono, pocket, journal, or a folder of yours. Default: classic.",
        ),
    ] = None  # fmt: skip
    brand: Annotated[
        Path | None,
        _option(
            "--brand", metavar="FILE", panel=_PRINTING,
            help_="brand.yaml: an institute's name, logo, colours, contacts, watermark.",
        ),
    ] = None  # fmt: skip
    formats: Annotated[
        str,
        _option(
            "--format", "-f", metavar="LIST", panel=_PRINTING,
            help_="Editions, parted by commas: pdf, html, epub, md, anki, test. Default: pdf.",
        ),
    ] = "pdf"  # fmt: skip
    print_ready: Annotated[
        bool,
        _option(
            "--print-ready", panel=_PRINTING,
            help_="For a press: 3 mm bleed, a gutter, pages a multiple of 4, black as one black.",
        ),
    ] = False  # fmt: skip
    watermark: Annotated[
        str | None,
        _option(
            "--watermark", metavar="TEXT", panel=_PRINTING,
            help_="Light words behind every page, such as a student's number.",
        ),
    ] = None  # fmt: skip


@dataclass(frozen=True, slots=True)
class Printing:
    """Everything that decides what is made of a selection."""

    editing: Editing
    asking: Asking
    setting: Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifting:
    """Which articles of the library to list."""

    topic: Annotated[
        list[str],
        _option("--topic", "-t", metavar="TOPIC", panel=_SELECTING, help_="Topic or group, or unclassified."),
    ] = field(default_factory=list)
    language: Annotated[
        IssueLanguage | None, _option("--language", panel=_SELECTING, help_="Only of this language.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How far a list goes."""

    period: Annotated[
        str | None,
        _option("--period", "-p", metavar="PERIOD", panel=_SELECTING, help_="Only of this period."),
    ] = None
    limit: Annotated[
        int, _option("--limit", "-n", metavar="N", panel=_SELECTING, help_="At most so many. Default: 50.")
    ] = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """How a command runs and talks."""

    library: Annotated[
        Path | None,
        _option(
            "--library", metavar="FILE", envvar="MAGAZINE_LIBRARY", panel=_RUNNING,
            help_="The library. Default: in your data folder.",
        ),
    ] = None  # fmt: skip
    config: Annotated[
        Path | None,
        _option(
            "--config", metavar="FILE", panel=_RUNNING,
            help_="The configuration. Default: magazine.toml in your configuration folder.",
        ),
    ] = None  # fmt: skip
    json: Annotated[bool, _option("--json", panel=_RUNNING, help_="The result as JSON on stdout.")] = False
    quiet: Annotated[
        bool, _option("--quiet", "-q", panel=_RUNNING, help_="Say nothing when all is well.")
    ] = False
    verbose: Annotated[
        bool, _option("--verbose", "-v", panel=_RUNNING, help_="Say more, such as why each story was picked.")
    ] = False
    log_format: Annotated[
        LogFormat, _option("--log-format", panel=_RUNNING, help_="How talk on stderr looks. Default: text.")
    ] = LogFormat.TEXT
    wait_lock: Annotated[
        float | None,
        _option(
            "--wait-lock", metavar="SECONDS", panel=_RUNNING,
            help_="Wait so long for another run that writes. Default: 10 for add and fetch, else 0.",
        ),
    ] = None  # fmt: skip


Folder = Annotated[
    Path | None,
    _option(
        "--output", "-o", metavar="DIR", panel=_PRINTING,
        help_="The issue's folder. Default: magazine-FIRST-to-LAST here.",
    ),
]  # fmt: skip
MadeFolder = Annotated[
    Path, _option("--output", "-o", metavar="DIR", panel=_PRINTING, help_="The issue's folder.")
]

CheckedFolder = Annotated[
    Path | None, _option("--output", "-o", metavar="DIR", panel=_PRINTING, help_="The issue's folder.")
]
