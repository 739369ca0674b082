"""Reads a feed from standard input, prints its plain fields as JSON. A process of its own.

feedparser takes time and memory out of all proportion on some hostile feeds; here both have
an end, and the caller's process stays as it is. Only this file knows feedparser. It is run
by its path and imports no other part of the program, so that it starts quickly.

Arguments: the limits in seconds of processor time and bytes of memory. The first line that it
reads is a JSON list of the feed's address and its Content-Type; either may be empty.
"""

import io
import json
import sys
import warnings
from typing import Any

_FEED = ("title", "subtitle", "description", "link", "id", "language", "author", "published", "updated")
_ENTRY = ("title", "summary", "description", "link", "id", "author", "published", "updated", "guidislink")
_LARGE = 1_000_000


def main() -> None:
    """Read, parse, print."""
    seconds, size = sys.argv[1:]
    _limit(int(seconds), int(size))
    base, content_type = json.loads(sys.stdin.buffer.readline())
    sys.stdout.write(json.dumps(plain_fields(sys.stdin.buffer.read(), base, content_type)))


def plain_fields(raw: bytes, base: str, content_type: str) -> dict[str, Any]:
    """Return the plain fields of a feed, without any limit."""
    parsed = _parsed(raw, base, content_type)
    entries = [_plain(entry, _ENTRY) | _lists(entry) for entry in parsed.entries]
    return {"version": parsed.version or "", "feed": _plain(parsed.feed, _FEED), "entries": entries}


def _limit(seconds: int, size: int) -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system; there the caller's wall clock is the limit
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _parsed(raw: bytes, base: str, content_type: str) -> Any:  # noqa: ANN401 - feedparser is not typed
    import feedparser

    told = {"content-location": base, "content-type": content_type}
    headers = {name: value for name, value in told.items() if value}
    # On a large feed these two take most of the time; markup is read as markup later in any case.
    is_small = len(raw) <= _LARGE
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # A stream of bytes: a str would be taken for an address or a path, and opened.
        return feedparser.parse(
            io.BytesIO(raw),
            response_headers=headers,
            sanitize_html=is_small,
            resolve_relative_uris=is_small,
        )


def _plain(holder: Any, names: tuple[str, ...]) -> dict[str, object]:  # noqa: ANN401 - feedparser is not typed
    values = {name: holder.get(name) for name in names}
    return {name: value for name, value in values.items() if isinstance(value, str | bool)}


def _lists(entry: Any) -> dict[str, object]:  # noqa: ANN401 - feedparser is not typed
    return {
        "contents": [
            part["value"] for part in entry.get("content", ()) if isinstance(part.get("value"), str)
        ],
        "tags": [tag["term"] for tag in entry.get("tags", ()) if isinstance(tag.get("term"), str)],
    }


if __name__ == "__main__":
    main()
