"""The press: the three steps over one folder, done again only when their inputs change.

    Archive ──select──▶ selection.json ──summarise──▶ issue.json ──render──▶ magazine.pdf

It knows the parts only by their Protocols; whoever calls it hands them in, with
the clock. What it does is told to a Watcher and written into report.json.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import tzinfo
from functools import cache, partial
from typing import TYPE_CHECKING

from magazine.account import issue_counts, nothing_to_print, selection_counts, too_few
from magazine.artefacts import IssueFolder, sha256, to_json, write_whole
from magazine.core.article import Article
from magazine.core.errors import UnreadableError
from magazine.core.issue import Issue
from magazine.core.ports import Archive, Edition, Editor, Renderer, Reviser, illustrated
from magazine.core.ranking import select
from magazine.core.selection import Rule, Selection
from magazine.core.topics import Taxonomy
from magazine.steps import Done, Foreman, StepOutcome, Watcher, Work, as_written
from magazine.upgrading import bring_up

if TYPE_CHECKING:
    from magazine.core.proof import Proof

SELECT, SUMMARISE, RENDER, CHECK = "select", "summarise", "render", "check"
"""The steps, as the report names them; an edition other than the PDF is ``render html``."""


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

    def make(
        self,
        rule: Rule,
        folder: IssueFolder,
        editor: Editor,
        *renderers: Renderer,
        reviser: Reviser | None = None,
        fewest: int = 1,
    ) -> list[StepOutcome]:
        """Do all three steps; return their outcomes.

        When the pages made exceed the rule's budget, the estimate was too low: the
        steps are done again with a lower allowance, until the magazine fits or has one
        story left. The allowance stays in the selection, so a later run starts with it.

        Raises:
            NothingToPrintError: There are fewer than ``fewest`` stories; the folder is left as it was.
        """
        allowance = self._learnt_allowance(rule, folder)
        if allowance is not None and fewest > 1:
            _require(self.choose(rule), fewest)
            fewest = 1  # what a lower allowance takes away is no want of news
        while True:
            outcomes = [self.select(rule, folder, allowance, fewest=fewest), self.summarise(folder, editor)]
            fewest = 1
            edits = None if outcomes[-1].redone else reviser
            outcomes += self.render(folder, *renderers, reviser=edits)
            excess = pages_of(outcomes) - (rule.max_pages or 0)
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
        return replace(
            selection,
            stories=tuple(replace(story, related=self.archive.related(story)) for story in selection.stories),
        )

    def select(
        self, rule: Rule, folder: IssueFolder, page_allowance: int | None = None, *, fewest: int = 1
    ) -> StepOutcome:
        """Do step 1: the rule's selection into the folder.

        Raises:
            NothingToPrintError: There are fewer than ``fewest`` stories; the folder is left as it was.
        """
        self.watcher.started(SELECT)
        begun = self.seconds()
        selection = self.choose(rule, page_allowance)
        _require(selection, fewest)
        folder.create()
        # The whole answer decides, so a changed article or budget is noticed, and nothing else is.
        content = to_json(selection)

        def write() -> Done:
            return Done(folder.write_selection(selection), selection_counts(selection))

        return self._foreman(folder).settle(
            Work(SELECT, sha256(content), folder.selection_path, write), begun
        )

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

        def write() -> Done:
            draft = editor.edit(selection, self.articles(selection))
            proof = _proofread(draft.issue, fresh=True)
            return Done(
                folder.write_issue(proof.issue),
                issue_counts(proof) | draft.counts,
                (*draft.notes, *proof.notes),
                (*draft.remarks, *proof.remarks),
                draft.is_final,
            )

        inputs = sha256(to_json(selection) + editor.signature.encode())
        return self._foreman(folder).settle(Work(SUMMARISE, inputs, folder.issue_path, write), begun)

    def render(
        self, folder: IssueFolder, *renderers: Renderer, reviser: Reviser | None = None
    ) -> list[StepOutcome]:
        """Do step 3: the folder's issue to its editions, which are made side by side.

        A reviser's edition that a person edited since is taken into the issue first, and made anew.

        Raises:
            UnreadableError: The issue, or the edited Markdown, cannot be read.
            RendererError: The page cannot be made.
        """
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - a selection needs no threads

        self.watcher.started(RENDER)
        begun = self.seconds()
        foreman = self._foreman(folder)
        bring_up(folder)
        if reviser is not None and self._revised(folder, reviser):
            renderers = (*(one for one in renderers if one.suffix != reviser.suffix), reviser)
        issue = folder.read_issue()
        pictures = folder.read_pictures(issue)
        renderers = tuple(illustrated(renderer, pictures) for renderer in renderers)
        making: dict[str, Callable[[], Edition]] = {}
        proof = cache(lambda: _proofread(issue))
        works = [_edition_work(folder, issue, renderer, proof, making) for renderer in renderers]
        due = [
            (work.step, renderer.render)
            for work, renderer in zip(works, renderers, strict=True)
            if not foreman.stands(work)
        ]
        with ThreadPoolExecutor(max_workers=len(renderers)) as pool:
            for step, render in due[1:]:
                making[step] = pool.submit(render, proof().issue).result
            # The first and longest is made here, where Ctrl-C is heard.
            for step, render in due[:1]:
                making[step] = partial(render, proof().issue)
            return [foreman.settle(work, begun) for work in works]

    def check(self, folder: IssueFolder) -> "Proof":
        """Hold the folder's issue against its sources; mark in the file what a person edited.

        Raises:
            UnreadableError: The issue cannot be read.
        """
        begun = self.seconds()
        bring_up(folder)
        issue = folder.read_issue()
        proof = _proofread(issue)
        if proof.issue != issue:
            folder.write_issue(proof.issue)
        done = Done(b"", proof.counts, remarks=proof.remarks)
        self._foreman(folder).report(CHECK, sha256(to_json(issue)), done, [], begun)
        return proof

    def _revised(self, folder: IssueFolder, reviser: Reviser) -> bool:
        """Take a person's edit of an edition into the issue; tell whether there was one."""
        report, step = folder.read_report(), f"{RENDER} {reviser.suffix}"
        path, last = folder.edition_path(reviser.suffix), report.steps.get(step)
        if last is None or not path.exists() or as_written(path, last):
            return False
        edited = path.read_bytes()
        try:
            text = edited.decode("utf-8")
        except UnicodeDecodeError as error:
            raise UnreadableError(
                f"{path} was edited and is not UTF-8 text any more.",
                hint="Save it as UTF-8, or move it away to have it made anew.",
            ) from error
        folder.write_issue(reviser.read_back(folder.read_issue(), text))
        # What the file holds is in the issue now, so that it may be written over.
        taken = replace(last, inputs="", outputs={path.name: sha256(edited)})
        folder.write_report(report.with_step(step, taken, tool=report.tool))
        return True

    def _foreman(self, folder: IssueFolder) -> Foreman:
        return Foreman(folder=folder, watcher=self.watcher, seconds=self.seconds, versions=self.versions)

    def _learnt_allowance(self, rule: Rule, folder: IssueFolder) -> int | None:
        if rule.max_pages is None or not folder.selection_path.exists():
            return None
        last = folder.read_selection()
        return last.page_allowance if last.rule == rule else None

    def articles(self, selection: Selection) -> list[Article]:
        """Return the articles of a selection, in its order.

        Raises:
            UnreadableError: Some of them have left the library.
        """
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


def _require(selection: Selection, fewest: int) -> None:
    if len(selection.stories) < fewest:
        raise too_few(selection, fewest)


def pages_of(outcomes: Iterable[StepOutcome]) -> int:
    """Return the pages of the printed edition; 0 when none was made."""
    return max((outcome.report.counts.get("pages", 0) for outcome in outcomes), default=0)


def _edition_work(
    folder: IssueFolder,
    issue: Issue,
    renderer: Renderer,
    proof: "Callable[[], Proof]",
    making: dict[str, Callable[[], Edition]],
) -> Work:
    """Return the work of one edition, which ``making`` holds by the name of its step."""
    step = RENDER if renderer.suffix == "pdf" else f"{RENDER} {renderer.suffix}"
    path = folder.edition_path(renderer.suffix)

    def write() -> Done:
        edition = making[step]()
        write_whole(path, edition.content)
        counts = {"bytes": len(edition.content), **({"pages": edition.pages} if edition.pages else {})}
        return Done(edition.content, counts, (*edition.notes, *proof().notes), proof().remarks)

    return Work(step, sha256(to_json(issue) + renderer.signature.encode()), path, write)


def _proofread(issue: Issue, *, fresh: bool = False) -> "Proof":
    # The guard's tables take a while to load, and a selection needs none of them.
    from magazine.core.proof import proofread  # noqa: PLC0415

    return proofread(issue, fresh=fresh)
