"""What a server's refusals mean: HTTP status and error body to one of our errors, by one table."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus as Status

from magazine.core.errors import ConfigurationError, KeyRefusedError
from magazine.edit.model.asking import Cause
from magazine.edit.model.chat import ChatError, Part, UnsupportedError
from magazine.edit.model.completion import ErrorBody

_NO_MONEY = (
    "insufficient_quota",
    "billing",
    "insufficient_balance",
    "insufficient balance",
    "credit balance",
)
_TOO_LONG = (
    "context length",
    "context_length",
    "context size",
    "context window",
    "exceed_context",
    "too long",
)
_ROOM = ("max_tokens", "max_completion_tokens")
_MODE = ("response_format", "json_schema", "json_object", "json schema", "structured output", "grammar")
_PASSING = frozenset({Status.REQUEST_TIMEOUT, Status.CONFLICT, Status.TOO_EARLY})
_KEY = frozenset({Status.UNAUTHORIZED, Status.FORBIDDEN})
_ADDRESS = frozenset({Status.NOT_FOUND, Status.METHOD_NOT_ALLOWED})
_FORM = frozenset({Status.BAD_REQUEST, Status.UNPROCESSABLE_ENTITY, Status.NOT_IMPLEMENTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A reply that says no."""

    status: int
    host: str
    model: str
    body: ErrorBody = field(default_factory=ErrorBody)
    headers: Mapping[str, str] = field(default_factory=dict)
    """With names in small letters."""
    now: datetime

    def mentions(self, words: tuple[str, ...]) -> bool:
        """Return whether the server's own words hold one of these."""
        said = (self.body.code, self.body.type, self.body.param, self.body.message)
        text = " ".join(part.casefold() for part in said if part)
        return any(word in text for word in words)


def refusal_error(refusal: Refusal) -> Exception:
    """Return what is to be raised for a refusal; the server's own words are not in it."""
    return next(error(refusal) for applies, error in _TABLE if applies(refusal))


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds that a server asks to wait: in milliseconds, seconds or as a date.

    None: it does not say, or nothing that can be understood.
    """
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after")
    seconds = _number(text)
    if seconds is not None or text is None:
        return seconds
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (date - now).total_seconds())


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return max(0.0, number) if math.isfinite(number) else None


def _no_money(refusal: Refusal) -> Exception:
    return KeyRefusedError(
        f"The account behind the key has nothing left at {refusal.host}.",
        hint="Top it up, or make the issue without a model: --engine extractive.",
    )


def _no_key(refusal: Refusal) -> Exception:
    return KeyRefusedError(
        f"The server at {refusal.host} refuses the key.",
        hint="Check OPENAI_API_KEY or the key file, and that the key may use the model.",
    )


def _not_there(refusal: Refusal) -> Exception:
    return ConfigurationError(
        f"The server at {refusal.host} has no model {refusal.model!r}, or is not at this address.",
        hint="Check --model and --base-url; the address mostly ends in /v1.",
    )


def _rate_limited(refusal: Refusal) -> Exception:
    wait = retry_after(refusal.headers, refusal.now)
    return ChatError(Cause.RATE_LIMITED, retry_after=wait, may_retry=True)


def _failed(refusal: Refusal) -> Exception:
    return ChatError(
        Cause.SERVER_ERROR,
        f"status {refusal.status}",
        retry_after=retry_after(refusal.headers, refusal.now),
        may_retry=True,
    )


def _unsupported(refusal: Refusal) -> Exception:
    part = Part.UNKNOWN
    if refusal.mentions(_ROOM):
        part = Part.ROOM_NAME
    elif refusal.mentions(_MODE):
        part = Part.MODE
    return UnsupportedError(part, refusal.status)


def _is_empty_account(it: Refusal) -> bool:
    may_say_so = it.status in {Status.FORBIDDEN, Status.TOO_MANY_REQUESTS}
    return it.status == Status.PAYMENT_REQUIRED or (may_say_so and it.mentions(_NO_MONEY))


def _is_too_long(it: Refusal) -> bool:
    return it.status == Status.REQUEST_ENTITY_TOO_LARGE or (it.status in _FORM and it.mentions(_TOO_LONG))


_TABLE: tuple[tuple[Callable[[Refusal], bool], Callable[[Refusal], Exception]], ...] = (
    (_is_empty_account, _no_money),
    (lambda it: it.status in _KEY, _no_key),
    (lambda it: it.status in _ADDRESS, _not_there),
    (lambda it: it.status == Status.TOO_MANY_REQUESTS, _rate_limited),
    (_is_too_long, lambda _: ChatError(Cause.TOO_LONG)),
    (lambda it: it.status in _FORM, _unsupported),
    (lambda it: it.status in _PASSING or it.status >= Status.INTERNAL_SERVER_ERROR, _failed),
    (
        lambda it: it.status < Status.BAD_REQUEST,
        lambda _: ChatError(Cause.NO_CHAT, "it sends elsewhere, where the key is not taken"),
    ),
    (lambda _: True, lambda it: ChatError(Cause.SERVER_ERROR, f"status {it.status}")),
)
"""The first row that applies. Order matters: an empty account is said with the status of a rate limit."""
