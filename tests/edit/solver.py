"""A candidate who sees nothing but the printed test and the printed facts, and marks what is right.

It knows the exam's phrases in English and Hindi and nothing of the program that
set the questions: it imports none of it.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_GAP = "______"
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "January जनवरी",
            "February फरवरी फ़रवरी",
            "March मार्च",
            "April अप्रैल",
            "May मई",
            "June जून",
            "July जुलाई",
            "August अगस्त",
            "September सितंबर",
            "October अक्टूबर",
            "November नवंबर",
            "December दिसंबर",
        ),
        1,
    )
    for name in names.split()
}
_COUNTS = {
    "only one": 1,
    "only two": 2,
    "only three": 3,
    "all the three": 3,
    "all the four": 4,
    "none": 0,
    "केवल एक": 1,
    "केवल दो": 2,
    "केवल तीन": 3,
    "सभी तीन": 3,
    "सभी चार": 4,
    "कोई नहीं": 0,
    "कोई भी युग्म नहीं": 0,
}


@dataclass(frozen=True)
class Paper:
    """A question as it is printed, parted into its lines."""

    lead: str
    premises: dict[str, str]
    items: dict[str, list[str]]
    ask: str
    options: dict[str, str]


def solve(question: str, facts: Sequence[str]) -> list[str]:
    """Return the letters of all options that the facts make right."""
    paper = _read(question)
    known = [_folded(fact) for fact in facts]
    is_right = _method(paper)(paper, known)
    return [letter for letter, option in paper.options.items() if is_right(option)]


def _read(question: str) -> Paper:
    lead, *lines = question.split("\n")
    options, premises, rows, rest = {}, {}, {}, []
    for line in lines:
        if match := re.fullmatch(r"\(([a-e])\) (.+)", line):
            options[match[1]] = match[2]
        elif match := re.fullmatch(r"given ([IVX]+)\. (.+)", line):
            premises[match[1]] = match[2]
        elif match := re.fullmatch(r"(\d|[IVX]+|[A-E]|Statement [IVX]+|कथन [IVX]+)\. (.+)", line):
            rows[match[1]] = match[2].split(" | ")
        else:
            rest.append(line)
    return Paper(lead=lead, premises=premises, items=rows, ask=rest[-1] if rest else "", options=options)


Right = Callable[[str], bool]


def _method(paper: Paper) -> Callable[[Paper, list[str]], Right]:
    """Return the way to an answer, told by the words of the question."""
    options = " ".join(paper.options.values())
    ways: tuple[tuple[object, Callable[[Paper, list[str]], Right]], ...] = (
        (_GAP in paper.lead, _gap),
        (re.search("expla|व्याख्या", options), _explanations),
        (paper.premises, _inferences),
        (re.search("chronological|कालानुक्रम", paper.ask), _sequence),
        (re.search("code|कूट", paper.ask), _matching),
        (re.search("how many|कितन", paper.ask, re.IGNORECASE), _count),
    )
    return next((way for mark, way in ways if mark), _subset)


def _gap(paper: Paper, facts: list[str]) -> Right:
    _, sentence = re.split(r"\? ", paper.lead, maxsplit=1)
    return lambda option: _folded(sentence.replace(_GAP, option)) in facts


def _count(paper: Paper, facts: list[str]) -> Right:
    count = sum(_truths(paper, facts).values())

    def is_right(option: str) -> bool:
        plain = re.sub(r" (?:pairs?|of the pairs)$| युग्म$", "", option.casefold()).replace("तीनों", "तीन")
        return _COUNTS.get(plain.replace("चारों", "चार")) == count

    return is_right


def _subset(paper: Paper, facts: list[str]) -> Right:
    is_negative = bool(re.search(r"\bnot\b|सही नहीं", paper.ask))
    truths = _truths(paper, facts)
    wanted = {label for label, is_true in truths.items() if is_true is not is_negative}
    return lambda option: _named(option, set(truths)) == wanted


def _named(option: str, labels: set[str]) -> set[str] | None:
    """Return the labels that an option chooses; None for one that speaks of no label."""
    found = {word for word in re.findall(r"\d|[IVX]+", option) if word in labels}
    if re.match(r"Neither|न तो", option):
        return set()
    return found or None


def _truths(paper: Paper, facts: list[str]) -> dict[str, bool]:
    return {label: _is_true(cells, facts) for label, cells in paper.items.items()}


def _is_true(cells: list[str], facts: list[str]) -> bool:
    if len(cells) == 1:
        return any(_within(_folded(cells[0]), fact) for fact in facts)
    return any(all(_within(_folded(cell), fact) for cell in cells) for fact in facts)


def _matching(paper: Paper, facts: list[str]) -> Right:
    lefts = {label: cells[0] for label, cells in paper.items.items()}
    rights = dict(cells[1].split(". ", 1) for cells in paper.items.values())
    pairs = [
        f"{letter}-{number}"
        for letter, left in lefts.items()
        for number, right in rights.items()
        if _is_true([left, right], facts)
    ]
    return lambda option: sorted(option.split(", ")) == sorted(pairs)


def _sequence(paper: Paper, facts: list[str]) -> Right:
    times = {label: _time(cells[0], facts) for label, cells in paper.items.items()}
    order = " – ".join(sorted(times, key=lambda label: times[label]))
    return lambda option: option == order


def _time(event: str, facts: list[str]) -> tuple[int, int, int]:
    """Return the time in the one fact that has all words of an event in their order."""
    words = _folded(event).split()
    for fact in facts:
        rest = iter(re.sub(r"[,:]", " ", fact).split())
        if all(word in rest for word in [re.sub(r"[,:]", "", each) for each in words]):
            match = re.search(r"(?:(\d{1,2}) )?(?:([^\W\d]\S+) )?\b((?:1[5-9]|20)\d\d)\b", fact)
            if match:
                month = {_folded(name): number for name, number in _MONTHS.items()}.get(match[2] or "", 0)
                return int(match[3]), month, int(match[1] or 0) if month else 0
    raise AssertionError(f"No fact dates the event: {event}")


def _explanations(paper: Paper, facts: list[str]) -> Right:
    statements = [cells[0] for cells in paper.items.values()]
    first, *others = [_is_true([each], facts) for each in statements]
    explains = [_is_reason(statements[0], each, facts) for each in statements[1:]]
    if len(others) == 1:
        two = {(True, True): 0 if explains[0] else 1, (True, False): 2, (False, True): 3}
        right = two[first, others[0]]
    elif all(others):
        right = {2: 0, 1: 1}[sum(explains)]
    elif not any(others):
        right = 3
    else:
        assert any(is_true and why for is_true, why in zip(others, explains, strict=True))
        right = 2
    ways = list(paper.options.values())
    return lambda option: option == ways[right] and _is_as_usual(ways)


def _is_as_usual(ways: list[str]) -> bool:
    """The four options of such a question stand in one order, whatever their words."""
    marks = (
        "(?:Both|दोनों)",
        "(?:not|one|नहीं|एक)",
        "(?:incorrect|one|नहीं|एक)",
        "(?:incorrect|Neither|नहीं|न तो)",
    )
    return all(re.search(mark, way, re.IGNORECASE) for mark, way in zip(marks, ways, strict=False))


def _is_reason(effect: str, cause: str, facts: list[str]) -> bool:
    joints = (" because ", ", because ", ", since ", " क्योंकि ", ", क्योंकि ")
    return any(_folded(effect) + joint + _folded(cause) in facts for joint in joints)


def _inferences(paper: Paper, facts: list[str]) -> Right:
    amounts = {label: _amount(text) for label, text in paper.premises.items()}
    assert all(_folded(text) in facts for text in paper.premises.values())
    wanted = {label for label, cells in paper.items.items() if _follows(cells[0], amounts)}
    return lambda option: _named(option, set(paper.items)) == wanted


def _follows(text: str, amounts: dict[str, float]) -> bool:
    named = [amounts[label] for label in re.findall(r"\b[IVX]+\b", text)]
    if re.search("twice|दोगुने", text):
        return named[0] > 2 * named[1]
    assert re.search("together|योग", text)
    return named[0] + named[1] > named[2]


def _amount(text: str) -> float:
    figures = re.findall(r"\d[\d,]*(?:\.\d+)?", text)
    assert len(figures) == 1
    return float(figures[0].replace(",", ""))


def _within(part: str, fact: str) -> bool:
    return re.search(rf"(?<![\w.,₹$]){re.escape(part)}(?!\w|[.,]\d)", fact) is not None


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()).strip(" .।")
