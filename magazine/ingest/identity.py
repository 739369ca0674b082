"""What an article is called: its id and its address."""

import hashlib
import re

_ID = re.compile(r"[\w.:/@+#?=&%~,-]{1,200}")
_URL = re.compile(r"https?://[^\s<>\"'`\\{}|^]{3,2000}", re.IGNORECASE)


def id_from(given: str, *, url: str | None, title: str, body: str) -> str:
    """Return an article's id.

    A given one is kept when it is short and of letters, digits and the
    characters of addresses; else ``a-`` and twelve hexadecimal digits of the
    SHA-256 of the URL, or without one of title and body: an article that is added
    again with the day it lacked is the same article.
    """
    if _ID.fullmatch(given):
        return given
    named = url or "\n".join((title, body))
    return "a-" + hashlib.sha256(named.encode()).hexdigest()[:12]


def web_address(text: str) -> str | None:
    """Return a URL that can be printed and clicked; None for any but http and https."""
    text = text.strip()
    return text if _URL.fullmatch(text) else None
