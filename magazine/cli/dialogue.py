"""Questions and answers at a terminal: plain lines, so that any keyboard and any screen will do."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from magazine.core.errors import MagazineError, UsageError

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A line of a menu."""

    value: str
    about: str


def say(line: str) -> None:
    """Show a line; what is made goes to stdout, not the talk about it."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def ask(question: str, understood: Callable[[str], T]) -> T:
    """Ask until an answer is understood, and return what it means.

    Raises:
        KeyboardInterrupt: Whoever was asked has left.
    """
    while True:
        sys.stderr.write(question)
        sys.stderr.flush()
        try:
            return understood(input().strip())
        except EOFError as error:
            raise KeyboardInterrupt from error
        except MagazineError as error:
            say(f"   {error}")


def chosen(text: str, last: int, *, first: int = 1) -> int:
    """Return the number that was typed.

    Raises:
        UsageError: It is none, or none of the menu's.
    """
    if text.isdecimal() and first <= int(text) <= last:
        return int(text)
    raise UsageError(f"{text!r} is none of them.", hint=f"Type a number from {first} to {last}.")
