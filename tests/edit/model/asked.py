"""Builders for the boundary's tests: requests, replies, and a correspondence whose pauses take no time."""

import json
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from magazine.edit.model.asking import Request, Usage
from magazine.edit.model.budget import Budget, Limits
from magazine.edit.model.chat import Chat, Letter, Reply, ScriptedChat
from magazine.edit.model.correspondence import Correspondence
from magazine.edit.model.errand import Office
from magazine.edit.model.ledger import open_ledger
from magazine.edit.model.openai_chat import OpenAIChat
from magazine.edit.model.patience import Pace, Patience, Turnstile
from magazine.edit.model.prices import FREE, Price
from magazine.server import Key, Server

KEY = "sk-canary-31337"
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


class Note(BaseModel):
    """A small reply."""

    text: str
    last_id: str


def a_request(**changes: Any) -> Request[Any]:
    """Return a request for a note on one sentence."""
    values: dict[str, Any] = {
        "purpose": "story",
        "subject": "s1",
        "system": "Write a note.",
        "user": json.dumps([{"id": "a1.s1", "t": "The sea is blue."}]),
        "reply": Note,
        "answer_tokens": 200,
        "last_id": "a1.s1",
    }
    return Request(**values | changes)


def a_note(text: str = "Blue.", last_id: str = "a1.s1") -> str:
    """Return the JSON of a note."""
    return json.dumps({"text": text, "last_id": last_id})


def a_reply(text: str | None = None, **changes: Any) -> Reply:
    """Return a reply with a note."""
    values: dict[str, Any] = {
        "text": a_note() if text is None else text,
        "usage": Usage(prompt=40, completion=10),
    }
    return Reply(**values | changes)


@dataclass
class Waits:
    """Time whose pauses are over at once, and are written down."""

    stop: threading.Event = field(default_factory=threading.Event)
    pauses: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, seconds: float) -> bool:
        """Pass so many seconds."""
        if seconds > 0:
            with self.lock:
                self.pauses.append(seconds)
        return self.stop.is_set()

    def clock(self) -> float:
        """Return the seconds on the wall, and those that were passed."""
        with self.lock:
            return time.monotonic() + sum(self.pauses)

    @property
    def pace(self) -> Pace:
        """As a pace."""
        return Pace(clock=self.clock, wait=self.wait)


def a_server(base_url: str = "http://127.0.0.1:9/v1", **changes: Any) -> Server:
    """Return a server with everything said."""
    values: dict[str, Any] = {
        "base_url": base_url,
        "name": "m",
        "concurrency": 1,
        "deadline": 60,
        "context_tokens": 4096,
    }
    return Server(**values | changes)


@contextmanager
def a_correspondence(
    ledger: Path,
    *,
    chat: Chat | None = None,
    server: Server | None = None,
    limits: Limits | None = None,
    price: Price | None = FREE,
    waits: Waits | None = None,
    key: str = KEY,
    now: datetime = NOON,
) -> Iterator[Correspondence]:
    """Open a correspondence over a chat, or over HTTP with a server."""
    waits, server = waits or Waits(), server or a_server()
    chat = chat or OpenAIChat(server, Key(key), stop=waits.stop, now=lambda: now)
    try:
        with open_ledger(ledger) as book:
            yield Correspondence(
                Office(
                    server=server,
                    chat=chat,
                    ledger=book,
                    budget=Budget(limits or Limits()),
                    price=price,
                    patience=Patience(longest_wait=server.longest_wait, jitter=lambda: 1.0),
                    turnstile=Turnstile(waits.pace, per_minute=server.requests_per_minute),
                    pace=waits.pace,
                    now=lambda: now,
                )
            )
    finally:
        chat.close()


def scripted(replies: Iterable[Reply | Exception]) -> ScriptedChat:
    """Return a chat that gives these replies, one after the other, or raises them."""
    left = iter(replies)

    def answer(_: Letter) -> Reply:
        reply = next(left)
        if isinstance(reply, Exception):
            raise reply
        return reply

    return ScriptedChat(answer)
