"""The first thing a stranger types."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from typer.main import get_command

from magazine.cli.app import app

HEAVY = {
    "openai",
    "weasyprint",
    "trafilatura",
    "feedparser",
    "httpx2",
    "pikepdf",
    "lxml",
    "jinja2",
    "pydantic",
    "yaml",
}
LOADED = """
import contextlib, sys
from magazine.cli.app import app
with contextlib.suppress(SystemExit):
    app(["--help"])
print("LOADED", *sorted({name.partition(".")[0] for name in sys.modules}))
"""


def helped(*words: str) -> str:
    """Return what ``--help`` of a command prints."""
    command = [sys.executable, "-m", "magazine", *words, "--help"]
    wide = {"PATH": "/usr/bin:/bin", "COLUMNS": "140"}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=wide).stdout


def test_help_loads_none_of_the_heavy_parts() -> None:
    shown = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True).stdout

    loaded = set(shown.rpartition("LOADED")[2].split())
    assert "typer" in loaded
    assert not loaded & HEAVY


def commands(group: Any, *before: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command, those of the groups below as well."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, *before, name)
        else:
            yield (*before, name)


COMMANDS = list(commands(get_command(app)))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    with suppress(SystemExit):
        app([*words, "--help"], prog_name="magazine")
    shown = capsys.readouterr().out

    assert f"Example: magazine {' '.join(words)}" in shown
    assert "<bool>" not in shown  # a switch takes no value


def test_the_overview_names_every_command_and_the_exit_statuses() -> None:
    overview = helped()

    assert len(COMMANDS) > 30
    assert all(re.search(rf"^ +{words[0]} ", overview, re.MULTILINE) for words in COMMANDS)
    assert "66 nothing to print" in " ".join(overview.split())


def test_the_version_is_said_on_stdout() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "magazine", "--version"], check=True, capture_output=True, text=True
    )

    assert said.stdout.startswith("magazine ")
