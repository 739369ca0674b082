"""What the commands of the three steps do: make, select, summarise, render, and demo."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

from magazine.account import too_few
from magazine.artefacts import IssueFolder, to_json
from magazine.assets import bundled
from magazine.cli.options import Asking, Editing, EngineName, Printing, Selecting, Setting
from magazine.cli.running import Running
from magazine.cli.talk import result, result_json
from magazine.cli.wiring import Desk, open_desk
from magazine.core.article import Language
from magazine.core.issue import Verdict
from magazine.core.ports import EmptyArchive
from magazine.core.rules import Wishes
from magazine.core.selection import Rule, Selection
from magazine.disks import scratch
from magazine.intake import take_in
from magazine.journal import Journal
from magazine.press import RENDER, Press, pages_of
from magazine.steps import StepOutcome

DEMO_PERIOD = "2026-03"
"""The month of the bundled examples."""


def make(
    desk: Desk, selecting: Selecting, printing: Printing, output: Path | None, *, as_json: bool = False
) -> None:
    """Do all three steps into a folder; print the magazine's path."""
    rule = desk.rule(wishes_of(selecting, asks_model=desk.asks_model(printing.asking)))
    folder = IssueFolder(output or default_folder(rule))
    with desk.making(folder.path) as journal:
        outcomes = _make(desk, rule, folder, printing, fewest=selecting.min_stories)
        record(journal, folder, outcomes)
    show(desk, outcomes, as_json=as_json)


def choose(desk: Desk, selecting: Selecting) -> None:
    """Print the selection of step 1; write nothing."""
    with desk.library() as library:
        selection = chosen(desk.press(library), desk.rule(wishes_of(selecting)), selecting.min_stories)
    _explain(desk, selection)
    result([to_json(selection).decode().rstrip()])


def select(desk: Desk, selecting: Selecting, output: Path | None, *, as_json: bool) -> None:
    """Do step 1; print the selection's path, or the selection itself."""
    rule = desk.rule(wishes_of(selecting))
    folder = IssueFolder(output or default_folder(rule))
    with desk.making(folder.path), desk.library() as library:
        outcome = desk.press(library).select(rule, folder, fewest=selecting.min_stories)
        selection = folder.read_selection()
    if not as_json:
        desk.talk.made(outcome.path)
    _explain(desk, selection)
    if as_json:
        result([to_json(selection).decode().rstrip()])


def chosen(press: Press, rule: Rule, fewest: int) -> Selection:
    """Return what a rule selects, if it is enough to be made.

    Raises:
        NothingToPrintError: It is not.
    """
    selection = press.choose(rule)
    if len(selection.stories) < fewest:
        raise too_few(selection, fewest)
    return selection


def summarise(desk: Desk, editing: Editing, asking: Asking, output: Path, *, as_json: bool) -> None:
    """Do step 2; print the issue's path."""
    with desk.making(output), desk.editor(asking, editing) as editor, desk.library() as library:
        outcome = desk.press(library).summarise(IssueFolder(output), editor)
    show(desk, [outcome], as_json=as_json)


def render(setting: Setting, running: Running, output: Path) -> None:
    """Do step 3; print the magazine's path."""
    desk = open_desk(running)
    press, renderers, folder = desk.press(EmptyArchive()), desk.renderers(setting), IssueFolder(output)
    with desk.making(output) as journal:
        outcomes = press.render(folder, *renderers, reviser=desk.reviser())
        record(journal, folder, outcomes)
    show(desk, outcomes, as_json=running.json)


def demo(printing: Printing, running: Running, output: Path | None) -> None:
    """Make the examples' magazine with a library of its own; print the magazine's path.

    A key that lies ready is not spent on a first try: a model is asked only when it is named here.
    """
    from magazine.ingest import read_inputs  # noqa: PLC0415 - only the demo reads files here

    if printing.asking.engine is EngineName.AUTO and printing.asking.model is None:
        printing = replace(printing, asking=replace(printing.asking, engine=EngineName.EXTRACTIVE))
    with scratch("demo") as place:
        desk = open_desk(replace(running, library=Path(place) / "library.sqlite"))
        with desk.library(create=True) as library:
            take_in(read_inputs([str(bundled("examples") / "articles")], stdin=None), library)
        rule = desk.rule(Wishes(period=DEMO_PERIOD))
        folder = IssueFolder(output or Path("magazine-demo"))
        with desk.making(folder.path) as journal:
            outcomes = _make(desk, rule, folder, printing)
            record(journal, folder, outcomes)
    show(desk, outcomes, as_json=running.json)


def wishes_of(selecting: Selecting, *, asks_model: bool = False) -> Wishes:
    """Return the options as the domain takes them; a model can tell articles of other languages."""
    by_default = asks_model and selecting.language is not None
    return Wishes(
        translate=by_default if selecting.translate is None else selecting.translate,
        topics=selecting.topic,
        query=selecting.query,
        period=selecting.period,
        first=selecting.first,
        last=selecting.last,
        language=Language(selecting.language) if selecting.language else None,
        max_stories=selecting.max_stories,
        max_pages=selecting.max_pages,
        as_of=selecting.as_of,
    )


def default_folder(rule: Rule) -> Path:
    """Return the folder of an issue when none is named: here, called after the period."""
    return Path(f"magazine-{rule.period.first}-to-{rule.period.last}")


def editions_of(outcomes: Sequence[StepOutcome]) -> list[Path]:
    """Return the files that a reader gets."""
    return [outcome.path for outcome in outcomes if outcome.step.startswith(RENDER)]


def record(journal: Journal, folder: IssueFolder, outcomes: Sequence[StepOutcome]) -> None:
    """Write down that the magazine of a folder was made, or stood as it was."""
    issue = folder.read_issue()
    journal.succeeded(
        folder.path,
        datetime.now(UTC),
        issue.masthead.period,
        stories=len(issue.stories),
        editions=tuple(path.name for path in editions_of(outcomes)),
    )


def _make(
    desk: Desk, rule: Rule, folder: IssueFolder, printing: Printing, *, fewest: int = 1
) -> list[StepOutcome]:
    renderers = desk.renderers(printing.setting)
    with desk.editor(printing.asking, printing.editing) as editor, desk.library() as library:
        press, reviser = desk.press(library), desk.reviser()
        outcomes = press.make(rule, folder, editor, *renderers, reviser=reviser, fewest=fewest)
    _explain(desk, folder.read_selection())
    pages = pages_of(outcomes)
    if rule.max_pages is not None and pages > rule.max_pages:
        desk.talk.warn(f"{pages} pages: a magazine of one story does not fit into {rule.max_pages}.")
    return outcomes


def _explain(desk: Desk, selection: Selection) -> None:
    for story in selection.stories:
        desk.talk.detail(f"{story.score:6.1f}  {story.articles[0].title}  ({'; '.join(story.reasons)})")
    if selection.left_out:
        desk.talk.say(
            f"left out: {len(selection.left_out)} matching articles, each with its reason in selection.json"
        )


def show(desk: Desk, outcomes: Sequence[StepOutcome], *, as_json: bool) -> None:
    """Print what was made: its paths, or everything as JSON."""
    last = outcomes[-1]
    unsupported = sum(remark.verdict is Verdict.EDITED_UNSUPPORTED for remark in last.report.remarks)
    if unsupported:
        desk.talk.warn(
            f"{unsupported} edited statements are not supported by their sources, and marked so where they"
            f" stand. See: magazine check -o {last.path.parent}"
        )
    if as_json:
        result_json([{**asdict(outcome), "path": str(outcome.path)} for outcome in outcomes])
    else:
        for path in editions_of(outcomes) or [last.path]:
            desk.talk.made(path)
