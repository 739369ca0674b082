"""An issue to PDF: the one module that imports WeasyPrint.

Nothing is fetched: fonts are served from memory, and every other address is
refused. Nothing is read from the system's fonts either, so that one issue gives
one file, byte for byte, on every machine.
"""

import hashlib
import importlib.metadata
import logging
import os
import threading
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from magazine import __version__
from magazine.assets import bundled
from magazine.core.errors import RendererError
from magazine.core.issue import Issue
from magazine.core.ports import Edition
from magazine.render.compose import compose, safe_url
from magazine.render.corrections import corrected
from magazine.render.page import issue_html
from magazine.render.themes import Theme, load_theme

APT_LINE = "apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""Installs the system libraries that WeasyPrint needs, on Debian and Ubuntu."""

FontConfiguration = Any
Fetcher = Any
"""WeasyPrint has no types: its values go by these names."""

# WeasyPrint's corrections and fontconfig's environment belong to the process.
_ONE_AT_A_TIME = threading.Lock()


class PdfRenderer:
    """Renders an issue as a PDF in a theme."""

    def __init__(self, theme: Theme | None = None, assets: Mapping[str, bytes] | None = None) -> None:
        """``assets``: the pictures of stories, as ``asset:picture/<name>`` to their content."""
        self._theme = theme or load_theme()
        self._pictures = dict(assets or {})

    @property
    def suffix(self) -> str:
        return "pdf"

    @property
    def signature(self) -> str:
        engine = importlib.metadata.version("weasyprint")
        theme = f"theme {self._theme.name} {self._theme.digest()}"
        return ", ".join((f"pdf {__version__}", f"weasyprint {engine}", theme, *_digests(self._pictures)))

    def render(self, issue: Issue) -> Edition:
        html = issue_html(compose(issue, self._theme, self._pictures.keys()), self._theme)
        engine = _engine()
        with _ONE_AT_A_TIME, corrected() as account, _listening() as heard:
            fonts = _bundled_fonts(engine)
            fetcher = _asset_fetcher(engine, _fonts(), self._pictures)
            style = engine.CSS(string=self._theme.style(), url_fetcher=fetcher, font_config=fonts)
            document = engine.HTML(string=html, url_fetcher=fetcher).render(
                stylesheets=[style], font_config=fonts, pdf_tags=True
            )
            content = document.write_pdf(pdf_identifier=issue.id.encode(), pdf_tags=True)
        notes = (*account.notes(), *_missing_characters(heard), *_links_left_out(issue))
        return Edition(content=content, pages=len(document.pages), notes=notes)


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


def _bundled_fonts(engine: ModuleType) -> FontConfiguration:
    """Return a font configuration that knows no font of the system."""
    name = "FONTCONFIG_FILE"
    before = os.environ.get(name)
    os.environ[name] = str(bundled("templates") / "fonts" / "fonts.conf")
    try:
        return engine.text.fonts.FontConfiguration()
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def _digests(pictures: Mapping[str, bytes]) -> Iterator[str]:
    for name, content in sorted(pictures.items()):
        yield f"{name} {hashlib.sha256(content).hexdigest()[:16]}"


def _fonts() -> Mapping[str, Path]:
    folder = bundled("templates") / "fonts"
    return {f"asset:fonts/{path.name}": path for path in sorted(folder.glob("*.ttf"))}


def _asset_fetcher(engine: ModuleType, fonts: Mapping[str, Path], pictures: Mapping[str, bytes]) -> Fetcher:
    """Return a fetcher that serves fonts and pictures and refuses every other address."""

    class AssetFetcher(engine.urls.URLFetcher):  # type: ignore[misc, name-defined]
        def fetch(self, url: str, headers: object = None) -> object:  # noqa: ARG002 - WeasyPrint's signature
            if url in fonts:
                content, kind = fonts[url].read_bytes(), "font/ttf"
            elif url in pictures:
                content, kind = pictures[url], "application/octet-stream"
            else:
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


def _links_left_out(issue: Issue) -> tuple[str, ...]:
    unsafe = sum(
        bool(source.url) and not safe_url(source.url) for story in issue.stories for source in story.sources
    )
    return (f"Links left out because they are neither http nor https: {unsafe}.",) if unsafe else ()
