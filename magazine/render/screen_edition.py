"""What the HTML and the EPUB edition have in common: a look, and the user's pictures."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Self

from magazine import __version__
from magazine.core.issue import Issue
from magazine.core.ports import Edition
from magazine.render.brand import Brand
from magazine.render.filling import editions_digest, links_left_out
from magazine.render.images import NO_ASSETS, Assets, addressed, digests_of
from magazine.render.look import Look, dressed
from magazine.render.pictures import prints_of
from magazine.render.themes import Theme, load_theme


class ScreenRenderer(ABC):
    """Renders an issue for a screen.

    Args:
        theme: Gives the sections' colours and the cover's picture; None is the bundled one.
        assets: The user's pictures, by their addresses.
        brand: Whose magazine it is: its colours, name and contact.
    """

    def __init__(
        self, theme: Theme | None = None, assets: Assets = NO_ASSETS, brand: Brand | None = None
    ) -> None:
        self._look = dressed(theme or load_theme(), brand)
        self._assets = assets

    @property
    @abstractmethod
    def suffix(self) -> str:
        """Return the suffix of its editions."""

    @property
    def signature(self) -> str:
        look = f"theme {self._look.theme.name} {self._look.digest()}"
        parts = (f"{self.suffix} {__version__}", look, editions_digest(), *digests_of(self._assets))
        return ", ".join(parts)

    def with_pictures(self, pictures: Mapping[str, bytes]) -> Self:
        return type(self)(self._look.theme, addressed(pictures), self._look.brand)

    def render(self, issue: Issue) -> Edition:
        pictures = prints_of(issue, self._assets)
        content = self._written(issue, self._look, pictures.prints)
        return Edition(content=content, notes=(*pictures.notes, *links_left_out(issue)))

    @abstractmethod
    def _written(self, issue: Issue, look: Look, pictures: Assets) -> bytes:
        """Return the file of an issue, with pictures that are fit to be shown."""
