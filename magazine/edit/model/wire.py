"""The wire to a model's server: cut at a deadline, at a stop and at a size, whatever the other end does.

An HTTP client's time limit is for each read, so that a server which sends a byte now and
then holds it for hours. Here every read looks at the clock and at the stop instead; only
looking up and connecting, which cannot be looked in on, are left behind in their thread.

Imported late, with httpx2: only when a model is asked.
"""

import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpcore2  # noqa: TID253 - as httpx2
import httpx2  # noqa: TID253 - this module is itself imported late

from magazine.edit.model.asking import Cause
from magazine.edit.model.chat import ChatError

_SLICE = 0.25
"""Seconds between two looks at the stop."""
_CONNECT = 10.0
"""Seconds to reach a server: one that lets itself be waited for longer is not there."""
_CHUNK = 16_384
MOST_BYTES = 4_000_000
"""More than any answer has: a magazine's whole text is a tenth of it."""


class Watch:
    """What limits the exchange of each thread."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop
        self._exchange = threading.local()

    @contextmanager
    def over(self, seconds: float) -> Iterator[None]:
        """Give this thread's exchange so many seconds."""
        self._exchange.end = time.monotonic() + seconds
        try:
            yield
        finally:
            del self._exchange.end

    def left(self) -> float:
        """Return the seconds until it is next to be looked at.

        Raises:
            ChatError: There are none, or the run was stopped.
        """
        if self._stop.is_set():
            raise ChatError(Cause.STOPPED, may_be_paid=True)
        left: float = self._exchange.end - time.monotonic()
        if left <= 0:
            raise ChatError(Cause.DEADLINE, may_be_paid=True)
        return min(left, _SLICE)

    def remaining(self) -> float:
        """Return the seconds that this thread's exchange has left; at least a slice."""
        return max(float(self._exchange.end) - time.monotonic(), _SLICE)


class WatchedStream(httpcore2.NetworkStream):
    """A connection whose every read is watched."""

    def __init__(self, stream: httpcore2.NetworkStream, watch: Watch) -> None:
        self._stream = stream
        self._watch = watch

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the watch's instead
        while True:
            left = self._watch.left()
            try:
                return self._stream.read(max_bytes, timeout=left)
            except httpcore2.ReadTimeout:
                continue

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - the watch's instead
        for start in range(0, len(buffer), _CHUNK):
            self._watch.left()
            self._stream.write(buffer[start : start + _CHUNK], timeout=self._watch.remaining())

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - the watch's instead
    ) -> httpcore2.NetworkStream:
        seconds = min(_CONNECT, self._watch.remaining())
        return WatchedStream(
            self._stream.start_tls(ssl_context, server_hostname, timeout=seconds), self._watch
        )

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore2's own
        return self._stream.get_extra_info(info)

    def close(self) -> None:
        self._stream.close()


class WatchedBackend(httpcore2.NetworkBackend):
    """Makes watched connections."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._backend = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the watch's instead
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        seconds = min(_CONNECT, self._watch.remaining())
        connecting = _Connecting(
            lambda: self._backend.connect_tcp(host, port, seconds, local_address, socket_options)
        )
        return WatchedStream(connecting.wait(self._watch), self._watch)


class _Connecting:
    """A connection in the making, in a thread of its own that can be left behind.

    Looking up a name has no time limit of its own.
    """

    def __init__(self, connect: Callable[[], httpcore2.NetworkStream]) -> None:
        self._connect = connect
        self._lock = threading.Lock()
        self._is_left = False
        self._stream: httpcore2.NetworkStream | None = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    def wait(self, watch: Watch) -> httpcore2.NetworkStream:
        self._thread.start()
        try:
            while self._thread.is_alive():
                self._thread.join(watch.left())
        except ChatError:
            self._leave()
            raise
        if self._error is not None:
            raise self._error
        if self._stream is None:
            raise httpcore2.ConnectError("no connection")
        return self._stream

    def _run(self) -> None:
        try:
            stream = self._connect()
        except Exception as error:  # noqa: BLE001 - raised in the thread that waits
            self._error = error
            return
        with self._lock:
            self._stream = stream
            if self._is_left:
                stream.close()

    def _leave(self) -> None:
        with self._lock:
            self._is_left = True
            if self._stream is not None:
                self._stream.close()


class WatchedTransport(httpx2.BaseTransport):
    """Sends a client's requests over watched connections, and stops at too large a body.

    Errors of the wire pass as httpcore2's or as ours: whoever sends knows both.
    """

    def __init__(self, watch: Watch, *, url: str, connections: int) -> None:
        target = httpx2.URL(url)
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context() if target.scheme == "https" else None,
            proxy=_proxy(target),
            max_connections=connections,
            network_backend=WatchedBackend(watch),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        response = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=_url(request.url),
                headers=request.headers.raw,
                content=request.read(),
                extensions=request.extensions,
            )
        )
        body = response.stream
        if not isinstance(body, Iterable) or _is_packed(response.headers):
            response.close()
            raise ChatError(Cause.NO_CHAT, "its body is packed, though it was asked not to", may_be_paid=True)
        return httpx2.Response(
            status_code=response.status, headers=response.headers, stream=_Body(body, response.close)
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, body: Iterable[bytes], close: Callable[[], None]) -> None:
        self._body = body
        self._close = close

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for chunk in self._body:
            size += len(chunk)
            if size > MOST_BYTES:
                raise ChatError(Cause.TOO_LARGE, may_be_paid=True)
            yield chunk

    def close(self) -> None:
        self._close()


def _is_packed(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """A packed body can hold a thousand times what was counted on the wire."""
    return any(
        name.lower() == b"content-encoding" and value.lower() != b"identity" for name, value in headers
    )


def _proxy(target: httpx2.URL) -> httpcore2.Proxy | None:
    """Return the way out that the machine prescribes, as institutes' networks do; never to this machine."""
    address = getproxies().get(target.scheme)
    if not address or target.host in {"localhost", "127.0.0.1", "::1"} or proxy_bypass(target.host):
        return None
    proxy = httpx2.Proxy(address if "://" in address else f"http://{address}")
    return httpcore2.Proxy(url=_url(proxy.url), auth=proxy.raw_auth, headers=proxy.headers.raw)


def _url(url: httpx2.URL) -> httpcore2.URL:
    return httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
