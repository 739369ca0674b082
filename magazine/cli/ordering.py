"""A manifest's words to what they mean: rules, editors, looks, each made once, and every mistake kept."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal, TypeVar

from magazine.batch.parcel import Livery, ThemePack, pack_theme
from magazine.cli.batch_commands import Batching
from magazine.cli.options import Asking, DepthName, Editing, EngineName
from magazine.cli.wiring import Desk
from magazine.core.article import Language
from magazine.core.dates import parse_day, today_in
from magazine.core.defaults import DEFAULT_EXAM, DEFAULT_QUESTIONS
from magazine.core.errors import MagazineError, UsageError
from magazine.core.question import PastQuestion
from magazine.core.questions.style import Preset
from magazine.core.rules import Wishes
from magazine.core.selection import Rule
from magazine.edit import ExtractiveEditor
from magazine.edit.past import read_past_questions
from magazine.edit.presets import load_preset
from magazine.manifest import Entry, Manifest, ManifestError, Mistake, entries_of
from magazine.manifest.mistakes import nearest
from magazine.render.brand import Brand, only_watermark, read_brand
from magazine.render.editions import renderer_for
from magazine.render.themes import load_theme

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An entry whose every word is understood."""

    name: str
    rule: Rule
    editor: ExtractiveEditor
    livery: Livery
    editions: tuple[str, ...]
    fewest: int


@dataclass(slots=True)
class Reader:
    """Understands the entries of a manifest; what equal words mean is made once."""

    desk: Desk
    manifest: Manifest
    asks_model: bool
    mistakes: list[Mistake] = field(default_factory=list)
    _made: dict[Hashable, Any] = field(default_factory=dict)

    def understood(self, entries: Iterable[Entry]) -> list[Wanted]:
        """Return what the entries want.

        Raises:
            ManifestError: Some of it cannot be; with all the mistakes of the manifest.
        """
        wanted = [self._wanted(entry) for entry in entries]
        if self.mistakes:
            raise ManifestError(self.manifest.path, self.mistakes)
        return [each for each in wanted if each]

    def _wanted(self, entry: Entry) -> Wanted | None:
        values = entry.values
        rule = self._once(entry, ("topics", "translate"), self._wishes(entry), self.desk.rule)
        exam = self._once(entry, ("exam",), ("exam", values.get("exam")), self._exam)
        past = self._once(entry, ("past_questions",), ("past", values.get("past_questions")), self._past)
        editor = None
        if exam and past:
            editor = self._once(entry, ("title",), self._editing(values), self.desk.extractive_editor)
        theme = self._once(entry, ("theme",), ("theme", values.get("theme", "classic")), self._theme)
        branded = ("brand", values.get("brand"), values.get("watermark"))
        brand = self._once(entry, ("brand", "watermark"), branded, self._brand)
        editions = tuple(dict.fromkeys(name.lower() for name in values.get("format", ["pdf"])))
        known = self._once(entry, ("format",), ("format", editions), self._editions)
        if not (rule and editor and theme and brand and known):
            return None
        return Wanted(
            name=entry.name,
            rule=rule,
            editor=editor,
            livery=Livery(theme=theme, brand=brand[0], print_ready=values.get("print_ready", False)),
            editions=known,
            fewest=values.get("min_stories", 1),
        )

    def _once(self, entry: Entry, keys: tuple[str, ...], words: Any, make: Callable[[Any], T]) -> T | None:  # noqa: ANN401
        """Return what words mean; None when they mean nothing, which is kept as a mistake."""
        name = (keys, words)
        if name not in self._made:
            try:
                self._made[name] = make(words)
            except MagazineError as error:
                self._made[name] = error
        found: T | MagazineError = self._made[name]
        if isinstance(found, MagazineError):
            self.mistakes.append(Mistake.of(entry.line(self.manifest, *keys), found))
            return None
        return found

    def _wishes(self, entry: Entry) -> Wishes:
        values, period = entry.values, entry.period
        language = Language(values["language"]) if "language" in values else None
        return Wishes(
            topics=tuple(values.get("topics", ())),
            query=values.get("query", ""),
            first=period.first.isoformat(),
            last=period.last.isoformat(),
            language=language,
            translate=values.get("translate", self.asks_model and language is not None),
            max_stories=values.get("max_stories"),
            max_pages=values.get("max_pages"),
        )

    def _editing(self, values: Mapping[str, Any]) -> Editing:
        past = values.get("past_questions")
        return Editing(
            title=values.get("title"),
            depth=DepthName(values.get("depth", DepthName.STANDARD)),
            questions=values.get("questions", DEFAULT_QUESTIONS),
            exam=self._exam_name(values.get("exam")),
            past_questions=self.manifest.beside(past) if past else None,
        )

    def _exam_name(self, name: str | None) -> str:
        is_file = name is not None and name.endswith((".yaml", ".yml"))
        return str(self.manifest.beside(name)) if name and is_file else name or DEFAULT_EXAM

    def _exam(self, words: tuple[str, str | None]) -> Preset:
        return load_preset(self._exam_name(words[1]))

    def _past(self, words: tuple[str, str | None]) -> tuple[PastQuestion, ...] | Literal[True]:
        return read_past_questions(self.manifest.beside(words[1])) or True if words[1] else True

    def _theme(self, words: tuple[str, str]) -> ThemePack:
        name = words[1]
        is_folder = "/" in name or "\\" in name
        shown = f"{self.manifest.beside(name)}/" if is_folder else name
        return pack_theme(load_theme(shown, self.desk.settings.folder / "themes").folder)

    def _brand(self, words: tuple[str, str | None, str | None]) -> tuple[Brand | None]:
        _, file, watermark = words
        if file is None:
            return (only_watermark(watermark) if watermark else None,)
        return (read_brand(self.manifest.beside(file), watermark=watermark),)

    def _editions(self, words: tuple[str, tuple[str, ...]]) -> tuple[str, ...]:
        names = tuple(sorted(words[1] or ("pdf",), key=lambda name: name != "pdf"))
        for name in names:
            renderer_for(name)
        return names


def asking_of(manifest: Manifest, asking: Asking) -> Asking:
    """Return who is asked: what the command line says goes before the manifest."""
    said = manifest.form.model
    engine = EngineName(said.engine) if said.engine and asking.engine is EngineName.AUTO else asking.engine
    return Asking(
        engine=engine,
        model=asking.model or said.name,
        base_url=asking.base_url or said.base_url,
        max_cost=said.max_cost if asking.max_cost is None else asking.max_cost,
        max_calls=said.max_calls if asking.max_calls is None else asking.max_calls,
    )


def output_of(manifest: Manifest, options: Batching) -> Path:
    """Return the folder of all issues."""
    return options.output or manifest.beside(manifest.form.output or manifest.path.stem)


def wanted_of(desk: Desk, manifest: Manifest, options: Batching, asking: Asking) -> list[Wanted]:
    """Return what is to be made.

    Raises:
        ManifestError: The manifest has mistakes.
        UsageError: No issue has a name that is asked for.
    """
    today = _today(desk, options.as_of)
    entries, mistakes = entries_of(manifest, today)
    reader = Reader(desk, manifest, desk.asks_model(asking), list(mistakes))
    wanted = reader.understood(entries)
    for pattern in options.only:
        if not any(fnmatchcase(each.name, pattern) for each in wanted):
            names = [each.name for each in wanted]
            raise UsageError(f"No issue is called {pattern!r}.", hint=nearest(pattern, names[:40]))
    if not options.only:
        return wanted
    return [each for each in wanted if any(fnmatchcase(each.name, pattern) for pattern in options.only)]


def _today(desk: Desk, as_of: str | None) -> date:
    return parse_day(as_of) if as_of else today_in(desk.settings.zone, datetime.now(UTC))
