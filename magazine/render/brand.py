"""A brand pack: ``brand.yaml`` with an institute's name, logo, colours, contacts and words.

The file is its owner's own; what it names is read from beside it and nowhere else.
Every mistake is found before a page is set.
"""

import hashlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from magazine.core.errors import ConfigurationError
from magazine.render.contrast import contrast

LEAST_CONTRAST = 4.5
"""Of a brand's colour on white, as WCAG 2 asks of text."""
_MOST_BYTES, _MOST_PIXELS = 4_000_000, 16_000_000
_LOGO_PIXELS = 900
"""The longer side of a logo as printed: 300 dots an inch at 76 mm."""
_FILE_BYTES = 100_000
_WATERMARK_LETTERS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How an institute is reached."""

    address: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    email: str = ""
    web: str = ""

    def __bool__(self) -> bool:
        return bool(self.address or self.phone or self.email or self.web)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """Whose magazine it is."""

    name: str
    """Empty: nobody's, and a watermark alone."""
    tagline: str = ""
    edition: str = ""
    """Such as ``Weekly 12 · Delhi``; stands beside the date."""
    logo: bytes = b""
    """As PNG; empty without one."""
    accent: str = ""
    """One colour for all sections, ``#rrggbb``; empty: the theme's."""
    accents: tuple[tuple[str, str], ...] = ()
    """(section letter, colour)."""
    contact: Contact = Contact()
    qr: str = ""
    """The address of the code on the back cover."""
    watermark: str = ""
    cover_lines: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    """Paragraphs of the "about us" page."""

    def colour(self, letter: str) -> str:
        """Return the colour of a section; empty: the theme's."""
        return dict(self.accents).get(letter, self.accent)

    def digest(self) -> str:
        """Return a short hash of all that shows on the page."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]


def only_watermark(text: str) -> Brand:
    """Return a brand that is nobody's: words behind every page and nothing else.

    Raises:
        ConfigurationError: The words are too many to be read, or hold what cannot be printed.
    """
    return Brand(name="", watermark=_watermark(text))


def read_brand(path: Path, *, watermark: str | None = None) -> Brand:
    """Return the brand of a file.

    Args:
        path: The brand.yaml.
        watermark: Put in place of the file's own, such as a student's number.

    Raises:
        ConfigurationError: It cannot be read, holds what it may not, names a logo that is
            not there or no picture, or a colour too pale to read.
    """
    form = _form(path)
    for place, colour in (("colour", form.colour), *((f"colours.{k}", v) for k, v in form.colours.items())):
        _refuse_pale(path, place, colour)
    return Brand(
        name=form.name,
        tagline=form.tagline,
        edition=form.edition,
        logo=_logo(path, form.logo) if form.logo else b"",
        accent=form.colour,
        accents=tuple(sorted(form.colours.items())),
        contact=Contact(
            address=tuple(form.contact.address),
            phone=tuple(form.contact.phone),
            email=form.contact.email,
            web=form.contact.web,
        ),
        qr=form.qr,
        watermark=_watermark(form.watermark if watermark is None else watermark),
        cover_lines=tuple(form.cover_lines),
        about=tuple(part.strip() for part in form.about.split("\n\n") if part.strip()),
    )


def _watermark(text: str) -> str:
    """Return words for a watermark; never a part of them, which may be another student's too."""
    words = " ".join(text.split())
    if len(words) > _WATERMARK_LETTERS or not words.isprintable():
        raise ConfigurationError(
            f"The watermark has more than {_WATERMARK_LETTERS} letters, or some that cannot be printed.",
            hint="Give a name or a number.",
        )
    return words


Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]
Colour = Annotated[str, StringConstraints(pattern=r"^(#[0-9a-fA-F]{6})?$")]
Address = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=300, pattern=r"^(https?://\S+)?$")
]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)


class _ContactForm(_Form):
    address: list[Line] = Field(default=[], max_length=6)
    phone: list[Line] = Field(default=[], max_length=4)
    email: Line = ""
    web: Address = ""


class _BrandForm(_Form):
    name: Annotated[Line, StringConstraints(min_length=1)]
    tagline: Line = ""
    edition: Line = ""
    logo: str = ""
    colour: Colour = ""
    colours: dict[Annotated[str, StringConstraints(pattern=r"^[A-Z]$")], Colour] = {}
    contact: _ContactForm = _ContactForm()
    qr: Address = ""
    watermark: Annotated[str, StringConstraints(strip_whitespace=True, max_length=_WATERMARK_LETTERS)] = ""
    cover_lines: list[Line] = Field(default=[], max_length=4)
    about: Annotated[str, StringConstraints(max_length=6000)] = ""


def _form(path: Path) -> _BrandForm:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigurationError(
            f"Cannot read the brand {path}: {error.strerror}.", hint="Give a brand.yaml that is there."
        ) from error
    if len(content) > _FILE_BYTES:
        raise ConfigurationError(f"{path} is too large for a brand.", hint="It holds a few lines of text.")
    try:
        return _BrandForm.model_validate(_plain(path, content))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} is not YAML: {_place(error)}.") from error
    except ValidationError as error:
        mistake = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(step) for step in mistake["loc"]) or "the file"
        known = ", ".join(_BrandForm.model_fields)
        raise ConfigurationError(
            f"{path}: {place}: {mistake['msg'].lower()}.", hint=f"A brand has {known}."
        ) from error


def _plain(path: Path, content: bytes) -> Any:  # noqa: ANN401 - whatever the file holds
    text = content.decode("utf-8")
    # A file of a few lines needs no aliases; a chain of them is a bomb.
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.SafeLoader)):
        raise ConfigurationError(f"{path} uses YAML aliases.", hint="Write the values out.")
    return yaml.safe_load(text)


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"line {mark.line + 1}" if mark else "it cannot be decoded"


def _refuse_pale(path: Path, place: str, colour: str) -> None:
    if colour and (found := contrast(colour)) < LEAST_CONTRAST:
        raise ConfigurationError(
            f"{path}: {place}: {colour} is too pale to read on white (contrast {found:.1f} to 1).",
            hint=f"Take a darker one: at least {LEAST_CONTRAST} to 1.",
        )


def _logo(brand: Path, name: str) -> bytes:
    """Return a logo as a PNG of ours, whatever it was: nothing but its pixels goes on."""
    path = brand.parent / name
    if not path.resolve().is_relative_to(brand.parent.resolve()):
        raise ConfigurationError(
            f"{brand}: the logo lies outside its folder.", hint="Put it beside brand.yaml."
        )
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigurationError(
            f"{brand}: cannot read the logo {path}: {error.strerror}.", hint="Put it beside brand.yaml."
        ) from error
    if len(content) > _MOST_BYTES:
        raise ConfigurationError(f"{path} is larger than 4 MB.", hint="Take a smaller logo.")
    return _repainted(path, content)


def _repainted(path: Path, content: bytes) -> bytes:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only a brand has a logo

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "WEBP"))
        if picture.width * picture.height > _MOST_PIXELS:
            raise ConfigurationError(f"{path} has more than 16 million pixels.", hint="Take a smaller logo.")
        painted = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ConfigurationError(
            f"{path} is no picture that can be printed.", hint="Give a PNG, JPEG or WebP."
        ) from error
    painted.thumbnail((_LOGO_PIXELS, _LOGO_PIXELS))
    out = io.BytesIO()
    painted.save(out, "PNG", optimize=True)
    return out.getvalue()
