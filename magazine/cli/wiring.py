"""The one place that names concrete classes: options to a working desk.

Loads little by itself: a run that finds another one at work has to leave at once.
"""

import os
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from magazine.cli.options import Asking, Editing, EngineName, Setting
from magazine.cli.running import LogFormat, Running
from magazine.core.dates import DateRange, parse_period, today_in
from magazine.core.errors import MagazineError
from magazine.locking import run_lock
from magazine.server import Server, configured
from magazine.settings import Settings, read_settings

if TYPE_CHECKING:
    from magazine.cli.talk import Talk
    from magazine.core.ports import Archive, Editor, Renderer, Reviser
    from magazine.core.rules import Wishes
    from magazine.core.selection import Rule
    from magazine.core.topics import Taxonomy
    from magazine.edit import ExtractiveEditor
    from magazine.edit.examiner import Examiner
    from magazine.edit.model.asking import Correspondent
    from magazine.edit.model.correspondence import Correspondence
    from magazine.edit.model.editor import ModelEditor
    from magazine.edit.model.prompts import PromptShelf
    from magazine.ingest.courier import Courier
    from magazine.journal import Journal
    from magazine.library import Library
    from magazine.press import Press


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a command works with."""

    settings: Settings
    taxonomy: "Taxonomy"
    talk: "Talk"
    wait: float = 0.0
    """Seconds that another run which writes is waited for."""

    def rule(self, wishes: "Wishes") -> "Rule":
        """Return the rule that the wishes mean today."""
        from magazine.core.rules import rule_for  # noqa: PLC0415

        return rule_for(wishes, self.taxonomy, self.today(), self.settings.timezone)

    def period(self, text: str | None) -> DateRange | None:
        """Return the period of a listing; None when none is named."""
        return parse_period(text, self.today()) if text else None

    def today(self) -> date:
        """Return the calendar day in the user's zone."""
        return today_in(self.settings.zone, datetime.now(UTC))

    @contextmanager
    def library(self, *, create: bool = False) -> Iterator["Library"]:
        """Open the library for as long as the block lasts."""
        from magazine.library import open_library  # noqa: PLC0415

        with open_library(self.settings.library, self.taxonomy, create=create) as library:
            yield library

    @contextmanager
    def making(self, folder: Path) -> Iterator["Journal"]:
        """Hold an issue's folder for as long as the block lasts; a failure of it is journalled."""
        from magazine.artefacts import IssueFolder  # noqa: PLC0415
        from magazine.journal import Journal  # noqa: PLC0415

        journal = Journal(self.settings.state)
        with run_lock(folder, self.wait, locks=self.settings.locks):
            IssueFolder(folder).sweep()
            try:
                yield journal
            except MagazineError as error:
                journal.failed(folder, datetime.now(UTC), error)
                raise
            finally:
                # Whatever has happened: a spinner hides the cursor.
                self.talk.still()

    def press(self, archive: "Archive") -> "Press":
        """Return the press over an archive."""
        from magazine.press import Press  # noqa: PLC0415

        return Press(
            archive=archive,
            taxonomy=self.taxonomy,
            zone=self.settings.zone,
            seconds=time.monotonic,
            watcher=self.talk,
            versions=part_versions(),
        )

    def asks_model(self, asking: Asking) -> bool:
        """Tell whether a model edits: it is asked for, or one is configured and may."""
        if asking.engine is EngineName.AUTO:
            return configured(self.server(asking), os.environ)
        return asking.engine is EngineName.MODEL

    def server(self, asking: Asking) -> Server:
        """Return the model's server as far as the command line and the file name one."""
        server = self.settings.model
        return replace(server, base_url=asking.base_url or server.base_url, name=asking.model or server.name)

    @contextmanager
    def editor(self, asking: Asking, editing: Editing) -> Iterator["Editor"]:
        """Yield the editor; a model's letters go out only while the block lasts."""
        extractive = self.extractive_editor(editing)
        if not self.asks_model(asking):
            yield extractive
            return
        stop = threading.Event()
        with self.letters(asking, stop) as letters:
            editor = self.model_editor(extractive, letters)
            yield replace(
                editor,
                concurrency=letters.concurrency,
                stop=stop,
                progress=self.talk.progress,
                is_required=asking.engine is EngineName.MODEL,
                tally=lambda: letters.tally.counts(),  # noqa: PLW0108 - the figures at the end, not now
            )

    @contextmanager
    def letters(self, asking: Asking, stop: threading.Event) -> Iterator["Correspondence"]:
        """Open the correspondence with the model for as long as the block lasts; nothing is sent yet."""
        from magazine.edit.model.budget import Limits  # noqa: PLC0415
        from magazine.edit.model.correspondence import open_correspondence  # noqa: PLC0415

        with open_correspondence(
            self.server(asking),
            os.environ,
            ledger=self.settings.ledger,
            limits=Limits(max_calls=asking.max_calls, max_cost=asking.max_cost),
            stop=stop,
            prices_folder=self.settings.folder,
        ) as letters:
            yield letters

    def extractive_editor(self, editing: Editing) -> "ExtractiveEditor":
        """Return the editor that needs no model."""
        from magazine.edit import ExtractiveEditor  # noqa: PLC0415
        from magazine.edit.measure import Depth  # noqa: PLC0415

        return ExtractiveEditor(
            self.taxonomy,
            title=editing.title or self.settings.title,
            depth=Depth(editing.depth),
            examiner=self._examiner(editing),
        )

    def model_editor(self, extractive: "ExtractiveEditor", letters: "Correspondent") -> "ModelEditor":
        """Return the editor that asks a model, with the other one behind it."""
        from magazine.edit.model.editor import ModelEditor  # noqa: PLC0415

        return ModelEditor(
            self.taxonomy,
            letters,
            fallback=extractive,
            prompts=self.prompts(),
            title=extractive.title,
            depth=extractive.depth,
            examiner=extractive.examiner,
        )

    def prompts(self) -> "PromptShelf":
        """Return the prompts, the user's own first."""
        from magazine.edit.model.prompts import PromptShelf  # noqa: PLC0415

        return PromptShelf(self.settings.folder / "prompts")

    def _examiner(self, editing: Editing) -> "Examiner | None":
        if not editing.questions:
            return None
        from magazine.edit.examiner import Examiner  # noqa: PLC0415
        from magazine.edit.past import read_past_questions  # noqa: PLC0415
        from magazine.edit.presets import load_preset  # noqa: PLC0415

        past = editing.past_questions
        return Examiner(
            load_preset(editing.exam),
            count=editing.questions,
            past=read_past_questions(past) if past else (),
        )

    def renderers(self, setting: Setting) -> "tuple[Renderer, ...]":
        """Return the renderers of the editions asked for, the printed one first.

        Raises:
            UsageError: There is no such edition.
            ConfigurationError: The brand cannot be used.
            RendererError: There is no such theme.
        """
        from magazine.render.brand import only_watermark, read_brand  # noqa: PLC0415
        from magazine.render.editions import renderer_for  # noqa: PLC0415
        from magazine.render.themes import load_theme  # noqa: PLC0415

        brand = read_brand(setting.brand, watermark=setting.watermark) if setting.brand else None
        if not brand and setting.watermark:
            brand = only_watermark(setting.watermark)
        theme = load_theme(setting.theme or "classic", self.settings.folder / "themes")
        names = dict.fromkeys(name for each in setting.formats.split(",") if (name := each.strip().lower()))
        ordered = sorted(names or {"pdf": None}, key=lambda name: name != "pdf")
        return tuple(
            renderer_for(name, theme, brand=brand, print_ready=setting.print_ready) for name in ordered
        )

    def reviser(self) -> "Reviser":
        """Return what reads an edited Markdown back into the issue."""
        from magazine.render.markdown_back import MarkdownReviser  # noqa: PLC0415

        return MarkdownReviser()

    def courier(self, allow_host: Iterable[str]) -> "Courier":
        """Return the guarded and polite way to the web; private places only if they are named."""
        from magazine.ingest.addresses import allowed_place  # noqa: PLC0415
        from magazine.ingest.polite import PoliteCourier  # noqa: PLC0415
        from magazine.ingest.web import WebCourier  # noqa: PLC0415

        places = [allowed_place(text) for text in allow_host]
        return PoliteCourier(WebCourier(allowed=places), hurried=[host for host, _ in places])


def open_desk(running: Running) -> Desk:
    """Return the desk for the options that all commands share."""
    return _desk(running, read_settings(running.config, running.library))


@contextmanager
def writing_desk(running: Running, wait: float = 0.0) -> Iterator[Desk]:
    """Yield the desk of a command that writes; meanwhile no other one writes with its library.

    Args:
        running: Its ``wait_lock`` goes before the next argument.
        wait: Seconds that another run is waited for when the user does not say.
    """
    settings = read_settings(running.config, running.library)
    wait = max(0.0, wait if running.wait_lock is None else running.wait_lock)
    # Taken before anything large is loaded: a run that has to leave leaves at once.
    with run_lock(settings.library, wait, locks=settings.locks):
        yield _desk(running, settings)


def _desk(running: Running, settings: Settings) -> Desk:
    from magazine.cli.talk import Talk  # noqa: PLC0415
    from magazine.taxonomy import load_taxonomy  # noqa: PLC0415

    talk = Talk(quiet=running.quiet, verbose=running.verbose, as_json=running.log_format is LogFormat.JSON)
    return Desk(
        settings=settings,
        taxonomy=load_taxonomy(settings.topics_file),
        talk=talk,
        wait=max(0.0, running.wait_lock or 0.0),
    )


def part_versions() -> dict[str, str]:
    """Return the versions of the parts that decide what the pages look like."""
    from importlib.metadata import version  # noqa: PLC0415

    return {name: version(name) for name in ("weasyprint", "jinja2", "pydantic")}
