"""The options that several commands share, spelled once, in groups.

A command takes a group as one parameter; ``in_groups`` shows its fields to Typer.
"""

import functools
import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from magazine.core.defaults import DEFAULT_PERIOD, DEFAULT_STORIES


class EngineName(StrEnum):
    """Who edits. AUTO: the model when one is configured, else the extractive editor."""

    AUTO = "auto"
    EXTRACTIVE = "extractive"
    MODEL = "model"


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
            help_="Only articles of this language, and labels in it. Without: each story in its own.",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """Who edits, and under what name."""

    engine: Annotated[
        EngineName, _option("--engine", panel=_PRINTING, help_="Who edits the stories. Default: auto.")
    ] = EngineName.AUTO
    title: Annotated[
        str | None,
        _option(
            "--title", metavar="TEXT", panel=_PRINTING,
            help_="The magazine's name on the cover. Default: made from the period.",
        ),
    ] = None  # fmt: skip


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


class GroupedCommand(TyperCommand):
    """A command whose help shows its options in their panels.

    The panels need Rich, which costs more to load than the rest of the command line:
    the overview of all commands does without.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - typer's own
        super().__init__(*arguments, **options | {"rich_markup_mode": "rich"})


def in_groups(command: Callable[..., None]) -> Callable[..., None]:
    """Show Typer the fields of a command's option groups as options of their own.

    The command is called with whole groups: ``def make(selecting: Selecting, …)``.
    """
    signature = inspect.signature(command)
    parameters = signature.parameters.values()
    groups: dict[str, Any] = {one.name: one.annotation for one in parameters if is_dataclass(one.annotation)}

    @functools.wraps(command)
    def with_fields(**values: Any) -> None:  # noqa: ANN401 - whatever the options hold
        whole = {
            name: group(**{part.name: values.pop(part.name) for part in fields(group)})
            for name, group in groups.items()
        }
        command(**whole, **values)

    shown: list[inspect.Parameter] = []
    for one in parameters:
        shown += [_parameter(part) for part in fields(groups[one.name])] if one.name in groups else [one]
    keyword_only = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in shown]
    with_fields.__signature__ = signature.replace(parameters=keyword_only)  # type: ignore[attr-defined]
    return with_fields


def _parameter(part: "Field[Any]") -> inspect.Parameter:
    default = part.default_factory() if part.default_factory is not MISSING else part.default
    return inspect.Parameter(part.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=part.type)
