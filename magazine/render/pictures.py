"""A user's pictures made fit for the page: small, plain, and nothing but their pixels.

A picture is looked at by its first bytes and its header, then painted anew by a child
process: what stands in the file is never handed on.
"""

import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass

from magazine.core.issue import Form, Issue, Picture, Story
from magazine.render.confined import Limits, OverrunError, confined
from magazine.render.images import Assets, address_of, media_type

_KINDS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
_MOST_BYTES, _MOST_PIXELS = 4_000_000, 16_000_000
_LONGEST_SIDE = 1500
"""Pixels: 300 dots an inch over five inches, wider than a column of any theme."""
_QUALITY = 82
_LIMITS = Limits(seconds=20)
"""For one picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Developed:
    """Pictures as they are printed."""

    prints: Mapping[str, bytes]
    """Those that can be, by their names."""
    notes: tuple[str, ...] = ()
    """One on each that cannot."""


def prints_of(issue: Issue, assets: Assets) -> Developed:
    """Return the pictures that the stories of an issue show, made fit for the page.

    One that a story names and that is not shown is noted, and so is one without words for the blind.
    """
    hung = [(story, story.picture) for story in issue.stories if story.picture]
    made = developed(
        {
            address: assets[address]
            for story, picture in hung
            if story.form is Form.FULL and (address := address_of(picture.file)) in assets
        }
    )
    notes = dict.fromkeys(note for story, picture in hung if (note := _note(story, picture, assets)))
    return Developed(prints=made.prints, notes=(*notes, *made.notes))


def _note(story: Story, picture: Picture, assets: Assets) -> str:
    named = f"The picture {picture.file.rpartition('/')[2]!r}"
    if story.form is not Form.FULL:
        return f"{named} is left out: its story is not told in full."
    if address_of(picture.file) not in assets:
        return f"{named} is left out: it does not lie in the issue's folder, or cannot be read."
    return "" if picture.alt.strip() else f"{named} has no words (alt) for those who cannot see it."


def developed(pictures: Mapping[str, bytes]) -> Developed:
    """Return the pictures made fit for the page; one too large or of another kind is left out."""
    prints: dict[str, bytes] = {}
    notes: list[str] = []
    for name, content in sorted(pictures.items()):
        fault = "it is larger than 4 MB" if len(content) > _MOST_BYTES else ""
        if not fault:
            made = _printed(content)
            prints |= {name: made} if isinstance(made, bytes) else {}
            fault = made if isinstance(made, str) else ""
        if fault:
            notes.append(f"The picture {name.rpartition('/')[2]!r} is left out: {fault}.")
    return Developed(prints=prints, notes=tuple(notes))


def _printed(content: bytes) -> bytes | str:
    """Return a picture's print, or why there is none."""
    kind = _KINDS.get(media_type(content))
    if not kind:
        return "it is no PNG, JPEG or WebP"
    try:
        return confined(painted_anew, content, kind, limits=_LIMITS)
    except OverrunError as overrun:
        return overrun.cause


def painted_anew(content: bytes, kind: str) -> bytes | str:
    """Return a picture with no more pixels than print needs and nothing else of its file, or its fault.

    Args:
        content: The file.
        kind: ``PNG``, ``JPEG`` or ``WEBP``: no other reader is tried.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415 - only some issues have pictures

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is judged below
            picture = Image.open(io.BytesIO(content), formats=(kind,))
        if picture.width * picture.height > _MOST_PIXELS:
            return "it has more than 16 million pixels"
        upright = ImageOps.exif_transpose(picture)
        has_holes = upright.has_transparency_data
        painted = upright.convert("RGBA" if has_holes else "RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return "it cannot be read"
    painted.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    out = io.BytesIO()
    # A new image takes the pixels alone: no place, camera or profile of the old file.
    clean = Image.new(painted.mode, painted.size)
    clean.paste(painted)
    if kind == "PNG" or has_holes:
        clean.save(out, "PNG", optimize=True)
    else:
        clean.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
