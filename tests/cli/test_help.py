"""The first thing a stranger types."""

import subprocess
import sys

import pytest

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
COMMANDS = [
    "demo",
    "make",
    "select",
    "summarise",
    "render",
    "check",
    "add",
    "new",
    "merge",
    "status",
    "doctor",
]
LIBRARY_COMMANDS = ["list", "show", "search", "topics", "stats", "remove", "export"]
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


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    assert f"Example: magazine {command}" in helped(command)


@pytest.mark.parametrize("command", LIBRARY_COMMANDS)
def test_every_library_command_has_help_with_an_example(command: str) -> None:
    assert f"Example: magazine library {command}" in helped("library", command)


def test_the_overview_names_every_command_and_the_exit_statuses() -> None:
    overview = helped()

    assert all(command in overview for command in [*COMMANDS, "library"])
    assert "66 nothing to print" in " ".join(overview.split())


def test_the_version_is_said_on_stdout() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "magazine", "--version"], check=True, capture_output=True, text=True
    )

    assert said.stdout.startswith("magazine ")
