"""The test as a booklet of its own: questions, a sheet to fill in, and the key on the last leaf."""

import dataclasses
import importlib.metadata

from magazine import __version__
from magazine.core.errors import RendererError
from magazine.core.issue import Issue
from magazine.core.ports import Edition
from magazine.render.brand import Brand
from magazine.render.compose import compose
from magazine.render.confined import Limits, OverrunError, confined
from magazine.render.look import Look, dressed
from magazine.render.page import issue_html
from magazine.render.themes import Theme, load_theme
from magazine.render.typesetting import Manuscript, typeset

_LEAST_WIDTH = 148
"""Millimetres of a page that a pen can fill in: A5."""
_LIMITS = Limits(seconds=180)


class BookletRenderer:
    """Renders the prelims test of an issue as a PDF: ``magazine.test.pdf``."""

    def __init__(
        self, theme: Theme | None = None, *, brand: Brand | None = None, print_ready: bool = False
    ) -> None:
        """Make a renderer.

        The booklet looks as its magazine does, but for a theme whose page is too small for a pen:
        its booklet is set in the bundled look. Its pages do not come in fours for a press: the sheet
        and the key are single leaves, to be taken out.
        """
        if theme is None or theme.page.width < _LEAST_WIDTH:
            theme = load_theme()
        self._look: Look = dressed(theme, brand, print_ready=print_ready)

    @property
    def suffix(self) -> str:
        return "test.pdf"

    @property
    def signature(self) -> str:
        engine = importlib.metadata.version("weasyprint")
        return f"test {__version__}, weasyprint {engine}, look {self._look.digest()}"

    def render(self, issue: Issue) -> Edition:
        if not issue.questions:
            raise RendererError(
                "The issue has no prelims test to make a booklet of.", hint="Make it with --questions 20."
            )
        look = self._look
        view = dataclasses.replace(compose(issue, look.theme, brand=look.brand), closing="")
        manuscript = Manuscript(
            html=issue_html(view, look.theme, "booklet.html"),
            style=look.style(),
            identifier=f"{issue.id} test",
            pictures=look.assets(),
        )
        try:
            sheets = confined(typeset, manuscript, limits=_LIMITS)
        except OverrunError as overrun:
            raise RendererError(
                f"The booklet cannot be set: {overrun.cause}.", hint="Make the test shorter."
            ) from overrun
        return Edition(content=sheets.content, pages=sheets.pages, notes=sheets.notes)
