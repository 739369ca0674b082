"""``--version``: what a report of a fault needs to name."""

import json
import platform
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

import pytest

import magazine
from magazine.artefacts import to_json
from magazine.cli.versions import pango_version
from magazine.library import open_library
from tests.builders import a_taxonomy
from tests.press.samples import a_selection, an_issue


@pytest.fixture(scope="module")
def said() -> list[str]:
    """The lines of ``magazine --version``."""
    command = [sys.executable, "-m", "magazine", "--version"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def test_the_first_line_is_the_programs_own_version(said: list[str]) -> None:
    assert said[0] == f"magazine {magazine.__version__}"


def test_python_sqlite_and_the_typesetter_are_named(said: list[str]) -> None:
    assert f"Python {platform.python_version()}" in said
    assert f"SQLite {sqlite3.sqlite_version}" in said
    assert f"WeasyPrint {version('weasyprint')}" in said


def test_the_pango_that_is_named_is_the_one_that_sets_the_pages(said: list[str]) -> None:
    asking = "from weasyprint.text.ffi import pango; print(pango.pango_version())"
    asked = subprocess.run([sys.executable, "-c", asking], check=True, capture_output=True, text=True)
    major, minor, patch = map(int, pango_version().split("."))

    assert f"Pango {pango_version()}" in said
    assert major * 10_000 + minor * 100 + patch == int(asked.stdout)


def test_the_forms_are_those_of_files_that_are_written(said: list[str], tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path, a_taxonomy(), create=True):
        pass
    with closing(sqlite3.connect(path)) as file:
        [(library,)] = file.execute("PRAGMA user_version")
    artefacts = {json.loads(to_json(each))["version"] for each in (a_selection(), an_issue())}

    assert f"library, form {library}" in said
    assert [f"selection.json and issue.json, form {form}" for form in artefacts] == said[-1:]
