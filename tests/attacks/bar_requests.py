"""Bar 8: nothing inside is asked and no file of the disk is read, by page, address, redirect or look-up."""

import io
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pikepdf

from magazine.core.errors import MagazineError
from magazine.ingest.addresses import WEB_PORTS
from magazine.ingest.courier import Courier, Errand, Kind
from magazine.ingest.web import WebCourier
from magazine.render.confined import Limits, OverrunError, confined
from magazine.render.typesetting import Manuscript, typeset
from tests.attacks.canary import ANSWER, LOCAL_BYTES, Canary, a_canary, a_secret_file
from tests.ingest.site import Reply, a_site
from tests.render.test_hostile_pages import FONT, REACHING
from tests.torture.bars import Bar, Outcome

Setter = Callable[[str], bytes]
"""HTML to a PDF."""
Guard = Callable[..., Courier]
"""Makes a courier: ``ports`` are those that it asks, ``resolve`` looks hosts up."""

FORMS = (
    "http://127.0.0.1:{port}/",
    "http://127.1:{port}/",
    "http://2130706433:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://0x7f.0.0.1:{port}/",
    "http://0x7f000001:{port}/",
    "http://017700000001:{port}/",
    "http://0:{port}/",
    "http://0.0.0.0:{port}/",
    "http://127.255.255.254:{port}/",
    "http://localhost:{port}/",
    "http://LocalHost.:{port}/",
    "HTTP://127.0.0.1:{port}/",
    "http://[::1]:{port}/",
    "http://[::]:{port}/",
    "http://[0:0:0:0:0:0:0:1]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://[64:ff9b::7f00:1]:{port}/",
    "http://[2002:7f00:1::]:{port}/",
    "http://127。0。0。1:{port}/",
    "http://１２７.0.0.1:{port}/",
    "http://①②⑦.0.0.1:{port}/",
    "http://user@127.0.0.1:{port}/",
    "http://news.example@127.0.0.1:{port}/",
    "http://a:b@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}#@news.example/",
    "http://127.0.0.1:{port}\\@news.example/",
    "http://127.0.0.1%00:{port}/",
    "http://169.254.169.254:{port}/latest/meta-data",
    "http://[fe80::1%25eth0]:{port}/",
    "http://10.0.0.1:{port}/",
    "http://inside.example:{port}/",
    "http://mixed.example:{port}/",
    "//127.0.0.1:{port}/",
    "ftp://127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/_GET",
    "dict://127.0.0.1:{port}/",
    "file://{path}",
    "FiLe://{path}",
    "file:{path}",
    "file://localhost{path}",
    "data:text/html,{path}",
    "jar:file://{path}!/",
    "netdoc:{path}",
    "{path}",
)
"""Ways to write an address inside, or of a file."""
_REDIRECTS = (301, 302, 303, 307, 308)


def set_page(html: str) -> bytes:
    """Set a page as the PDF renderer does; nothing comes of one that the engine cannot read."""
    manuscript = Manuscript(html=html, style=FONT, identifier="x")
    try:
        return confined(typeset, manuscript, limits=Limits(seconds=120)).content
    except OverrunError:
        return b""


def set_vectors(dice: random.Random, trials: int) -> Outcome:
    """Set pages that reach out in every way that a page can."""
    return set_with(dice, trials, set_page)


def set_with(_dice: random.Random, trials: int, setter: Setter) -> Outcome:
    """Set the pages with a typesetter: each vector by itself, or several to a page when fewer are wanted."""
    with a_canary() as canary, tempfile.TemporaryDirectory() as folder:
        secret = a_secret_file(Path(folder))
        places = (canary.url(), secret.as_uri(), secret.as_uri().replace("file", "FiLe"))
        vectors = [vector.format(at=place) for vector in REACHING for place in places]
        size = -(-len(vectors) // min(trials, len(vectors)))
        pages = ["".join(vectors[start : start + size]) for start in range(0, len(vectors), size)]
        faults = [fault for page in pages for fault in _page_faults(page, setter, canary)]
        # The engine stops at some addresses without a scheme: there is no PDF, and nothing in it.
        bare = [vector.format(at=secret) for vector in REACHING] if trials >= len(vectors) else []
        found = (fault for page in bare for fault in _page_faults(page, setter, canary))
        faults += [fault for fault in found if "not set" not in fault]
        vectors += bare
    return Outcome(
        len(vectors), tuple(faults), f"{len(REACHING)} vectors to network and disk: 0 requests, 0 bytes"
    )


def _page_faults(page: str, setter: Setter, canary: Canary) -> Iterator[str]:
    content = setter(page)
    yield from (f"{page[:60]}…: the canary heard {line}" for line in canary.heard)
    canary.heard.clear()
    if holds(content, LOCAL_BYTES):
        yield f"{page[:60]}…: bytes of the disk are in the PDF"
    if not content.startswith(b"%PDF-"):
        yield f"{page[:60]}…: it was not set"


def holds(content: bytes, text: str) -> bool:
    """Tell whether a PDF holds a text anywhere, attachments and streams included."""
    if not content:
        return False
    wanted = text.encode()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        attached: list[bytes] = [each.get_file().read_bytes() for each in pdf.attachments.values()]
        streams = [_read(each) for each in pdf.objects if isinstance(each, pikepdf.Stream)]
    return any(wanted in each for each in (content, *attached, *streams))


def _read(stream: Any) -> bytes:
    with suppress(pikepdf.PdfError):
        return bytes(stream.read_bytes())
    return bytes(stream.read_raw_bytes())


def ask_addresses(dice: random.Random, trials: int) -> Outcome:
    """Ask for addresses inside: at first, after a redirect, and by a look-up that changes its answer."""
    return ask_with(dice, trials, WebCourier)


def ask_with(_dice: random.Random, trials: int, guard: Guard) -> Outcome:
    """Ask with a guard: every form, as many ways as trials allow."""
    with a_canary() as canary, a_site() as site, tempfile.TemporaryDirectory() as folder:
        secret = a_secret_file(Path(folder))
        forms = [form.format(port=canary.port, path=secret) for form in FORMS]
        ports = WEB_PORTS | {canary.port}  # so that the address alone decides
        asked = 0
        faults: list[str] = []
        inside = guard(ports=ports, resolve=_looked_up)
        for form in forms:
            faults += _asked(inside, form, form, canary)
            asked += 1
        site_alone = guard(allowed=[("127.0.0.1", site.port)], ports=ports, resolve=_looked_up)
        for number, form in enumerate(forms * len(_REDIRECTS)):
            if asked >= trials:
                break
            status = _REDIRECTS[number // len(forms)]
            site.replies["/"] = Reply(status=status, headers={"Location": _one_line(form)})
            faults += _asked(site_alone, site.url("/"), f"{status} to {form}", canary)
            asked += 1
        for first in (["203.0.114.7"], []):
            faults += _rebound(guard, canary, ports, first)
            asked += 1
    return Outcome(asked, tuple(faults), f"{len(FORMS)} forms, redirects, rebinding: 0 requests, 0 bytes")


def _looked_up(host: str, port: int) -> Sequence[str]:
    """Look hosts up as the system does; names that lead inside are ours, all others lead nowhere."""
    from magazine.ingest.addresses import look_up  # noqa: PLC0415

    names = {"inside.example": ["127.0.0.1"], "mixed.example": ["93.184.216.34", "127.0.0.1"]}
    if host in names:
        return names[host]
    if host.endswith(".example"):
        raise OSError("no such host")
    return look_up(host, port)


def _asked(courier: Courier, url: str, name: str, canary: Canary) -> Iterator[str]:
    body = b""
    try:
        body = courier.fetch(Errand(url=url, kind=Kind.PAGE)).body
    except MagazineError:
        pass
    except Exception as error:  # noqa: BLE001 - a connection that something else had to stop was tried
        yield f"{name}: {type(error).__name__}"
    if canary.heard or ANSWER in body:
        yield f"{name}: the canary was asked"
    if LOCAL_BYTES.encode() in body:
        yield f"{name}: a file was read"
    canary.heard.clear()


def _rebound(guard: Guard, canary: Canary, ports: frozenset[int], first: list[str]) -> Iterator[str]:
    """Ask for a host whose answer changes: public when it is vetted, inside when it is dialled."""
    answers: list[list[str]] = []

    def rebinding(_host: str, _port: int) -> Sequence[str]:
        answers.append(first if not answers else ["127.0.0.1"])
        # The public one is never dialled here: nothing of this machine leaves it.
        return [*answers[-1], "127.0.0.1"]

    yield from _asked(
        guard(ports=ports, resolve=rebinding), f"http://turning.example:{canary.port}/", "rebinding", canary
    )
    if len(answers) != 1:
        yield f"rebinding: the host was looked up {len(answers)} times for one request"


def _one_line(form: str) -> str:
    # As a header carries it: in the bytes of UTF-8.
    return form.encode().decode("latin-1")


BARS = (
    Bar(number=8, name="requests-of-pages", trials=80, quick=2, run=set_vectors),
    Bar(number=8, name="requests-to-addresses", trials=280, quick=110, run=ask_addresses),
)
