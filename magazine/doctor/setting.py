"""Fonts with their Devanagari, the system's libraries, and a page set with them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from magazine.core.article import Language
from magazine.core.dates import DateRange
from magazine.core.issue import (
    Block,
    BlockKind,
    Evidence,
    Issue,
    Masthead,
    Priority,
    Section,
    SourceLine,
    Statement,
    Story,
    Verdict,
)
from magazine.core.ports import Renderer
from magazine.doctor.check import Check

SPECIMEN = "राष्ट्रीय विज्ञान परिषद् ने ₹2,700 करोड़ की ‘हरित हाइड्रोजन’ योजना को 9 मार्च को मंज़ूरी दी।"
"""Conjuncts, vowel signs before and around their consonants, nukta, virama, rupee, quotation marks."""
_CONJUNCTS = ("क्ष", "ज्ञ", "त्र", "श्र")
_LATIN = "ABC abc 0123 ₹ – — “ ” ‘ ’ • é ° ½"
_REINSTALL = "Install the program again: pip install --force-reinstall custom-magazine"


def fonts(folder: Path) -> Check:
    """Look whether every font can be read and has the letters that are printed with it."""
    paths = sorted(folder.glob("*.ttf"))
    faults = [fault for path in paths if (fault := _fault(path))]
    hindi = [path for path in paths if "Devanagari" in path.name]
    if not hindi:
        faults.append("there is no font for Hindi")
    if faults:
        return Check(name="fonts", ok=False, found=f"{folder}: {'; '.join(faults)}.", advice=_REINSTALL)
    return Check(
        name="fonts", ok=True, found=f"{len(paths)} fonts; {', '.join(_CONJUNCTS)} become one shape each"
    )


def page(renderer: Renderer) -> Check:
    """Set a page in Hindi and English; this needs the system's libraries."""
    edition = renderer.render(_specimen())
    if edition.notes:
        return Check(
            name="page", ok=False, found=f"A page was set, but: {' '.join(edition.notes)}", advice=_REINSTALL
        )
    found = f"a specimen of {edition.pages} pages was set" if edition.pages else "a specimen was set"
    return Check(name="page", ok=True, found=found)


def _fault(path: Path) -> str:
    """Return what is wrong with a font; empty when it is in order."""
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - half a second to load

    is_hindi = "Devanagari" in path.name
    letters = SPECIMEN + "".join(_CONJUNCTS) if is_hindi else _LATIN
    try:
        with TTFont(path) as font:
            known = font.getBestCmap()
            missing = sorted({each for each in letters if not each.isspace()} - {chr(code) for code in known})
            if missing and not is_hindi:
                return f"{path.name} lacks {' '.join(missing)}"
            unshaped = [each for each in _CONJUNCTS if not _is_one_shape(font, each)] if is_hindi else []
    except (TTLibError, OSError, KeyError, AssertionError, ValueError) as error:
        return f"{path.name} cannot be read ({type(error).__name__})"
    missing = [each for each in missing if "\u0900" <= each <= "\u097f"]
    if missing or unshaped:
        return f"{path.name} cannot set {' '.join([*missing, *unshaped])}"
    return ""


def _is_one_shape(font: Any, conjunct: str) -> bool:  # noqa: ANN401 - fontTools has no types
    """Tell whether a font joins the letters of a conjunct into one glyph."""
    names = font.getBestCmap()
    glyphs = [names.get(ord(letter)) for letter in conjunct]
    return None not in glyphs and any(each == glyphs for each in _ligatures(font))


def _ligatures(font: Any) -> Iterator[list[str]]:  # noqa: ANN401 - fontTools has no types
    if "GSUB" not in font:
        return
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)  # noqa: PLW2901 - an extension only points to one
            for first, found in getattr(table, "ligatures", {}).items():
                yield from ([first, *each.Component] for each in found)


def _specimen() -> Issue:
    line = Statement(text=SPECIMEN, cites=("a1.s1",), verdict=Verdict.VERBATIM)
    day = date(2026, 3, 9)
    story = Story(
        id="s-specimen",
        topic="unclassified",
        topic_name="नमूना",
        tags=(),
        language=Language.HINDI,
        priority=Priority.USEFUL,
        papers=(),
        syllabus=(),
        headline=line,
        remember=None,
        blocks=(Block(kind=BlockKind.WHY, statements=(line,)),),
        facts=(),
        sources=(
            SourceLine(article="specimen", publisher="-", title=SPECIMEN, published=str(day), url=None),
        ),
        evidence=(Evidence(id="a1.s1", text=SPECIMEN),),
        editor="extractive",
        source_words=len(SPECIMEN.split()),
    )
    return Issue(
        id="issue-specimen",
        masthead=Masthead(title="नमूना", period=DateRange(day, day), language=Language.HINDI, topics=()),
        sections=(Section(group="unclassified", letter="K", title="नमूना", stories=(story,)),),
    )
