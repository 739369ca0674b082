"""Numbers with what they measure: counts, money, shares, ordinals, provisions, measures."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from magazine.core.facts.clock import Clock, clock_at
from magazine.core.facts.digits import NUMBER_OPENERS, magnitude_at
from magazine.core.facts.magnitude import Magnitude
from magazine.core.facts.numerals import ROMAN
from magazine.core.facts.script import Token, plain, words_of
from magazine.core.facts.units import (
    CURRENCIES,
    FOLLOWING_PROVISIONS,
    MEASURES,
    PERCENT,
    PROVISIONS,
    SMALL_CHANGE,
)


class NumberKind(StrEnum):
    """What a number says: a bare count, or something with a unit."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    RATIO = "ratio"
    ORDINAL = "ordinal"
    PROVISION = "provision"
    """The number of an Article, Section, Schedule, phase …"""
    MEASURE = "measure"
    CLOCK = "clock"
    """A time of day, in minutes after midnight."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a sentence gives it, in its base unit."""

    kind: NumberKind
    value: float
    """In rupees or dollars, percentage points, metres, kilograms …"""
    face: float
    """Without the unit: 5 for ``5 km``, 100,000 for ``Rs 1 lakh``."""
    tolerance: float
    """How far a true figure may lie from ``value``, by the digits that the text gives."""
    unit: str
    """Currency, base unit or kind of provision; empty for the other kinds."""
    text: str
    start: int
    end: int
    scale: float = 1.0
    """The hundreds, lakhs or crores with which the text counts."""
    suffix: str = ""
    """The letter of a provision: ``G`` of Article 243G."""
    worded: bool = False
    hedged: bool = False
    """Introduced as approximate: about, nearly, over."""

    @property
    def key(self) -> str:
        """The normal form, such as ``INR 27000000000``, ``7.8%``, ``article 243G`` or ``1147``."""
        if self.kind is NumberKind.CLOCK:
            return f"{int(self.value) // 60:02d}:{int(self.value) % 60:02d}"
        if self.kind is NumberKind.PERCENT:
            return f"{self.value:.6g}%"
        head = self.unit or ("" if self.kind is NumberKind.COUNT else str(self.kind))
        tail = self.unit if self.kind is NumberKind.MEASURE else ""
        figure = f"{self.value:.15g}" if self.value.is_integer() else f"{self.value:.6g}"
        return f"{'' if tail else head} {figure}{self.suffix} {tail}".strip()


_ROMAN: dict[str, float] = {numeral: float(value) for value, numeral in enumerate(ROMAN, start=1)}
_HEDGES = frozenset(
    words_of(
        "about around nearly almost approximately roughly some over above exceeding close upto up"
        " than estimated"
    )
) | frozenset(words_of("करीब लगभग तकरीबन अधिक"))
_HEDGED_AFTER = re.compile(plain(r"\+| से (?:अधिक|ज्यादा|ऊपर)"))
_NEAR = 2
"""A unit stands at most so many characters from its number."""
_JOINTS = re.compile(r"\s*(?:-|to|and|or|&|,|/|से|और|या|व|एवं|तथा)\s*(?:Rs\.?\s?|₹\s?|\$\s?)?", re.IGNORECASE)


def quantities(text: str, tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """Return the numbers of a plain text, in order; ``tokens`` without those of its dates."""
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not (token.text[0].isdigit() or token.low in NUMBER_OPENERS or token.text in _ROMAN):
            index += 1
            continue
        clock = clock_at(text, tokens, index)
        if clock is not None:
            found.append(_time_of_day(text, tokens, clock, index))
            index = clock.end
            continue
        magnitude = magnitude_at(text, tokens, index) or _numeral(tokens, index)
        if magnitude is None:
            index += 1
            continue
        quantity, index = _dressed(text, tokens, magnitude, index)
        found.append(quantity)
    return _share_units(text, found)


def _time_of_day(text: str, tokens: Sequence[Token], clock: Clock, first: int) -> Quantity:
    start, end = tokens[first].start, tokens[clock.end - 1].end
    return Quantity(
        kind=NumberKind.CLOCK,
        value=float(clock.minutes),
        face=float(clock.minutes),
        tolerance=0.0,
        unit="" if clock.halved else "24h",
        text=text[start:end],
        start=start,
        end=end,
    )


def _numeral(tokens: Sequence[Token], index: int) -> Magnitude | None:
    """Return the Roman numeral after ``Article``, ``Schedule`` or ``Phase``, or None."""
    token, before = tokens[index], tokens[index - 1] if index else None
    value = _ROMAN.get(token.text)
    if value is None or before is None or before.low not in PROVISIONS or token.start - before.end > _NEAR:
        return None
    return Magnitude(value=value, end=index + 1)


def _dressed(text: str, tokens: Sequence[Token], magnitude: Magnitude, first: int) -> tuple[Quantity, int]:
    """Return the number with its unit, and the index of the token after both."""
    before = tokens[first - 1] if first and _touches(text, tokens[first - 1], tokens[first]) else None
    kind, unit, factor, last = _unit(text, tokens, magnitude, before)
    opening = before if before is not None and _owns(before, kind) else tokens[first]
    hedge = tokens[first - (1 if opening is tokens[first] else 2)].low if first else ""
    closing = tokens[last - 1]
    suffix = _suffix(text, closing) if kind is NumberKind.PROVISION else ""
    return (
        Quantity(
            kind=kind,
            value=_exact(magnitude.value * factor),
            face=magnitude.value,
            tolerance=magnitude.tolerance * factor,
            unit=unit,
            scale=magnitude.scale,
            text=text[opening.start : closing.end + len(suffix)],
            start=opening.start,
            end=closing.end + len(suffix),
            suffix=suffix,
            worded=magnitude.worded,
            hedged=hedge in _HEDGES or _HEDGED_AFTER.match(text, closing.end) is not None,
        ),
        last,
    )


def _exact(value: float) -> float:
    # 2.425 crore is 24250000, not 24249999.999999996.
    return float(f"{value:.12g}") if math.isfinite(value) else value


def _owns(before: Token, kind: NumberKind) -> bool:
    if kind is NumberKind.MONEY:
        return before.low in CURRENCIES
    return kind is NumberKind.PROVISION and before.low in PROVISIONS


def _touches(text: str, left: Token, right: Token) -> bool:
    between = text[left.end : right.start]
    return len(between) <= _NEAR and between.strip(" .-(/'") == ""


def _unit(
    text: str, tokens: Sequence[Token], magnitude: Magnitude, before: Token | None
) -> tuple[NumberKind, str, float, int]:
    """Return kind, unit, factor to the base unit, and the index after the unit."""
    if magnitude.ratio:
        return NumberKind.RATIO, "", 1.0, magnitude.end
    if before is not None and before.low in PROVISIONS:
        return NumberKind.PROVISION, PROVISIONS[before.low], 1.0, magnitude.end
    after = _words_after(text, tokens, magnitude.end)
    if magnitude.ordinal:
        if after and after[0] in FOLLOWING_PROVISIONS:
            return NumberKind.PROVISION, PROVISIONS[after[0]], 1.0, magnitude.end + 1
        return NumberKind.ORDINAL, "", 1.0, magnitude.end
    if before is not None and before.low in CURRENCIES:
        return NumberKind.MONEY, CURRENCIES[before.low], 1.0, magnitude.end
    kind, unit, factor, width = _following_unit(after)
    return kind, unit, factor, magnitude.end + width


def _words_after(text: str, tokens: Sequence[Token], index: int) -> list[str]:
    words: list[str] = []
    for place in range(index, min(index + 3, len(tokens))):
        if not _touches(text, tokens[place - 1], tokens[place]):
            break
        words.append(tokens[place].low)
    return words


def _following_unit(after: Sequence[str]) -> tuple[NumberKind, str, float, int]:
    """Return kind, unit, factor and width of the unit that one or two words name."""
    for width in (2, 1):
        name = " ".join(after[:width])
        if len(after) < width or name in {"re", "rs"}:  # these stand before their number
            continue
        if name in PERCENT:
            return NumberKind.PERCENT, "", PERCENT[name], width
        if name in CURRENCIES:
            return NumberKind.MONEY, CURRENCIES[name], 1.0, width
        if name in SMALL_CHANGE:
            return NumberKind.MONEY, "INR", SMALL_CHANGE[name], width
        if name in MEASURES:
            return NumberKind.MEASURE, MEASURES[name].base, MEASURES[name].factor, width
    return NumberKind.COUNT, "", 1.0, 0


_SUFFIX = re.compile(r"[A-Z]{1,2}\b")


def _suffix(text: str, closing: Token) -> str:
    match = _SUFFIX.match(text, closing.end)
    return match[0] if match else ""


def _share_units(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """Give the members of a range or list the unit that only one of them bears."""
    for index in range(len(found) - 1, 0, -1):
        left, right = found[index - 1], found[index]
        gap = text[left.end : right.start]
        if left.kind is not NumberKind.COUNT or right.kind in {NumberKind.COUNT, NumberKind.RATIO}:
            continue
        if right.kind in {NumberKind.ORDINAL, NumberKind.PROVISION} or "," in gap:
            continue
        if _JOINTS.fullmatch(gap):
            found[index - 1] = _as(left, right)
    for index in range(1, len(found)):
        left, right = found[index - 1], found[index]
        if right.kind is not NumberKind.COUNT or left.kind not in {NumberKind.PROVISION, NumberKind.MONEY}:
            continue
        if _JOINTS.fullmatch(text[left.end : right.start]):
            found[index] = _as(right, left) if left.kind is NumberKind.PROVISION else right
    return tuple(found)


def _as(bare: Quantity, dressed: Quantity) -> Quantity:
    factor = dressed.value / dressed.face if dressed.face else 1.0
    if bare.scale == 1.0 and bare.face < dressed.face / dressed.scale:
        factor *= dressed.scale  # "10 to 15 lakh tonnes" are ten lakh at least
    return replace(
        bare,
        kind=dressed.kind,
        unit=dressed.unit,
        value=_exact(bare.face * factor),
        tolerance=bare.tolerance * factor,
    )
