"""The patterns of dates, in English and Hindi news."""

import re

from magazine.core.facts.script import INDIC, plain, words_of

WEEKDAYS: tuple[str, ...] = words_of("monday tuesday wednesday thursday friday saturday sunday")
_WEEKDAYS_HI = words_of("सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार")
_MONTHS = words_of("january february march april may june july august september october november december")
_MONTHS_HI = words_of("जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर")

MONTH_NUMBERS: dict[str, int] = {
    **{name: number for number, name in enumerate(_MONTHS, start=1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, start=1)},
    **{name: number for number, name in enumerate(_MONTHS_HI, start=1)},
    **dict(zip(words_of("सितम्बर नवम्बर दिसम्बर अक्तूबर"), (9, 11, 12, 10), strict=True)),
    "sept": 9,
}
WEEKDAY_NUMBERS: dict[str, int] = {
    **{name: number for number, name in enumerate(WEEKDAYS)},
    **{name: number for number, name in enumerate(_WEEKDAYS_HI)},
    **dict.fromkeys(words_of("बृहस्पतिवार वीरवार गुरूवार"), 3),
}
AMBIGUOUS_MONTHS: frozenset[str] = frozenset(words_of("may march mar dec sep jan jun nov"))
"""Words of their own, or clippings, when they stand in small letters."""


def _any(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_MONTH = f"(?i:{_any(list(MONTH_NUMBERS))})"
_DAY = r"\d{1,2}(?:\s?(?i:st|nd|rd|th)\b)?"
_YEAR = r"(?:1[5-9]\d\d|20\d\d|21\d\d)"
_NO_FIGURE = r"(?![\d:]|[.,]\d)"
_NO_SCALE = r"(?!\s*-?\s*(?i:lakh|crore|million|billion|trillion|thousand|per\b|%|km|kg|mw|rupees|लाख|करोड))"
_AND = rf"\s*(?:-|to|and|&|,|{plain('से|और|व|एवं|तथा')})\s*"
_FISCAL = plain(r"\b(?i:FY|financial year|fiscal year|fiscal|वित्त वर्ष|वित्तीय वर्ष)")

DATE_PATTERN: re.Pattern[str] = re.compile(
    # 2026-03-12
    r"(?P<iso>(?<![\d-])(?:(?P<i0>\d{1,2})(?:st|nd|rd|th)?\s*(?:-|to)\s*)?(?P<iy>\d{4})-(?P<im>\d{1,2})-(?P<id>\d{1,2})(?!\d|-\d))"
    # 12.03.2026, 12/3/26
    r"|(?P<figures>(?<![\d./:-])(?P<fd>\d{1,2})(?P<mark>[./-])(?P<fm>\d{1,2})(?P=mark)"
    r"(?P<fy>\d{4}|\d{2})(?!\d|[./-]\d|%))"
    # FY25, FY 2024-25, 2024-25, 2021-2026
    rf"|(?P<fiscal>(?:{_FISCAL}\s*'?(?P<f1>\d{{4}}|\d{{2}})(?:\s*[-/]\s*(?P<f2>\d{{4}}|\d{{2}}))?"
    rf"|(?<![\d/.-])(?P<s1>(?:19|20)\d\d)\s*[-/]\s*(?P<s2>{_YEAR}|\d\d))(?!\d|,\d|-\d))"
    # 12 March, 12-14 March 2026, 22nd of June
    rf"|(?P<daymonth>(?<![\d.,])(?P<d1>{_DAY})(?:{_AND}(?P<d2>{_DAY}))?(?:\s+of)?"
    rf"(?:[\s,]+|-(?!{_MONTH}\s\d{{1,2}}(?!\d))|)(?P<dm>{_MONTH})(?!\w)\.?(?:[\s,'-]*(?P<dy>{_YEAR})\b(?!,?\d))?)"
    # March 12, 2026; March 12-14
    rf"|(?P<monthday>(?:(?P<m0>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|to)\s*)?(?<!\w)(?P<mm>{_MONTH})(?!\w)\.?\s*(?P<m1>{_DAY}){_NO_FIGURE}{_NO_SCALE}"
    rf"(?:{_AND}(?P<m2>{_DAY}){_NO_FIGURE}{_NO_SCALE}(?!\s+{_MONTH}(?!\w)))?(?:[\s,]*\b(?P<my>{_YEAR})\b)?)"
    # March 2026, March
    rf"|(?P<month>(?<!\w)(?P<om>{_MONTH})(?!\w)\.?(?:[\s,'-]*(?P<oy>{_YEAR})\b(?!,?\d))?)"
    r"|(?P<decade>\b(?P<ty>(?:1[5-9]|20)\d0)s\b)"
    rf"|(?P<year>(?<![\d,.₹$€£/:])(?<!Rs )(?<!Rs\. )(?<!₹ )(?P<yy>{_YEAR})"
    rf"(?!\d|[,.:/]\d|-\d{{3}}|-\d+-){_NO_SCALE})"
    rf"|(?P<weekday>\b(?P<wd>(?i:{'|'.join(WEEKDAYS)})|{_any(list(WEEKDAY_NUMBERS)[7:])})(?:s?\b|(?<=\W)))"
    r"|(?P<relative>\b(?i:today|yesterday|tomorrow|this (?:morning|afternoon|evening)"
    r"|(?:last|previous|this|current|next) (?:month|year))\b|\bआज\b"
    rf"|(?:{plain('पिछले|गत|बीते|इस|चालू|अगले')}) (?:{plain('महीने|माह|वर्ष|साल')})(?!\w|[{INDIC}]))"
)
"""Matched where a date can begin; the outermost group names the form."""

DATE_OPENERS: frozenset[str] = frozenset(
    [
        *MONTH_NUMBERS,
        *WEEKDAY_NUMBERS,
        *(f"{day}s" for day in WEEKDAYS),
        *words_of("today yesterday tomorrow this last previous current next fy financial fiscal"),
        *(f"fy{year:02d}" for year in range(100)),
        *(f"fy{year}" for year in range(1990, 2060)),
        *words_of("वित्त वित्तीय आज पिछले गत बीते इस चालू अगले"),
    ]
)
"""The words with which a date can begin; the others begin with a figure."""

DATE_MAY_FOLLOW: re.Pattern[str] = re.compile(
    r"(?i)\b(?:in|since|of|by|from|until|till|to|for|early|late|mid|last|this|next|and|during|between|end)[\s-]$"
)
"""Before a lone ``May`` or ``March`` that is a month."""
