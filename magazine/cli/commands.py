"""The command line at a glance: every command, its options and its help.

The work is done by ``making`` and ``keeping``, which are loaded when a command is
run, so that ``--help`` is quick; those that write are loaded when no other run is at work.
"""

from pathlib import Path
from typing import Annotated

import typer

from magazine.cli.grouping import GroupedCommand, in_groups
from magazine.cli.options import (
    Asking,
    CheckedFolder,
    Editing,
    Extent,
    Folder,
    MadeFolder,
    Printing,
    Selecting,
    Setting,
    Sifting,
)
from magazine.cli.running import Running
from magazine.cli.source_commands import AllowHost

library = typer.Typer(
    name="library", no_args_is_help=True, rich_markup_mode=None, help="Look into the library and tidy it."
)

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH|URL…", help="Files, folders, addresses, or - for stdin.", show_default=False
    ),
]
Identities = Annotated[
    list[str],
    typer.Argument(metavar="ID…", help="Ids as library list shows them, or URLs.", show_default=False),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be read; store nothing.")]


@in_groups
def demo(editing: Editing, asking: Asking, setting: Setting, running: Running, output: Folder = None) -> None:
    """Make a magazine from the bundled examples.

    It needs no key, no network and no library of yours.

    Example: magazine demo -o demo
    """
    from magazine.cli import making  # noqa: PLC0415

    making.demo(Printing(editing, asking, setting), running, output)


@in_groups
def make(
    *,
    selecting: Selecting,
    editing: Editing,
    asking: Asking,
    setting: Setting,
    running: Running,
    output: Folder = None,
) -> None:
    """Select, summarise and render: the whole magazine.

    Prints the path of the PDF.

    Example: magazine make --topic economy-all --period last-week -o this-week
    """
    from magazine.cli.wiring import writing_desk  # noqa: PLC0415

    with writing_desk(running) as desk:
        from magazine.cli import making  # noqa: PLC0415

        making.make(desk, selecting, Printing(editing, asking, setting), output, as_json=running.json)


@in_groups
def select(selecting: Selecting, running: Running, output: Folder = None) -> None:
    """Step 1: pick the stories into selection.json.

    With --json and without -o, print the selection and write nothing.

    Example: magazine select --topic environment-all --period 2026-03 -o march
    """
    from magazine.cli.wiring import open_desk, writing_desk  # noqa: PLC0415

    if running.json and output is None:
        from magazine.cli import making  # noqa: PLC0415

        making.choose(open_desk(running), selecting)
        return
    with writing_desk(running) as desk:
        from magazine.cli import making  # noqa: PLC0415

        making.select(desk, selecting, output, as_json=running.json)


@in_groups
def summarise(editing: Editing, asking: Asking, running: Running, output: MadeFolder) -> None:
    """Step 2: edit the selected stories into issue.json.

    Example: magazine summarise -o march
    """
    from magazine.cli.wiring import writing_desk  # noqa: PLC0415

    with writing_desk(running) as desk:
        from magazine.cli import making  # noqa: PLC0415

        making.summarise(desk, editing, asking, output, as_json=running.json)


@in_groups
def render(setting: Setting, running: Running, output: MadeFolder) -> None:
    """Step 3: set issue.json as a PDF, and as other editions.

    An edited magazine.md of the folder is taken into the issue first.

    Example: magazine render -o march --theme mono --format pdf,html
    """
    from magazine.cli import making  # noqa: PLC0415

    making.render(setting, running, output)


@in_groups
def plan(
    *, selecting: Selecting, editing: Editing, asking: Asking, running: Running, output: CheckedFolder = None
) -> None:
    """Say what would be printed, how many pages, calls and tokens, and what it costs.

    Nothing is asked and nothing is spent. With -o, of the selection in that folder.

    Example: magazine plan --period last-week --model gpt-5.4-mini
    """
    from magazine.cli import planning  # noqa: PLC0415

    planning.plan(selecting, Printing(editing, asking, Setting()), running, output)


@in_groups
def check(
    running: Running,
    output: CheckedFolder = None,
    pairs: Annotated[
        Path | None,
        typer.Option("--pairs", metavar="FILE", help="JSON Lines of {id, source, text} instead of an issue."),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Leave with 3 when a statement is not supported.")
    ] = False,
) -> None:
    """Hold an edited issue, or any text, against its sources.

    Numbers, dates, units, names and quotations are compared; what you edited is marked
    "edited, checked" or "edited, not supported". No model is needed.

    Example: magazine check -o march --strict
    """
    from magazine.cli import checking  # noqa: PLC0415

    checking.check(running, output, pairs, strict=strict)


@in_groups
def add(running: Running, paths: Inputs, dry_run: DryRun = False, allow_host: AllowHost = None) -> None:
    """Add articles to the library: files, folders, stdin, addresses of pages.

    Reads Markdown, HTML, plain text, JSON, JSON Lines, feeds, and pages copied from a browser.

    Example: magazine add saved-articles/ release.json
    """
    from magazine.cli import keeping  # noqa: PLC0415

    keeping.add(running, paths, dry_run=dry_run, allow_host=allow_host or [])


@library.command("list", cls=GroupedCommand)
@in_groups
def list_(sifting: Sifting, extent: Extent, running: Running) -> None:
    """List articles: id, day, language, topic, source, title.

    Example: magazine library list --topic space --period 2026-03
    """
    from magazine.cli import keeping  # noqa: PLC0415

    keeping.list_articles(sifting, extent, running)


@library.command(cls=GroupedCommand)
@in_groups
def show(running: Running, article: Annotated[str, typer.Argument(metavar="ID", show_default=False)]) -> None:
    """Show one article with its topics; the id may be shortened.

    Example: magazine library show pib-2239236
    """
    from magazine.cli import keeping  # noqa: PLC0415

    keeping.show(running, article)


@library.command(cls=GroupedCommand)
@in_groups
def search(
    extent: Extent,
    running: Running,
    text: Annotated[str, typer.Argument(metavar="TEXT", show_default=False)],
) -> None:
    """Search titles and bodies, the best first.

    English and Hindi words, "phrases", OR and -without.

    Example: magazine library search '"green hydrogen" -export'
    """
    from magazine.cli import keeping  # noqa: PLC0415

    keeping.search(extent, running, text)


@library.command(cls=GroupedCommand)
@in_groups
def topics(running: Running) -> None:
    """List topics and groups with their articles.

    Example: magazine library topics
    """
    from magazine.cli import keeping  # noqa: PLC0415

    keeping.topics(running)


@library.command(cls=GroupedCommand)
@in_groups
def stats(running: Running) -> None:
    """Say what the library holds.

    Example: magazine library stats
    """
    from magazine.cli import keeping  # noqa: PLC0415

    keeping.stats(running)


@library.command(cls=GroupedCommand)
@in_groups
def remove(running: Running, articles: Identities) -> None:
    """Remove articles.

    Example: magazine library remove a-1f0c2b7d9e43
    """
    from magazine.cli import keeping  # noqa: PLC0415

    keeping.remove(running, articles)


@library.command(cls=GroupedCommand)
@in_groups
def export(running: Running) -> None:
    """Print every article as JSON Lines, as add reads them.

    Example: magazine library export > articles.jsonl
    """
    from magazine.cli import keeping  # noqa: PLC0415

    keeping.export(running)


@library.command(cls=GroupedCommand)
@in_groups
def vacuum(running: Running) -> None:
    """Give the space of removed articles back to the disk.

    Example: magazine library vacuum
    """
    from magazine.cli import keeping  # noqa: PLC0415

    keeping.vacuum(running)


@library.command(cls=GroupedCommand)
@in_groups
def backup(
    running: Running,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A file that does not exist.", show_default=False)
    ],
) -> None:
    """Copy the library to a new file, whatever else is using it.

    Example: magazine library backup library-2026-03.db
    """
    from magazine.cli import keeping  # noqa: PLC0415

    keeping.backup(running, file)
