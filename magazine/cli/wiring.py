"""The one place that names concrete classes: options to a working desk."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from magazine.cli.options import EngineName, LogFormat, Running, Setting
from magazine.cli.talk import Talk
from magazine.core.dates import DateRange, parse_period, today_in
from magazine.core.errors import UsageError
from magazine.core.ports import Archive, Editor, Renderer
from magazine.core.rules import Wishes, rule_for
from magazine.core.selection import Rule
from magazine.core.topics import Taxonomy
from magazine.press import Press
from magazine.settings import Settings, read_settings

if TYPE_CHECKING:
    from magazine.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a command works with."""

    settings: Settings
    taxonomy: Taxonomy
    talk: Talk

    def rule(self, wishes: Wishes) -> Rule:
        """Return the rule that the wishes mean today."""
        return rule_for(wishes, self.taxonomy, self._today(), self.settings.timezone)

    def period(self, text: str | None) -> DateRange | None:
        """Return the period of a listing; None when none is named."""
        return parse_period(text, self._today()) if text else None

    def _today(self) -> date:
        return today_in(self.settings.zone, datetime.now(UTC))

    @contextmanager
    def library(self, *, create: bool = False) -> Iterator["Library"]:
        """Open the library for as long as the block lasts."""
        from magazine.library import open_library  # noqa: PLC0415

        with open_library(self.settings.library, self.taxonomy, create=create) as library:
            yield library

    def press(self, archive: Archive) -> Press:
        """Return the press over an archive."""
        return Press(
            archive=archive,
            taxonomy=self.taxonomy,
            zone=self.settings.zone,
            seconds=time.monotonic,
            watcher=self.talk,
            versions=part_versions(),
        )

    def editor(self, engine: EngineName, title: str | None) -> Editor:
        """Return the editor of that name.

        Raises:
            UsageError: The engine is not there.
        """
        if engine is EngineName.MODEL:
            raise UsageError(
                "The model's editor is not part of this version.",
                hint="Use --engine extractive: it needs no model and prints the sources' own sentences.",
            )
        from magazine.edit import ExtractiveEditor  # noqa: PLC0415

        return ExtractiveEditor(self.taxonomy, title=title or self.settings.title)

    def renderers(self, setting: Setting) -> tuple[Renderer, ...]:
        """Return the renderers of the editions asked for."""
        from magazine.render.pdf import PdfRenderer  # noqa: PLC0415
        from magazine.render.themes import load_theme  # noqa: PLC0415

        return (PdfRenderer(load_theme(setting.theme) if setting.theme else None),)


def open_desk(running: Running) -> Desk:
    """Return the desk for the options that all commands share."""
    from magazine.taxonomy import load_taxonomy  # noqa: PLC0415

    settings = read_settings(running.config, running.library)
    talk = Talk(quiet=running.quiet, verbose=running.verbose, as_json=running.log_format is LogFormat.JSON)
    return Desk(settings=settings, taxonomy=load_taxonomy(settings.topics_file), talk=talk)


def part_versions() -> dict[str, str]:
    """Return the versions of the parts that decide what the pages look like."""
    from importlib.metadata import version  # noqa: PLC0415

    return {name: version(name) for name in ("weasyprint", "jinja2", "pydantic")}
