"""A shell with an empty library."""

from pathlib import Path

import pytest

from tests.cli.ran import Shell, at_home


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell whose home and library are empty and its own."""
    home = tmp_path / "home"
    home.mkdir()
    at_home(home, monkeypatch)
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path / "library.sqlite", capsys)
