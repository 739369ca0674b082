"""The values of a sentence for which others could stand: figures, years, laws, bodies, persons, places.

Two values of one kind can change places and the sentence stays one: a figure keeps its
unit and its scale, a Ministry gives way to a Ministry, a State to a State.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from magazine.core.issue import FactKind
from magazine.edit.askable import askables
from magazine.edit.gazetteer import places_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """Something that stands once in a sentence."""

    kind: str
    """Values of one kind are alike in what they say and in how they are written."""
    text: str
    start: int
    size: float = 0.0
    """Of a figure or a year: how much it is; 0 for a name."""
    is_numeric: bool = False
    """A mere figure: an amount, a share or a count."""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def values_of(text: str) -> tuple[Value, ...]:
    """Return the values of a sentence, names before years before figures; none overlaps a better one."""
    kept: list[Value] = []
    for value in (
        *_provisions(text),
        *_named(text),
        *_persons(text),
        *_places(text),
        *_times(text),
        *_figures(text),
    ):
        apart = all(value.end <= other.start or other.end <= value.start for other in kept)
        if apart and text.count(value.text) == 1:
            kept.append(value)
    return tuple(kept)


def year_within(value: Value) -> tuple[Value, ...]:
    """Return the year at the end of a name, as a value of its own: of *Electricity Act, 2003*."""
    match = re.search(r"\b(?:18|19|20)\d\d$", value.text) if value.kind.startswith("name") else None
    if match is None:
        return ()
    return (Value(kind="year", text=match[0], start=value.start + match.start(), size=float(match[0])),)


_PROVISION = re.compile(r"\b(Article|Section|Rule)\s(\d+[A-Z]?(?:\(\w+\))?)(?!\w|,? (?:and|to|or) \d)")
_PROVISION_HI = re.compile(r"(अनुच्छेद|धारा|नियम)\s(\d+)(?![\d,])")


def _provisions(text: str) -> Iterator[Value]:
    for match in (*_PROVISION.finditer(text), *_PROVISION_HI.finditer(text)):
        yield Value(kind=f"provision {match[1]}", text=match[0], start=match.start())


_NAMING = frozenset(
    [FactKind.LAW, FactKind.SCHEME, FactKind.MISSION, FactKind.REPORT, FactKind.BODY, FactKind.EXERCISE]
)
_HINDI_MINISTRY = re.compile(r"^((?:[\u0900-\u0963]+ ){1,7}मंत्रालय)(?= (?:ने|के|की|का|द्वारा)\s)")
_HINDI_SMALL = frozenset(("का", "की", "के", "ने", "में", "को", "से", "पर", "यह", "इस", "उस"))
_FEWEST_WORDS = 3
"""Of a body's name: fewer, such as *Election Commission*, may be any."""


def _named(text: str) -> Iterator[Value]:
    for each in askables(text):
        start = text.find(each.label)
        head = _head(each.label)
        is_part = re.search(r"[A-Z][\w.]* $", text[:start]) or text.startswith(" (", start + len(each.label))
        if each.kind not in _NAMING or not head or is_part:
            continue
        if each.label.split()[0].isupper():
            continue  # *RP Act, 1950* may be the short name of another value
        if each.kind is FactKind.BODY and len(each.label.split()) < _FEWEST_WORDS:
            continue
        article = "the" if text[:start].casefold().endswith("the ") else ""
        dated = " dated" if re.search(r"\d{4}$", each.label) else ""
        yield Value(kind=f"name {head} {article}{dated}", text=each.label, start=start)
    ministry = _HINDI_MINISTRY.match(text)
    if ministry and not _HINDI_SMALL & set(ministry[1].split()):
        yield Value(kind="name मंत्रालय", text=ministry[1], start=0)


_OPENING = re.compile(r"^(Ministry|Department|Exercise|Operation|Bank|Council|Commission)\b")
_CLOSING = re.compile(
    r"\b(Act|Bill|Code|Rules|Regulations|Convention|Protocol|Treaty|Agreement|Mission|Yojana|Scheme|Abhiyan"
    r"|Programme|Portal|Fund|Policy|Survey|Index|Report|Commission|Committee|Authority|Board|Council|Institute"
    r"|University|Court|Tribunal|Corporation)(?:,? \d{4})?$"
)


def _head(label: str) -> str:
    """Return the noun that tells what a name names; empty for one that is cut or has a bracket."""
    match = _OPENING.search(label) or _CLOSING.search(label)
    is_cut = match is not None and match[0] == label
    return "" if match is None or is_cut or label.endswith(")") else match[1]


_PERSON = re.compile(
    r"\b(?P<role>Prime Minister|Minister|President|Vice-President|Secretary|Commissioners?|Speaker|Governor"
    r"|Justice|General|Admiral|Chairman|Chairperson|CEO)\s(?:General\s)?(?P<name>(?:[A-Z]\.\s?)*[A-Z][a-z’-]+(?:\s(?:[A-Z]\.|[A-Z][a-z’-]+)){1,3})"
)


_OWN_CLASS = frozenset(["Prime Minister", "Minister", "President", "Speaker"])
"""Offices of which a reader knows the holders: another's name would give itself away."""


def _persons(text: str) -> Iterator[Value]:
    for match in _PERSON.finditer(text):
        role = match["role"] if match["role"] in _OWN_CLASS else "official"
        yield Value(kind=f"person {role}", text=match["name"], start=match.start("name"))


def _places(text: str) -> Iterator[Value]:
    for kind, match in places_in(text):
        # In a list, or inside a longer name, a place is no single answer.
        around = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 5]
        if re.search(r"(?:, |and |और |[A-Z]\w* )$", around[0]) or re.match(
            r"(?:, [A-Z]| and | [A-Z]|’s|'s|–|-)", around[1]
        ):
            continue
        yield Value(kind=f"place {kind}", text=match[0], start=match.start())


_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|जनवरी|फरवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|अक्तूबर|नवंबर|दिसंबर"
)
_DATE = re.compile(rf"(?<!\d )\b(?P<day>\d{{1,2}}) (?P<month>{_MONTHS}) (?P<year>\d{{4}})\b")
_MONTH_YEAR = re.compile(rf"(?<!\d )(?<!\d)\b(?P<month>{_MONTHS}) (?P<year>\d{{4}})\b")
_YEAR = re.compile(r"(?<![\w,.₹$/–-])(?:18|19|20)\d\d(?![\w/–-]|,\d|\.\d)")


_FROM = re.compile(r"(?:\d{4}|between|from) ?(?:to|and|or|से|और|–|-)? ?$")
_TO = re.compile(r" ?(?:to|and|or|से|और) \d{4}")
"""One end of a span of years: another year might run it backwards."""


def _script(month: str) -> str:
    return "latin" if month.isascii() else "devanagari"


def _times(text: str) -> Iterator[Value]:
    for match in _DATE.finditer(text):
        yield Value(
            kind=f"date {_script(match['month'])}",
            text=match[0],
            start=match.start(),
            size=float(match["year"]),
        )
    for match in _MONTH_YEAR.finditer(text):
        yield Value(
            kind=f"month {_script(match['month'])}",
            text=match[0],
            start=match.start(),
            size=float(match["year"]),
        )
    for match in _YEAR.finditer(text):
        is_alone = not (_FROM.search(text[: match.start()]) or _TO.match(text[match.end() :]))
        if is_alone and not re.search(rf"(?:{_MONTHS}),? $", text[: match.start()]):
            yield Value(kind="year", text=match[0], start=match.start(), size=float(match[0]))


_FIGURE = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = (
    r"(?: (?:lakh crore|thousand crore|lakh|crore|million|billion|trillion|thousand"
    r"|लाख करोड़|हजार|हज़ार|लाख|करोड़))?"
)
_CURRENCY = r"(?:₹ ?|Rs\.? ?|US\$ ?|USD |CAD \$|\$ ?)"
_AMOUNT = re.compile(
    rf"(?<![\w.,–/-])(?P<currency>{_CURRENCY})?(?P<figure>{_FIGURE})(?P<scale>{_SCALE})"
    r"(?P<share> per cent| percent|%| प्रतिशत)?(?![\w–/-]|[.,:]\d)"
)
_SCALES = {"thousand": 1e3, "lakh": 1e5, "crore": 1e7, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_HINDI_SCALES = {"हजार": 1e3, "हज़ार": 1e3, "लाख": 1e5, "करोड़": 1e7}
_NUMBERED = re.compile(
    r"(?:\b(?:Form|Note|Phase|Goal|Part|Class|Group|Type|Tier|Level|Version|Chapter|Schedule|Rule|Rules|Section|Article"
    r"|Articles|Sections|No\.|MC|G|and|to|or|between|from|age|aged)|[A-Z]\w*|चरण|धारा|अनुच्छेद|से|और)\s$"
)
_SMALLEST = 4


def _figures(text: str) -> Iterator[Value]:
    for match in _AMOUNT.finditer(text):
        currency, scale, share = match["currency"] or "", match["scale"], match["share"] or ""
        figure = float(match["figure"].replace(",", ""))
        size = figure * _factor(scale)
        bare = not (currency or share)
        if bare and (
            _NUMBERED.search(text[: match.start()])
            or size < _SMALLEST
            or not text[match.end() :].startswith(" ")
        ):
            continue
        if bare and re.match(rf" (?:{_MONTHS}|[A-Z]|per |to |and |से |और )", text[match.end() :]):
            continue
        places = len(match["figure"].partition(".")[2])
        kind = f"figure {currency.strip()}|{scale}|{share.strip()}|{min(places, 1)}"
        yield Value(kind=kind, text=match[0], start=match.start(), size=size, is_numeric=True)


def _factor(scale: str) -> float:
    return math.prod((_SCALES | _HINDI_SCALES).get(word, 1.0) for word in scale.split())
