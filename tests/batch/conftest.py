"""A shell whose library holds a few of the examples, and a place for a manifest."""

import shutil
from pathlib import Path

import pytest

from magazine.ingest import read_inputs
from magazine.intake import take_in
from magazine.library import open_library
from magazine.taxonomy import load_taxonomy
from tests.cli.ran import Shell, at_home

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
FEW = (
    "ex-pm-rahat-hi",
    "ex-thok-mahangai-hi",
    "ex-plfs-february",
    "ex-dac-238-lakh-crore",
    "ex-tb-ayush-study",
)


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of five articles, three English and two Hindi."""
    path = tmp_path_factory.mktemp("stock") / "library.sqlite"
    with open_library(path, load_taxonomy(None), create=True) as library:
        take_in(read_inputs([str(EXAMPLES / f"{name}.md") for name in FEW], stdin=None), library)
    return path


@pytest.fixture
def shell(
    tmp_path: Path, stock: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    """A shell whose home is empty and whose library is its own copy of the stock."""
    at_home(tmp_path / "home", monkeypatch)
    monkeypatch.chdir(tmp_path)
    return Shell(Path(shutil.copy(stock, tmp_path / "library.sqlite")), capsys)
