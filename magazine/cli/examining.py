"""What ``doctor`` does."""

import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

import typer

from magazine.assets import bundled
from magazine.cli.failures import PROBLEMS
from magazine.cli.looking import health_of
from magazine.cli.running import Running
from magazine.cli.talk import result, result_json
from magazine.cli.wiring import Desk, open_desk
from magazine.core.errors import MagazineError
from magazine.doctor import Check, checked, holdings, machine, serving, setting
from magazine.journal import Journal
from magazine.library.health import file_health
from magazine.server import addressed, configured
from magazine.sources import SOURCES_FILE, all_sources
from magazine.status import failing_of


def doctor(running: Running, *, ask: bool) -> None:
    """Print what every look came to; leave with 3 when something is wrong."""
    checks = list(_examined(running, ask=ask))
    if running.json:
        result_json({"ok": all(check.ok for check in checks), "checks": [asdict(check) for check in checks]})
    else:
        result(line for check in checks if not (running.quiet and check.ok) for line in _lines(check))
    if not all(check.ok for check in checks):
        raise typer.Exit(PROBLEMS)


def _lines(check: Check) -> Iterator[str]:
    yield f"{'ok   ' if check.ok else 'WRONG'}  {check.name:13}  {check.found}"
    if check.advice:
        yield f"{'':22}{check.advice}"


def _examined(running: Running, *, ask: bool) -> Iterator[Check]:
    from magazine.render.pdf import PdfRenderer  # noqa: PLC0415

    yield machine.python()
    yield checked("fonts", lambda: setting.fonts(bundled("templates") / "fonts"))
    yield checked("page", lambda: setting.page(PdfRenderer()))
    try:
        desk = open_desk(running)
        zone = desk.settings.zone
    except MagazineError as error:
        yield Check(name="configuration", ok=False, found=error.message, advice=error.hint)
        return
    yield Check(name="configuration", ok=True, found=f"in {desk.settings.folder}")
    yield from _holdings(desk)
    made = [entry.made.at for entry in Journal(desk.settings.state).entries() if entry.made]
    yield checked(
        "clock",
        lambda: machine.clock(
            datetime.now(UTC), _newest(desk.settings.library), zone, max(made, default=None)
        ),
    )
    yield from _machine(desk)
    yield from _server(desk, ask=ask)


def _holdings(desk: Desk) -> Iterator[Check]:
    settings = desk.settings

    def ledger() -> Check:
        from magazine.edit.model.ledger import open_ledger  # noqa: PLC0415

        with open_ledger(settings.ledger) as held:
            return holdings.ledger(held)

    def sources() -> Check:
        on = [source for source in all_sources(settings.folder / SOURCES_FILE) if source.on]
        return holdings.sources(len(on), failing_of(on, health_of(desk, on)))

    yield checked("library", lambda: holdings.library(settings.library))
    if _may_be_there(settings.ledger):
        yield checked("ledger", ledger)
    yield checked("sources", sources)


def _may_be_there(path: Path) -> bool:
    # What cannot even be seen, a look at it tells.
    with suppress(OSError):
        return path.exists()
    return True


def _newest(library: Path) -> date | None:
    # What is wrong with the library, its own look tells.
    with suppress(MagazineError, OSError):
        return file_health(library).last
    return None


def _machine(desk: Desk) -> Iterator[Check]:
    settings = desk.settings
    folders = [settings.library.parent, settings.ledger.parent, settings.state]
    named = os.environ.get("OPENAI_API_KEY_FILE")
    keys = [settings.model.key_file, Path(named).expanduser() if named else None]
    secrets = [settings.ledger, *(key for key in keys if key)]
    yield checked("disk", lambda: machine.disk([*folders, Path.cwd()]))
    yield checked("rights", lambda: machine.rights(folders, secrets))


def _server(desk: Desk, *, ask: bool) -> Iterator[Check]:
    server = desk.settings.model
    yield checked("model", lambda: serving.model(server, os.environ, _form(desk)))
    if ask and configured(server, os.environ):
        yield checked("answer", lambda: _answer(desk))


def _form(desk: Desk) -> str:
    """Return how the server was last asked for its answers; empty: not lately."""
    server = desk.settings.model
    if not (desk.settings.ledger.exists() and configured(server, os.environ)):
        return ""
    from magazine.edit.model.ledger import open_ledger  # noqa: PLC0415

    with open_ledger(desk.settings.ledger) as ledger:
        form = ledger.form(addressed(server, os.environ), datetime.now(UTC))
    return f"in the form {form.mode.value}" if form else ""


def _answer(desk: Desk) -> Check:
    from magazine.edit.model.budget import Limits  # noqa: PLC0415
    from magazine.edit.model.correspondence import open_correspondence  # noqa: PLC0415

    with open_correspondence(
        desk.settings.model,
        os.environ,
        ledger=desk.settings.ledger,
        limits=Limits(max_calls=4),
        stop=threading.Event(),
        prices_folder=desk.settings.folder,
    ) as letters:
        return serving.asked(letters, datetime.now(UTC))
