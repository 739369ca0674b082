"""Which pieces of a page may be printed as sentences of a story, by their form alone."""

import re
import unicodedata
from enum import IntEnum

_SHORTEST = 4
_LONGEST = 60
_LONGEST_SPARE = 90
"""Words of a sentence; longer ones are tables and lists run together."""
_FEWEST_CASED = 4
"""Words with a capital or small first letter under which case tells nothing."""

_CLOSERS = "\"'”’»)]"


class Fitness(IntEnum):
    """Whether a piece of the source may be printed.

    PRINT: a whole sentence of news. SPARE: a sentence that reads ill alone (a
    question, one end of a longer quotation, a very long one), for want of better.
    NEVER: cut, page furniture, an address to an audience, a table, a name list.
    """

    NEVER = 0
    SPARE = 1
    PRINT = 2


def fitness(text: str, *, is_bullet: bool = False) -> Fitness:
    """Return whether a piece of text may be printed as a sentence of a story."""
    words = text.split()
    if not _SHORTEST <= len(words) <= _LONGEST_SPARE or not _is_whole(text, is_bullet=is_bullet):
        return Fitness.NEVER
    if _FURNITURE.search(text) or _ADDRESSED.search(text) or _is_table(words):
        return Fitness.NEVER
    if len(words) > _LONGEST or _is_run_together(text) or not _is_balanced(text):
        return Fitness.SPARE
    return Fitness.SPARE if text.rstrip(_CLOSERS).endswith("?") else Fitness.PRINT


def is_dependent(text: str) -> bool:
    """Whether a sentence leans on the one before it: *He said*, *This*, *the Minister also noted*."""
    return bool(_DEPENDENT.match(text) or _CONTINUED.match(text))


def points_back(text: str) -> bool:
    """Whether a sentence needs another to say what it means: *over 7 lakh of them*.

    Later on in a sentence such a word mostly means something that the sentence itself has named.
    """
    return _POINTING.search(text[:_EARLY]) is not None


_EARLY = 48
"""Letters."""
_POINTING = re.compile(
    r"\b(?:(?:of|to|for|by|with|among|between|saw) (?:them|these|those|him|her)|(?:of|to|for|by|with|from) it"
    r"|it (?:went|rose|fell|was|is|has|had|will|would|also)|took (?:this|that)|a further one)\b"
    r"|(?:^|\s)(?:इनकी|इनका|इनके|इनमें|इसकी|इसका|इसके|उनकी|उनका|उनके|जिनमें)(?=\s)",
    re.IGNORECASE,
)


def _any(*forms: str, flags: int = re.NOFLAG) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in forms), flags)


_FURNITURE = _any(
    r"https?://|www\.|\bpic\.twitter|\bt\.co/|[\w.]@[\w-]+\.\w|(?:^|\s)[@#]\w",
    r"\*{2,}|_{3,}|={3,}|[©®†\ufffd]|\|",
    r"^(?:also\s+|must\s+)?(?:read|watch|see|click|tap|follow|subscribe|share|download|listen)\b"
    r"(?:\s+(?:also|more|here|now|us)\b|\s*[:|-])",
    r"\bclick here\b|\bread more\b|\bsubscribe to\b|\bfollow us\b|\bsign up\b",
    r"\b(?:release|posted) (?:id|on)\s*:",
    r"^(?:fig(?:ure|s)?|schematic)\b\.?\s*\d*[a-z]?\s*[:(]|^schematic (?:of|diagram)\b",
    r"^(?:photo|image|video|file photo|representational|advertisement|disclaimer|source|credits?|edited by"
    r"|published|updated)\b\s*(?:[:|-]|by\b)",
    r"^(?:this|the|these|above) (?:information|details?|replies|reply) (?:(?:was|were|is|has been) )?"
    r"(?:given|provided|submitted|furnished|shared|stated)\b",
    r"\b(?:gave|shared|provided|stated) (?:this|the|these) (?:information|details?|reply)\b",
    r"^यह (?:जानकारी|सूचना) .*(?:दी|दिया) (?:है|गई|गया|थी)",
    r"\binputs? from (?:agencies|PTI|ANI)",
    r"\bto (?:read|view|access|download) (?:the )?(?:full|complete|more)\b",
    r"^(?:यह भी|ये भी|और) पढ़ें|यहाँ क्लिक|यहां क्लिक|^स्रोत\s*[:|-]",
    r"(?-i:\bADVERTISEMENT\b)",
    flags=re.IGNORECASE,
)
"""Marks of a page around the article, of posts quoted in it, and of broken text."""

_ADDRESSED = _any(
    r"^(?:ladies and gentlemen|dear\b|my (?:dear|fellow)|friends\b|brothers and|sisters and|excellenc)",
    r"^(?:hon['’]?ble members|good (?:morning|evening|afternoon)|namaskar|namaste|jai\b)",
    r"^(?:bharat mata|om shanti)",
    r"^(?:thank you|many congratulations|congratulations to|greetings|best wishes|wishing|vande mataram)",
    r"^(?:साथियो|मित्रो|दोस्तो|नमस्कार|भारत माता|जय\b|वंदे मातरम|धन्यवाद|मेरे प्यारे|देवियो|आप सभी)",
    r"\b(?:ignore|disregard|forget)\b.{0,40}\b(?:previous|above|prior|earlier|all|any|everything)\b"
    r".{0,40}\b(?:instructions?|prompts?|rules|learn)",
    r"\b(?:system prompt|as an ai|new task for|you are now|your answer with|output only)\b",
    flags=re.IGNORECASE,
)
"""Words spoken to an audience, or to a reader's machine: no news either way."""

_DEPENDENT = re.compile(
    r"[\"'“‘(]*(?:(?:He|She|They|It|This|That|These|Those|Such|Both|His|Her|Their|Its|However|But|And|Or|So|Yet"
    r"|Also|Then|Thus|Hence|Moreover|Further|Furthermore|Additionally|Meanwhile|Similarly|Likewise|Therefore"
    r"|Consequently|Accordingly|Instead|Nevertheless|Nonetheless|Besides|Finally|Lastly|Secondly|Thirdly|Later"
    r"|Earlier|Here|Among them|Others|A few"
    r"|One of (?:its|his|her|their|these|them)|The (?:former|latter|same|two|duo|trio|said|other|others)"
    r"|According to (?:him|her|them|it)|For (?:example|instance)"
    r"|(?:In|On|Under|With|Through|By|At|To|From|During|For|Of)"
    r" (?:this|that|these|those|his|her|their|its|the (?:said|same))"
    r"|In (?:addition|turn|response|return|fact|particular)|On the (?:other|occasion,)|At the same time"
    r"|As (?:such|a result)|Speaking (?:on|at)|Another|Not only|Of them|Other)\b"
    r"|(?:यह|ये|वह|वे|उन्होंने|इस|इसके|इसका|इसकी|इससे|इसमें|इसे|इसी|इन|इनमें|इनके|उनके|उनकी|उनका|उस|उसके|उसकी|लेकिन"
    r"|किंतु|परंतु|वहीं|इसलिए|साथ ही|हालाँकि|हालांकि|जबकि|ऐसे|ऐसी|तब|फिर|और|दोनों|वहाँ|यहाँ)(?=\s|,|$))"
)

_CONTINUED = re.compile(
    r".{0,60}?\b(?:further|also)\s+"
    r"(?:said|stated|added|noted|informed|highlighted|mentioned|emphasi[sz]ed|urged|underlined)\b"
)


def _is_whole(text: str, *, is_bullet: bool) -> bool:
    """Whether a sentence neither begins nor ends in the middle; a bullet needs no stop."""
    bare = text.rstrip(_CLOSERS)
    if bare.endswith(("...", "…", ":", ";", ",")) or text[0].islower():
        return False
    return is_bullet or bare.endswith((".", "!", "?", "।", "॥", "|"))


def _is_balanced(text: str) -> bool:
    """Whether every bracket and quotation mark that opens also closes, and the other way round."""
    quotes = sum(text.count(mark) for mark in '"“”')
    pairs = (("(", ")"), ("[", "]"))
    return quotes % 2 == 0 and all(text.count(opens) == text.count(shuts) for opens, shuts in pairs)


def _is_table(words: list[str]) -> bool:
    """Whether words are a row of figures, a list of names or a line of capitals."""
    figures = sum(1 for word in words if any(character.isdigit() for character in word))
    if figures * 2 > len(words):
        return True
    cased = [word for word in words if unicodedata.category(word[0]) in ("Lu", "Ll")]
    lower = sum(1 for word in cased if word[0].islower())
    return len(cased) >= _FEWEST_CASED and lower * 5 < len(cased)


def _is_run_together(text: str) -> bool:
    """Whether lines without stops were joined, as the sub-headlines of releases are (``yearsTheir``)."""
    return re.search(r"[a-z]{4}[A-Z][a-z]{2,}\s[a-z]|\d[A-Z][a-z]{3,}\s", text) is not None
