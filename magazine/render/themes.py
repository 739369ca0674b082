"""A theme: a folder with ``theme.toml``, ``style.css`` and the templates of a page.

A user's theme is a copy of a bundled one, edited; it is read from its own
folder and nowhere else.
"""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from magazine.assets import bundled
from magazine.core.errors import RendererError

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Accent:
    """The colours of a section, each ``#rrggbb``."""

    accent: str
    sun: str
    """The disc on a cover whose main section this is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A look."""

    name: str
    title: str
    about: str
    folder: Path
    ground: str
    """Colour of the cover's paper, ``#rrggbb``."""
    ink: str
    accents: Mapping[str, Accent]
    """By section letter."""

    def accent(self, letter: str) -> Accent:
        """Return the colours of a section; a letter the theme does not know is set in ink."""
        return self.accents.get(letter, Accent(accent=self.ink, sun=self.ink))

    def style(self) -> str:
        """Return the style sheet, with a class ``accent-A`` for each section letter."""
        rules = [f".accent-{letter}{{--accent:{each.accent}}}" for letter, each in self.accents.items()]
        return (self.folder / "style.css").read_text(encoding="utf-8") + "\n".join(rules)

    def digest(self) -> str:
        """Return a short hash of all that shows on the page: theme, labels and fonts."""
        folders = (self.folder, bundled("templates") / "labels", bundled("templates") / "fonts")
        sum_of = hashlib.sha256()
        for path in (file for folder in folders for file in sorted(folder.rglob("*")) if file.is_file()):
            sum_of.update(path.name.encode() + b"\0" + path.read_bytes())
        return sum_of.hexdigest()[:16]


def theme_names() -> tuple[str, ...]:
    """Return the names of the bundled themes."""
    return tuple(sorted(path.parent.name for path in (bundled("templates") / "themes").glob("*/theme.toml")))


def load_theme(name: str = "classic") -> Theme:
    """Return a theme by its bundled name, or by the path of its folder.

    A name is never looked for in the working directory: a path has a slash.

    Raises:
        RendererError: There is no such theme, or its ``theme.toml`` is not one.
    """
    folder = Path(name) if "/" in name or "\\" in name else bundled("templates") / "themes" / name
    try:
        table = tomllib.loads((folder / "theme.toml").read_text(encoding="utf-8"))
        return _theme(folder.resolve(), table)
    except OSError as error:
        raise RendererError(
            f"There is no theme {name!r}.",
            hint=f"Use one of: {', '.join(theme_names())}, or the path of a theme's folder.",
        ) from error
    except (KeyError, TypeError, ValueError) as error:
        raise RendererError(
            f"The theme {name!r} cannot be used: {error}.", hint="Compare its theme.toml with a bundled one."
        ) from error


def _theme(folder: Path, table: Mapping[str, Mapping[str, str]]) -> Theme:
    accents: Mapping[str, Mapping[str, str]] = table["accents"]  # type: ignore[assignment]
    return Theme(
        name=str(table["name"]),
        title=str(table["title"]),
        about=str(table["about"]),
        folder=folder,
        ground=_colour(table["paper"]["ground"]),
        ink=_colour(table["paper"]["ink"]),
        accents={
            letter: Accent(accent=_colour(each["accent"]), sun=_colour(each["sun"]))
            for letter, each in accents.items()
        },
    )


def _colour(text: str) -> str:
    if not _COLOUR.fullmatch(text):
        raise ValueError(f"{text!r} is not a colour such as #1f4e79")
    return text
