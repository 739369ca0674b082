"""What ``magazine check`` does: an edited issue, or any text against its source."""

import json
from pathlib import Path

import typer

from magazine.artefacts import IssueFolder
from magazine.cli.failures import PROBLEMS
from magazine.cli.running import Running
from magazine.cli.talk import result, result_json
from magazine.cli.wiring import open_desk
from magazine.core.article import Refused
from magazine.core.errors import UsageError
from magazine.core.finding import Problem
from magazine.core.ports import EmptyArchive
from magazine.core.proof import Proof
from magazine.core.remark import Remark
from magazine.pairs import read_pairs


def check(running: Running, output: Path | None, pairs: Path | None, *, strict: bool) -> None:
    """Check a folder's issue or a file of pairs; strict leaves with 3 when something is not supported.

    Raises:
        UsageError: Neither a folder nor a file is named, or both are.
    """
    if output is not None and pairs is None:
        sound = _check_issue(running, output, strict=strict)
    elif pairs is not None and output is None:
        sound = _check_pairs(running, pairs, strict=strict)
    else:
        raise UsageError("Name one thing to check.", hint="Give either -o DIR or --pairs FILE.")
    if not sound:
        raise typer.Exit(PROBLEMS)


def _check_issue(running: Running, output: Path, *, strict: bool) -> bool:
    """Print what there is to say of an issue; return whether it may be left at that."""
    desk = open_desk(running)
    proof = desk.press(EmptyArchive()).check(IssueFolder(output))
    if running.json:
        result_json(_proof_as_json(proof))
    else:
        result(_remark_line(proof, remark) for remark in proof.remarks)
    counts = proof.counts
    figures = ", ".join(f"{count} {verdict.replace('_', ' ')}" for verdict, count in counts.items() if count)
    desk.talk.say(f"{sum(counts.values())} statements: {figures}", **counts)
    return not (strict and proof.unsupported)


def _check_pairs(running: Running, pairs: Path, *, strict: bool) -> bool:
    """Print the finding on each pair; return whether the run may be called sound."""
    desk = open_desk(running)
    sound = True
    for pair in read_pairs(pairs):
        if isinstance(pair, Refused):
            desk.talk.warn(f"not checked: {pair.where}: {pair.reason}", where=pair.where)
            sound = False
            continue
        finding = pair.finding()
        supported = finding.holds(strict=strict)
        shown = [problem for problem in finding.problems if problem.hard or not supported]
        sound = sound and (supported or not strict)
        row = {"id": pair.id, "supported": supported, "problems": [_problem_as_json(one) for one in shown]}
        if running.json:
            result([json.dumps(row, ensure_ascii=False)])
        else:
            reasons = "; ".join(_problem_words(one) for one in shown)
            result([f"{pair.id}: {'supported' if supported else f'not supported: {reasons}'}"])
    return sound


def _proof_as_json(proof: Proof) -> dict[str, object]:
    return {
        "supported": not proof.unsupported,
        "counts": proof.counts,
        "remarks": [
            {
                "story": remark.story,
                "place": remark.place,
                "verdict": remark.verdict.value,
                "text": remark.text,
                "printed": remark.printed,
                "problems": [_problem_as_json(problem) for problem in remark.problems],
            }
            for remark in proof.remarks
        ],
    }


def _problem_as_json(problem: Problem) -> dict[str, object]:
    return {
        "kind": problem.kind.value,
        "value": problem.value,
        "text": problem.text,
        "nearest": problem.nearest,
        "hard": problem.hard,
    }


def _remark_line(proof: Proof, remark: Remark) -> str:
    number = _story_number(proof, remark.story)
    reasons = "; ".join(_problem_words(problem) for problem in remark.problems if problem.hard)
    return f"{number} {remark.place}: {remark.verdict.value}: {remark.text}" + (
        f"  ({reasons})" if reasons else ""
    )


def _problem_words(problem: Problem) -> str:
    nearest = f" The source has {problem.nearest}." if problem.nearest else ""
    return f"{problem.kind.value}: {problem.text}{nearest}"


def _story_number(proof: Proof, story: str) -> str:
    return next(
        f"{section.letter}{place}"
        for section in proof.issue.sections
        for place, one in enumerate(section.stories, start=1)
        if one.id == story
    )
