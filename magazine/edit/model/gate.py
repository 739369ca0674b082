"""The gate before a model's server, for several issues at once: each request on its way once."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

MOST_AT_ONCE = 64


class Gate:
    """Lets so many requests through at once, and no two that are the same.

    Args:
        width: Requests that may be on their way, whoever asks.
    """

    def __init__(self, width: int = MOST_AT_ONCE) -> None:
        self._slots = threading.BoundedSemaphore(width)
        self._changed = threading.Condition()
        self._inside: set[str] = set()

    @contextmanager
    def only(self, key: str) -> Iterator[None]:
        """Wait until nobody else asks the same: the ledger then has what they paid for."""
        with self._changed:
            while key in self._inside:
                self._changed.wait()
            self._inside.add(key)
        try:
            yield
        finally:
            with self._changed:
                self._inside.remove(key)
                self._changed.notify_all()

    @contextmanager
    def slot(self) -> Iterator[None]:
        """Wait until fewer are on their way than may be."""
        with self._slots:
            yield
