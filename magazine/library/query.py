"""What a user types into the search, as FTS5 understands it.

Words must all occur, in singular or plural; ``"a phrase"`` as it stands; ``a OR b`` either;
``-word`` must not occur. Any text is a valid query.
"""

import re
import unicodedata
from dataclasses import dataclass

# The categories of the index's tokenizer, see migrations/0001_articles.sql.
_WORD_CATEGORIES = frozenset(("Mn", "Mc", "Co"))
_TERM = re.compile(r'(-?)"([^"]*)"?|(-?)([^\s"]+)')
_SHORTEST_PLURAL = 4
_NUKTA = "\u093c"


@dataclass(frozen=True, slots=True)
class Query:
    """A user's query in two FTS5 expressions."""

    wanted: str
    """What must match; empty: nothing in particular."""
    unwanted: str
    """What must not match; empty: nothing."""

    @property
    def is_empty(self) -> bool:
        """Tell whether it holds no word at all, and so can match nothing."""
        return not (self.wanted or self.unwanted)


def parse_query(text: str) -> Query:
    """Return a user's query. ``OR`` in capitals binds the terms on either side of it."""
    groups: list[list[str]] = []
    unwanted: list[str] = []
    joins = False
    for match in _TERM.finditer(unicodedata.normalize("NFC", text)):
        if match[4] == "OR":
            joins = bool(groups)
            continue
        term = _term(match)
        if not term:
            continue
        if match[1] or match[3]:
            unwanted.append(term)
        elif joins:
            groups[-1].append(term)
        else:
            groups.append([term])
        joins = False
    wanted = " AND ".join(f"({' OR '.join(group)})" for group in groups)
    return Query(wanted=wanted, unwanted=" OR ".join(unwanted))


def _term(match: re.Match[str]) -> str:
    if match[4] is None:
        return _phrase(match[2])
    words = _phrase(match[4])
    plain = words[1:-1]
    variants = _variants(plain) if words and " " not in plain else [plain]
    return " OR ".join(f'"{variant}"' for variant in variants) if words else ""


def _phrase(text: str) -> str:
    """Return the words of a text as one FTS5 phrase; empty when there are none."""
    words = "".join(letter if _is_word(letter) else " " for letter in text).split()
    return f'"{" ".join(words)}"' if words else ""


def _is_word(letter: str) -> bool:
    category = unicodedata.category(letter)
    return category[0] in "LN" or category in _WORD_CATEGORIES


def _variants(word: str) -> list[str]:
    """Return a word in singular and plural, and a Hindi one with and without its nukta.

    A word with a capital letter may be a name, as Mars, and stays as it is.
    """
    if not (word.isascii() and word.isalpha() and word.islower()) or len(word) < _SHORTEST_PLURAL:
        return list(dict.fromkeys((word, word.replace(_NUKTA, ""))))
    if word.endswith("ies"):
        return [word, word[:-3] + "y"]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "news")):
        return [word, word[:-1]]
    if word.endswith("y") and word[-2] not in "aeiou":
        return [word, word[:-1] + "ies"]
    return [word, word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")]
