"""What a user can take from the shelf and change: ``themes`` and ``prompts``."""

from pathlib import Path
from typing import Annotated

import typer

from magazine.cli.grouping import GroupedCommand, in_groups
from magazine.cli.running import Running

themes = typer.Typer(
    name="themes",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="See the looks, and make one of your own.",
)
prompts = typer.Typer(
    name="prompts",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="See what a model is told, and change it.",
)

Name = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]


@themes.command("list", cls=GroupedCommand)
@in_groups
def list_themes(running: Running) -> None:
    """List the themes: bundled ones, and your own.

    Example: magazine themes list
    """
    from magazine.cli import shelves  # noqa: PLC0415

    shelves.list_themes(running)


@themes.command("show", cls=GroupedCommand)
@in_groups
def show_theme(running: Running, name: Name) -> None:
    """Show a theme: its page, its files, where they lie.

    Example: magazine themes show mono
    """
    from magazine.cli import shelves  # noqa: PLC0415

    shelves.show_theme(running, name)


@themes.command("copy", cls=GroupedCommand)
@in_groups
def copy_theme(
    running: Running,
    name: Name,
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR", help="Default: your configuration folder, under my-NAME.", show_default=False
        ),
    ] = None,
    with_templates: Annotated[
        bool, typer.Option("--with-templates", help="Copy the page's markup too, to change it as well.")
    ] = False,
) -> None:
    """Copy a theme into a folder of yours, to be changed there.

    Example: magazine themes copy classic my-look
    """
    from magazine.cli import shelves  # noqa: PLC0415

    shelves.copy_theme(running, name, folder, with_templates=with_templates)


@prompts.command("list", cls=GroupedCommand)
@in_groups
def list_prompts(running: Running) -> None:
    """List the prompts: version, whose, and what each is for.

    Example: magazine prompts list
    """
    from magazine.cli import shelves  # noqa: PLC0415

    shelves.list_prompts(running)


@prompts.command("show", cls=GroupedCommand)
@in_groups
def show_prompt(running: Running, name: Name) -> None:
    """Show a prompt as a model gets it.

    Example: magazine prompts show story
    """
    from magazine.cli import shelves  # noqa: PLC0415

    shelves.show_prompt(running, name)


@prompts.command("copy", cls=GroupedCommand)
@in_groups
def copy_prompt(running: Running, name: Name) -> None:
    """Copy a prompt into your configuration folder, to be changed there.

    Example: magazine prompts copy story
    """
    from magazine.cli import shelves  # noqa: PLC0415

    shelves.copy_prompt(running, name)
