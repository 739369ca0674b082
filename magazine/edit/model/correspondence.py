"""Questions to a model's server, paid once: the Correspondent behind which a server stands."""

import hashlib
import json
import random
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from magazine.assets import bundled
from magazine.core.errors import ConfigurationError
from magazine.edit.model.asking import Answer, Cause, NoAnswerError, Request
from magazine.edit.model.budget import Budget, Limits, check_limits
from magazine.edit.model.errand import MOST_UNREADABLE, Errand, Office
from magazine.edit.model.gate import Gate
from magazine.edit.model.ladder import read_value
from magazine.edit.model.ledger import Kept, Outcome, open_ledger
from magazine.edit.model.openai_chat import OpenAIChat
from magazine.edit.model.patience import Patience, Turnstile, real_pace
from magazine.edit.model.prices import PRICES_FILE, Price, price_of, read_prices
from magazine.edit.model.schema import strict_schema
from magazine.edit.model.tally import Counter, Tally
from magazine.server import OPENAI_URL, Key, Server, addressed, find_key

T = TypeVar("T", bound=BaseModel)

_KEY_VERSION = 1
"""Raised when what is sent for the same request changes so much that old answers are none."""


class Correspondence:
    """A Correspondent that looks into the ledger first, and asks the server for the rest."""

    def __init__(self, office: Office) -> None:
        self._office = office

    @property
    def model(self) -> str:
        return self._office.server.name or ""

    @property
    def context_tokens(self) -> int:
        return self._office.server.context_tokens

    @property
    def concurrency(self) -> int:
        """Requests that should be on their way at once."""
        return self._office.server.concurrency or 1

    @property
    def tally(self) -> Tally:
        """What has been asked and paid so far."""
        return self._office.counter.tally

    def ask(self, request: Request[T]) -> Answer[T]:
        schema = strict_schema(request.reply)
        key = request_key(request, schema, self._office.server)
        with self._office.gate.only(key):
            kept = self._office.ledger.kept(key)
            if (answer := self._known(request, kept)) is not None:
                self._office.counter.count_kept()
                return answer
            unreadable = sum(each.outcome is Outcome.UNREADABLE for each in kept)
            errand = Errand(self._office, request, key=key, schema=schema, unreadable=unreadable)
            with self._office.gate.slot():
                return errand.run()

    def apart(self) -> "Correspondence":
        """Return a correspondence with a tally of its own: ledger, budget, gate and pace are shared."""
        return Correspondence(replace(self._office, counter=Counter(self._office.counter)))

    def _known(self, request: Request[T], kept: tuple[Kept, ...]) -> Answer[T] | None:
        """Return the answer that was paid for; None: there is none, and one may be asked for.

        Raises:
            NoAnswerError: What was paid for is of no use, and would be again.
        """
        for each in reversed(kept):
            if each.outcome is Outcome.ANSWERED:
                value = read_value(request.reply, each.answer)
                if value is not None:
                    return Answer(value=value, model=self.model, is_new=False)
        useless = [each.outcome for each in kept if each.outcome is not Outcome.ANSWERED]
        if useless and (useless[-1] is not Outcome.UNREADABLE or len(useless) >= MOST_UNREADABLE):
            self._office.counter.count_kept()
            raise NoAnswerError(Cause[useless[-1].name], "as in an earlier run")
        return None


def request_key(request: Request[Any], schema: Mapping[str, Any], server: Server) -> str:
    """Return a request's name in the ledger: SHA-256 of all that decides its answer.

    What it is for and about is left out, and so is the form in which a server is asked.
    """
    decides = [
        _KEY_VERSION,
        server.base_url,
        server.name,
        request.system,
        request.user,
        schema,
        request.answer_tokens + server.thinking_tokens,
        request.last_id,
    ]
    canonical = json.dumps(decides, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def price_for(server: Server, prices_folder: Path | None) -> Price | None:
    """Return what the model costs by the bundled prices and the user's own; None: nobody has said.

    Args:
        server: With everything said.
        prices_folder: Where the user's ``prices.toml`` may lie.

    Raises:
        ConfigurationError: The user's file is none.
    """
    own = (prices_folder / PRICES_FILE,) if prices_folder else ()
    return price_of(server, read_prices(bundled("prompts") / PRICES_FILE, *own))


@contextmanager
def open_correspondence(
    server: Server,
    environ: Mapping[str, str],
    *,
    ledger: Path,
    limits: Limits,
    stop: threading.Event,
    prices_folder: Path | None = None,
    jitter: Callable[[], float] = random.random,
) -> Iterator[Correspondence]:
    """Open the correspondence with a server for as long as the block lasts. Nothing is sent yet.

    Args:
        server: As configured; what it leaves open is filled in from the environment.
        environ: For the key and the address.
        ledger: The SQLite file of what was paid for; made if it is not there.
        limits: What this run may spend.
        stop: Set to end requests on their way, within a second.
        prices_folder: Where the user's ``prices.toml`` may lie.
        jitter: From 0 to 1, for pauses between attempts.

    Raises:
        ConfigurationError: The address, the model, the key file or the price list is wrong,
            or a server that wants a key has none.
        UsageError: A cost limit without a known price.
        OutputError, UnreadableError, BusyError, DiskError: The ledger cannot be used.
    """
    complete = addressed(server, environ)
    key = _required(find_key(server, environ), complete)
    price = price_for(complete, prices_folder)
    check_limits(limits, complete, price)
    pace = real_pace(stop)
    with (
        open_ledger(ledger) as book,
        closing(OpenAIChat(complete, key, stop=stop, now=_now)) as chat,
    ):
        yield Correspondence(
            Office(
                server=complete,
                chat=chat,
                ledger=book,
                budget=Budget(limits),
                price=price,
                patience=Patience(longest_wait=complete.longest_wait, jitter=jitter),
                gate=Gate(complete.concurrency or 1),
                turnstile=Turnstile(pace, per_minute=complete.requests_per_minute),
                pace=pace,
                now=_now,
            )
        )


def _required(key: Key | None, server: Server) -> Key | None:
    if key is None and server.base_url == OPENAI_URL:
        raise ConfigurationError(
            f"There is no key for {server.host}.",
            hint="Set OPENAI_API_KEY or OPENAI_API_KEY_FILE, or key_file under [model] in magazine.toml;"
            " --engine extractive needs none.",
        )
    return key


def _now() -> datetime:
    return datetime.now(UTC)
