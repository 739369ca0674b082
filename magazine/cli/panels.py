"""The one shape of an option: its names, its help, the panel where it stands, the least it can be."""

from typing import Any

import typer

from magazine.core.errors import UsageError

SELECTING, PRINTING, MODEL = "What to select", "What to print", "The model"
BATCH, RUNNING = "The batch", "How to run"


def option(
    *names: str,
    panel: str | None = None,
    help_: str,
    metavar: str | None = None,
    envvar: str | None = None,
) -> Any:  # noqa: ANN401 - typer's own type
    """Return an option whose help says its default in words."""
    return typer.Option(
        *names, help=help_, metavar=metavar, envvar=envvar, rich_help_panel=panel, show_default=False
    )


def refuse_below(least: int, name: str, value: float | None) -> None:
    """Refuse a number that is less than an option can be, and what is none at all (nan).

    Raises:
        UsageError: It is.
    """
    if value is not None and not value >= least:
        raise UsageError(f"{name} is {value:g}.", hint=f"Give a number from {least}.")
