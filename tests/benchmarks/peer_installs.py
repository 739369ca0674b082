"""The other tools, installed as their own pages say: npm, pip in environments of their own, apt.

Each lies in a folder of the cache and is installed once. A tool that cannot be had here is an
``AbsentError`` that says why: its row of the table says it too.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

PERCOLLATE, GOOSEPAPER, MORNING_PAPER = "4.3.0", "0.8.1", "0.8.12"
_ROOT = Path(__file__).resolve().parents[2]
_LAST_WORDS = 200
"""Letters of a failed installation that are repeated."""


class AbsentError(Exception):
    """A tool cannot be installed here; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A tool that is ready to run."""

    version: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


Installer = Callable[[Path], Program]
"""Makes a tool ready in a folder of its own."""


def ourselves(folder: Path) -> Program:
    """Return this checkout's own program, with a home of its own in the folder."""
    command = (sys.executable, "-m", "magazine")
    said = _output([*command, "--version"])
    return Program(version=said.split()[1], command=command, environment={"HOME": str(folder)})


def percollate(folder: Path) -> Program:
    """Install percollate with npm; it prints with the system's Chromium."""
    _system({"node": "nodejs", "npm": "npm", "chromium": "chromium"})
    tool = folder / "node_modules" / ".bin" / "percollate"
    if not tool.exists():
        words = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder)]
        _run([*words, f"percollate@{PERCOLLATE}"], {"PUPPETEER_SKIP_DOWNLOAD": "1"})
    package = json.loads((folder / "node_modules" / "percollate" / "package.json").read_bytes())
    return Program(
        version=str(package["version"]),
        command=(str(tool),),
        environment={"PUPPETEER_EXECUTABLE_PATH": shutil.which("chromium") or "chromium"},
    )


def goosepaper(folder: Path) -> Program:
    """Install goosepaper with pip; it wants Python 3.12 or later."""
    return _with_pip(folder, "goosepaper", GOOSEPAPER, "lxml_html_clean", least=(3, 12))


def morning_paper(folder: Path) -> Program:
    """Install morning-paper with pip; WeasyPrint, which it prints with, it does not ask for itself."""
    return _with_pip(folder, "morning-paper", MORNING_PAPER, "weasyprint", least=(3, 11))


def calibre(_: Path) -> Program:
    """Install calibre with apt."""
    _system({"ebook-convert": "calibre"})
    version = re.search(r"calibre ([\d.]+)", _output(["ebook-convert", "--version"]))
    return Program(
        version=version[1] if version else "?",
        command=("ebook-convert",),
        # Its browser engine will not start as root in its sandbox, nor look for a screen.
        environment={"QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox", "QT_QPA_PLATFORM": "offscreen"},
    )


def _with_pip(folder: Path, package: str, version: str, *more: str, least: tuple[int, int]) -> Program:
    tool = folder / "bin" / package
    if not tool.exists():
        python = next(_pythons(least), None)
        if python is None:
            raise AbsentError(f"it wants Python {'.'.join(map(str, least))} or later, and there is none")
        _run([python, "-m", "venv", "--clear", str(folder)])
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        _run([*pip, "--upgrade", "pip"])
        _run([*pip, f"{package}=={version}", *more])
    return Program(version=version, command=(str(tool),))


def _pythons(least: tuple[int, int]) -> Iterator[str]:
    """Yield Pythons of this machine that are new enough and do run, pyenv's among them."""
    names = [f"python3.{minor}" for minor in range(15, least[1] - 1, -1)]
    found = [sys.executable, *filter(None, map(shutil.which, names))]
    found += map(str, sorted((Path.home() / ".pyenv" / "versions").glob("3.*/bin/python3"), reverse=True))
    asking = "import sys; print(*sys.version_info[:2])"
    for python in found:
        said = subprocess.run([python, "-c", asking], capture_output=True, text=True, check=False)
        if said.returncode == 0 and tuple(map(int, said.stdout.split())) >= least:
            yield python


def _system(commands: Mapping[str, str]) -> None:
    """Install the Debian packages whose commands are missing, and fonts that have Hindi."""
    packages = [package for command, package in commands.items() if not shutil.which(command)]
    # Node may have come from elsewhere, with npm: Debian's own npm would not go with it.
    _run([str(_ROOT / ".ci" / "system-packages"), "fonts-noto-core", *packages])


def _run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
    try:
        subprocess.run(
            command, check=True, capture_output=True, text=True, env={**os.environ, **(environment or {})}
        )
    except FileNotFoundError as error:
        raise AbsentError(f"there is no {command[0]}") from error
    except subprocess.CalledProcessError as error:
        last = " ".join((error.stderr or error.stdout or "").split())[-_LAST_WORDS:]
        raise AbsentError(f"{Path(command[0]).name} failed: {last}") from error


def _output(command: Sequence[str]) -> str:
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise AbsentError(f"{command[0]} does not start: {error}") from error
