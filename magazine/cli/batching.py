"""What ``batch`` does: a manifest's issues, made, shown and handed out."""

import os
import threading
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import typer

from magazine.artefacts import IssueFolder
from magazine.batch.orders import Result, State
from magazine.cli.batch_commands import Batching
from magazine.cli.batch_floor import Floor, crew_of
from magazine.cli.failures import PROBLEMS
from magazine.cli.options import Asking, EngineName
from magazine.cli.ordering import Wanted, asking_of, output_of, wanted_of
from magazine.cli.talk import result_json
from magazine.cli.wiring import Desk
from magazine.core.errors import MagazineError
from magazine.edit.model.tally import Tally
from magazine.handout import REPORT, Handout, report_html, to_document, write_handout
from magazine.journal import Journal
from magazine.locking import run_lock
from magazine.mailing import Mailing, Post, send
from magazine.manifest import Manifest, read_manifest


def batch(desk: Desk, path: Path, options: Batching, asking: Asking, *, as_json: bool) -> None:
    """Make the issues of a manifest; print the paths of what was made."""
    manifest = read_manifest(path)
    asking = asking_of(manifest, asking)
    wanted = wanted_of(desk, manifest, options, asking)
    output = output_of(manifest, options)
    with run_lock(output, desk.wait, locks=desk.settings.locks):
        handout = _handout(desk, manifest, *_make(desk, wanted, output, options, asking))
        is_sent = _hand_out(desk, manifest, handout, output)
    _show(desk, handout, output, as_json=as_json)
    if not (handout.is_well and is_sent):
        raise typer.Exit(PROBLEMS)


def _make(
    desk: Desk, wanted: Sequence[Wanted], output: Path, options: Batching, asking: Asking
) -> tuple[list[Result], Tally]:
    """Return what became of every issue, and what the model was asked for all of them."""
    is_required = asking.engine is EngineName.MODEL
    floor = Floor(desk, threading.Event(), Journal(desk.settings.state), is_required)
    IssueFolder(output).create()
    IssueFolder(output).sweep()
    with ExitStack() as stack:
        crew = stack.enter_context(crew_of(options.workers, options.cluster))
        letters = stack.enter_context(desk.letters(asking, floor.halt)) if desk.asks_model(asking) else None
        results = floor.run(wanted, output, crew, letters, fail_fast=options.fail_fast)
        return results, letters.tally if letters else Tally()


def _handout(desk: Desk, manifest: Manifest, results: Sequence[Result], tally: Tally) -> Handout:
    return Handout(
        title=manifest.path.name,
        at=datetime.now(desk.settings.zone).strftime("%d %B %Y, %H:%M"),
        results=tuple(results),
        calls=tally.calls,
        cost=tally.cost,
        calls_of_unknown_cost=tally.calls_of_unknown_cost,
    )


def _hand_out(desk: Desk, manifest: Manifest, handout: Handout, output: Path) -> bool:
    """Write the report, and send it where the manifest says; tell whether that went well.

    A batch of which every issue stood as it was is no news: its last report stays.
    """
    if not handout.is_news(output):
        return True
    write_handout(output, handout)
    form = manifest.form.email
    if form is None:
        return True
    # A service's credentials lie in a folder that only its environment names.
    secret = os.path.expandvars(form.password_file) if form.password_file else None
    mailing = Mailing(
        host=form.host,
        port=form.port,
        security=form.tls,
        sender=form.sender,
        to=tuple(form.to),
        user=form.user or "",
        password_file=manifest.beside(secret) if secret else None,
    )
    attached = _attached(handout, output) if form.attach else ()
    post = Post(
        subject=f"{handout.title}: {handout.summary}",
        text=_plain(handout),
        html=report_html(handout),
        files=attached,
    )
    try:
        send(mailing, post)
    except MagazineError as error:
        desk.talk.warn(str(error))
        return False
    return True


def _attached(handout: Handout, output: Path) -> tuple[tuple[str, Path], ...]:
    return tuple(
        (f"{result.name.replace('/', '-')}{Path(file).suffix}", output / result.name / file)
        for result in handout.results
        if result.state is State.MADE
        for file in result.files
    )


def _plain(handout: Handout) -> str:
    lines = [handout.summary, ""]
    for each in handout.results:
        said = each.fault.message if each.fault else f"{each.stories} stories, {each.pages} pages"
        lines.append(f"{each.name}: {each.state}. {said}")
    return "\n".join(lines)


def _show(desk: Desk, handout: Handout, output: Path, *, as_json: bool) -> None:
    cost = f"; {handout.calls} model calls, US$ {handout.cost:.2f}" if handout.calls else ""
    desk.talk.say(
        f"{handout.summary}{cost}", **{state.name.lower(): n for state, n in handout.states.items()}
    )
    if as_json:
        result_json(to_document(handout))
        return
    for each in handout.results:
        for file in each.files:
            desk.talk.made(output / each.name / file)
    desk.talk.made(output / REPORT)
