"""Days, months, years, fiscal years and weekdays, in every form that news writes them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from magazine.core.dates import full_year
from magazine.core.facts.calendar_forms import (
    AMBIGUOUS_MONTHS,
    DATE_MAY_FOLLOW,
    DATE_OPENERS,
    DATE_PATTERN,
    MONTH_NUMBERS,
    WEEKDAY_NUMBERS,
    WEEKDAYS,
)
from magazine.core.facts.script import Token, words_of
from magazine.core.facts.units import PROVISIONS


class CalendarKind(StrEnum):
    """DAY: any of year, month, day that the text gives. FISCAL: April to March, by its first year.

    SPAN: years from ``year`` to ``end_year``. DECADE: the 1990s. WEEKDAY: a day's name.
    """

    DAY = "day"
    FISCAL = "fiscal"
    SPAN = "span"
    DECADE = "decade"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True)
class CalendarFact:
    """A date as a sentence gives it."""

    kind: CalendarKind
    text: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    relative: bool = False
    """Counted from the day of publication: today, last month."""

    @property
    def key(self) -> str:
        """The normal form: ``2026-03-12``, ``--12-04``, ``FY2024``, ``2021..2026``, ``Monday``."""
        if self.kind is CalendarKind.WEEKDAY:
            return WEEKDAYS[self.weekday or 0].capitalize()
        if self.kind is CalendarKind.FISCAL:
            return f"FY{self.year}"
        if self.kind is CalendarKind.SPAN:
            return f"{self.year}..{self.end_year}"
        if self.kind is CalendarKind.DECADE:
            return f"{self.year}s"
        head = "-" if self.year is None else f"{self.year:04d}"
        return "-".join([head, *(f"{part:02d}" for part in (self.month, self.day) if part is not None)])

    @property
    def exact(self) -> date | None:
        """The day of the calendar, when all of it is given and there is such a day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:  # 29 February, with a year that stands elsewhere
            return None


def calendar_facts(text: str, tokens: Sequence[Token], published: date | None) -> tuple[CalendarFact, ...]:
    """Return the dates of a plain text, in order; relative ones only when ``published`` is known."""
    found: list[CalendarFact] = []
    end = 0
    for token in tokens:
        if token.start < end or not (token.text[0].isdigit() or token.low in DATE_OPENERS):
            continue
        match = DATE_PATTERN.match(text, token.start)
        if match is None:
            continue
        form = match.lastgroup or ""
        facts = list(_relative(match, published) if form == "relative" else _FORMS[form](match))
        end = match.end() if facts else end
        if all(map(_is_possible, facts)) and not _runs_backwards(facts):
            found += facts  # else its figures are left to be read as numbers
    return tuple(_with_years(text, found))


def _fact(
    match: re.Match[str],
    kind: CalendarKind = CalendarKind.DAY,
    *,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    end_year: int | None = None,
    weekday: int | None = None,
) -> CalendarFact:
    text = match[0].rstrip(" ,.")
    end = match.start() + len(text)
    return CalendarFact(kind, text, match.start(), end, year, month, day, end_year, weekday)


def _number(text: str | None) -> int | None:
    digits = re.match(r"\d+", text or "")
    return int(digits[0]) if digits else None


def _month_number(word: str) -> int:
    return MONTH_NUMBERS[word.lower()]


def _iso(match: re.Match[str]) -> Iterable[CalendarFact]:
    if match["i0"]:  # "from 16 to 2026-02-21"
        yield _fact(match, year=int(match["iy"]), month=int(match["im"]), day=int(match["i0"]))
    yield _fact(match, year=int(match["iy"]), month=int(match["im"]), day=int(match["id"]))


def _figures(match: re.Match[str]) -> Iterable[CalendarFact]:
    yield _fact(match, year=full_year(match["fy"]), month=int(match["fm"]), day=int(match["fd"]))


def _fiscal(match: re.Match[str]) -> Iterable[CalendarFact]:
    first, last = match["f1"] or match["s1"], match["f2"] or match["s2"]
    begin = full_year(first)
    if last is None:  # FY25 is the year that ends in March 2025
        yield _fact(match, CalendarKind.FISCAL, year=begin - 1, end_year=begin)
        return
    end = int(last) if len(last) > len("25") else begin // 100 * 100 + int(last)
    if end == begin + 1:
        yield _fact(match, CalendarKind.FISCAL, year=begin, end_year=end)
    elif begin < end:
        yield _fact(match, CalendarKind.SPAN, year=begin, end_year=end)


def _day_month(match: re.Match[str]) -> Iterable[CalendarFact]:
    year, month = _number(match["dy"]), _month_number(match["dm"])
    if match["dm"].lower() in {"may", "march", "mar"} and match["dm"].islower():
        return
    for day in (match["d1"], match["d2"]):
        if day:
            yield _fact(match, year=year, month=month, day=_number(day))


def _month_day(match: re.Match[str]) -> Iterable[CalendarFact]:
    if match["mm"].islower() and match["mm"] in AMBIGUOUS_MONTHS - {"may", "march"}:
        return
    year, month = _number(match["my"]), _month_number(match["mm"])
    for day in (match["m0"], match["m1"], match["m2"]):
        if day:
            yield _fact(match, year=year, month=month, day=_number(day))


def _month(match: re.Match[str]) -> Iterable[CalendarFact]:
    word, year = match["om"], _number(match["oy"])
    if year is None and not _is_month(match, word):
        return
    yield _fact(match, year=year, month=_month_number(word))


def _is_month(match: re.Match[str], word: str) -> bool:
    if not word[0].isascii():
        return True
    if word.islower():
        return word not in AMBIGUOUS_MONTHS and len(word) > len("june") - 1 and word in MONTH_NUMBERS
    if word.lower() not in AMBIGUOUS_MONTHS:
        return True
    before = match.string[max(0, match.start() - 10) : match.start()]
    return word.isalpha() and DATE_MAY_FOLLOW.search(before) is not None


def _decade(match: re.Match[str]) -> Iterable[CalendarFact]:
    yield _fact(match, CalendarKind.DECADE, year=int(match["ty"]))


def _year(match: re.Match[str]) -> Iterable[CalendarFact]:
    before = _WORD_BEFORE.search(match.string, max(0, match.start() - 12), match.start())
    if before is not None and before[1].lower() in PROVISIONS:
        return  # Section 2002 is no year
    yield _fact(match, year=int(match["yy"]))


def _weekday(match: re.Match[str]) -> Iterable[CalendarFact]:
    yield _fact(match, CalendarKind.WEEKDAY, weekday=WEEKDAY_NUMBERS[match["wd"].lower()])


_FORMS: dict[str, Callable[[re.Match[str]], Iterable[CalendarFact]]] = {
    "iso": _iso,
    "figures": _figures,
    "fiscal": _fiscal,
    "daymonth": _day_month,
    "monthday": _month_day,
    "month": _month,
    "decade": _decade,
    "year": _year,
    "weekday": _weekday,
}


_YEAR_WORDS = frozenset(words_of("year वर्ष साल"))
_MONTH_OR_YEAR = _YEAR_WORDS | frozenset(words_of("month महीने माह"))
_SHIFTS: dict[str, int] = {
    **dict.fromkeys(words_of("yesterday last previous पिछले गत बीते"), -1),
    **dict.fromkeys(words_of("tomorrow next अगले"), 1),
}


def _relative(match: re.Match[str], published: date | None) -> Iterable[CalendarFact]:
    if published is None:
        return
    words = match[0].lower().split()
    fact = replace(_fact(match), relative=True)
    shift = _SHIFTS.get(words[0], 0)
    if words[-1] not in _MONTH_OR_YEAR:
        day = _shifted(published, shift)
        yield replace(fact, year=day.year, month=day.month, day=day.day)
        return
    if words[-1] in _YEAR_WORDS:
        yield replace(fact, year=published.year + shift)
        return
    months = published.year * 12 + published.month - 1 + shift
    yield replace(fact, year=months // 12, month=months % 12 + 1)


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _is_possible(fact: CalendarFact) -> bool:
    if fact.month is None or fact.day is None:
        return fact.month is None or 1 <= fact.month <= 12  # noqa: PLR2004 - the months
    try:
        date(fact.year or 2000, fact.month, fact.day)  # a leap year, so that 29 February stands
    except ValueError:
        return False
    return True


def _runs_backwards(facts: Sequence[CalendarFact]) -> bool:
    """Tell whether the days of one month stand in no order: ``from 17 to 9 April``."""
    days = [fact.day for fact in facts if fact.day is not None]
    return days != sorted(days)


def _with_years(text: str, found: list[CalendarFact]) -> list[CalendarFact]:
    """Give the first of two dates joined by a word the year of the second."""
    for index in range(len(found) - 2, -1, -1):
        left, right = found[index], found[index + 1]
        if left.kind is right.kind is CalendarKind.DAY and left.year is None and right.year is not None:
            gap = text[left.end : right.start] if right.start > left.end else ""
            if _JOINED.fullmatch(gap):
                found[index] = replace(left, year=right.year)
    return found


_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?\s$")
_JOINED = re.compile(r"\s*(?:-|to|and|,|&|until|till|से)?\s*")
