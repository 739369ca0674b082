"""Corrections to WeasyPrint 70, in force for the duration of a render.

Some of its functions are put right from outside. Each correction names the
function's exact source by hash, and steps aside when another text is installed:
the page then comes out as WeasyPrint makes it.

- Hindi text: a PDF maps each glyph to one text, the one of the first cluster
  that used it, so that Devanagari could be read but not searched or copied.
  Every line of an Indic script now carries its own text beside its glyphs.
- Glyph map: entries taken from such clusters break readers that ignore that
  text; glyphs that stand for one character are mapped to it.
- Language: each element of the structure tree names the language it is in, so that a Hindi
  story of an English magazine is read out in Hindi.
- Columns: see ``magazine.render.columns``.
- Speed: see ``magazine.render.shortcuts``.
"""

import hashlib
import importlib
import inspect
import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from magazine.render.columns import Stock, column_filler
from magazine.render.shortcuts import (
    kept_page_references,
    quick_flow,
    quick_lengths,
    quick_styles,
    remembered_lines,
    shared_shaping,
)

_INDIC = re.compile(r"[\u0900-\u0dff]")
_UNSPOKEN = str.maketrans("", "", "\u00ad\u2060")

Owner = Any
"""A module or class of WeasyPrint."""
Font = Any
"""WeasyPrint's Font: it has no types."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A function to be put right."""

    name: str
    module: str
    """Where the function is looked up when it is called."""
    path: str
    """Its name there, ``Class.method`` for a method."""
    source: str
    """SHA-256 of its source text."""
    put_right: Callable[[Stock], object]


@dataclass(frozen=True, slots=True)
class Account:
    """Which corrections were put in force."""

    applied: list[str] = field(default_factory=list)
    not_applied: list[str] = field(default_factory=list)

    def notes(self) -> tuple[str, ...]:
        """Return a sentence for each correction that stepped aside."""
        return tuple(
            f"The correction {name!r} stepped aside: this WeasyPrint is another than the one it knows."
            for name in self.not_applied
        )


def source_hash(function: Stock) -> str:
    """Return the SHA-256 of the source text of a function, or of a property's; empty when it has none."""
    try:
        getter = getattr(function, "fget", function)
        return hashlib.sha256(inspect.getsource(getter).encode()).hexdigest()
    except (OSError, TypeError):
        return ""


@contextmanager
def corrected(corrections: Sequence[Correction] | None = None) -> Iterator[Account]:
    """Put the corrections in force, and take them back at the end.

    They change the process: one render at a time.
    """
    account = Account()
    taken_back: list[tuple[Owner, str, Stock]] = []
    try:
        for each in CORRECTIONS if corrections is None else corrections:
            owner, name = _owner(each)
            stock = getattr(owner, name, None)
            if stock is None or source_hash(stock) != each.source:
                account.not_applied.append(each.name)
                continue
            setattr(owner, name, each.put_right(stock))
            taken_back.append((owner, name, stock))
            account.applied.append(each.name)
        yield account
    finally:
        for owner, name, stock in reversed(taken_back):
            setattr(owner, name, stock)


def _owner(correction: Correction) -> tuple[Owner, str]:
    *classes, name = correction.path.split(".")
    try:
        owner: Owner = importlib.import_module(correction.module)
    except ImportError:
        return None, name
    for each in classes:
        owner = getattr(owner, each, None)
    return owner, name


def _with_actual_text(stock: Stock) -> Stock:
    def draw_first_line(*arguments: Any) -> Any:  # noqa: ANN401 - WeasyPrint's own signature
        stream, textbox = arguments[:2]
        if not _INDIC.search(textbox.text):
            return stock(*arguments)
        # PDF 32000-1, 14.9.4: text in UTF-16 with a byte order mark, as a hexadecimal string.
        spoken = ("\ufeff" + textbox.text.translate(_UNSPOKEN)).encode("utf-16-be")
        stream.stream.append(b"/Span <</ActualText <" + spoken.hex().encode() + b">>> BDC")
        drawn = stock(*arguments)
        stream.stream.append(b"EMC")
        return drawn

    return draw_first_line


def _with_true_glyph_map(stock: Stock) -> Stock:
    def clean(font: Font, to_unicode: dict[int, str], hinting: bool) -> object:
        maps = (to_unicode, font.to_unicode)
        indic = any(_INDIC.search(text) for glyphs in maps for text in glyphs.values())
        characters = _characters_of_glyphs(font) if indic else {}
        for glyphs in maps:
            for glyph, text in glyphs.items():
                if glyph in characters:
                    # What was set is kept where it is one of them: ’ is drawn as U+02BC is.
                    if text not in characters[glyph]:
                        glyphs[glyph] = characters[glyph][0]
                elif not text:
                    # A later glyph of a cluster has no text of its own, and an empty entry is malformed.
                    glyphs[glyph] = "\u200b"
        return stock(font, to_unicode, hinting)

    return clean


def _with_languages(stock: Stock) -> Stock:
    pydyf: Any = importlib.import_module("pydyf")

    def build_box_tree(box: Any, *arguments: Any) -> Iterator[Any]:  # noqa: ANN401 - WeasyPrint's own signature
        element = getattr(getattr(box, "_box", box), "element", None)
        lang = None if element is None else element.get("lang")
        for tagged in stock(box, *arguments):
            if lang:
                tagged["Lang"] = pydyf.String(lang)
            yield tagged

    return build_box_tree


def _characters_of_glyphs(font: Font) -> dict[int, list[str]]:
    """Return the characters that each glyph alone stands for, the lowest first."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - comes with WeasyPrint, and is as slow to import

    face = TTFont(io.BytesIO(font.file_content), fontNumber=font.index or 0, lazy=True)
    numbers = face.getReverseGlyphMap()
    characters: dict[int, list[str]] = {}
    for character, name in sorted(face.getBestCmap().items()):
        characters.setdefault(numbers[name], []).append(chr(character))
    return characters


CORRECTIONS = (
    Correction(
        name="searchable Hindi",
        module="weasyprint.draw.text",
        path="draw_first_line",
        source="1bb8eae6d88e71b17096a034656f3be17da8f1f513c78536c1c38d971927638b",
        put_right=_with_actual_text,
    ),
    Correction(
        name="glyph map",
        module="weasyprint.pdf.fonts",
        path="Font.clean",
        source="794f0211f18453f1a291056fcd6659cdcb262f7c1133cf5b2ea015df379c6813",
        put_right=_with_true_glyph_map,
    ),
    Correction(
        name="languages",
        module="weasyprint.pdf.tags",
        path="_build_box_tree",
        source="f716251a83e7096e9cae972b63e633aab21c664d200582166dd0d5096780f9c4",
        put_right=_with_languages,
    ),
    Correction(
        name="columns",
        module="weasyprint.layout.block",
        path="columns_layout",
        source="7a05cce3272fc581cf8d9352ebe07d4de51fb742dfccd6d2e86895ac0eca9691",
        put_right=column_filler,
    ),
    Correction(
        name="lines",
        module="weasyprint.layout.inline",
        path="split_first_line",
        source="39ad1016863ca34de0bea4c9fcffb46da7e27813c87dd82b7011bfa19fe5504f",
        put_right=remembered_lines,
    ),
    Correction(
        name="lines of a table",
        module="weasyprint.layout.preferred",
        path="split_first_line",
        source="39ad1016863ca34de0bea4c9fcffb46da7e27813c87dd82b7011bfa19fe5504f",
        put_right=remembered_lines,
    ),
    Correction(
        name="shaping",
        module="weasyprint.text.line_break",
        path="Layout.setup",
        source="fb227a55094f41d42fbd57f180d8b7a9a1e741969ec8ddb3fd5cd80920257442",
        put_right=shared_shaping,
    ),
    Correction(
        name="styles",
        module="weasyprint.css",
        path="ComputedStyle.__missing__",
        source="b318d8efc8ac79d716f05cb81cc3abd65a32bd79601e363b218a32559bb3a5fb",
        put_right=quick_styles,
    ),
    Correction(
        name="page references",
        module="pydyf",
        path="PDF.page_references",
        source="060bf90aad55931bc24c3575a52af9478a89916aa307e5323142663841cb7798",
        put_right=kept_page_references,
    ),
    Correction(
        name="lengths",
        module="weasyprint.layout.percent",
        path="resolve_one_percentage",
        source="4cfaa9ad134e4f7bd8b61c7a6eba56678898545eb8c02f663f29c12a3aa16d54",
        put_right=quick_lengths,
    ),
    Correction(
        name="flow",
        module="weasyprint.formatting_structure.boxes",
        path="Box.is_in_normal_flow",
        source="5f49d6ab23da7e51003ce68f78e8cb04629e9c2edbf51f77ffa8acd7098e0368",
        put_right=quick_flow,
    ),
)
