"""Addresses of the web, freed of what nobody else may read."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_KEY = re.compile(
    r"(?:api|access|auth|private|secret|subscription)[-_]?key|(?:\w+[-_])?token|(?:client[-_]?)?secret"
    r"|pass(?:word|wd)|pwd|php?sess(?:ion)?[-_]?id|jsessionid|session[-_]?id|x-amz-(?:signature|credential)",
    re.IGNORECASE,
)
"""Names of parameters whose values let somebody in."""


def without_keys(url: str) -> str:
    """Return an address without user, password and the parameters that are keys; any other as it is."""
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return url
    kept = [(name, value) for name, value in pairs if not _KEY.fullmatch(name)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    place = parts.netloc.rpartition("@")[2]
    if (query, place) == (parts.query, parts.netloc):
        return url
    return urlunsplit((parts.scheme, place, parts.path, query, parts.fragment))
