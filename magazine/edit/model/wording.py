"""The form of a model's words: what is tidied, and what no statement may have.

Whether a statement is true is the guard's to say. Here stands what has no place on the
page whatever it says: addresses, markup, code, another language, words out of nowhere.
"""

import re
import unicodedata
from collections.abc import Iterable

from magazine.core.article import Language
from magazine.core.facts.words import stem
from magazine.core.finding import Problem, ProblemKind
from magazine.core.script import is_in
from magazine.edit.injection import speaks_to_machines
from magazine.edit.terms import terms

LEAST_OVERLAP = 0.35
"""The share of a statement's content words that its cited sentences have at the least.

Of true sentences of two summary sets 4 and 8 in a hundred lie below it, of sentences held
against the best of another article 98 to 99."""
_LONGEST = 70
"""Words of a statement; a model that was asked for thirty and gives more has not edited."""

_IDS = re.compile(r"\s*[\[(]\s*a\d{1,3}\.[tshr]\d{0,4}(?:\s*[,;]\s*a\d{1,3}\.[tshr]\d{0,4})*\s*[\])]")
_EMPHASIS = re.compile(r"\*\*|__|`+|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)")
_MARK = re.compile(r"^(?:[-*•–—]\s+|#{1,6}\s+|\d{1,2}[.)]\s+(?=\D))")
_ENDED = re.compile(r"[.!?…।॥][\"'”’»)\]]*$")

_FORBIDDEN = (
    (r"https?:|www\.|\b[\w-]{3,}\.(?:com|org|net|in|io|co|info|biz|xyz|ly|me|app)\b(?!\.)", "a web address"),
    (r"\S@[^\W\d]|(?:^|\s)[@#]\w", "an address or a tag"),
    (
        r"\+\d[\d\s-]{7,}\d|(?<![\d,.₹$])\d{10,}(?![\d,.])|\b1800[\s-]?\d{3}[\s-]?\d{3,4}\b",
        "a telephone number",
    ),
    (r"</?[A-Za-z!]|&(?:[a-z]{2,8}|#\d+);|\]\(|!\[|\\[nt\"]|[{}|`^]|(?:^|\s)#{1,6}\s", "markup or code"),
    (r"[A-Za-z0-9+/=]{32,}", "a word of no language"),
)
_FAULTS = tuple((re.compile(form, re.IGNORECASE), name) for form, name in _FORBIDDEN)
_JOINERS = "\u200c\u200d"


def tidied(text: str, language: Language, *, is_sentence: bool = True) -> str:
    """Return a statement without a list's mark, emphasis or echoed ids, and with its stop."""
    text = unicodedata.normalize("NFC", text)
    text = " ".join(_MARK.sub("", _EMPHASIS.sub("", _IDS.sub("", text)).strip()).split())
    if not is_sentence:
        return text.rstrip(":").strip()
    if not text or _ENDED.search(text):
        return text
    return text + ("।" if language is Language.HINDI else ".")


def faults(text: str, language: Language, evidence: Iterable[str]) -> list[Problem]:
    """Return what is wrong with a statement's form, by the language asked for.

    Args:
        text: The statement.
        language: What it must be in.
        evidence: The texts it may take its signs from.
    """
    if not text:
        return [_problem("", "The statement is empty.")]
    if len(text.split()) > _LONGEST:
        return [_problem("", f"The statement has more than {_LONGEST} words.")]
    found = [
        _problem(match[0].strip(), f"The statement has {name}.")
        for form, name in _FAULTS
        if (match := form.search(text))
    ]
    if speaks_to_machines(text):
        found.append(_problem("", "The statement speaks to a machine."))
    if strange := _strange(text, evidence):
        found.append(_problem(strange, "The statement has signs that its source does not have."))
    if not is_in(text, language):
        found.append(_problem("", "The statement is not in the language of the issue."))
    return found


def overlap(text: str, cited: Iterable[str]) -> float:
    """Return the share of a statement's content words that the cited sentences have, 0.0 to 1.0."""
    stated = {stem(word) for word in terms(text)}
    known = {stem(word) for each in cited for word in terms(each)}
    return len(stated & known) / len(stated) if stated else 1.0


def too_far(text: str, cited: Iterable[str]) -> list[Problem]:
    """Return the problem of a statement that shares hardly a word with the sentences it cites."""
    if overlap(text, cited) >= LEAST_OVERLAP:
        return []
    return [_problem("", "Most words of the statement are not those of the sentences it cites.")]


def _strange(text: str, evidence: Iterable[str]) -> str:
    """Return the emoji, private and invisible signs of a text that no evidence has."""
    odd = {
        sign
        for sign in text
        if unicodedata.category(sign) in {"So", "Co", "Cn", "Cf", "Cc"} and sign not in _JOINERS
    }
    return "".join(sorted(odd.difference(*evidence))) if odd else ""


def _problem(value: str, text: str) -> Problem:
    return Problem(kind=ProblemKind.WORDING, value=value, text=text)
