"""Write the command reference and the man page, from the command line itself.

    make reference

``commands.md`` and ``magazine.1`` beside this file are what comes out; a test says when they are stale.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from typer.main import get_command

from magazine.cli.app import app

HERE = Path(__file__).resolve().parent
REFERENCE, MAN_PAGE = HERE / "commands.md", HERE / "magazine.1"
_SHARED_BY = 3
"""Panels of options that so many commands have alike are described once."""
_PLAIN = "Options"
_ENVIRONMENT = (
    ("OPENAI_API_KEY, OPENAI_API_KEY_FILE", "The key of a model's server, or a file that holds it."),
    ("OPENAI_BASE_URL", "The server, as --base-url."),
    ("MAGAZINE_LIBRARY", "The library, as --library."),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "Where the folders below lie."),
)
_FILES = (
    ("~/.config/magazine/magazine.toml", "The configuration."),
    ("~/.config/magazine/topics.yaml, sources.toml, themes/, prompts/", "Your own, before the bundled ones."),
    ("~/.local/share/magazine/library.sqlite", "The library."),
    ("~/.local/state/magazine/", "Locks, logs, and when each issue was last made."),
)

Row = tuple[str, str]
"""How an option or argument is written, and what it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A command."""

    name: str
    """With the program's, as it is typed."""
    usage: str
    text: tuple[str, ...]
    """Paragraphs, the first of them a summary."""
    examples: tuple[str, ...]
    arguments: tuple[Row, ...]
    panels: tuple[tuple[str, tuple[Row, ...]], ...]


def entries() -> tuple[Entry, ...]:
    """Return the program and all its commands, in the order of the help."""
    return tuple(_walked(get_command(app), "magazine"))


def _walked(command: Any, name: str) -> Iterator[Entry]:  # noqa: ANN401 - typer's own
    context = typer.Context(command, info_name=name)
    paragraphs = [" ".join(each.split()) for each in (command.help or "").split("\n\n")]
    arguments: list[Row] = []
    panels: dict[str, list[Row]] = {}
    for one in command.get_params(context):
        written, told = one.get_help_record(context) or ("", "")
        if one.param_type_name == "argument":
            arguments.append((written, told))
        elif written and one.name != "help":
            panels.setdefault(one.rich_help_panel or _PLAIN, []).append((written, told))
    yield Entry(
        name=name,
        usage=" ".join([name, *command.collect_usage_pieces(context)]),
        text=tuple(each for each in paragraphs if each and not each.startswith("Example: ")),
        examples=tuple(each.removeprefix("Example: ") for each in paragraphs if each.startswith("Example: ")),
        arguments=tuple(arguments),
        panels=tuple((panel, tuple(rows)) for panel, rows in panels.items()),
    )
    for part, child in getattr(command, "commands", {}).items():
        yield from _walked(child, f"{name} {part}")


def shared_panels(found: Iterable[Entry]) -> dict[str, tuple[Row, ...]]:
    """Return the panels that several commands have alike, by name."""
    counts = Counter(panel for entry in found for panel in entry.panels if panel[0] != _PLAIN)
    return {name: rows for (name, rows), count in counts.items() if count >= _SHARED_BY}


def markdown() -> str:
    """Return the reference."""
    found = entries()
    shared = shared_panels(found)
    lines = [
        "# The commands",
        "",
        "Every command with its options, as `--help` tells them. Written by `make reference`;",
        "the same as a man page: `man examples/magazine.1`.",
        "",
        *(f"- [`{each.name}`](#{_anchor(each.name)}): {each.text[0]}" for each in found[1:] if each.text),
        "",
        "Options that several commands have: "
        + ", ".join(f"[{name}](#{_anchor(name)})" for name in shared)
        + ".",
        "",
    ]
    for entry in found:
        lines += _markdown_of(entry, shared)
    for name, rows in shared.items():
        lines += [f"## {name}", "", *_table(rows), ""]
    return "\n".join(lines).rstrip() + "\n"


def _markdown_of(entry: Entry, shared: dict[str, tuple[Row, ...]]) -> Iterator[str]:
    yield from (f"## {entry.name}", "")
    for paragraph in entry.text:
        yield from (paragraph, "")
    for line in (entry.usage, *entry.examples):
        yield f"    {line}"
    yield ""
    if entry.arguments:
        yield from (*_table(entry.arguments), "")
    for panel, rows in entry.panels:
        if shared.get(panel) != rows:
            yield from (f"**{panel}**", "", *_table(rows), "")
    also = [f"[{panel}](#{_anchor(panel)})" for panel, rows in entry.panels if shared.get(panel) == rows]
    if also:
        yield from (f"Also: {', '.join(also)}.", "")


def _table(rows: Iterable[Row]) -> list[str]:
    # A bar inside code parts the cells of a table all the same, unless it is escaped.
    cells = [(written.replace("|", "\\|"), told.replace("|", "\\|")) for written, told in rows]
    return ["| | |", "|---|---|", *(f"| `{written}` | {told} |" for written, told in cells)]


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def man_page() -> str:
    """Return the man page, as troff."""
    program, *commands = entries()
    shared = shared_panels((program, *commands))
    lines = [
        ".TH MAGAZINE 1 2026 custom-magazine",
        ".SH NAME",
        "magazine \\- your own news articles, printed as a current-affairs magazine",
        ".SH SYNOPSIS",
        _troff(program.usage),
        ".SH DESCRIPTION",
        *_paragraphs(program.text),
        "Three steps over one folder: \\fBselect\\fR picks stories from your library, \\fBsummarise\\fR",
        "edits them from their own sentences (with a model, if one is configured),",
        "\\fBrender\\fR sets the pages. \\fBmake\\fR does all three. No key and no network are needed.",
    ]
    for panel, rows in program.panels:
        lines += [f".SH {panel.upper()}", *_terms(rows)]
    lines.append(".SH COMMANDS")
    for entry in commands:
        lines += _man_of(entry, shared)
    for panel, rows in shared.items():
        lines += [f".SH {panel.upper()}", *_terms(rows)]
    lines += [".SH EXIT STATUS", *_terms(statuses()), ".SH ENVIRONMENT", *_terms(_ENVIRONMENT)]
    return "\n".join([*lines, ".SH FILES", *_terms(_FILES)]) + "\n"


def statuses() -> tuple[Row, ...]:
    """Return the exit statuses and what they mean, as the overview tells them."""
    told = (get_command(app).epilog or "").partition("Exit status: ")[2].rstrip(".")
    return tuple((number, what) for number, _, what in (each.partition(" ") for each in told.split(" · ")))


def _man_of(entry: Entry, shared: dict[str, tuple[Row, ...]]) -> Iterator[str]:
    yield f".SS {_troff(entry.usage)}"
    yield from _paragraphs(entry.text)
    yield from _terms(entry.arguments)
    for panel, rows in entry.panels:
        if shared.get(panel) != rows:
            yield from _terms(rows)
    also = [panel.upper() for panel, rows in entry.panels if shared.get(panel) == rows]
    if also:
        yield from (".PP", f"Also the options under {', '.join(also)}.")
    for example in entry.examples:
        yield from (".PP", ".EX", _troff(example), ".EE")


def _paragraphs(text: Iterable[str]) -> Iterator[str]:
    for paragraph in text:
        yield from (".PP", _troff(paragraph))


def _terms(rows: Iterable[Row]) -> Iterator[str]:
    for written, told in rows:
        yield from (".TP", f"\\fB{_troff(written)}\\fR", _troff(told))


def _troff(text: str) -> str:
    """Return a line of text that troff prints as it stands."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def main() -> None:
    """Write both; print their names."""
    for path, content in ((REFERENCE, markdown()), (MAN_PAGE, man_page())):
        path.write_text(content, encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
