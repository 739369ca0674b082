"""Options in groups: a command takes a dataclass, Typer sees its fields."""

import functools
import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from typer.core import TyperCommand


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
