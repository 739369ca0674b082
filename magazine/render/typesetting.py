"""HTML to the sheets of a PDF: the one module that imports WeasyPrint.

It runs in a child process of its own (``magazine.render.confined``), and imports little.
Nothing is fetched: fonts and pictures are served from memory, and every other address is
refused. Nothing is read from the system's fonts either, so that one manuscript gives one
file, byte for byte, on every machine.
"""

import logging
import os
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from magazine.assets import bundled
from magazine.core.errors import RendererError
from magazine.render.binding import bound
from magazine.render.corrections import CORRECTIONS, Correction, corrected

APT_LINE = "apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""Installs the system libraries that WeasyPrint needs, on Debian and Ubuntu."""

Document = Any
FontConfiguration = Any
Fetcher = Any
"""WeasyPrint has no types: its values go by these names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """What a typesetter is handed."""

    html: str
    style: str
    """The style sheet."""
    identifier: str
    """Of the file: the same for every printing of an issue."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """By the address at which the HTML names them, ``asset:picture/<name>``."""
    multiple: int = 1
    """What the number of pages is brought to a multiple of, before the last page."""
    filler: str = ""
    """The HTML of a page to do that with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """What a typesetter hands back."""

    content: bytes
    """A PDF/UA-1."""
    pages: int
    notes: tuple[str, ...]
    """What was not printed as the manuscript has it."""


def typeset(manuscript: Manuscript, corrections: Sequence[Correction] = CORRECTIONS) -> Sheets:
    """Return the sheets of a manuscript.

    It changes the engine for its time, by the corrections: one at a time in a process.

    Raises:
        RendererError: A system library is missing.
    """
    with _own_fonts():
        engine = _engine()
        fonts = engine.text.fonts.FontConfiguration()
    refused: list[str] = []
    with corrected(corrections) as account, _listening() as heard:
        fetcher = _asset_fetcher(engine, manuscript.pictures, refused)
        style = engine.CSS(string=manuscript.style, url_fetcher=fetcher, font_config=fonts)

        def laid_out(html: str) -> Document:
            page = engine.HTML(string=html, url_fetcher=fetcher)
            return page.render(stylesheets=[style], font_config=fonts, pdf_tags=True)

        document = _filled(laid_out(manuscript.html), manuscript, laid_out)
        content = document.write_pdf(
            pdf_identifier=manuscript.identifier.encode(), pdf_variant="pdf/ua-1", finisher=bound
        )
    notes = (*account.notes(), *_missing_characters(heard), *_refused_addresses(refused))
    return Sheets(content=content, pages=len(document.pages), notes=notes)


def _filled(document: Document, manuscript: Manuscript, laid_out: Callable[[str], Document]) -> Document:
    """Return the document with as many more pages before its last one as its manuscript asks for."""
    missing = -len(document.pages) % manuscript.multiple
    if not missing:
        return document
    blanks = [laid_out(manuscript.filler).pages[0] for _ in range(missing)]
    return document.copy([*document.pages[:-1], *blanks, document.pages[-1]])


def _engine() -> ModuleType:
    try:
        with warnings.catch_warnings():
            # It warns where the system has no fonts: none is used.
            warnings.simplefilter("ignore")
            import weasyprint
            import weasyprint.text.fonts
            import weasyprint.urls
    except OSError as error:
        raise RendererError(
            "The page cannot be set: a system library of the PDF engine is missing.",
            hint=f"Install it, as root: {APT_LINE}",
        ) from error
    module: ModuleType = weasyprint
    return module


@contextmanager
def _own_fonts() -> Iterator[None]:
    """Let fontconfig know no font of the system, and not look for any: that takes seconds at first."""
    name = "FONTCONFIG_FILE"
    before = os.environ.get(name)
    os.environ[name] = str(_fonts_folder() / "fonts.conf")
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def _fonts_folder() -> Path:
    return bundled("templates") / "fonts"


def _asset_fetcher(engine: ModuleType, pictures: Mapping[str, bytes], refused: list[str]) -> Fetcher:
    """Return a fetcher that serves fonts and pictures, and notes every other address in ``refused``."""
    fonts = {f"asset:fonts/{path.name}": path for path in sorted(_fonts_folder().glob("*.ttf"))}

    class AssetFetcher(engine.urls.URLFetcher):  # type: ignore[misc, name-defined]
        def fetch(self, url: str, headers: object = None) -> object:  # noqa: ARG002 - WeasyPrint's signature
            if url in fonts:
                content, kind = fonts[url].read_bytes(), "font/ttf"
            elif url in pictures:
                content, kind = pictures[url], "application/octet-stream"
            else:
                refused.append(url)
                raise ValueError("a page may fetch nothing but its own assets")
            return engine.urls.URLFetcherResponse(url, content, {"Content-Type": kind})

    return AssetFetcher(allowed_protocols=set(), allow_redirects=False)


class _Heard(logging.Handler):
    """Keeps the characters that no font of ours could set."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.missing: set[int] = set()

    def emit(self, record: logging.LogRecord) -> None:
        if str(record.msg).startswith(".notdef") and isinstance(record.args, tuple):
            self.missing.update(each for each in record.args if isinstance(each, int))


@contextmanager
def _listening() -> Iterator[_Heard]:
    """Hear WeasyPrint's log, and keep it from the terminal: it names the text it could not set."""
    log, heard = logging.getLogger("weasyprint"), _Heard()
    before, log.propagate = log.propagate, False
    log.addHandler(heard)
    try:
        yield heard
    finally:
        log.removeHandler(heard)
        log.propagate = before


def _missing_characters(heard: _Heard) -> tuple[str, ...]:
    if not heard.missing:
        return ()
    named = ", ".join(f"U+{character:04X}" for character in sorted(heard.missing)[:12])
    more = " and others" if len(heard.missing) > 12 else ""  # noqa: PLR2004 - a line of them
    return (f"Printed as empty boxes, as no font of the theme has them: {named}{more}.",)


def _refused_addresses(refused: list[str]) -> tuple[str, ...]:
    count = len(set(refused))
    return (f"Addresses that the theme may not fetch, and that were left out: {count}.",) if count else ()
