"""The press: the three steps over one folder, done again only when their inputs change.

    Archive ──select──▶ selection.json ──summarise──▶ issue.json ──render──▶ magazine.pdf

It knows the parts only by their Protocols; whoever calls it hands them in, with
the clock. What it does is told to a Watcher and written into report.json.
"""

import platform
from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from magazine import __version__
from magazine.account import issue_counts, nothing_to_print, selection_counts
from magazine.artefacts import IssueFolder, sha256, to_json, write_whole
from magazine.core.article import Article
from magazine.core.errors import UnreadableError
from magazine.core.issue import Issue
from magazine.core.ports import Archive, Editor, Renderer
from magazine.core.ranking import select
from magazine.core.remark import Remark
from magazine.core.report import StepReport
from magazine.core.selection import Rule, Selection
from magazine.core.topics import Taxonomy

if TYPE_CHECKING:
    from magazine.core.proof import Proof

SELECT, SUMMARISE, RENDER, CHECK = "select", "summarise", "render", "check"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOutcome:
    """What became of a step."""

    step: str
    path: Path
    """The file the step answers for."""
    redone: bool
    """False: its inputs had not changed, and the file was left alone."""
    report: StepReport


@dataclass(frozen=True, slots=True)
class _Done:
    """What a step made."""

    content: bytes
    counts: dict[str, int]
    notes: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    is_final: bool = True
    """False: the step is done again at the next run, though nothing has changed."""


@dataclass(frozen=True, slots=True)
class _Work:
    """A step that may have to be done: what decides its output, where it goes, how it is made."""

    step: str
    inputs: str
    path: Path
    write: Callable[[], _Done]


class Watcher(Protocol):
    """Is told how the press gets on; shows it, or not."""

    def started(self, step: str) -> None:
        """Hear that a step begins."""
        ...

    def finished(self, outcome: StepOutcome) -> None:
        """Hear that a step is done, or was not needed."""
        ...


class SilentWatcher:
    """A Watcher that shows nothing."""

    def started(self, step: str) -> None:
        pass

    def finished(self, outcome: StepOutcome) -> None:
        pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """The three steps.

    Args:
        archive: Where the articles are.
        taxonomy: The topics, for ranking and printing order.
        zone: Whose midnight parts the days.
        seconds: A clock that only counts, for the report.
        watcher: Is told how the steps get on.
        versions: Versions of the parts, for the report.
    """

    archive: Archive
    taxonomy: Taxonomy
    zone: tzinfo
    seconds: Callable[[], float]
    watcher: Watcher
    versions: dict[str, str]

    def make(self, rule: Rule, folder: IssueFolder, editor: Editor, renderer: Renderer) -> list[StepOutcome]:
        """Do all three steps; return their outcomes.

        When the pages made exceed the rule's budget, the estimate was too low: the
        steps are done again with a lower allowance, until the magazine fits or has one
        story left. The allowance stays in the selection, so a later run starts with it.
        """
        allowance = self._learnt_allowance(rule, folder)
        while True:
            outcomes = [self.select(rule, folder, allowance), self.summarise(folder, editor)]
            outcomes.append(self.render(folder, renderer))
            excess = outcomes[-1].report.counts.get("pages", 0) - (rule.max_pages or 0)
            selection = folder.read_selection()
            if rule.max_pages is None or excess <= 0 or len(selection.stories) == 1:
                return outcomes
            allowance = (selection.page_allowance or rule.max_pages) - excess

    def choose(self, rule: Rule, page_allowance: int | None = None) -> Selection:
        """Return what a rule selects; write nothing.

        Raises:
            NothingToPrintError: No article of the period matches the rule.
        """
        shortlist = self.archive.shortlist(rule)
        selection = select(shortlist, rule, self.taxonomy, zone=self.zone, page_allowance=page_allowance)
        if not selection.stories:
            raise nothing_to_print(selection)
        return selection

    def select(self, rule: Rule, folder: IssueFolder, page_allowance: int | None = None) -> StepOutcome:
        """Do step 1: the rule's selection into the folder.

        Raises:
            NothingToPrintError: No article matched; the folder is left as it was.
        """
        self.watcher.started(SELECT)
        begun = self.seconds()
        selection = self.choose(rule, page_allowance)
        folder.create()
        # The whole answer decides, so a changed article or budget is noticed, and nothing else is.
        content = to_json(selection)

        def write() -> _Done:
            return _Done(folder.write_selection(selection), selection_counts(selection))

        return self._settle(_Work(SELECT, sha256(content), folder.selection_path, write), folder, begun)

    def summarise(self, folder: IssueFolder, editor: Editor) -> StepOutcome:
        """Do step 2: the folder's selection to an issue.

        Raises:
            UnreadableError: The selection cannot be read, or its articles left the library.
        """
        self.watcher.started(SUMMARISE)
        begun = self.seconds()
        selection = folder.read_selection()
        if not selection.stories:
            raise nothing_to_print(selection)

        def write() -> _Done:
            draft = editor.edit(selection, self._articles(selection))
            proof = self._proofread(draft.issue, fresh=True)
            return _Done(
                folder.write_issue(proof.issue),
                issue_counts(proof) | draft.counts,
                draft.notes,
                (*draft.remarks, *proof.remarks),
                draft.is_final,
            )

        inputs = sha256(to_json(selection) + editor.signature.encode())
        return self._settle(_Work(SUMMARISE, inputs, folder.issue_path, write), folder, begun)

    def render(self, folder: IssueFolder, renderer: Renderer) -> StepOutcome:
        """Do step 3: the folder's issue to an edition.

        Raises:
            UnreadableError: The issue cannot be read.
            RendererError: The page cannot be made.
        """
        self.watcher.started(RENDER)
        begun = self.seconds()
        issue = folder.read_issue()
        path = folder.edition_path(renderer.suffix)

        def write() -> _Done:
            proof = self._proofread(issue)
            edition = renderer.render(proof.issue)
            write_whole(path, edition.content)
            counts = {"bytes": len(edition.content), **({"pages": edition.pages} if edition.pages else {})}
            return _Done(edition.content, counts, edition.notes, proof.remarks)

        inputs = sha256(to_json(issue) + renderer.signature.encode())
        return self._settle(_Work(RENDER, inputs, path, write), folder, begun)

    def check(self, folder: IssueFolder) -> "Proof":
        """Hold the folder's issue against its sources; mark in the file what a person edited.

        Raises:
            UnreadableError: The issue cannot be read.
        """
        begun = self.seconds()
        issue = folder.read_issue()
        proof = self._proofread(issue)
        if proof.issue != issue:
            folder.write_issue(proof.issue)
        step = StepReport(
            inputs=sha256(to_json(issue)),
            outputs={},
            seconds=round(self.seconds() - begun, 3),
            counts=proof.counts,
            remarks=proof.remarks,
        )
        folder.write_report(folder.read_report().with_step(CHECK, step, tool=self._tool()))
        return proof

    def _proofread(self, issue: Issue, *, fresh: bool = False) -> "Proof":
        # The guard's tables take a while to load, and a selection needs none of them.
        from magazine.core.proof import proofread  # noqa: PLC0415

        return proofread(issue, fresh=fresh)

    def _tool(self) -> dict[str, str]:
        return {"magazine": __version__, "python": platform.python_version(), **self.versions}

    def _learnt_allowance(self, rule: Rule, folder: IssueFolder) -> int | None:
        if rule.max_pages is None or not folder.selection_path.exists():
            return None
        last = folder.read_selection()
        return last.page_allowance if last.rule == rule else None

    def _settle(self, work: _Work, folder: IssueFolder, begun: float) -> StepOutcome:
        """Do a step unless it was last done with the same inputs and its file still stands."""
        report = folder.read_report()
        last = report.steps.get(work.step)
        if last is not None and last.inputs == work.inputs and _stands(work.path, last):
            outcome = StepOutcome(step=work.step, path=work.path, redone=False, report=last)
        else:
            kept = _keep_edited(folder, work.path, last)
            done = work.write()
            step = StepReport(
                inputs=work.inputs if done.is_final else "",
                outputs={work.path.name: sha256(done.content)},
                seconds=round(self.seconds() - begun, 3),
                counts=done.counts,
                notes=(*kept, *done.notes),
                remarks=done.remarks,
            )
            folder.write_report(report.with_step(work.step, step, tool=self._tool()))
            outcome = StepOutcome(step=work.step, path=work.path, redone=True, report=step)
        self.watcher.finished(outcome)
        return outcome

    def _articles(self, selection: Selection) -> list[Article]:
        wanted = [reference for story in selection.stories for reference in story.articles]
        found = {article.id: article for article in self.archive.articles(one.id for one in wanted)}
        missing = [reference.id for reference in wanted if reference.id not in found]
        if missing:
            raise UnreadableError(
                f"{len(missing)} of {len(wanted)} selected articles are not in the library"
                f" (the first: {missing[0]}).",
                hint="Add them again, give their --library, or run magazine select again.",
            )
        return [found[reference.id] for reference in wanted]


def _stands(path: Path, last: StepReport) -> bool:
    """Tell whether a step's file can be left alone: a JSON file is a person's to edit, others are not."""
    if not path.exists():
        return False
    return path.suffix == ".json" or _as_written(path, last)


def _as_written(path: Path, last: StepReport) -> bool:
    return sha256(path.read_bytes()) == last.outputs.get(path.name)


def _keep_edited(folder: IssueFolder, path: Path, last: StepReport | None) -> tuple[str, ...]:
    """Keep a file that a person changed before it is written over; return a note of it."""
    if last is None or path.suffix != ".json" or not path.exists() or _as_written(path, last):
        return ()
    copy = folder.keep_aside(path.name)
    return (f"{path.name} had been edited and its inputs changed: the edited one is kept as {copy.name}.",)
