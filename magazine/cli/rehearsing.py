"""What ``batch --dry-run`` does: a manifest's issues before anything is written, asked or spent."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from magazine.account import estimated_pages
from magazine.cli.batch_commands import Batching
from magazine.cli.options import Asking
from magazine.cli.ordering import Wanted, asking_of, wanted_of
from magazine.cli.talk import result, result_json
from magazine.cli.wiring import Desk
from magazine.core.errors import NothingToPrintError
from magazine.core.selection import Rule, Selection
from magazine.manifest import read_manifest
from magazine.press import Press
from magazine.server import addressed

if TYPE_CHECKING:
    from magazine.edit.model.planning import Plan


def rehearse(desk: Desk, path: Path, options: Batching, asking: Asking, *, as_json: bool) -> None:
    """Print what would be printed, and what a model would be asked for all of it."""
    manifest = read_manifest(path)
    asking = asking_of(manifest, asking)
    wanted = wanted_of(desk, manifest, options, asking)
    chosen: dict[Rule, Selection | None] = {}
    with desk.library() as library:
        press = desk.press(library)
        for each in wanted:
            if each.rule not in chosen:
                chosen[each.rule] = _chosen(press, each.rule)
        rows = [_row(desk, each, chosen[each.rule]) for each in wanted]
        made = [each for each, row in zip(wanted, rows, strict=True) if row["is_made"]]
        asked = _asked(desk, press, asking, made, chosen) if desk.asks_model(asking) else {"calls": 0}
    stories = {(story.id, rule.language) for rule, one in chosen.items() if one for story in one.stories}
    if as_json:
        result_json({"issues": rows, "selections": len(chosen), "stories": len(stories), **asked})
        return
    result(_line(row) for row in rows)
    desk.talk.say(f"{len(rows)} issues from {len(chosen)} selections, {len(stories)} different stories.")
    if asked["calls"]:
        cost = "unknown" if asked["cost"] is None else f"about US$ {asked['cost']:.2f}"
        desk.talk.say(f"At most {asked['calls']} calls of {asked['model']} and their repairs; cost {cost}.")


def _chosen(press: Press, rule: Rule) -> Selection | None:
    try:
        return press.choose(rule)
    except NothingToPrintError:
        return None


def _row(desk: Desk, wanted: Wanted, selection: Selection | None) -> dict[str, Any]:
    period = wanted.rule.period
    stories = len(selection.stories) if selection else 0
    test = wanted.editor.examiner
    questions = test.count if test else 0
    return {
        "name": wanted.name,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "stories": stories,
        "pages": estimated_pages(selection, desk.taxonomy, questions=questions) if selection else 0,
        "is_made": stories >= wanted.fewest,
    }


def _line(row: dict[str, Any]) -> str:
    said = f"{row['name']}: {row['stories']} stories, about {row['pages']} pages"
    return said if row["is_made"] else f"{said}: too few, it would not be made"


def _asked(
    desk: Desk, press: Press, asking: Asking, wanted: list[Wanted], chosen: dict[Rule, Selection | None]
) -> dict[str, Any]:
    """Return what would be asked; equal issues once, a story of two selections twice."""
    from magazine.edit.model.asking import SilentCorrespondent, Usage  # noqa: PLC0415
    from magazine.edit.model.correspondence import price_for  # noqa: PLC0415

    server = addressed(desk.server(asking), os.environ)
    nobody = SilentCorrespondent(model=server.name or "", context_tokens=server.context_tokens)
    plans: list[Plan] = []
    for rule, editor in {(each.rule, id(each.editor)): (each.rule, each.editor) for each in wanted}.values():
        if selection := chosen[rule]:
            plans.append(desk.model_editor(editor, nobody).plan(selection, press.articles(selection)))
    usage = Usage(
        prompt=sum(plan.prompt_tokens for plan in plans), completion=sum(plan.answer_tokens for plan in plans)
    )
    price = price_for(server, desk.settings.folder)
    return {
        "calls": sum(plan.calls for plan in plans),
        "model": server.name,
        "prompt_tokens": usage.prompt,
        "answer_tokens": usage.completion,
        "cost": None if price is None else round(price.cost(usage), 4),
    }
