"""The command reference and the man page: fresh, complete, and with examples that the program takes."""

import shlex
import shutil
import subprocess
from typing import Any

import pytest
import typer
from typer.main import get_command

from examples.reference import MAN_PAGE, REFERENCE, Entry, entries, man_page, markdown, statuses
from magazine.cli.app import app

GROUPS = {"magazine", "magazine library", "magazine sources", "magazine themes", "magazine prompts"}
COMMANDS = [each for each in entries() if each.name not in GROUPS]


def parsed(line: str) -> str:
    """Have a command line read as far as its options and arguments; return the command's name.

    Raises:
        Exception: The program does not take it.
    """
    words = shlex.split(line.partition(" > ")[0].partition(" | ")[0].partition(" # ")[0])
    assert words[0] == "magazine"
    command: Any = get_command(app)
    name, rest = "magazine", words[1:]
    while children := getattr(command, "commands", None):
        command, name, rest = children[rest[0]], f"{name} {rest[0]}", rest[1:]
    context = typer.Context(command, info_name=name)
    command.parse_args(context, rest)
    return name


@pytest.mark.parametrize(("path", "content"), [(REFERENCE, markdown), (MAN_PAGE, man_page)])
def test_what_make_reference_writes_is_what_stands_there(path: Any, content: Any) -> None:
    assert path.read_text(encoding="utf-8") == content(), "stale: run make reference"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_says_what_it_does_and_shows_an_example_that_it_takes(command: Entry) -> None:
    assert command.text[0].endswith(".")
    assert command.examples
    for example in command.examples:
        assert parsed(example) == command.name


@pytest.mark.parametrize("command", entries(), ids=lambda command: command.name)
def test_every_option_and_argument_says_what_it_is_for(command: Entry) -> None:
    rows = [*command.arguments, *(row for _, rows in command.panels for row in rows)]

    assert [written for written, told in rows if not told.strip()] == []


def test_an_example_with_an_option_that_is_not_there_is_found() -> None:
    with pytest.raises(Exception, match="--preset"):
        parsed("magazine make --preset upsc-2026")


def test_the_man_page_names_every_command_and_exit_status() -> None:
    page = man_page().replace("\\-", "-")

    assert all(f".SS {each.usage}" in page for each in entries()[1:])
    assert ("66", "nothing to print") in statuses()
    assert {number for number, _ in statuses()} >= {"0", "2", "3", "65", "66", "69", "73", "74", "75", "77"}
    assert all(f"\\fB{number}\\fR\n{meaning}" in page for number, meaning in statuses())


def test_the_man_page_is_troff_without_a_fault() -> None:
    """Where there is a troff; where there is none, the requests that are used are the ones troff has."""
    requests = {line.split()[0] for line in man_page().splitlines() if line.startswith(".")}

    assert requests == {".TH", ".SH", ".SS", ".PP", ".TP", ".EX", ".EE"}
    if troff := shutil.which("groff"):
        command = [troff, "-man", "-Tutf8", "-Kutf8", "-ww", str(MAN_PAGE)]
        printed = subprocess.run(command, capture_output=True, check=True)
        assert printed.stderr == b""
        assert b"NOTHING TO PRINT" not in printed.stdout
        assert b"magazine library search" in printed.stdout
