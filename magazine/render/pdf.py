"""An issue to PDF: composed here, set in a child process.

A story that keeps the typesetter from finishing is found, named and left out; the rest
is printed.
"""

import importlib.metadata
from collections.abc import Iterator, Mapping

from magazine import __version__
from magazine.core.errors import RendererError
from magazine.core.issue import Issue
from magazine.core.ports import Edition
from magazine.render.brand import Brand
from magazine.render.breakers import breaking_stories, only
from magazine.render.compose import compose
from magazine.render.confined import Limits, OverrunError, confined
from magazine.render.filling import links_left_out
from magazine.render.images import NO_ASSETS, Assets, addressed, digests_of
from magazine.render.look import dressed
from magazine.render.order import stories_in_order
from magazine.render.page import issue_html
from magazine.render.pictures import Developed, prints_of
from magazine.render.themes import Theme, load_theme
from magazine.render.typesetting import Manuscript, Sheets, typeset

_HINT = "Run it again with fewer stories, or report it as a bug."


class PdfRenderer:
    """Renders an issue as a PDF in a theme."""

    def __init__(
        self,
        theme: Theme | None = None,
        assets: Assets = NO_ASSETS,
        *,
        brand: Brand | None = None,
        print_ready: bool = False,
        limits: Limits | None = None,
    ) -> None:
        """Make a renderer.

        Args:
            theme: The look; None is the bundled one.
            assets: Pictures of stories, ``asset:picture/<name>`` to their content.
            brand: Whose magazine it is.
            print_ready: With what a press asks for: bleed, crop marks, a gutter, sheets of four pages.
            limits: The typesetter's, for an issue and for each trial; None: what its size calls for.
        """
        self._look = dressed(theme or load_theme(), brand, print_ready=print_ready)
        self._assets = assets
        self._limits = limits

    @property
    def suffix(self) -> str:
        return "pdf"

    @property
    def signature(self) -> str:
        engine = importlib.metadata.version("weasyprint")
        theme = f"theme {self._look.theme.name} {self._look.digest()}"
        return ", ".join((f"pdf {__version__}", f"weasyprint {engine}", theme, *digests_of(self._assets)))

    def with_pictures(self, pictures: Mapping[str, bytes]) -> "PdfRenderer":
        look = self._look
        return PdfRenderer(
            look.theme,
            addressed(pictures),
            brand=look.brand,
            print_ready=look.print_ready,
            limits=self._limits,
        )

    def render(self, issue: Issue) -> Edition:
        pictures = prints_of(issue, self._assets)
        notes: tuple[str, ...] = (*pictures.notes, *links_left_out(issue))
        try:
            sheets = self._set(issue, pictures, self._limits or _generous(issue))
        except OverrunError as overrun:
            broken = breaking_stories(issue, lambda some: self._trial(some, pictures))
            rest = [story for story in issue.stories if story.id not in broken]
            if not (broken and rest):
                raise _beyond_help(overrun) from overrun
            notes = (*self._left_out(issue, broken), *notes)
            sheets = self._set_rest(only(issue, rest), pictures)
        return Edition(content=sheets.content, pages=sheets.pages, notes=(*notes, *sheets.notes))

    def _set(self, issue: Issue, pictures: Developed, limits: Limits) -> Sheets:
        look = self._look
        view = compose(
            issue, look.theme, pictures.prints.keys(), brand=look.brand, print_ready=look.print_ready
        )
        manuscript = Manuscript(
            html=issue_html(view, look.theme),
            style=look.style(),
            identifier=issue.id,
            pictures={**pictures.prints, **look.assets()},
            multiple=look.pages_multiple,
            filler=issue_html(view, look.theme, "rough.html"),
        )
        return confined(typeset, manuscript, limits=limits)

    def _set_rest(self, issue: Issue, pictures: Developed) -> Sheets:
        try:
            return self._set(issue, pictures, self._limits or _generous(issue))
        except OverrunError as overrun:
            raise _beyond_help(overrun) from overrun

    def _trial(self, issue: Issue, pictures: Developed) -> str:
        """Return why an issue cannot be set; empty when it can."""
        try:
            self._set(issue, pictures, self._limits or _short(issue))
        except OverrunError as overrun:
            return overrun.cause
        return ""

    def _left_out(self, issue: Issue, broken: Mapping[str, str]) -> Iterator[str]:
        for story, view in stories_in_order(issue, compose(issue, self._look.theme)):
            if story.id in broken:
                yield f"{view.number} ({story.id}) cannot be set: {broken[story.id]}; it is left out."


def _generous(issue: Issue) -> Limits:
    """Return what an issue may take: some ten times what it does on a slow machine."""
    return Limits(seconds=60 + 3 * len(issue.stories))


def _short(issue: Issue) -> Limits:
    """Return what a trial may take: what breaks a page is far beyond it."""
    return Limits(seconds=20 + len(issue.stories))


def _beyond_help(overrun: OverrunError) -> RendererError:
    return RendererError(f"The pages cannot be set: {overrun.cause}.", hint=_HINT)
