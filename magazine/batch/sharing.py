"""Work that several orders have in common, done once: by whoever comes first, while the others wait."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from magazine.artefacts import to_json
from magazine.core.article import Article
from magazine.core.errors import NothingToPrintError
from magazine.core.ports import Draft, Editor
from magazine.core.selection import Rule, Selection
from magazine.press import Press

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Once(Generic[K, V]):
    """Values that are made once, whoever asks; only the last few are kept.

    Args:
        most: Values kept. One that is asked for after it went is made again.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._values: OrderedDict[K, Future[V]] = OrderedDict()

    def get(self, key: K, make: Callable[[], V]) -> tuple[V, bool]:
        """Return the value of a key, and whether it was made by this very call.

        What ``make`` raises is raised to all that wait; the next one tries again.
        """
        with self._lock:
            future = self._values.get(key)
            mine = future is None
            if future is None:
                future = self._values[key] = Future()
                while len(self._values) > self._most:
                    self._values.popitem(last=False)
            self._values.move_to_end(key)
        if mine:
            self._make(key, future, make)
        return future.result(), mine

    def _make(self, key: K, future: Future[V], make: Callable[[], V]) -> None:
        try:
            future.set_result(make())
        except BaseException as error:  # noqa: BLE001 - handed to everyone who waits, and raised by result()
            with self._lock:
                if self._values.get(key) is future:
                    del self._values[key]
            future.set_exception(error)


Choices = Once[tuple[Rule, int | None], Selection]
Drafts = Once[str, Draft]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPress(Press):
    """A Press whose selections are shared."""

    choices: Choices

    def choose(self, rule: Rule, page_allowance: int | None = None) -> Selection:
        # Not by super(): a slotted dataclass is another class than the one its methods were written in.
        return self.choices.get((rule, page_allowance), lambda: Press.choose(self, rule, page_allowance))[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedEditor:
    """An Editor whose drafts are shared by all that edit the same selection in the same way."""

    editor: Editor
    drafts: Drafts
    halt: threading.Event
    """Set when the batch is given up."""
    desks: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(4))
    """Issues that are edited at once."""

    @property
    def signature(self) -> str:
        return self.editor.signature

    def edit(self, selection: Selection, articles: Iterable[Article]) -> Draft:
        inputs = to_json(selection) + self.signature.encode()
        key = hashlib.sha256(inputs).hexdigest()
        draft, mine = self.drafts.get(key, lambda: self._edit(selection, articles))
        if mine:
            return draft
        # What was asked and paid stands with the issue it was asked for, and nowhere else.
        own = {name: 0 if name.startswith("model_") else count for name, count in draft.counts.items()}
        return replace(draft, counts=own, notes=(*draft.notes, "Edited together with another issue."))

    def _edit(self, selection: Selection, articles: Iterable[Article]) -> Draft:
        with self.desks:
            self._go_on()
            try:
                draft = self.editor.edit(selection, articles)
            except NothingToPrintError:
                self._go_on()
                raise
        self._go_on()
        return draft

    def _go_on(self) -> None:
        # What is edited while the batch is given up lacks what was not asked any more.
        if self.halt.is_set():
            raise KeyboardInterrupt
