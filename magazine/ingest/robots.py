"""What a site asks of programs: robots.txt, as RFC 9309 reads it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

_EVERYONE = "*"
_LONGEST_DELAY = 30.0
_LINE = re.compile(r"\s*([\w-]+)\s*:\s*(.*?)\s*(?:#.*)?")
_KEPT = "/*$?&=%+~@:!'(),;"
"""Signs of a path that are compared as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    allows: bool
    path: str

    def matches(self, path: str) -> bool:
        first, *parts = self.path.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        for part in parts:
            found = path.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        is_end_asked = self.path.endswith("$")
        return not is_end_asked or at == len(path) or bool(parts and path.endswith(parts[-1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """The rules of one site for one program."""

    rules: tuple[_Rule, ...] = ()
    delay: float = 0.0
    """Seconds that the site wants between two requests; at most 30."""

    def allow(self, url: str) -> bool:
        """Tell whether an address may be asked: the longest rule that matches decides, allow on a tie."""
        parts = urlsplit(url)
        path = _comparable(parts.path or "/") + (f"?{_comparable(parts.query)}" if parts.query else "")
        matching = [rule for rule in self.rules if rule.matches(path)]
        best = max(matching, key=lambda rule: (len(rule.path), rule.allows), default=None)
        return best is None or best.allows


def read_robots(text: str, program: str) -> Robots:
    """Return the rules that a robots.txt has for a program, or else for everyone."""
    groups = list(_groups(text.split("\n")))
    own = [lines for names, lines in groups if program.lower() in names]
    lines = [
        line for group in own or [lines for names, lines in groups if _EVERYONE in names] for line in group
    ]
    rules = [
        _Rule(allows=name == "allow", path=_comparable(value))
        for name, value in lines
        if name in ("allow", "disallow") and value
    ]
    delays = [float(value) for name, value in lines if name == "crawl-delay" and _is_number(value)]
    return Robots(rules=tuple(rules), delay=min(max(delays, default=0.0), _LONGEST_DELAY))


def _groups(lines: Iterable[str]) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """Yield each group's programs, in lower case, with its lines as names and values."""
    names: set[str] = set()
    held: list[tuple[str, str]] = []
    for line in lines:
        match = _LINE.fullmatch(line.strip("\ufeff\r"))
        if match is None:
            continue
        name, value = match[1].lower(), match[2]
        if name != "user-agent":
            held.append((name, value))
            continue
        if held:
            yield names, held
            names, held = set(), []
        names.add(value.lower())
    yield names, held


def _comparable(path: str) -> str:
    return quote(unquote(path), safe=_KEPT, errors="replace")


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", text) is not None
