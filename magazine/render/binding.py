"""The last hand on a PDF before it is written: what WeasyPrint calls a finisher.

What carries no meaning is taken out of the reading order, and each stream is packed
once: WeasyPrint packs every one twice, the second time for the file's identifier.

WeasyPrint has no types: its values go by the names below.
"""

import zlib
from typing import Any

Document = Any
Pdf = Any
"""A ``pydyf.PDF``: a list of objects, each in its place by number."""
Element = Any
"""A ``pydyf.Dictionary`` of the structure tree, or one of its streams."""

BLEED = 3 * 72 / 25.4
"""Points around the trim that a press prints and cuts off: 3 mm. WeasyPrint takes 10 points."""
_LEVEL = 6
"""Of packing: the highest, 9, takes three times as long for one byte in a hundred."""


def bound(document: Document, pdf: Pdf) -> None:  # noqa: ARG001 - WeasyPrint's signature
    """Finish a PDF in place."""
    for each in pdf.objects:
        if _is(each, "Type", "/StructElem") and each["S"] == "/Figure" and "Alt" not in each:
            _silence(pdf, each)
        elif _is(each, "Type", "/Page") and each["TrimBox"] != each["MediaBox"]:
            left, top, right, bottom = each["TrimBox"]
            each["BleedBox"][:] = [left - BLEED, top - BLEED, right + BLEED, bottom + BLEED]
    for each in pdf.objects:
        if getattr(each, "compress", False):
            _pack(each)


def _silence(pdf: Pdf, figure: Element) -> None:
    """Make a drawing without words an artifact: a reader for the blind passes over it (ISO 14289-1, 7.3)."""
    page = _object(pdf, figure["Pg"])
    stream = _object(pdf, page["Contents"]).stream
    owners = _object(pdf, _object(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    for mark in figure["K"]:
        # Marked content begins with three entries: tag, number, operator.
        place = next(at for at, part in enumerate(stream) if _is(part, "MCID", mark))
        stream[place - 1 : place + 2] = [b"/Artifact", b"BMC"]
        owners[2 * page["StructParents"] + 1][mark] = b"null"
    _object(pdf, figure["P"])["K"].remove(figure.reference)
    figure.clear()


def _object(pdf: Pdf, reference: bytes) -> Any:  # noqa: ANN401 - whatever stands under the number
    return pdf.objects[int(reference.split()[0])]


def _is(each: Element, key: str, value: object) -> bool:
    return isinstance(each, dict) and each.get(key) == value


def _pack(stream: Element) -> None:
    """Put a stream's packed text in the place of its parts, which take many times the memory."""
    text = b"\n".join(part if isinstance(part, bytes) else _written(part) for part in stream.stream)
    stream.stream = [zlib.compress(text, _LEVEL)]
    stream.extra = {**stream.extra, "Filter": "/FlateDecode"}
    stream.compress = False


def _written(part: Element | str) -> bytes:
    written: bytes = part.encode("ascii") if isinstance(part, str) else part.data
    return written
