"""The commands that read the web: ``fetch`` and ``sources``. The work is done by ``feeding``."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from magazine.cli.grouping import GroupedCommand, in_groups
from magazine.cli.panels import option
from magazine.cli.running import Running
from magazine.core.article import Licence

sources = typer.Typer(
    name="sources", no_args_is_help=True, rich_markup_mode=None, help="Say which feeds are fetched."
)

AllowHost = Annotated[
    list[str] | None,
    option(
        "--allow-host",
        metavar="HOST:PORT",
        help_="Ask this host although it is private or on another port; repeat for more.",
    ),
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="A source's name or address.", show_default=False)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Describing:
    """What a person says of a source."""

    name: Annotated[str, option("--name", metavar="TEXT", help_="As printed. Default: its host.")] = ""
    licence: Annotated[
        Licence | None, option("--licence", help_="What its publisher allows. Default: unknown.")
    ] = None
    tier: Annotated[
        int | None, option("--tier", metavar="1-3", help_="1 official, 2 newspapers, 3 the rest.")
    ] = None
    topic: Annotated[
        list[str],
        option("--topic", "-t", metavar="TOPIC", help_="What it writes about; repeat for more."),
    ] = field(default_factory=list)


@in_groups
def fetch(
    running: Running,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME…", help="Only these sources, on or off.", show_default=False),
    ] = None,
    allow_host: AllowHost = None,
) -> None:
    """Fetch what is new from the sources that are on.

    For cron: one line a source on stderr, and exit status 3 when some failed.

    Example: magazine fetch -q
    """
    from magazine.cli import feeding  # noqa: PLC0415

    feeding.fetch(running, names or [], allow_host or [])


@sources.command("list", cls=GroupedCommand)
@in_groups
def list_(running: Running) -> None:
    """List sources: on or off, tier, licence, name, address, and how the last fetch went.

    Example: magazine sources list
    """
    from magazine.cli import feeding  # noqa: PLC0415

    feeding.list_sources(running)


@sources.command(cls=GroupedCommand)
@in_groups
def add(
    running: Running,
    describing: Describing,
    source: Annotated[
        str,
        typer.Argument(
            metavar="NAME|URL", help="A listed source, or a new feed's address.", show_default=False
        ),
    ],
) -> None:
    """Turn a listed source on, or add a new one.

    Example: magazine sources add "PIB (English)"
    """
    from magazine.cli import feeding  # noqa: PLC0415

    feeding.add_source(running, describing, source)


@sources.command(cls=GroupedCommand)
@in_groups
def remove(running: Running, source: Name) -> None:
    """Take a source out of your list; its articles stay in the library.

    Example: magazine sources remove "UN News"
    """
    from magazine.cli import feeding  # noqa: PLC0415

    feeding.remove_source(running, source)


@sources.command("import", cls=GroupedCommand)
@in_groups
def import_(
    running: Running,
    opml: Annotated[
        Path, typer.Argument(metavar="FILE", help="OPML, as readers of feeds export it.", show_default=False)
    ],
) -> None:
    """Add the subscriptions of an OPML file.

    Example: magazine sources import subscriptions.opml
    """
    from magazine.cli import feeding  # noqa: PLC0415

    feeding.import_sources(running, opml)


@sources.command(cls=GroupedCommand)
@in_groups
def export(running: Running) -> None:
    """Print your sources as OPML.

    Example: magazine sources export > subscriptions.opml
    """
    from magazine.cli import feeding  # noqa: PLC0415

    feeding.export_sources(running)
