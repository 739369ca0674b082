"""Make the README's pictures: pages of a weekly issue of the bundled examples.

    make pictures

Needs pdftotext and pdftoppm (Debian: poppler-utils).
"""

import subprocess
import sys
import tempfile
from pathlib import Path

PERIOD = "2026-03-09..2026-03-15"
WIDTH = 620
"""Pixels of a picture."""
HERE = Path(__file__).resolve().parent


def run(*command: str) -> str:
    """Run a command; return what it printed.

    Raises:
        CalledProcessError: It failed.
    """
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def weekly(folder: Path) -> Path:
    """Make the weekly issue in a folder; return its PDF."""
    magazine = [sys.executable, "-m", "magazine"]
    library = ["--library", str(folder / "library.sqlite"), "-q"]
    run(*magazine, "add", str(HERE / "articles"), *library)
    run(*magazine, "make", "--period", PERIOD, "-o", str(folder / "week"), *library)
    return folder / "week" / "magazine.pdf"


def texts(pdf: Path) -> list[str]:
    """Return the text of each page."""
    return run("pdftotext", "-raw", str(pdf), "-").split("\f")[:-1]


def hindi_share(text: str) -> float:
    """Return the share of a text's letters that are Devanagari."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum("\u0900" <= letter <= "\u097f" for letter in letters) / max(1, len(letters))


def picture(pdf: Path, page: int, name: str) -> None:
    """Write a page, counted from 1, as a picture of the README's width."""
    target = HERE / "pictures" / name
    target.parent.mkdir(exist_ok=True)
    size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    run("pdftoppm", "-png", "-singlefile", *size, "-f", str(page), "-l", str(page), str(pdf), str(target))


def main() -> None:
    """Make the issue and its pictures; print their names."""
    with tempfile.TemporaryDirectory() as scratch:
        pdf = weekly(Path(scratch))
        pages = texts(pdf)
        opener = next(number for number, text in enumerate(pages, 1) if "Remember this" in text)
        hindi = max(range(1, len(pages) + 1), key=lambda number: hindi_share(pages[number - 1]))
        for page, name in ((1, "cover"), (2, "contents"), (opener, "section"), (hindi, "hindi")):
            picture(pdf, page, name)
            print(HERE / "pictures" / f"{name}.png")


if __name__ == "__main__":
    main()
