"""What an examiner could ask of a sentence: its figures, laws, bodies, schemes and places.

Found by their form. English news writes a name as a run of capitals that ends
in a telling noun (*National Green Hydrogen Mission*); a Hindi name ends in one
and begins after a postposition. Each label is a run of the sentence's own words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from magazine.core.issue import FactKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Askable:
    """Something askable in a sentence. ``weight`` tells how much an examiner would like it."""

    kind: FactKind
    label: str
    weight: float


def askables(text: str) -> tuple[Askable, ...]:
    """Return what could be asked of a sentence, best first; of labels that hold each other, the better."""
    found = sorted(
        (*_numbered(text), *_names(text), *_hindi_names(text)),
        key=lambda each: (-each.weight, text.find(each.label), -len(each.label)),
    )
    kept: list[Askable] = []
    for each in found:
        if not any(each.label in other.label or other.label in each.label for other in kept):
            kept.append(each)
    return tuple(kept)


def askability(text: str) -> float:
    """Return how good a question a sentence makes: 0 to about 4; from 1.0 there is one."""
    kinds: dict[FactKind, float] = {}
    for each in askables(text):
        kinds[each.kind] = max(kinds.get(each.kind, 0.0), each.weight)
    best = sorted(kinds.values(), reverse=True)[:3]
    record = _RECORD if _SINGULAR.search(text) else 0.0
    return sum(best) + record + (_FOUNDING if best and _FOUNDED.search(text) else 0.0)


_RECORD = 0.8
"""What being the first, the only or the largest adds."""
_FOUNDING = 0.5
"""What telling how something began adds to its year or its founder."""
_FOUNDED = re.compile(
    r"\b(?:founded|established|launched|set up|constituted|signed|enacted|ratified|headquartered"
    r"|notified|recognised|came into (?:force|existence|effect))\b|स्थापना|स्थापित|हस्ताक्षर|शुभारंभ|लागू हु"
)
_SINGULAR = re.compile(
    r"\b(?:first|only|largest|biggest|highest|longest|oldest|smallest|deepest|fastest|maiden|record)\b"
    r"|पहल[ाीे](?=\s)|एकमात्र|सबसे",
    re.IGNORECASE,
)

_FIGURE = r"(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?(?:\s?[-–]\s?\d[\d,.]*(?<=\d))?"
_SCALE = (
    r"(?:\s?(?:[Ll]akh [Cc]rores?|thousand [Cc]rores?|hundred|thousand|[Ll]akhs?|[Ll]acs?|[Cc]rores?|[Cc]r"
    r"|[MmBb]illion|[Tt]rillion|[MmBb]n"
    r"|लाख करोड़|हज़ार|हजार|लाख|करोड़)(?![\w\u0900-\u0963]))"
)
_UNIT = (
    r"(?:per cent|percent|percentage points?|basis points|%|प्रतिशत|km/h|kmph|sq\.? ?km|km|kilomet(?:re|er)s?"
    r"|met(?:re|er)s?|hectares?|acres?|tonnes?|MT|MMT|quintals?|kg|MW|GW|GWh|kWh|MMSCMD|gigawatts?|megawatts?"
    r"|KL|barrels|litres?|°C|seats?|votes?"
    r"|districts?|villages?|[Ss]tates?|[Cc]ountries|nations|sites?|species|households?|farmers?|beneficiaries|students?"
    r"|satellites?|beds?|jobs?|किमी|कि\.मी\.|किलोमीटर|मीटर|हेक्टेयर|टन|मेगावाट|गीगावाट|सीटें|जिलों|जिले|गाँव|देशों|देश|किसानों)"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNNAMED = r"(?<!Tier )(?<!Phase )(?<!Class )(?<!Group )(?<!Type )(?<!Stage )(?<!Part )(?<!No\. )"
"""Not after a word whose number is a name: of *Tier 1 cities*, 1 is no count."""
_SMALL_WORD = (
    r"(?:the|a|an|of|in|on|at|by|for|from|to|and|or|with|as|per|across|during|under|over|between|than|that|which|who"
    r"|is|are|was|were|be|been|have|has|had|will|would|can|could|may|lays?|covering|including|each|every|through|into"
    r"|against|since|when|while|after|before|out|up|more|also|if|so|not|its|their)\b"
)

_NUMBERED: tuple[tuple[FactKind, float, re.Pattern[str]], ...] = (
    (
        FactKind.LAW,
        1.5,
        re.compile(
            r"\b(?:Articles?|Sections?|Art\.|Sec\.|Rule|Entry)"
            r" \d+[A-Z]*(?:\(\d+\w?\))*(?:(?:,| and| to) \d+\b(?! [a-z]))?"
            r"|(?:अनुच्छेद|धारा|अनुसूची) [\d\u0966-\u096F]+(?:\([\d\u0966-\u096F]+\))?"
        ),
    ),
    (
        FactKind.EXERCISE,
        1.4,
        re.compile(r"\b(?:Exercise|Operation) [‘“]?[A-Z][\w-]*(?:[ -](?:[A-Z][\w-]*|[IVX]+))*"),
    ),
    (
        FactKind.MISSION,
        1.4,
        re.compile(r"\b(?:Chandrayaan|Gaganyaan|Aditya|Mangalyaan|PSLV|GSLV|LVM)-?[A-Z\d][\w-]*"),
    ),
    (
        FactKind.NUMBER,
        1.0,
        re.compile(
            rf"(?:₹ ?|\bRs\.? ?|रु\.? ?|US ?\$|\$|\bUSD ?|€|£){_FIGURE}{_SCALE}*"
            rf"|{_UNNAMED}(?<![\w.,₹$])(?!20\d\d [A-Z]){_FIGURE}{_SCALE}*[\s-]?(?:[A-Z]\w+ )?{_UNIT}(?!\w)"
            rf"|(?<![\w.,₹$]){_FIGURE}{_SCALE}+"
        ),
    ),
    (
        FactKind.NUMBER,
        0.6,
        re.compile(
            rf"{_UNNAMED}(?<![\w.,/:₹$–-])(?!(?:1[5-9]|20)\d\d\b){_FIGURE}"
            rf"(?:\s[A-Z]{{2,6}})?(?:\s+(?!{_SMALL_WORD}|\w+ed\b)[a-z][a-z-]{{2,}}){{1,3}}(?=[,.;:)]|\s+{_SMALL_WORD})"
        ),
    ),
    (
        FactKind.DATE,
        0.5,
        re.compile(
            rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTHS}),? \d{{4}}\b"
            rf"|\b(?:{_MONTHS}) \d{{1,2}}, \d{{4}}\b"
            r"|(?<![\w,/.–-])(?:1[5-9]|20)\d\d(?:[-–]\d\d(?:\d\d)?)?(?![\w,/–-]\w)"
        ),
    ),
)


def _numbered(text: str) -> Iterator[Askable]:
    for kind, weight, form in _NUMBERED:
        for match in form.finditer(text):
            yield Askable(kind=kind, label=match[0].strip(" ,.;"), weight=weight)


_NAME = r"[A-Z\u00C0-\u00DE][\w’'&.-]*"
_RUN = re.compile(
    rf"\b{_NAME}(?:(?: (?:and|&)| of(?: the)?| for(?: the)?|,(?= \w+,? and ))? (?:{_NAME}|\(\w+\)))*"
)
"""A run of capitalised words with the small words that stand inside names."""

_NOUNS: dict[str, tuple[FactKind, float]] = {
    noun: (kind, weight)
    for kind, weight, nouns in (
        (
            FactKind.LAW,
            1.5,
            """Act Bill Code Rules Regulations Ordinance Convention Protocol Treaty Charter Accord
            Agreement""",
        ),
        (FactKind.MISSION, 1.4, "Mission"),
        (
            FactKind.SCHEME,
            1.3,
            """Yojana Scheme Abhiyan Abhiyaan Programme Program Initiative Portal Fund Policy
            Campaign""",
        ),
        (FactKind.REPORT, 1.3, "Report Index Survey Outlook Census Atlas"),
        (
            FactKind.PLACE,
            1.1,
            """Park Sanctuary Reserve Lake River Strait Dam Port Island Islands Airport Glacier
            Basin Gulf Wetland""",
        ),
        (
            FactKind.BODY,
            0.5,
            """Commission Committee Authority Board Council Organisation Organization Agency
            Institute Bank Court Tribunal University Corporation Bureau Alliance Assembly Sabha Aayog
            Ministry Department""",
        ),
    )
    for noun in nouns.split()
}
"""The noun a name ends in, with what it names and how much it is liked."""

_HEADS = frozenset(
    (
        "Ministry",
        "Department",
        "Strait",
        "Gulf",
        "Council",
        "Commission",
        "Bank",
        "Survey",
        "Board",
        "Institute",
    )
)
"""Nouns that open a name with *of*: Ministry of Coal, Strait of Hormuz."""

_OPENERS = re.compile(
    r"^(?:(?:The|A|An|In|On|Under|At|By|For|From|With|This|That|Its|Their|And|However|Also|Of|While|Since|After|When|During"
    r"|Through|Across|Shri|Smt|Union|Hon[’']ble|As|If|To|Both|Speaking|Addressing|Further|According)[\s,]+)+"
)
_YEAR = re.compile(r",? (?:of )?\(?(?:18|19|20)\d\d\b\)?(?!-)")
_MOST_WORDS = 9
"""Words of a label: a longer run of capitals is a headline, not a name."""


def _names(text: str) -> Iterator[Askable]:
    for run in _RUN.finditer(text):
        words = list(re.finditer(r"\S+", run[0]))
        bare = [re.sub(r"[’']s?$", "", word[0].strip("(),.;")) for word in words]
        last = max((index for index, word in enumerate(bare) if word in _NOUNS), default=-1)
        if last < 0:
            continue
        kind, weight = _NOUNS[bare[last]]
        end = run.start() + words[last].start() + len(bare[last])
        if bare[last] in _HEADS and last + 1 < len(bare) and bare[last + 1] == "of":
            end = run.end()
        elif year := _YEAR.match(text, end):
            end = year.end() if kind in (FactKind.LAW, FactKind.REPORT) else end
        label = _OPENERS.sub("", text[run.start() : end]).strip(" ,.;")
        if 1 < len(label.split()) <= _MOST_WORDS:
            yield Askable(kind=kind, label=label, weight=weight)


_DEVANAGARI = re.compile(r"[\u0900-\u0963\u0966-\u097F\d-]+")
_HINDI_NOUNS: dict[str, tuple[FactKind, float]] = {
    noun: (kind, weight)
    for kind, weight, nouns in (
        (FactKind.LAW, 1.5, "अधिनियम विधेयक संधि अध्यादेश समझौता संशोधन"),
        (FactKind.MISSION, 1.4, "मिशन"),
        (FactKind.SCHEME, 1.3, "योजना अभियान नीति कार्यक्रम निधि पोर्टल"),
        (FactKind.REPORT, 1.3, "सूचकांक सर्वेक्षण जनगणना रिपोर्ट"),
        (FactKind.PLACE, 1.1, "उद्यान अभयारण्य नदी झील बाँध बंदरगाह स्थल"),
        (FactKind.BODY, 0.5, "आयोग न्यायालय प्राधिकरण समिति परिषद मंत्रालय सभा बैंक संस्थान"),
    )
    for noun in nouns.split()
}
_POSTPOSITIONS = frozenset(
    (
        "ने",
        "को",
        "में",
        "से",
        "पर",
        "के",
        "और",
        "तथा",
        "एवं",
        "या",
        "कि",
        "यह",
        "इस",
        "उस",
        "एक",
        "नए",
        "नई",
        "नया",
        "है",
        "हैं",
        "था",
        "थी",
        "भी",
        "ही",
        "तक",
        "लिए",
        "तहत",
        "द्वारा",
        "अनुसार",
        "यहाँ",
        "बीच",
        "साथ",
        "बाद",
        "आज",
    )
)
_HINDI_REACH = 4
"""Words of a Hindi name before its noun."""


def _hindi_names(text: str) -> Iterator[Askable]:
    words = list(_DEVANAGARI.finditer(text))
    for index, word in enumerate(words):
        if word[0] not in _HINDI_NOUNS:
            continue
        first = index
        while first > max(0, index - _HINDI_REACH) and _continues(text, words[first - 1], words[first]):
            first -= 1
        if first < index:
            kind, weight = _HINDI_NOUNS[word[0]]
            yield Askable(kind=kind, label=text[words[first].start() : word.end()], weight=weight)


def _continues(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether two Hindi words stand in one name: nothing but a space between, and no postposition."""
    return text[left.end() : right.start()] == " " and left[0] not in _POSTPOSITIONS
