"""A theme: a folder with ``theme.toml`` and ``style.css``.

What a theme does not bring is taken from the folder ``shared`` beside the bundled
themes: the templates, and ``base.css``, which ``style.css`` comes after. A
template in a theme's own folder is used in place of the shared one.
"""

import hashlib
import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from magazine.assets import bundled
from magazine.core.errors import OutputError, RendererError

_MOST = 3000
"""Millimetres of a page's side: a poster's."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Accent:
    """The colours of a section, each ``#rrggbb``."""

    accent: str
    sun: str
    """The disc on a cover whose main section this is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A theme's page, in millimetres."""

    width: float
    height: float
    margins: tuple[float, float, float, float]
    """Top, right, bottom, left."""
    columns: int
    gap: float
    """Between columns."""
    table_columns: int
    """The widest table that is printed as one; a wider one becomes lists."""

    @property
    def band(self) -> float:
        """The width of what is printed on."""
        return self.width - self.margins[1] - self.margins[3]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How much the pages hold that are set to fill one page. Heights are in points."""

    contents_room: float
    """Of all columns below the title, at the line heights of the classic look."""
    contents_letters: float
    """Letters of a line of the contents."""
    glance_room: float
    glance_letters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A look."""

    name: str
    title: str
    about: str
    folder: Path
    page: Page
    measure: Measure | None
    """None: contents and "at a glance" take what room they need."""
    is_flat: bool
    """Whether drawings are flat colours; else lines."""
    ground: str
    """Colour of the cover's paper, ``#rrggbb``."""
    ink: str
    accents: Mapping[str, Accent]
    """By section letter."""

    def accent(self, letter: str) -> Accent:
        """Return the colours of a section; a letter the theme does not know is set in ink."""
        return self.accents.get(letter, Accent(accent=self.ink, sun=self.ink))

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where its files are looked for, in this order."""
        return (self.folder, _bundled_folder() / "shared")

    def style(self) -> str:
        """Return the style sheet: the page, what all themes share, this theme, and its accents."""
        page, margins = self.page, " ".join(f"{each:g}mm" for each in self.page.margins)
        base, own = self._found("base.css"), self._found("style.css")
        return "\n".join((
            base,
            f"@page {{ size: {page.width:g}mm {page.height:g}mm; margin: {margins} }}",
            f".flow {{ columns: {page.columns}; column-gap: {page.gap:g}mm }}" if page.columns > 1 else "",
            f".cover, .closing {{ width: {page.width:g}mm; height: {page.height:g}mm }}",
            f".closing {{ background: {self.ground} }}",
            *(f".accent-{letter} {{ --accent: {each.accent} }}" for letter, each in self.accents.items()),
            own,
        ))  # fmt: skip

    def _found(self, name: str) -> str:
        """Return the text of the first of its files of a name; empty when there is none."""
        paths = (folder / name for folder in self.folders)
        return next((path.read_text(encoding="utf-8") for path in paths if path.is_file()), "")

    def digest(self) -> str:
        """Return a short hash of all that shows on the page: theme, labels and fonts."""
        folders = (*self.folders, bundled("templates") / "labels", bundled("templates") / "fonts")
        sum_of = hashlib.sha256()
        for path in (file for folder in folders for file in sorted(folder.rglob("*")) if file.is_file()):
            sum_of.update(path.name.encode() + b"\0" + path.read_bytes())
        return sum_of.hexdigest()[:16]


def theme_names(user_folder: Path | None = None) -> tuple[str, ...]:
    """Return the names of the bundled themes, and of those in a user's folder of themes."""
    folders = [_bundled_folder(), *([user_folder] if user_folder else [])]
    return tuple(sorted({path.parent.name for folder in folders for path in folder.glob("*/theme.toml")}))


def load_theme(name: str = "classic", user_folder: Path | None = None) -> Theme:
    """Return a theme by its name, or by the path of its folder.

    A theme of that name in the user's folder of themes is taken before a bundled one. A name
    is never looked for in the working directory: a path has a slash.

    Raises:
        RendererError: There is no such theme, or its ``theme.toml`` is not one.
    """
    folder = _folder_of(name, user_folder)
    try:
        table = tomllib.loads((folder / "theme.toml").read_text(encoding="utf-8"))
        return _theme(folder.resolve(), table)
    except OSError as error:
        raise RendererError(
            f"There is no theme {name!r}.",
            hint=f"Use one of: {', '.join(theme_names(user_folder))}, or the path of a theme's folder.",
        ) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise RendererError(
            f"The theme {name!r} cannot be used: {error}.", hint="Compare its theme.toml with a bundled one."
        ) from error


def copy_theme(name: str, destination: Path, *, with_templates: bool = False) -> Path:
    """Copy a bundled theme into a new folder to be edited; return the folder.

    ``with_templates`` adds the shared templates and style, for a theme that changes the markup too.

    Raises:
        RendererError: There is no such theme.
        OutputError: The folder is there already, or cannot be made.
    """
    theme = load_theme(name)
    try:
        destination.mkdir(parents=True)
        with _or_nothing(destination):
            for folder in reversed(theme.folders if with_templates else theme.folders[:1]):
                shutil.copytree(folder, destination, dirs_exist_ok=True)
    except FileExistsError as error:
        raise OutputError(
            f"The folder {str(destination)!r} is there already.", hint="Name a folder that is not."
        ) from error
    except OSError as error:
        # What copytree raises has gathered several, and no words of the system.
        raise OutputError(
            f"The theme cannot be copied: {error.strerror or 'not every file could be'}.",
            hint="Name a folder that can be written and has room.",
        ) from error
    return destination


@contextmanager
def _or_nothing(folder: Path) -> Iterator[None]:
    """Remove a folder that could not be filled: half a theme would look like one."""
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _folder_of(name: str, user_folder: Path | None) -> Path:
    if "/" in name or "\\" in name:
        return Path(name)
    mine = user_folder / name if user_folder else None
    return mine if mine and (mine / "theme.toml").is_file() else _bundled_folder() / name


def _bundled_folder() -> Path:
    return bundled("templates") / "themes"


def _theme(folder: Path, table: Mapping[str, Any]) -> Theme:
    measure: Mapping[str, float] | None = table.get("measure")
    return Theme(
        name=str(table["name"]),
        title=str(table["title"]),
        about=str(table["about"]),
        folder=folder,
        page=_page(table["page"]),
        measure=_measure(measure) if measure else None,
        is_flat=bool(table["paper"].get("flat", True)),
        ground=_colour(table["paper"]["ground"]),
        ink=_colour(table["paper"]["ink"]),
        accents={
            letter: Accent(accent=_colour(each["accent"]), sun=_colour(each["sun"]))
            for letter, each in table["accents"].items()
        },
    )


def _page(table: Mapping[str, Any]) -> Page:
    top, right, bottom, left = (float(each) for each in table["margins"])
    width, height = float(table["width"]), float(table["height"])
    if not (left + right < width < _MOST and top + bottom < height < _MOST):
        raise ValueError(f"a page of {width:g} by {height:g} mm has no room between its margins, or no end")
    return Page(
        width=width,
        height=height,
        margins=(top, right, bottom, left),
        columns=int(table["columns"]),
        gap=float(table.get("gap", 7)),
        table_columns=int(table["table_columns"]),
    )


def _measure(table: Mapping[str, Any]) -> Measure:
    return Measure(
        contents_room=float(table["contents_room"]),
        contents_letters=float(table["contents_letters"]),
        glance_room=float(table["glance_room"]),
        glance_letters=int(table["glance_letters"]),
    )


def _colour(text: str) -> str:
    if not _COLOUR.fullmatch(text):
        raise ValueError(f"{text!r} is not a colour such as #1f4e79")
    return text
