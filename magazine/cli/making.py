"""What the commands of the three steps do: make, select, summarise, render, and demo."""

import tempfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from magazine.artefacts import IssueFolder, to_json
from magazine.assets import bundled
from magazine.cli.options import Asking, Editing, Printing, Running, Selecting, Setting
from magazine.cli.talk import result, result_json
from magazine.cli.wiring import Desk, open_desk
from magazine.core.article import Language
from magazine.core.issue import Verdict
from magazine.core.ports import EmptyArchive
from magazine.core.rules import Wishes
from magazine.core.selection import Rule, Selection
from magazine.intake import take_in
from magazine.press import RENDER, pages_of
from magazine.steps import StepOutcome

DEMO_PERIOD = "2026-03"
"""The month of the bundled examples."""


def make(selecting: Selecting, printing: Printing, running: Running, output: Path | None) -> None:
    """Do all three steps into a folder; print the magazine's path."""
    desk = open_desk(running)
    rule = desk.rule(wishes_of(selecting, asks_model=desk.asks_model(printing.asking)))
    folder = IssueFolder(output or default_folder(rule))
    _make(desk, rule, folder, printing, as_json=running.json)


def select(selecting: Selecting, running: Running, output: Path | None) -> None:
    """Do step 1; print the selection's path, or the selection itself."""
    desk = open_desk(running)
    rule = desk.rule(wishes_of(selecting))
    with desk.library() as library:
        press = desk.press(library)
        if output is None and running.json:
            selection = press.choose(rule)
        else:
            folder = IssueFolder(output or default_folder(rule))
            outcome = press.select(rule, folder)
            selection = folder.read_selection()
            if not running.json:
                desk.talk.made(outcome.path)
    _explain(desk, selection)
    if running.json:
        result([to_json(selection).decode().rstrip()])


def summarise(editing: Editing, asking: Asking, running: Running, output: Path) -> None:
    """Do step 2; print the issue's path."""
    desk = open_desk(running)
    with desk.editor(asking, editing) as editor, desk.library() as library:
        outcome = desk.press(library).summarise(IssueFolder(output), editor)
    _show(desk, [outcome], as_json=running.json)


def render(setting: Setting, running: Running, output: Path) -> None:
    """Do step 3; print the magazine's path."""
    desk = open_desk(running)
    press, renderers = desk.press(EmptyArchive()), desk.renderers(setting)
    outcomes = press.render(IssueFolder(output), *renderers, reviser=desk.reviser())
    _show(desk, outcomes, as_json=running.json)


def demo(printing: Printing, running: Running, output: Path | None) -> None:
    """Make the examples' magazine with a library of its own; print the magazine's path."""
    from magazine.ingest import read_inputs  # noqa: PLC0415 - only the demo reads files here

    with tempfile.TemporaryDirectory(prefix="magazine-demo-") as scratch:
        desk = open_desk(replace(running, library=Path(scratch) / "library.sqlite"))
        with desk.library(create=True) as library:
            take_in(read_inputs([str(bundled("examples") / "articles")], stdin=None), library)
        rule = desk.rule(Wishes(period=DEMO_PERIOD))
        _make(desk, rule, IssueFolder(output or Path("magazine-demo")), printing, as_json=running.json)


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


def _make(desk: Desk, rule: Rule, folder: IssueFolder, printing: Printing, *, as_json: bool) -> None:
    renderers = desk.renderers(printing.setting)
    with desk.editor(printing.asking, printing.editing) as editor, desk.library() as library:
        outcomes = desk.press(library).make(rule, folder, editor, *renderers, reviser=desk.reviser())
    selection = folder.read_selection()
    _explain(desk, selection)
    pages = pages_of(outcomes)
    if rule.max_pages is not None and pages > rule.max_pages:
        desk.talk.warn(f"{pages} pages: a magazine of one story does not fit into {rule.max_pages}.")
    _show(desk, outcomes, as_json=as_json)


def _explain(desk: Desk, selection: Selection) -> None:
    for story in selection.stories:
        desk.talk.detail(f"{story.score:6.1f}  {story.articles[0].title}  ({'; '.join(story.reasons)})")
    if selection.left_out:
        desk.talk.say(
            f"left out: {len(selection.left_out)} matching articles, each with its reason in selection.json"
        )


def _show(desk: Desk, outcomes: Sequence[StepOutcome], *, as_json: bool) -> None:
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
        made = [outcome.path for outcome in outcomes if outcome.step.startswith(RENDER)]
        for path in made or [last.path]:
            desk.talk.made(path)
