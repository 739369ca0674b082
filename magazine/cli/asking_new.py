"""What ``new`` does: three questions by keyboard, the magazine, and the line that makes it again."""

import shlex
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from magazine.cli import feeding, keeping, making
from magazine.cli.dialogue import Choice, ask, chosen, say
from magazine.cli.options import Asking, Editing, IssueLanguage, Printing, Selecting, Setting
from magazine.cli.running import Running
from magazine.cli.wiring import Desk, open_desk, writing_desk
from magazine.core.dates import DateRange, parse_period
from magazine.core.errors import NothingToPrintError, UsageError
from magazine.core.selection import Rule
from magazine.library import Library
from magazine.library.values import ListingFilter

_WEEKS = timedelta(weeks=4)
_PERIODS = ("last-7-days", "last-week", "this-month", "last-month")
_LANGUAGES: tuple[tuple[IssueLanguage | None, str], ...] = (
    (None, "each story in its own, labels in English"),
    (IssueLanguage.ENGLISH, "English alone"),
    (IssueLanguage.HINDI, "Hindi alone, labels in Hindi (केवल हिन्दी)"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """What was answered, as the options of ``make``."""

    topics: tuple[str, ...] = ()
    period: str = ""
    theme: str = ""
    language: IssueLanguage | None = None

    @property
    def selecting(self) -> Selecting:
        return Selecting(topic=list(self.topics), period=self.period or None, language=self.language)

    @property
    def printing(self) -> Printing:
        return Printing(Editing(), Asking(), Setting(theme=self.theme))

    def command(self, running: Running, output: Path | None) -> str:
        """Return the line for a shell, or for cron, that makes the same, whatever folder it runs in."""
        words = ["magazine", "make"]
        for topic in self.topics:
            words += ["--topic", topic]
        words += ["--period", self.period, "--theme", self.theme]
        named = {
            "--language": self.language,
            "--output": output,
            "--library": running.library,
            "--config": running.config,
        }
        for option, value in named.items():
            shown = value.absolute() if isinstance(value, Path) else value
            words += [option, str(shown)] if shown else []
        return shlex.join(words)


def new(running: Running, output: Path | None) -> None:
    """Ask, make, and say how to make it again.

    Raises:
        UsageError: There is nobody to answer.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError(
            "magazine new asks questions, and nobody is at a terminal to answer them.",
            hint="In a script, say what you want: magazine make --topic TOPIC --period PERIOD",
        )
    desk = open_desk(running)
    if not _is_stocked(desk) and not _stock(desk, running, output):
        return
    with desk.library() as library:
        order = _Questions(desk, library).order()
    with writing_desk(running) as desk:
        making.make(desk, order.selecting, order.printing, output, as_json=running.json)
    say("\nThe same again, in a terminal or in a crontab:")
    say(f"    {order.command(running, output)}")


def _is_stocked(desk: Desk) -> bool:
    if not desk.settings.library.exists():
        return False
    with desk.library() as library:
        return library.stats().last is not None


def _stock(desk: Desk, running: Running, output: Path | None) -> bool:
    """Have articles come into the empty library; tell whether to go on with it."""
    say("Your library has no dated articles yet. Where are they to come from?")
    ways = ("add files or a folder of mine", "fetch the feeds that are on", "none: show me the demo")
    for number, about in enumerate(ways, start=1):
        say(f"  {number}  {about}")
    way = ask("Number [3]: ", lambda text: chosen(text or "3", len(ways)))
    if way == len(ways):
        making.demo(Printing(Editing(), Asking(), Setting()), running, output)
        return False
    if way == 1:
        keeping.add(running, [ask("File or folder: ", _existing)], dry_run=False)
    else:
        feeding.fetch(running, [], [])
    if _is_stocked(desk):
        return True
    raise NothingToPrintError("None of the articles has a date.", hint="Give them one, and add them again.")


def _existing(text: str) -> str:
    path = Path(text).expanduser()
    if not text or not path.exists():
        raise UsageError(f"There is no {text!r}.", hint="Give a path that is there.")
    return str(path)


class _Questions:
    """The three questions over one library."""

    def __init__(self, desk: Desk, library: Library) -> None:
        self._desk = desk
        self._library = library
        self._press = desk.press(library)
        self._today = desk.today()
        self._newest = min(library.stats().last or self._today, self._today)

    def order(self) -> _Order:
        """Ask; return what was answered."""
        order = replace(_Order(), topics=self._topics())
        order = replace(order, period=self._period(order))
        return replace(order, theme=self._theme(), language=self._language(order))

    def _topics(self) -> tuple[str, ...]:
        recent = DateRange(self._newest - _WEEKS + timedelta(days=1), self._newest)
        groups = self._desk.taxonomy.groups
        say(f"1. What is it to be about? (articles of {recent.first} to {recent.last})")
        say(f"   0  {'everything':36} {self._count(recent, ()):4}")
        for number, group in enumerate(groups, start=1):
            say(f"  {number:2}  {group.name:36} {self._count(recent, group.topics):4}  {group.name_hi}")

        def understood(text: str) -> tuple[str, ...]:
            words = text.replace(",", " ").split()
            if all(word.isdecimal() for word in words):
                places = [chosen(word, len(groups), first=0) for word in words]
                return () if 0 in places else tuple(dict.fromkeys(groups[place - 1].id for place in places))
            self._desk.taxonomy.resolve([text])
            return (text,)

        return ask("   Numbers, such as 1 3, or a topic's name [0]: ", understood)

    def _count(self, period: DateRange, topics: Sequence[str]) -> int:
        wanted = ListingFilter(
            period=period,
            timezone=self._desk.settings.timezone,
            topics=tuple(topics),
            stubs=False,
            limit=0,
        )
        return self._library.listing(wanted).total

    def _period(self, order: _Order) -> str:
        offered = list(self._periods(order))
        say("\n2. Which days?")
        for number, choice in enumerate(offered, start=1):
            say(f"  {number:2}  {choice.value:14} {choice.about}")

        def understood(text: str) -> str:
            if offered and (not text or (text.isdecimal() and len(text) < len("2026"))):
                return offered[chosen(text or "1", len(offered)) - 1].value
            stories = self._stories(replace(order, period=text))
            say(f"   {stories} stories")
            if not stories:
                raise UsageError("No article is of these days.", hint="Give others.")
            return text

        default = " [1]" if offered else ""
        return ask(f"   Number, or days such as 2026-03 or 2026-03-02..2026-03-08{default}: ", understood)

    def _periods(self, order: _Order) -> Iterator[Choice]:
        """Yield the periods that have stories, each once, with how many."""
        year, week, _ = self._newest.isocalendar()
        seen: set[DateRange] = set()
        for name in (*_PERIODS, f"{year}-W{week:02}", f"{self._newest:%Y-%m}"):
            days = parse_period(name, self._today)
            if days not in seen and (stories := self._stories(replace(order, period=name))):
                seen.add(days)
                yield Choice(value=name, about=f"{days.first} to {days.last}, {stories} stories")

    def _stories(self, order: _Order) -> int:
        try:
            return len(self._press.choose(self._rule(order)).stories)
        except NothingToPrintError:
            return 0

    def _rule(self, order: _Order) -> Rule:
        return self._desk.rule(making.wishes_of(order.selecting))

    def _theme(self) -> str:
        from magazine.render.themes import load_theme, theme_names  # noqa: PLC0415

        own = self._desk.settings.folder / "themes"
        names = sorted(theme_names(own), key=lambda name: name != "classic")
        say("\n3. How is it to look?")
        for number, name in enumerate(names, start=1):
            say(f"  {number:2}  {name:14} {load_theme(name, own).about}")
        return names[ask("   Number [1]: ", lambda text: chosen(text or "1", len(names))) - 1]

    def _language(self, order: _Order) -> IssueLanguage | None:
        say("   And in which language?")
        counts = [self._stories(replace(order, language=language)) for language, _ in _LANGUAGES]
        for number, ((_, about), stories) in enumerate(zip(_LANGUAGES, counts, strict=True), start=1):
            say(f"  {number:2}  {about}: {stories} stories")

        def understood(text: str) -> IssueLanguage | None:
            place = chosen(text or "1", len(_LANGUAGES)) - 1
            if not counts[place]:
                raise UsageError("There are no stories in it.", hint="Take another.")
            return _LANGUAGES[place][0]

        return ask("   Number [1]: ", understood)
