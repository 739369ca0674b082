"""How a server is told the form of its answer, and what is read out of what it sends.

What binds a server most is tried first; one that does not take it is asked in the next
weaker way. In whichever way, the answer is read and checked here: no server is believed.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from magazine.edit.model.asking import Cause, Request
from magazine.edit.model.chat import Letter, Mode, Part, Reply, RoomName, UnsupportedError
from magazine.edit.model.tokens import fewest_tokens

T = TypeVar("T", bound=BaseModel)

_MOST_OBJECTS = 20
"""How many pieces of an answer are looked at before it is given up."""
_READ_SHARE = 0.7
"""Of the fewest tokens that a request can have: a server that counts less has cut it."""
_CONTROLS = {code: None for code in [*range(0x20), 0x7F] if chr(code) not in "\n\t"}
_ORDER = tuple(Mode)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a server is sent: the rung of the ladder, and the name of the answer's room."""

    mode: Mode = Mode.SCHEMA
    room_name: RoomName = RoomName.MAX_TOKENS
    is_swapped: bool = False
    """The other name of the room was refused in this request already."""

    def weaker(self) -> "Form | None":
        """Return the next rung down; None: there is none."""
        below = _ORDER[_ORDER.index(self.mode) + 1 :]
        return replace(self, mode=below[0]) if below else None

    def after(self, refused: UnsupportedError) -> "Form | None":
        """Return what to send instead of what a server has refused; None: nothing is left to try."""
        swapped = replace(self, room_name=self.room_name.other, is_swapped=True)
        if refused.part is Part.ROOM_NAME:
            return None if self.is_swapped else swapped
        if (below := self.weaker()) is not None:
            return below
        return None if self.is_swapped or refused.part is Part.MODE else swapped

    def letter(self, request: Request[Any], schema: Mapping[str, Any], *, room: int) -> Letter:
        """Return the letter for a request in this form."""
        asks = "" if self.mode is Mode.SCHEMA else _in_words(schema)
        return Letter(
            system=request.system + asks,
            user=request.user,
            mode=self.mode,
            schema=schema,
            room=room,
            room_name=self.room_name,
        )


def _in_words(schema: Mapping[str, Any]) -> str:
    rendered = json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
    return f"\n\nAnswer with one JSON object of this schema, and nothing before or after it:\n{rendered}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[T]):
    """What a reply says: a value, or why it has none."""

    value: T | None = None
    cause: Cause | None = None
    """None when there is a value."""
    detail: str = ""


def read_reply(request: Request[T], reply: Reply) -> Reading[T]:
    """Return what a reply says to a request."""
    if reply.is_refusal:
        return Reading(cause=Cause.REFUSED)
    fewest = fewest_tokens(request.system + request.user)
    if 0 < reply.usage.prompt < _READ_SHARE * fewest:
        return Reading(
            cause=Cause.TRUNCATED,
            detail=f"it read {reply.usage.prompt} tokens of at least {fewest}; give the server a larger "
            "context, or set context_tokens to the one it has",
        )
    value = read_value(request.reply, reply.text)
    if value is None:
        return Reading(cause=Cause.CUT if reply.is_cut else Cause.UNREADABLE)
    if request.last_id and getattr(value, "last_id", request.last_id) != request.last_id:
        return Reading(cause=Cause.TRUNCATED, detail="it does not repeat the last sentence's id")
    return Reading(value=value)


def read_value(model: type[T], text: str) -> T | None:
    """Return the first object in a text that is what was asked for; None: there is none.

    The text may have prose, a fence or a train of thought around it. NaN and infinities
    are no JSON here, and control characters are taken out.
    """
    for piece in _objects(text.rpartition("</think>")[2]):
        try:
            return model.model_validate(_clean(from_json(piece, allow_inf_nan=False)))
        except ValidationError:
            continue
        except ValueError:  # no JSON
            continue
    return None


def _objects(text: str) -> Iterator[str]:
    """Yield the outermost pieces of a text that stand in balanced braces, in order."""
    start = text.find("{")
    for _ in range(_MOST_OBJECTS):
        end = _balanced_end(text, start) if start >= 0 else None
        if end is None:  # cut short: nothing inside it is the whole
            return
        yield text[start:end]
        start = text.find("{", end)


def _balanced_end(text: str, start: int) -> int | None:
    depth, in_string, escaped = 0, False, False
    for position in range(start, len(text)):
        letter = text[position]
        if in_string:
            in_string = escaped or letter != '"'
            escaped = letter == "\\" and not escaped
        elif letter == '"':
            in_string = True
        elif letter in "{}":
            depth += 1 if letter == "{" else -1
            if depth == 0:
                return position + 1
    return None


def _clean(value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        return value.translate(_CONTROLS)
    if isinstance(value, list):
        return [_clean(each) for each in value]
    if isinstance(value, dict):
        return {key: _clean(each) for key, each in value.items()}
    return value
