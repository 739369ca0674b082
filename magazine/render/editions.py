"""The editions of a magazine, by the names that ``--format`` takes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from magazine.core.errors import UsageError
from magazine.core.ports import Renderer
from magazine.render.brand import Brand
from magazine.render.images import NO_ASSETS, Assets
from magazine.render.themes import Theme


@dataclass(frozen=True, slots=True)
class _Order:
    """How an edition is to look, as far as it has a look."""

    theme: Theme | None
    assets: Assets
    brand: Brand | None
    print_ready: bool


def editions() -> tuple[str, ...]:
    """Return the names of the editions."""
    return tuple(_MAKERS)


def renderer_for(
    name: str,
    theme: Theme | None = None,
    assets: Assets = NO_ASSETS,
    *,
    brand: Brand | None = None,
    print_ready: bool = False,
) -> Renderer:
    """Return the renderer of an edition.

    Args:
        name: One of ``editions()``.
        theme: The look, as far as the edition has one; None is the bundled one.
        assets: The user's pictures.
        brand: Whose magazine it is.
        print_ready: A printed edition has with it what a press asks for.

    Raises:
        UsageError: There is no such edition.
    """
    maker = _MAKERS.get(name)
    if maker is None:
        raise UsageError(f"There is no edition {name!r}.", hint=f"Use some of: {', '.join(editions())}.")
    return maker(_Order(theme, assets, brand, print_ready))


# Each imports its module when it is wanted: one edition does not wait for another's engine.
def _pdf(order: _Order) -> Renderer:
    from magazine.render.pdf import PdfRenderer  # noqa: PLC0415

    return PdfRenderer(order.theme, order.assets, brand=order.brand, print_ready=order.print_ready)


def _test(order: _Order) -> Renderer:
    from magazine.render.booklet import BookletRenderer  # noqa: PLC0415

    return BookletRenderer(order.theme, brand=order.brand, print_ready=order.print_ready)


def _html(order: _Order) -> Renderer:
    from magazine.render.html import HtmlRenderer  # noqa: PLC0415

    return HtmlRenderer(order.theme, order.assets, order.brand)


def _epub(order: _Order) -> Renderer:
    from magazine.render.epub import EpubRenderer  # noqa: PLC0415

    return EpubRenderer(order.theme, order.assets, order.brand)


def _markdown(_: _Order) -> Renderer:
    from magazine.render.markdown import MarkdownRenderer  # noqa: PLC0415

    return MarkdownRenderer()


def _anki(_: _Order) -> Renderer:
    from magazine.render.anki import AnkiRenderer  # noqa: PLC0415

    return AnkiRenderer()


_MAKERS: Mapping[str, Callable[[_Order], Renderer]] = MappingProxyType(
    {"pdf": _pdf, "html": _html, "epub": _epub, "md": _markdown, "anki": _anki, "test": _test}
)
