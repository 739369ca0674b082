"""The model's editor: every story asked for, checked, and told extractively when that fails."""

import hashlib
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field, replace

from magazine.core.article import Article
from magazine.core.errors import UnreachableError
from magazine.core.issue import Issue, Story, Verdict
from magazine.core.ports import Draft
from magazine.core.questions.proposals import AnyProposal
from magazine.core.remark import Remark
from magazine.core.selection import Selection
from magazine.core.topics import Taxonomy
from magazine.edit.assignment import Assignment, assignments
from magazine.edit.binding import bound
from magazine.edit.examiner import Examiner
from magazine.edit.extractive import ExtractiveEditor
from magazine.edit.measure import Depth
from magazine.edit.model.asking import Cause, Correspondent, NoAnswerError
from magazine.edit.model.planning import Plan, plan
from magazine.edit.model.prompts import PromptShelf
from magazine.edit.model.writing import UnfitAnswerError, Writer, Written
from magazine.edit.noting import notes_on
from magazine.edit.proposing import proposals_of

_VERSION = 1
"""Raised when the same selection would be edited otherwise."""


def _unheard(_done: int, _all: int) -> None:
    """Be told nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What became of a story: a model's, or the sources' own, or none."""

    assignment: Assignment
    story: Story | None
    written: Written | None = None
    remarks: tuple[Remark, ...] = ()
    notes: tuple[str, ...] = ()
    cause: Cause | None = None
    """Why the model has not told it."""
    is_final: bool = True


@dataclass(frozen=True, slots=True)
class ModelEditor:
    """Has a model tell every story from its sentences; prints nothing that they do not bear out.

    A story for which there is no usable answer is told by ``fallback``, and says so.
    """

    taxonomy: Taxonomy
    correspondent: Correspondent
    fallback: ExtractiveEditor = field(kw_only=True)
    prompts: PromptShelf = field(default_factory=PromptShelf, kw_only=True)
    title: str | None = field(default=None, kw_only=True)
    """The masthead; None: named after the period."""
    depth: Depth = field(default=Depth.STANDARD, kw_only=True)
    concurrency: int = field(default=4, kw_only=True)
    """Stories that are told at once."""
    stop: threading.Event = field(default_factory=threading.Event, kw_only=True)
    """Set when the run is given up: by whoever hears Ctrl-C, or here. Nothing is asked after it."""
    examiner: Examiner | None = field(default=None, kw_only=True)
    is_required: bool = field(default=False, kw_only=True)
    """Without a server there is to be no issue, rather than an extractive one."""
    progress: Callable[[int, int], None] = field(default=_unheard, kw_only=True)
    """Hears how many stories are told, and of how many."""
    tally: Callable[[], Mapping[str, int]] = field(default=dict, kw_only=True)
    """Figures of the correspondence, for the report."""

    @property
    def signature(self) -> str:
        writer = self._writer()
        settings = repr(
            (
                self.title,
                self.depth,
                self.taxonomy.digest,
                writer.story_prompt.digest,
                writer.mend_prompt.digest,
                self.correspondent.context_tokens,
                self.fallback.signature,
                self.examiner.signature if self.examiner else None,
            )
        )
        digest = hashlib.sha256(settings.encode()).hexdigest()[:12]
        return f"model {_VERSION} {self.correspondent.model} {digest}"

    def edit(self, selection: Selection, articles: Iterable[Article]) -> Draft:
        told = self._tell(assignments(selection, articles, self.depth))
        self._insist(told)
        stories = [each.story for each in told if each.story is not None]
        remarks = tuple(remark for each in told for remark in each.remarks)
        issue = bound(stories, selection, self.taxonomy, title=self.title)
        issue, notes = self._examined(_counting_dropped(issue, remarks), told)
        return Draft(
            issue=issue,
            remarks=remarks,
            notes=(*(note for each in told for note in each.notes), *notes),
            counts=_counts(told) | dict(self.tally()),
            is_final=all(each.is_final for each in told),
        )

    def plan(self, selection: Selection, articles: Iterable[Article]) -> Plan:
        """Return what editing a selection would ask of the model; asks nothing."""
        return plan(self._writer(), assignments(selection, articles, self.depth))

    def _writer(self) -> Writer:
        return Writer(
            taxonomy=self.taxonomy,
            correspondent=self.correspondent,
            story_prompt=self.prompts.load("story"),
            mend_prompt=self.prompts.load("mend"),
        )

    def _tell(self, given: Sequence[Assignment]) -> list[_Told]:
        """Return what became of each story, in order, several being told at once."""
        writer = self._writer()
        pool = ThreadPoolExecutor(max_workers=max(1, self.concurrency), thread_name_prefix="story")
        futures: list[Future[_Told]] = []
        try:
            futures = [pool.submit(self._story, writer, assignment) for assignment in given]
            for done, future in enumerate(as_completed(futures), 1):
                future.result()  # the first that gives up ends the run
                self.progress(done, len(futures))
            told = [future.result() for future in futures]
        except BaseException:
            # Whatever it was, what is on its way ends at once, and what was paid for is in the ledger.
            self.stop.set()
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        pool.shutdown()
        if self.stop.is_set():
            raise KeyboardInterrupt
        return told

    def _story(self, writer: Writer, assignment: Assignment) -> _Told:
        if self.stop.is_set():
            return _Told(assignment=assignment, story=None, cause=Cause.STOPPED)
        try:
            written = writer.write(assignment)
        except NoAnswerError as error:
            return self._extractive(assignment, str(error), cause=error.cause, is_final=not error.is_passing)
        except UnfitAnswerError as error:
            return self._extractive(assignment, str(error), remarks=error.remarks)
        return _Told(
            assignment=assignment,
            story=written.story,
            written=written,
            remarks=written.remarks,
            notes=(*written.notes, *notes_on(assignment, written.story)),
            is_final=written.is_final,
        )

    def _extractive(
        self,
        assignment: Assignment,
        why: str,
        *,
        cause: Cause | None = None,
        remarks: tuple[Remark, ...] = (),
        is_final: bool = True,
    ) -> _Told:
        story = self.fallback.story(assignment)
        fell = f"{assignment.id}: {why}; edited extractively." if story else f"{assignment.id}: {why}."
        return _Told(
            assignment=assignment,
            story=story,
            remarks=remarks,
            notes=(fell, *notes_on(assignment, story)),
            cause=cause,
            is_final=is_final,
        )

    def _insist(self, told: Sequence[_Told]) -> None:
        """Raise the error that stands for every story when none reached a required server."""
        if self.is_required and told and all(each.cause is Cause.UNREACHABLE for each in told):
            raise UnreachableError(
                "The model's server does not answer.",
                hint="Start it, check --base-url, or take --engine auto, which does without.",
            )

    def _examined(self, issue: Issue, told: Sequence[_Told]) -> tuple[Issue, tuple[str, ...]]:
        if self.examiner is None:
            return issue, ()
        proposals: list[AnyProposal] = []
        for each in told:
            if each.written:
                model = self.correspondent.model
                proposals += proposals_of(each.assignment.id, each.written.reply, model)
        examined = self.examiner.examine(issue, proposals)
        return examined.issue, examined.notes


def _counting_dropped(issue: Issue, remarks: Sequence[Remark]) -> Issue:
    dropped = sum(remark.verdict is Verdict.DROPPED for remark in remarks)
    return replace(issue, counts=replace(issue.counts, statements_dropped=dropped))


def _counts(told: Sequence[_Told]) -> dict[str, int]:
    written = [each.written for each in told if each.written]
    remarks = [remark for each in told for remark in each.remarks]
    by_verdict = {
        f"model_statements_{verdict.value}": sum(remark.verdict is verdict for remark in remarks)
        for verdict in (Verdict.MENDED, Verdict.REPLACED, Verdict.DROPPED)
    }
    return {
        "stories_by_model": len(written),
        "stories_extractive": sum(each.story is not None and each.written is None for each in told),
        "stories_left_out": sum(each.story is None for each in told),
        "model_statements_refused": len(remarks),
        **by_verdict,
    }
