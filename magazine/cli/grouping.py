"""Options in groups: a command takes a dataclass, Typer sees its fields."""

import functools
import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

import typer
from typer.core import TyperCommand

from magazine.cli.failures import status_of
from magazine.core.errors import MagazineError


class GroupedCommand(TyperCommand):
    """A command whose help shows its options in their panels.

    The panels need Rich, which costs more to load than the rest of the command line:
    the overview of all commands does without.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - typer's own
        super().__init__(*arguments, **options | {"rich_markup_mode": "rich"})

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 - typer's own
        """Return the parameters; the help shows no value for a switch, which takes none."""
        params: list[Any] = super().get_params(ctx)
        for each in params:
            if getattr(each, "is_flag", False):
                each.metavar = ""
        return params

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - typer's own
        """Run the command; with JSON talk its failure is a JSON line as well."""
        try:
            return super().invoke(ctx)
        except MagazineError as error:
            if ctx.params.get("log_format") != "json":
                raise
            from magazine.cli.talk import Talk  # noqa: PLC0415 - help needs none

            status = status_of(error)
            Talk(as_json=True).fail(str(error), event="failed", kind=type(error).__name__, status=status)
            raise typer.Exit(status) from error


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
