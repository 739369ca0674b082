"""A server that speaks Chat Completions on loopback, and does to its clients what servers do."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Fault = Callable[["Exchange"], None]


def completion(content: str | None, *, finish: str = "stop", **message: Any) -> bytes:
    """Return the body of a chat completion."""
    return json.dumps(
        {
            "id": "c1",
            "object": "chat.completion",
            "created": 1,
            "model": "m",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": finish,
                    "message": {"role": "assistant", "content": content, **message},
                }
            ],
            "usage": {
                "prompt_tokens": 40,
                "completion_tokens": 10,
                "total_tokens": 50,
                "prompt_tokens_details": {"cached_tokens": 32},
            },
        }
    ).encode()


def error(code: object, message: str = "no", **more: Any) -> bytes:
    """Return the body of an error."""
    return json.dumps({"error": {"message": message, "code": code, **more}}).encode()


class Exchange:
    """One request, and the means to answer it."""

    def __init__(self, handler: BaseHTTPRequestHandler, server: "FaultyServer", number: int) -> None:
        self._handler = handler
        self.number = number
        """From 1."""
        self.closing = server.closing
        size = int(handler.headers.get("content-length", 0))
        content = handler.rfile.read(size)
        if len(content) < size:  # the client is gone: it has asked nothing
            raise ConnectionAbortedError
        self.body: dict[str, Any] = json.loads(content)
        self.headers = handler.headers

    def send(self, status: int, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        """Answer whole."""
        self.begin(status, {"content-length": str(len(body)), **(headers or {})})
        self.write(body)

    def begin(self, status: int, headers: Mapping[str, str]) -> None:
        """Send the head only."""
        self._handler.send_response(status)
        for name, value in {"content-type": "application/json", **headers}.items():
            self._handler.send_header(name, value)
        self._handler.end_headers()

    def write(self, data: bytes) -> None:
        """Send a part of the body."""
        self._handler.wfile.write(data)
        self._handler.wfile.flush()

    def hang_up(self) -> None:
        """Break the connection."""
        self._handler.close_connection = True
        self._handler.connection.close()


class FaultyServer(ThreadingHTTPServer):
    """The server; ``hits`` counts what it was asked, which is what it would bill."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, fault: Fault) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.fault = fault
        self.lock = threading.Lock()
        self.closing = threading.Event()
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[Mapping[str, str]] = []
        self.paths: list[str] = []

    @property
    def url(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    @property
    def hits(self) -> int:
        """Requests so far."""
        return len(self.bodies)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients hang up here; that is the point."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: FaultyServer

    def do_POST(self) -> None:
        with self.server.lock:
            exchange = Exchange(self, self.server, self.server.hits + 1)
            self.server.bodies.append(exchange.body)
            self.server.headers.append({name.lower(): value for name, value in self.headers.items()})
            self.server.paths.append(self.path)
        self.server.fault(exchange)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(fault: Fault) -> Iterator[FaultyServer]:
    """Serve for as long as the block lasts."""
    server = FaultyServer(fault)
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.02))
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
