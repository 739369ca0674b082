"""The options that several commands share, spelled once, in groups.

A command takes a group as one parameter; ``grouping.in_groups`` shows its fields to Typer.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from magazine.cli.panels import MODEL, PRINTING, SELECTING, option, refuse_below
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Selecting:
    """What an issue is to hold."""

    topic: Annotated[
        list[str],
        option(
            "--topic", "-t", metavar="TOPIC", panel=SELECTING,
            help_="Topic or group: id, name or alias, English or Hindi; repeat for more. None: all topics.",
        ),
    ] = field(default_factory=list)  # fmt: skip
    query: Annotated[
        str,
        option(
            "--query", metavar="TEXT", panel=SELECTING,
            help_='Words that must occur; "a phrase", OR and -without work. With --topic, both must match.',
        ),
    ] = ""  # fmt: skip
    period: Annotated[
        str | None,
        option(
            "--period", "-p", metavar="PERIOD", panel=SELECTING,
            help_="today, yesterday, last-7-days, this-week, last-week, this-month, last-month, 2026-W12, "
            f"2026-03, 2026-03-02..2026-03-08. Default: {DEFAULT_PERIOD}.",
        ),
    ] = None  # fmt: skip
    first: Annotated[
        str | None,
        option("--from", metavar="DAY", panel=SELECTING, help_="First day, instead of --period."),
    ] = None
    last: Annotated[
        str | None, option("--to", metavar="DAY", panel=SELECTING, help_="Last day, included.")
    ] = None
    as_of: Annotated[
        str | None, option("--as-of", metavar="DAY", panel=SELECTING, help_="Take this day for today.")
    ] = None
    language: Annotated[
        IssueLanguage | None,
        option(
            "--language", panel=SELECTING,
            help_="Labels in this language, and only articles of it, unless a model tells the others in it."
            " Without: each story in its own.",
        ),
    ] = None  # fmt: skip
    translate: Annotated[
        bool | None,
        option(
            "--translate/--no-translate", panel=SELECTING,
            help_="With --language: take articles of other languages too. Default: when a model edits.",
        ),
    ] = None  # fmt: skip
    max_stories: Annotated[
        int | None,
        option(
            "--max-stories", metavar="N", panel=SELECTING,
            help_=f"At most so many stories; 0: no limit. Default: {DEFAULT_STORIES}; with --max-pages none.",
        ),
    ] = None  # fmt: skip
    max_pages: Annotated[
        int | None, option("--max-pages", metavar="N", panel=SELECTING, help_="At most so many pages.")
    ] = None
    min_stories: Annotated[
        int,
        option(
            "--min-stories", metavar="N", panel=SELECTING,
            help_="With fewer, make nothing and leave with 66: what was made before stands. Default: 1.",
        ),
    ] = 1  # fmt: skip

    def __post_init__(self) -> None:
        refuse_below(0, "--min-stories", self.min_stories)


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """What is printed, and under what name."""

    title: Annotated[
        str | None,
        option(
            "--title", metavar="TEXT", panel=PRINTING,
            help_="The magazine's name on the cover. Default: made from the period.",
        ),
    ] = None  # fmt: skip
    depth: Annotated[
        DepthName, option("--depth", panel=PRINTING, help_="How long stories are. Default: standard.")
    ] = DepthName.STANDARD
    questions: Annotated[
        int,
        option(
            "--questions", metavar="N", panel=PRINTING,
            help_=f"Questions of the prelims test; 0: no test. Default: {DEFAULT_QUESTIONS}.",
        ),
    ] = DEFAULT_QUESTIONS  # fmt: skip
    exam: Annotated[
        str,
        option(
            "--exam", metavar="PRESET", panel=PRINTING,
            help_=f"Whose style the test has: upsc-2026, upsc-2025, upsc-2023, psc, ssc, banking,"
            f" or a file. Default: {DEFAULT_EXAM}.",
        ),
    ] = DEFAULT_EXAM  # fmt: skip
    past_questions: Annotated[
        Path | None,
        option(
            "--past-questions", metavar="FILE", panel=PRINTING,
            help_="Questions of past papers to print with their topics; none is ever made up.",
        ),
    ] = None  # fmt: skip

    def __post_init__(self) -> None:
        refuse_below(0, "--questions", self.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Which model is asked, and what it may cost."""

    engine: Annotated[
        EngineName,
        option(
            "--engine", panel=MODEL,
            help_="Who edits the stories. auto: a model when a key or a base URL is there, else extractive.",
        ),
    ] = EngineName.AUTO  # fmt: skip
    model: Annotated[
        str | None,
        option("--model", metavar="NAME", panel=MODEL, help_="The model's name, as its server knows it."),
    ] = None
    base_url: Annotated[
        str | None,
        option(
            "--base-url", metavar="URL", envvar="OPENAI_BASE_URL", panel=MODEL,
            help_="Any OpenAI-compatible server, such as http://localhost:11434/v1 for Ollama.",
        ),
    ] = None  # fmt: skip
    max_cost: Annotated[
        float | None,
        option(
            "--max-cost", metavar="USD", panel=MODEL,
            help_="Spend no more, retries included; the rest is edited extractively.",
        ),
    ] = None  # fmt: skip
    max_calls: Annotated[
        int | None,
        option("--max-calls", metavar="N", panel=MODEL, help_="Ask no more often, retries included."),
    ] = None

    def __post_init__(self) -> None:
        # A budget that is no number would hold nothing back.
        refuse_below(0, "--max-cost", self.max_cost)
        refuse_below(0, "--max-calls", self.max_calls)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How the magazine looks, and in which editions it is made."""

    theme: Annotated[
        str | None,
        option(
            "--theme", metavar="NAME|DIR", panel=PRINTING,
            help_="The look: classic, mono, pocket, journal, or a folder of yours. Default: classic.",
        ),
    ] = None  # fmt: skip
    brand: Annotated[
        Path | None,
        option(
            "--brand", metavar="FILE", panel=PRINTING,
            help_="brand.yaml: an institute's name, logo, colours, contacts, watermark.",
        ),
    ] = None  # fmt: skip
    formats: Annotated[
        str,
        option(
            "--format", "-f", metavar="LIST", panel=PRINTING,
            help_="Editions, parted by commas: pdf, html, epub, md, anki, test. Default: pdf.",
        ),
    ] = "pdf"  # fmt: skip
    print_ready: Annotated[
        bool,
        option(
            "--print-ready", panel=PRINTING,
            help_="For a press: 3 mm bleed, a gutter, pages a multiple of 4, black as one black.",
        ),
    ] = False  # fmt: skip
    watermark: Annotated[
        str | None,
        option(
            "--watermark", metavar="TEXT", panel=PRINTING,
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
        option("--topic", "-t", metavar="TOPIC", panel=SELECTING, help_="Topic or group, or unclassified."),
    ] = field(default_factory=list)
    language: Annotated[
        IssueLanguage | None, option("--language", panel=SELECTING, help_="Only of this language.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How far a list goes."""

    period: Annotated[
        str | None,
        option("--period", "-p", metavar="PERIOD", panel=SELECTING, help_="Only of this period."),
    ] = None
    limit: Annotated[
        int, option("--limit", "-n", metavar="N", panel=SELECTING, help_="At most so many. Default: 50.")
    ] = 50

    def __post_init__(self) -> None:
        refuse_below(1, "--limit", self.limit)


Folder = Annotated[
    Path | None,
    option(
        "--output", "-o", metavar="DIR", panel=PRINTING,
        help_="The issue's folder. Default: magazine-FIRST-to-LAST here.",
    ),
]  # fmt: skip
MadeFolder = Annotated[
    Path, option("--output", "-o", metavar="DIR", panel=PRINTING, help_="The issue's folder.")
]

CheckedFolder = Annotated[
    Path | None, option("--output", "-o", metavar="DIR", panel=PRINTING, help_="The issue's folder.")
]
