"""What an article is called: its id and its address."""

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from magazine.ingest.cleaning import clean_line

_TO_QUOTE = re.compile(r"[\"'`\\{}|^]")
"""Signs that browsers show in an address, and that could end it in a page or a text."""
_ID = re.compile(r"[\w.:/@+#?=&%~,-]{1,200}")
_URL = re.compile(r"https?://[^\s<>]{3,2000}", re.IGNORECASE)
_TRACKING = re.compile(
    r"utm_\w+|at_(?:medium|campaign)|[fg]clid|mc_[ce]id|cmpid|ref_src|igshid", re.IGNORECASE
)


def id_from(given: str, *, url: str | None, title: str, body: str) -> str:
    """Return an article's id.

    A given one is kept when it is short and of letters, digits and the
    characters of addresses; else ``a-`` and twelve hexadecimal digits of the
    SHA-256 of the URL, or without one of title and body: an article that is added
    again with the day it lacked is the same article.
    """
    if _ID.fullmatch(given):
        return given
    return name_of(url or "\n".join((title, body)))


def name_of(text: str) -> str:
    """Return the id that stands for an address or, without one, for a text."""
    return "a-" + hashlib.sha256(text.encode(errors="replace")).hexdigest()[:12]


def web_address(text: str) -> str | None:
    """Return a URL that can be printed and clicked; None for any but one of http and https."""
    text = _TO_QUOTE.sub(lambda sign: f"%{ord(sign[0]):02X}", clean_line(text))
    return text if _URL.fullmatch(text) else None


def without_tracking(url: str) -> str:
    """Return an address without the parameters that tell where a reader came from, and its fragment."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, fragment))
