"""The command line, put together."""

import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from magazine.cli import batch_commands, commands, running_commands, shelf_commands, source_commands
from magazine.cli.failures import TERMINATED, run
from magazine.cli.grouping import GroupedCommand

app = typer.Typer(
    name="magazine",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=True,
    rich_markup_mode=None,
    epilog="Try first: magazine demo. Exit status: 0 done · 2 wrong usage · 3 done with problems · "
    "65 unreadable · 66 nothing to print · 69 unreachable or no renderer · "
    "73 output · 74 disk · 75 try again later · 77 key refused.",
)
for command in (
    commands.demo,
    running_commands.new,
    commands.make,
    commands.select,
    commands.summarise,
    commands.render,
    commands.plan,
    commands.check,
    commands.add,
    source_commands.fetch,
    batch_commands.batch,
    batch_commands.schema,
    running_commands.merge,
    running_commands.status,
    running_commands.doctor,
):
    app.command(cls=GroupedCommand)(command)
app.add_typer(commands.library)
app.add_typer(source_commands.sources)
app.add_typer(shelf_commands.themes)
app.add_typer(shelf_commands.prompts)


def _show_version(wanted: bool) -> None:
    if wanted:
        from magazine.cli.talk import result  # noqa: PLC0415 - help needs none
        from magazine.cli.versions import version_lines  # noqa: PLC0415 - help needs none

        result(version_lines())
        raise typer.Exit


@app.callback()
def magazine(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Print the versions that matter."
        ),
    ] = False,
) -> None:
    """Print your own news articles as a current-affairs magazine: select, summarise, render."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    signal.signal(signal.SIGTERM, _terminate)
    # Hindi titles must reach a terminal or a log whose locale is C.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(run(app, _log_folder))


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    # An exit unwinds the stack: temporary folders go, the library is closed.
    sys.exit(TERMINATED)


def _log_folder() -> Path:
    from magazine.folders import user_folders  # noqa: PLC0415 - only a bug needs it

    return user_folders().log
