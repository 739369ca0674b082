"""The commands around a run: ``new``, ``merge``, ``status`` and ``doctor``."""

from pathlib import Path
from typing import Annotated

import typer

from magazine.cli.grouping import in_groups
from magazine.cli.options import Folder, Setting
from magazine.cli.running import Running


@in_groups
def new(running: Running, output: Folder = None) -> None:
    """Answer three questions, get a magazine, and the one line that makes it again.

    What about, which days, which look. By keyboard alone; it needs a terminal.

    Example: magazine new
    """
    from magazine.cli import asking_new  # noqa: PLC0415

    asking_new.new(running, output)


@in_groups
def merge(
    *,
    running: Running,
    setting: Setting,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder of the whole.", show_default=False)],
    folders: Annotated[
        list[Path],
        typer.Argument(metavar="IN…", help="Folders of issues: two or more.", show_default=False),
    ],
    title: Annotated[
        str | None,
        typer.Option(
            "--title", metavar="TEXT", help="The name on the cover. Default: theirs, or made from the period."
        ),
    ] = None,
) -> None:
    """Make one magazine of several issues: a monthly of weeklies. No model is asked.

    An event that two of them tell is told once, with its later figures; the questions come along.

    Example: magazine merge march week-10 week-11 week-12 week-13
    """
    from magazine.cli import merging  # noqa: PLC0415

    merging.merge(running, setting, out, folders, title)


@in_groups
def status(running: Running) -> None:
    """Say when each issue was last made, which sources fail, and what models cost by month.

    Example: magazine status --json
    """
    from magazine.cli import looking  # noqa: PLC0415

    looking.status(running)


@in_groups
def doctor(
    running: Running,
    ask: Annotated[
        bool, typer.Option("--ask", help="Ask the model one small question as well; that may cost a little.")
    ] = False,
) -> None:
    """Look for what could spoil a run, and say what to do about it; leave with 3 when something could.

    Python, system libraries, fonts, library, sources, model server, disk, rights, clock.

    Example: magazine doctor
    """
    from magazine.cli import examining  # noqa: PLC0415

    examining.doctor(running, ask=ask)
