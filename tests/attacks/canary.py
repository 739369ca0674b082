"""A machine inside, which nobody may ask, and a file on the disk, which nobody may read."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

ANSWER = b"canary-of-the-inside-7d31"
"""What the machine answers."""
LOCAL_BYTES = "canary-of-the-disk-52e8"
"""What the file holds."""
_REPLY = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(ANSWER), ANSWER)


@dataclass(slots=True)
class Canary:
    """The machine: where it is, and what it heard."""

    port: int
    heard: list[str] = field(default_factory=list)

    def url(self, path: str = "/canary") -> str:
        """Return an address of it."""
        return f"http://127.0.0.1:{self.port}{path}"


@contextmanager
def a_canary() -> Iterator[Canary]:
    """Open the machine on a free port of the loopback, for either family; every connection counts."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        canary = Canary(port=server.getsockname()[1])
        closing = threading.Event()
        servers = [server, *_sixth(canary.port)]
        threads = [threading.Thread(target=_listen, args=(each, canary, closing)) for each in servers]
        for thread in threads:
            thread.start()
        try:
            yield canary
        finally:
            closing.set()
            for thread in threads:
                thread.join()
            for each in servers:
                each.close()


def _sixth(port: int) -> list[socket.socket]:
    """Return the same port of IPv6, where the machine has that."""
    with suppress(OSError):
        return [socket.create_server(("::1", port), family=socket.AF_INET6)]
    return []


def _listen(server: socket.socket, canary: Canary, closing: threading.Event) -> None:
    server.settimeout(0.02)
    while True:
        try:
            connection, _ = server.accept()
        except TimeoutError:
            # Looked at only when nobody waits: what was asked before the end is heard.
            if closing.is_set():
                return
            continue
        with connection, suppress(OSError):
            connection.settimeout(0.5)
            canary.heard.append(connection.recv(300).decode("latin-1").partition("\r\n")[0])
            connection.sendall(_REPLY)


def a_secret_file(folder: Path) -> Path:
    """Make the file."""
    path = folder / "secret.txt"
    path.write_text(LOCAL_BYTES, encoding="utf-8")
    return path
