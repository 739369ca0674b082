"""Which machines may be asked: those of the public internet, and those the user names.

A name is looked up once and the address that was looked at is the one that is dialled, so
that a second, different answer can do no harm.
"""

import queue
import re
import socket
import threading
from collections.abc import Callable, Sequence
from ipaddress import IPv6Address, ip_address, ip_network

from magazine.core.errors import UsageError
from magazine.ingest.courier import NotFetchedError

Place = tuple[str, int]
"""A host as it stands in an address, in lower case, and a port."""
Resolver = Callable[[str, int], Sequence[str]]
"""A host and a port to the addresses that a look-up gives, as text; OSError when it gives none."""

WEB_PORTS = frozenset({80, 443})

_PLACE = re.compile(r"(?:\[([\da-fA-F:.]+)\]|([\w.-]+)):(\d{1,5})")
_LAST_PORT = 65535
# Python calls some of these global: each can carry a private address, or is a relay to one.
_CARRIERS = tuple(
    ip_network(network)
    for network in (
        "::/96",  # IPv4-compatible
        "::ffff:0:0/96",  # IPv4-mapped
        "::ffff:0:0:0/96",  # IPv4-translated
        "64:ff9b::/96",  # NAT64
        "64:ff9b:1::/48",
        "2001::/32",  # Teredo
        "2002::/16",  # 6to4
        "fec0::/10",  # site-local
        "192.88.99.0/24",  # 6to4 relays
    )
)


def is_public(address: str) -> bool:
    """Tell whether an IP address, IPv4 or IPv6, is one of the public internet and carries no other."""
    if "%" in address:  # a zone: link-local
        return False
    ip = ip_address(address)
    if any(ip.version == carrier.version and ip in carrier for carrier in _CARRIERS):
        return False
    is_site_local = isinstance(ip, IPv6Address) and ip.is_site_local
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or is_site_local)


def allowed_place(text: str) -> Place:
    """Return the place that ``--allow-host HOST:PORT`` names; an IPv6 host stands in brackets.

    Raises:
        UsageError: It is no such pair.
    """
    match = _PLACE.fullmatch(text.strip())
    if match is None or not 0 < int(match[3]) <= _LAST_PORT:
        raise UsageError(f"{text!r} is no host and port.", hint="Write it as 127.0.0.1:8000 or [::1]:8000.")
    return (match[1] or match[2]).lower(), int(match[3])


def look_up(host: str, port: int) -> Sequence[str]:
    """Return the addresses of a host by the system's own look-up."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def look_up_within(resolve: Resolver, host: str, port: int, seconds: float) -> Sequence[str]:
    """Return a look-up's answer, waiting no longer than so many seconds.

    Raises:
        NotFetchedError: There is no such host, or no answer in time.
    """
    answers: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolve(host, port))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    # The system's look-up cannot be called off; a thread that nobody waits for can be left.
    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0))
    except queue.Empty:
        raise NotFetchedError("The look-up of its host takes too long.") from None
    if isinstance(answer, Exception) or not answer:
        raise NotFetchedError("There is no such host, or no network.")
    return answer


def vetted_address(
    host: str,
    port: int,
    addresses: Sequence[str],
    allowed: frozenset[Place],
    ports: frozenset[int] = WEB_PORTS,
) -> str:
    """Return the address to dial for a place.

    Raises:
        NotFetchedError: The port is none of the web, or one of the addresses is not public, and
            the place is not among the allowed.
    """
    if (host.lower(), port) in allowed:
        return addresses[0]
    if port not in ports:
        raise NotFetchedError(f"Port {port} is not asked: only {_listed(ports)} are.")
    if not all(is_public(address) for address in addresses):
        raise NotFetchedError("Its host is not on the public internet.")
    return addresses[0]


def _listed(ports: frozenset[int]) -> str:
    return " and ".join(str(port) for port in sorted(ports))
