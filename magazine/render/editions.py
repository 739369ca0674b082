"""The editions of a magazine, by the names that ``--format`` takes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from magazine.core.errors import UsageError
from magazine.core.ports import Renderer
from magazine.render.images import NO_ASSETS, Assets
from magazine.render.themes import Theme


def editions() -> tuple[str, ...]:
    """Return the names of the editions."""
    return tuple(_MAKERS)


def renderer_for(name: str, theme: Theme | None = None, assets: Assets = NO_ASSETS) -> Renderer:
    """Return the renderer of an edition.

    Args:
        name: One of ``editions()``.
        theme: The look, as far as the edition has one; None is the bundled one.
        assets: The user's pictures.

    Raises:
        UsageError: There is no such edition.
    """
    maker = _MAKERS.get(name)
    if maker is None:
        raise UsageError(f"There is no edition {name!r}.", hint=f"Use some of: {', '.join(editions())}.")
    return maker(theme, assets)


# Each imports its module when it is wanted: one edition does not wait for another's engine.
def _pdf(theme: Theme | None, assets: Assets) -> Renderer:
    from magazine.render.pdf import PdfRenderer  # noqa: PLC0415

    return PdfRenderer(theme, assets)


def _html(theme: Theme | None, assets: Assets) -> Renderer:
    from magazine.render.html import HtmlRenderer  # noqa: PLC0415

    return HtmlRenderer(theme, assets)


def _epub(theme: Theme | None, assets: Assets) -> Renderer:
    from magazine.render.epub import EpubRenderer  # noqa: PLC0415

    return EpubRenderer(theme, assets)


def _markdown(theme: Theme | None, assets: Assets) -> Renderer:  # noqa: ARG001 - plain text has no look
    from magazine.render.markdown import MarkdownRenderer  # noqa: PLC0415

    return MarkdownRenderer()


def _anki(theme: Theme | None, assets: Assets) -> Renderer:  # noqa: ARG001 - cards have their own look
    from magazine.render.anki import AnkiRenderer  # noqa: PLC0415

    return AnkiRenderer()


_MAKERS: Mapping[str, Callable[[Theme | None, Assets], Renderer]] = MappingProxyType(
    {"pdf": _pdf, "html": _html, "epub": _epub, "md": _markdown, "anki": _anki}
)
