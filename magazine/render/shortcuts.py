"""Corrections to WeasyPrint 70 for speed: the same file, byte for byte, in less time.

- Lines: a line that was broken once in the same style, at the same width, is not broken again
  when its page is made again, as it is for the numbers of pages in the contents.
- Shaping: Pango's context, font and features are made once for a style, not once for a line.
- Styles: what the many plain boxes ask for is looked up in one step.
- Pages: the list of pages is not written anew for each element of the structure tree.

``magazine.render.corrections`` puts them in force, each only on the text it knows.
"""

import importlib
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Box = Any
Layout = Any
Style = Any
Pdf = Any
"""WeasyPrint has no types: its values go by these names."""
Stock = Callable[..., Any]
"""A function of WeasyPrint."""

_LONGEST = 2_000
"""Letters of a text that is remembered: the key holds all that is left of a paragraph."""
_MOST_LINES = 30_000
"""Lines remembered at one time: some 30 MB."""


def remembered_lines(stock: Stock) -> Stock:
    """Return ``split_first_line`` with a memory."""
    made: dict[tuple[object, ...], tuple[Style, tuple[Any, ...]]] = {}

    def split_first_line(  # noqa: PLR0917 - WeasyPrint's signature
        text: str,
        style: Style,
        context: object,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> tuple[Any, ...]:
        key = (id(style), text, max_width, justification_spacing, is_line_start, minimum)
        if key in made:
            layout, *measures = made[key][1]
            return (_twin(layout), *measures)
        line: tuple[Any, ...] = stock(
            text, style, context, max_width, justification_spacing, is_line_start, minimum
        )
        if len(text) <= _LONGEST:
            if len(made) >= _MOST_LINES:
                made.clear()
            # The style is kept, so that no other one takes its place in memory, and its key.
            made[key] = (style, (_twin(line[0]), *line[1:]))
        return line

    return split_first_line


def _twin(layout: Layout) -> Layout:
    """Return a layout of its own: whoever draws a line changes it."""
    twin = object.__new__(type(layout))
    twin.__dict__.update(layout.__dict__)
    return twin


def shared_shaping(stock: Stock) -> Stock:
    """Return ``Layout.setup`` that makes Pango's context and font once for all styles that read alike."""
    text: Any = inspect.getmodule(stock)
    known: dict[tuple[object, ...], _Shaping] = {}

    def setup(layout: Layout, style: Style) -> None:
        is_drawing = isinstance(style["font_family"], list)  # not to be a key
        if (
            is_drawing
            or style["text_decoration_line"] != "none"
            or style["font_language_override"] != "normal"
        ):
            stock(layout, style)
            return
        key = tuple(style[name] for name in _SHAPING)
        if key not in known:
            known[key] = _shaping(text, style)
        shaping = known[key]
        layout.style, layout.first_line_direction, layout.language = style, 0, shaping.language
        layout.ascent = layout.underline_position = layout.strikethrough_position = None
        layout.layout = text.ffi.gc(text.pango.pango_layout_new(shaping.context), text.gobject.g_object_unref)
        text.pango.pango_layout_set_auto_dir(layout.layout, False)
        text.pango.pango_layout_set_font_description(layout.layout, shaping.font)
        if shaping.features:
            # A list of the layout's own: spacing is added to it.
            attributes = text.pango.pango_attr_list_new()
            text.pango.pango_attr_list_insert(attributes, style.font_config.font_features[shaping.features])
            text.pango.pango_layout_set_attributes(layout.layout, attributes)

    return setup


_SHAPING = (
    "font_family", "font_style", "font_stretch", "font_weight", "font_size", "font_kerning",
    "font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric",
    "font_variant_alternates", "font_variant_east_asian", "font_feature_settings",
    "font_variation_settings", "lang", "direction",
)  # fmt: skip
"""The properties that WeasyPrint's function reads."""


@dataclass(frozen=True, slots=True)
class _Shaping:
    """What Pango is told of a style."""

    context: object
    font: object
    language: object
    features: bytes


def _shaping(text: Any, style: Style) -> _Shaping:  # noqa: ANN401 - a module of WeasyPrint
    """Return what WeasyPrint's own function makes for each line."""
    context = text.ffi.gc(
        text.pango.pango_font_map_create_context(style.font_config.font_map), text.gobject.g_object_unref
    )
    text.pango.pango_context_set_round_glyph_positions(context, False)
    text.pango.pango_context_set_base_dir(context, text.PANGO_DIRECTION[style["direction"]])
    language = text.pango.pango_language_get_default()
    if style["lang"]:
        name, _alive = text.unicode_to_char_p(style["lang"])
        language = text.pango.pango_language_from_string(name)
        text.pango.pango_context_set_language(context, language)
    named = text.font_features(*(style[name] for name in _SHAPING[5:13]))
    features = ",".join(f"{name} {value}" for name, value in named.items()).encode()
    if features and features not in style.font_config.font_features:
        style.font_config.font_features[features] = text.pango.pango_attr_font_features_new(features)
    return _Shaping(context, text.get_font_description(style), language, features)


def quick_styles(stock: Stock) -> Stock:
    """Return ``ComputedStyle.__missing__`` that takes one step for a property that no rule names."""
    css: Any = inspect.getmodule(stock)
    special = {"page", "position", "float", "display"}
    plain = {
        name
        for name in css.INITIAL_VALUES
        if not name.startswith(("text_decoration_", "__")) and name not in special
    }
    inherited = plain & css.INHERITED - css.PHYSICAL_FUNCTIONS.keys()
    initial = plain - css.INHERITED - css.INITIAL_NOT_COMPUTED
    # A physical property may be named by its logical twin: margin-top by margin-block-start.
    twins = {
        name: frozenset(turn(block="ttb", inline=way) for way in ("ltr", "rtl"))
        for name, turn in css.PHYSICAL_FUNCTIONS.items()
    }
    none: frozenset[str] = frozenset()

    def missing(style: Style, key: str) -> object:
        if key not in style.cascaded:
            if key in initial and twins.get(key, none).isdisjoint(style.cascaded):
                style[key] = value = css.INITIAL_VALUES[key]
                return value
            if key in inherited and style.parent_style is not None:
                style[key] = value = style.parent_style[key]
                return value
        return stock(style, key)

    return missing


def quick_lengths(stock: Stock) -> Stock:
    """Return ``resolve_one_percentage`` that takes one step for a length in pixels."""
    dimension = importlib.import_module("weasyprint.css.properties").Dimension

    def resolve_one_percentage(box: Box, name: str, refer_to: float) -> None:
        value = box.style[name]
        if type(value) is dimension and value.unit == "px":
            setattr(box, name, value.value)
        else:
            stock(box, name, refer_to)

    return resolve_one_percentage


def quick_flow(stock: Stock) -> Stock:
    """Return ``Box.is_in_normal_flow`` that takes one step for a box that is neither floated nor placed."""

    def is_in_normal_flow(box: Box) -> bool:
        style = box.style
        return (style["float"] == "none" and style["position"] == "static") or bool(stock(box))

    return is_in_normal_flow


def kept_page_references(stock: Stock) -> property:
    """Return ``PDF.page_references`` that writes its list again only when a page was added."""

    def page_references(pdf: Pdf) -> tuple[bytes, ...]:
        kids = pdf.pages["Kids"]
        length, references = getattr(pdf, "kept_page_references", (-1, ()))
        if length != len(kids):
            references = stock.__get__(pdf)
            pdf.kept_page_references = (len(kids), references)
        kept: tuple[bytes, ...] = references
        return kept

    return property(page_references)
