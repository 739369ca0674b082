"""The times that pages, feeds and people write, as ISO days and times.

An ISO date is read first, so that day-first reading, right for India, cannot
turn 2026-03-09 into the third of September.
"""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

from dateutil import parser

from magazine.core.dates import full_year

_EARLIEST_YEAR = 1900
_LATEST_YEAR = 2199
_LONGEST = 80
_FIRST_EPOCH = 100_000_000
"""Below it a bare number is a day or a year (20260309), not seconds (3 March 1973)."""
_FIRST_EPOCH_IN_MILLISECONDS = 100_000_000_000

_DEVANAGARI_DIGITS = {0x0966 + digit: str(digit) for digit in range(10)}
_HINDI_MONTHS = {
    unicodedata.normalize("NFC", name): month
    for month, names in {
        "January": "जनवरी",
        "February": "फरवरी फ़रवरी",
        "March": "मार्च",
        "April": "अप्रैल",
        "May": "मई",
        "June": "जून",
        "July": "जुलाई जुलाइ",
        "August": "अगस्त",
        "September": "सितंबर सितम्बर",
        "October": "अक्टूबर अक्तूबर",
        "November": "नवंबर नवम्बर",
        "December": "दिसंबर दिसम्बर",
    }.items()
    for name in names.split()
}
_HINDI_MONTH = re.compile("|".join(_HINDI_MONTHS))
_LABEL = re.compile(
    r"^(?:first )?(?:published|posted|updated|last updated|modified|date|dated|प्रकाशित|प्रविष्टि तिथि)"
    r"(?: on| at)?\s*[:\-–]?\s+",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<!\d)(?:(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})"
    r"|(?P<day_first>\d{1,2})([-/.])(?P<then_month>\d{1,2})\6(?P<then_year>\d{4}|\d{2}))(?!\d)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_CLOCK_TIME = r"(?:,?(?: at)? \d{1,2}:\d{2}(?::\d{2})? ?(?:[ap]m\b)?(?: ?(?:hrs )?(?:IST|GMT|UTC)\b)?)?"
_DATE_IN_WORDS = re.compile(
    rf"(?<![\d/.-])(?:\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH},?[ -]\d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}([-/.])\d{{1,2}}\1(?:\d{{4}}|\d{{2}}))(?!\d){_CLOCK_TIME}",
    re.IGNORECASE,
)
_MAIL_TIME = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (?:[+-]\d{4}|GMT)"
)
_IN_FILE_NAME = re.compile(r"(?<!\d)(?:\d{4}([-_.])\d{2}\1\d{2}|\d{2}([-_.])\d{2}\2\d{4})(?!\d)")
_BYLINE = re.compile(r"\s+by\s.*$", re.IGNORECASE)
_YEAR_OF_NAUGHT = re.compile(r"(?<![\d+:.-])0\d{3}(?!\d)")
# "7.16 a.m.", as Indian papers write it.
_DOTTED_NOON = re.compile(r"\b([ap])\.m\.?(?!\w)", re.IGNORECASE)
_DOTTED_TIME = re.compile(r"\b(\d{1,2})\.(\d{2})(?=\s*[ap]m\b)", re.IGNORECASE)
_OFFSETS = {
    "IST": 19800,
    "UTC": 0,
    "GMT": 0,
    "Z": 0,
    "EST": -18000,
    "EDT": -14400,
    "CST": -21600,
    "CDT": -18000,
    "MST": -25200,
    "MDT": -21600,
    "PST": -28800,
    "PDT": -25200,
}
"""Seconds east of Greenwich: India's and those of RFC 822, which feeds go by."""


class _DayFirst(parser.parserinfo):
    """Day before month, and two-digit years by the pivot of the core, not by the clock."""

    def __init__(self) -> None:
        super().__init__(dayfirst=True, yearfirst=False)

    def convertyear(self, year: int, century_specified: bool = False) -> int:
        return year if century_specified else full_year(f"{year:02}")


def published_from(value: object, zone: tzinfo) -> str | None:
    """Return the day or time of a value as an article carries it, or None when it tells none.

    Args:
        value: A text in any of the usual forms, English or Hindi; or a whole
            number, which is seconds (from 100,000,000) or milliseconds since 1970.
        zone: The zone of a time that names none.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return _from_epoch(value, zone) if value >= _FIRST_EPOCH else published_from(str(value), zone)
    if not isinstance(value, str):
        return None
    text = _plain(value)
    if not text or len(text) > _LONGEST or _YEAR_OF_NAUGHT.search(text):
        return None
    return _from_iso(text, zone) or _from_mail(text, zone) or _from_words(text, zone)


def published_within(line: str, zone: tzinfo) -> str | None:
    """Return the time that a line holds among other words (``By A. Sen | 9 March 2026``), or None."""
    text = _plain(line)
    match = _DATE_IN_WORDS.search(text)
    return published_from(match[0], zone) if match else None


def published_from_file_name(name: str, zone: tzinfo) -> str | None:
    """Return the day that a file's name holds (``2026-03-09-tides.md``), or None."""
    match = _IN_FILE_NAME.search(name)
    return published_from(match[0].replace("_", "-"), zone) if match else None


def is_same_day(one: str, other: str) -> bool:
    """Tell whether two values of ``Article.published`` begin with the same day."""
    return one[:10] == other[:10]


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text).translate(_DEVANAGARI_DIGITS)
    text = _HINDI_MONTH.sub(lambda match: f" {_HINDI_MONTHS[match[0]]} ", text)
    text = _BYLINE.sub("", _LABEL.sub("", " ".join(text.replace("|", " ").split())))
    return _DOTTED_TIME.sub(r"\1:\2", _DOTTED_NOON.sub(r"\1m", text)).strip(" ,;:()[]-–।")


def _from_epoch(number: int, zone: tzinfo) -> str | None:
    try:
        seconds = number / 1000 if number >= _FIRST_EPOCH_IN_MILLISECONDS else number
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    except OverflowError:
        return None
    return _time(moment.astimezone(zone), zone)


def _from_iso(text: str, zone: tzinfo) -> str | None:
    try:
        if len(text) <= len("2026-03-09"):
            return _day(date.fromisoformat(text))
        return _time(datetime.fromisoformat(text), zone)
    except ValueError:
        return None


def _from_mail(text: str, zone: tzinfo) -> str | None:
    """Read the time of mails and of most feeds, which a general reader takes much longer for."""
    if not _MAIL_TIME.fullmatch(text):
        return None
    try:
        return _time(parsedate_to_datetime(text), zone)
    except ValueError:
        return None


def _from_words(text: str, zone: tzinfo) -> str | None:
    # Two readings that differ only in what the text does not say: where they
    # disagree on the day it names none, where on the hour it names only a day.
    early, late = (_reading(text, default) for default in (datetime(2001, 1, 1), datetime(2004, 2, 2, 1, 1)))  # noqa: DTZ001 - a naive reading has no zone yet
    if early is None or late is None or early.date() != late.date():
        return None
    if early.hour != late.hour:
        return _day(early.date())
    return _time(early, zone)


def _reading(text: str, default: datetime) -> datetime | None:
    try:
        text = _NUMERIC.sub(_written_out, text, count=1)
        return parser.parse(text, parserinfo=_DayFirst(), default=default, tzinfos=_offset)
    except (ValueError, OverflowError, TypeError):
        return None


def _written_out(match: re.Match[str]) -> str:
    # dateutil reads 2026/03/09 day-first as well; "09 March 2026" has one reading.
    year = match["year"] or str(full_year(match["then_year"]))
    month, day = match["month"] or match["then_month"], match["day"] or match["day_first"]
    return date(int(year), int(month), int(day)).strftime(" %d %B %Y ")


def _offset(name: str | None, seconds: int | None) -> timezone | None:
    if seconds is None:
        seconds = _OFFSETS.get(name or "")
    return None if seconds is None else timezone(timedelta(seconds=seconds))


def _day(day: date) -> str | None:
    return day.isoformat() if _EARLIEST_YEAR <= day.year <= _LATEST_YEAR else None


def _time(moment: datetime, zone: tzinfo) -> str | None:
    if not _EARLIEST_YEAR <= moment.year <= _LATEST_YEAR:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    return moment.replace(microsecond=0).isoformat()
