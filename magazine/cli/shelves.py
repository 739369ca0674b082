"""What ``themes`` and ``prompts`` do."""

from pathlib import Path

from magazine.cli.running import Running
from magazine.cli.talk import result, result_json
from magazine.cli.wiring import Desk, open_desk


def list_themes(running: Running) -> None:
    """Print a line a theme: its name, whose it is, and what it is like."""
    from magazine.render.themes import load_theme, theme_names  # noqa: PLC0415

    desk = open_desk(running)
    own = themes_folder(desk)
    found = [load_theme(name, own) for name in theme_names(own)]
    if running.json:
        result_json([{"name": each.name, "about": each.about, "folder": str(each.folder)} for each in found])
    else:
        result(f"{each.name:10}  {_whose(each.folder, own)}  {each.about}" for each in found)


def show_theme(running: Running, name: str) -> None:
    """Print what a theme is."""
    from magazine.render.themes import load_theme  # noqa: PLC0415

    theme = load_theme(name, themes_folder(open_desk(running)))
    page = theme.page
    facts = {
        "name": theme.name,
        "title": theme.title,
        "about": theme.about,
        "page": f"{page.width:g} × {page.height:g} mm, {page.columns} column{'s' * (page.columns > 1)}",
        "folder": str(theme.folder),
        "files": ", ".join(sorted(path.name for path in theme.folder.iterdir())),
    }
    if running.json:
        result_json(facts)
    else:
        result(f"{key:8}{value}" for key, value in facts.items())


def copy_theme(running: Running, name: str, folder: Path | None, *, with_templates: bool) -> None:
    """Copy a theme; print where it is."""
    from magazine.render.themes import copy_theme as copy  # noqa: PLC0415

    desk = open_desk(running)
    made = copy(name, folder or themes_folder(desk) / f"my-{name}", with_templates=with_templates)
    asked = made if folder else made.name
    desk.talk.say(
        f"change its style.css and theme.toml, then: magazine render -o DIR --theme {_as_path(asked)}"
    )
    desk.talk.made(made)


def list_prompts(running: Running) -> None:
    """Print a line a prompt: its version, whose it is, and what it is for."""
    desk = open_desk(running)
    shelf = desk.prompts()
    found = [shelf.load(name) for name in shelf.names()]
    if running.json:
        result_json(
            [
                {"name": each.name, "version": each.digest, "purpose": each.purpose, "path": str(each.path)}
                for each in found
            ]
        )
    else:
        result(
            f"{each.name:8}{each.digest}  {_whose(each.path, shelf.own)}  {each.purpose}" for each in found
        )


def show_prompt(running: Running, name: str) -> None:
    """Print a prompt's text."""
    result([open_desk(running).prompts().load(name).text.rstrip()])


def copy_prompt(running: Running, name: str) -> None:
    """Copy a prompt; print where it is."""
    desk = open_desk(running)
    made = desk.prompts().copy(name)
    desk.talk.say("stories are asked for anew when it changes: magazine plan tells what that costs")
    desk.talk.made(made)


def themes_folder(desk: Desk) -> Path:
    """Return where a user's own themes lie."""
    return desk.settings.folder / "themes"


def _as_path(theme: Path | str) -> str:
    # A name is looked for among the themes, a path has a slash.
    return theme if isinstance(theme, str) else f"./{theme}" if not theme.is_absolute() else str(theme)


def _whose(path: Path, own: Path | None) -> str:
    return "yours  " if own and path.resolve().is_relative_to(own.resolve()) else "bundled"
