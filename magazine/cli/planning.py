"""What ``plan`` does: figures of an issue before anything is asked or spent."""

import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from magazine.account import estimated_pages
from magazine.artefacts import IssueFolder
from magazine.cli.making import chosen, wishes_of
from magazine.cli.options import Printing, Selecting
from magazine.cli.running import Running
from magazine.cli.talk import result, result_json
from magazine.cli.wiring import Desk, open_desk
from magazine.core.selection import Selection
from magazine.server import addressed

if TYPE_CHECKING:
    from magazine.edit.model.planning import Plan
    from magazine.edit.model.prices import Price


def plan(selecting: Selecting, printing: Printing, running: Running, output: Path | None) -> None:
    """Print what would be printed, asked and spent."""
    desk = open_desk(running)
    asks = desk.asks_model(printing.asking)
    with desk.library() as library:
        press = desk.press(library)
        if output is not None:
            selection = IssueFolder(output).read_selection()
        else:
            rule = desk.rule(wishes_of(selecting, asks_model=asks))
            selection = chosen(press, rule, selecting.min_stories)
        facts = _printed(desk, selection, printing.editing.questions)
        if asks:
            facts |= _asked(desk, printing, selection, press.articles(selection))
        else:
            facts |= {"engine": "extractive", "calls": 0, "cost": 0.0}
    if running.json:
        result_json(facts)
    else:
        result(_lines(facts))


def _printed(desk: Desk, selection: Selection, questions: int) -> dict[str, Any]:
    return {
        "first": selection.rule.period.first.isoformat(),
        "last": selection.rule.period.last.isoformat(),
        "matched": selection.counts.matched,
        "stories": len(selection.stories),
        "articles": sum(len(story.articles) for story in selection.stories),
        "left_out": len(selection.left_out),
        "pages": estimated_pages(selection, desk.taxonomy, questions=questions),
    }


def _asked(desk: Desk, printing: Printing, selection: Selection, articles: Any) -> dict[str, Any]:  # noqa: ANN401
    from magazine.edit.model.asking import SilentCorrespondent  # noqa: PLC0415
    from magazine.edit.model.correspondence import price_for  # noqa: PLC0415

    server = addressed(desk.server(printing.asking), os.environ)
    nobody = SilentCorrespondent(model=server.name or "", context_tokens=server.context_tokens)
    planned = desk.model_editor(desk.extractive_editor(printing.editing), nobody).plan(selection, articles)
    price = price_for(server, desk.settings.folder)
    figures = {key: value for key, value in asdict(planned).items() if key != "stories"}
    return {"engine": "model", "model": server.name, **figures, **_costs(planned, price)}


def _costs(planned: "Plan", price: "Price | None") -> dict[str, float | None]:
    from magazine.edit.model.asking import Usage  # noqa: PLC0415

    if price is None:
        return {"cost": None, "most_cost": None}
    usual = Usage(prompt=planned.prompt_tokens, completion=planned.answer_tokens)
    most = Usage(prompt=2 * planned.prompt_tokens, completion=2 * planned.most_answer_tokens)
    return {"cost": round(price.cost(usual), 4), "most_cost": round(price.cost(most), 4)}


def _lines(facts: dict[str, Any]) -> list[str]:
    lines = [
        f"period   {facts['first']} to {facts['last']}",
        f"stories  {facts['stories']} of {facts['articles']} articles; {facts['left_out']} more match",
        f"pages    about {facts['pages']}",
    ]
    if facts["engine"] == "extractive":
        return [*lines, "model    none is asked: the extractive editor needs no key and costs nothing"]
    lines += [
        f"model    {facts['model']}",
        f"calls    {facts['calls']}, and a repair for some: at most {facts['most_calls']} without failures",
        f"tokens   about {facts['prompt_tokens']:,} in and {facts['answer_tokens']:,} out",
        f"cost     {_cost(facts)}",
    ]
    if facts["unsent"]:
        lines.append(f"cut      {facts['unsent']} sentences of long stories do not fit the model's context")
    return lines


def _cost(facts: dict[str, Any]) -> str:
    if facts["cost"] is None:
        return "not known: the price table has no such model. See prices.toml in the README."
    if not facts["most_cost"]:
        return "nothing: the server is on this machine"
    return f"about ${facts['cost']:.2f}; what the ledger has is not paid again"
