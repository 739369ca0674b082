"""Issues' folders to the folder of one issue: read, merged, proofread, written."""

import calendar
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from magazine.account import issue_counts
from magazine.artefacts import IssueFolder, sha256, to_json, write_whole
from magazine.core.dates import DateRange
from magazine.core.errors import OutputError, UnreadableError
from magazine.core.issue import Issue, Story
from magazine.core.merging import merged
from magazine.core.proof import proofread
from magazine.core.topics import Taxonomy
from magazine.edit.furniture import masthead_title
from magazine.steps import Done, Foreman, SilentWatcher, StepOutcome, Watcher, Work
from magazine.upgrading import issue_of

MERGE = "merge"
"""The step, as the report names it."""
_WEEK = timedelta(days=7)

EventsOf = Callable[[Iterable[str]], Mapping[str, str]]
"""Tells the event of each of some articles, by their ids, as far as it is known."""


def _unknown(_articles: Iterable[str]) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Merger:
    """Merges issues; asks no model, and needs no library.

    Args:
        taxonomy: For the printing order.
        versions: Versions of the parts, for the report.
        events_of: What a library knows of events; without it, only stories that share an article are one.
        watcher: Is told how the step gets on.
        seconds: A clock that only counts, for the report.
    """

    taxonomy: Taxonomy
    versions: dict[str, str]
    events_of: EventsOf = _unknown
    watcher: Watcher = field(default_factory=SilentWatcher)
    seconds: Callable[[], float] = time.monotonic

    def merge(self, folders: Sequence[Path], out: IssueFolder, title: str | None = None) -> StepOutcome:
        """Write the issue of several folders' issues into another folder.

        Raises:
            UnreadableError: One of them has no issue.
            UsageError: They cannot be one issue.
            OutputError: The other folder is one of them, or cannot be written.
        """
        self.watcher.started(MERGE)
        begun = self.seconds()
        _refuse_itself(folders, out.path)
        album = _Album()
        issues = [album.take(folder, issue_of(IssueFolder(folder))) for folder in folders]
        whole = merged(
            issues,
            self.taxonomy,
            title=title or _title(issues),
            events=self.events_of(
                source.article for issue in issues for story in issue.stories for source in story.sources
            ),
        )
        out.create()

        def write() -> Done:
            for name, content in album.pictures.items():
                write_whole(out.path / name, content)
            proof = proofread(whole.issue)
            notes, counts = (*whole.notes, *proof.notes), issue_counts(proof) | whole.counts
            return Done(out.write_issue(proof.issue), counts, notes, proof.remarks)

        foreman = Foreman(folder=out, watcher=self.watcher, seconds=self.seconds, versions=self.versions)
        inputs = sha256(to_json(whole.issue) + album.digest())
        return foreman.settle(Work(MERGE, inputs, out.issue_path, write), begun)


def _refuse_itself(folders: Iterable[Path], out: Path) -> None:
    if any(folder.resolve() == out.resolve() for folder in folders):
        raise OutputError(
            f"{out} is one of the folders that are merged.", hint="Name a folder of its own for the whole."
        )


def _title(issues: Sequence[Issue]) -> str:
    """Return the name that the issues have in common, else the one of their whole period."""
    heads = [issue.masthead for issue in issues]
    given = {head.title for head in heads if head.title != masthead_title(head.period, head.language)}
    if len(given) == 1 and all(head.title in given for head in heads):
        return given.pop()
    first, last = min(head.period.first for head in heads), max(head.period.last for head in heads)
    return masthead_title(_month_of(DateRange(first, last)), heads[0].language)


def _month_of(period: DateRange) -> DateRange:
    """Return the calendar month that a period fills as whole weeks can, else the period."""
    middle = period.first + (period.last - period.first) / 2
    last = calendar.monthrange(middle.year, middle.month)[1]
    month = DateRange(middle.replace(day=1), middle.replace(day=last))
    strays = (abs(period.first - month.first), abs(period.last - month.last))
    return month if max(strays) < _WEEK else period


@dataclass(frozen=True, slots=True)
class _Album:
    """The pictures of several issues under names that are one picture's each."""

    pictures: dict[str, bytes] = field(default_factory=dict)

    def digest(self) -> bytes:
        """Return what tells these pictures from others of the same names."""
        return "".join(sha256(content) for content in self.pictures.values()).encode()

    def take(self, folder: Path, issue: Issue) -> Issue:
        """Return an issue with the names that its pictures have here."""
        return replace(
            issue,
            sections=tuple(
                replace(section, stories=tuple(self._story(folder, story) for story in section.stories))
                for section in issue.sections
            ),
        )

    def _story(self, folder: Path, story: Story) -> Story:
        if story.picture is None:
            return story
        path = folder / story.picture.file
        # The name comes from a file that anybody may have edited.
        if not path.resolve().is_relative_to(folder.resolve()):
            raise UnreadableError(
                f"{folder} names a picture that lies elsewhere.", hint="Put the picture into the folder."
            )
        if not path.is_file():  # the page does without it, there as here
            return story
        content = path.read_bytes()
        name = path.name
        if self.pictures.setdefault(name, content) != content:
            name = f"{sha256(content)[:8]}-{name}"
            self.pictures[name] = content
        return replace(story, picture=replace(story.picture, file=name))
