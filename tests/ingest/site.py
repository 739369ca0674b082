"""A web site on loopback, for as long as a block lasts."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import BinaryIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the site answers: a body, or whatever ``write`` sends after the headers."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    write: Callable[[BinaryIO], object] | None = None
    is_raw: bool = False
    """``write`` sends status and headers too."""


@dataclass(slots=True)
class Site:
    """Replies by path, which may be changed, and what was asked so far."""

    port: int = 0
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def place(self) -> str:
        """As ``--allow-host`` takes it."""
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        """Return the address of a path."""
        return f"http://{self.place}{path}"

    def show(self, path: str, body: str | bytes, kind: str = "text/html", **headers: str) -> None:
        """Answer a path with a body; an ``ETag`` among the headers is honoured."""
        content = body.encode() if isinstance(body, str) else body
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        self.replies[path] = Reply(body=content, headers={"Content-Type": kind, **told})


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        self.site.asked.append(self.path)
        self.site.headers.append({name.lower(): value for name, value in self.headers.items()})
        reply = self.site.replies.get(self.path, Reply(status=404))
        etag = reply.headers.get("ETag")
        if etag and self.headers.get("If-None-Match") == etag:
            reply = Reply(status=304, headers={"ETag": etag})
        if not reply.is_raw:
            self._head(reply)
        # The other side may have had enough, which is what some tests are about.
        with suppress(OSError):
            write = reply.write or (lambda stream: stream.write(reply.body))
            write(self.wfile)  # type: ignore[arg-type]  # a raw stream will do

    def _head(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def a_site() -> Iterator[Site]:
    """Open a site of no pages on a free port."""
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"site": site}))
    server.daemon_threads = True
    site.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
