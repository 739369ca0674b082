"""What a stranger installs: the wheel, outside the checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = "import sys; sys.path.insert(0, sys.argv.pop(1)); from magazine.cli.app import main; main()"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def tracked(folder: str) -> list[str]:
    """Return the files of a folder that are under version control, or would be."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", folder]
    return subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()


def test_the_wheel_carries_templates_prompts_and_examples(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    for folder in ("templates", "prompts", "examples/articles"):
        files = tracked(folder)
        assert files
        assert {f"magazine/_data/{name}" for name in files} <= names


def test_the_wheel_carries_the_topics_and_the_migrations(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    assert {name for name in tracked("magazine") if (ROOT / name).exists()} <= names


def test_the_wheel_lays_the_man_page_where_man_looks(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    [page] = [name for name in archive.namelist() if name.endswith(".data/data/share/man/man1/magazine.1")]

    assert archive.read(page) == (ROOT / "examples" / "magazine.1").read_bytes()


def test_what_writes_the_documents_stays_in_the_checkout(wheel: Path) -> None:
    folder = "magazine/_data/examples/"
    names = {name.removeprefix(folder) for name in zipfile.ZipFile(wheel).namelist() if folder in name}

    assert not names & {"reference.py", "pictures.py", "pictures/cover.png", "magazine.1"}
    assert {"commands.md", "README.md"} <= names


def test_the_installed_wheel_makes_the_demo_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site, home = tmp_path / "site", tmp_path / "home"
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        str(site),
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    home.mkdir()

    made = subprocess.run(
        [sys.executable, "-c", RUN, str(site), "demo", "-o", "out", "-q"],
        cwd=home,
        env={"PATH": "/usr/bin:/bin", "HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")
    assert (home / "out" / "magazine.pdf").read_bytes().startswith(b"%PDF")
