"""The guides beside what they explain: their commands are commands, and a theme is made as told."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.examples.test_reference import parsed

ROOT = Path(__file__).resolve().parents[2]
GUIDES = ["examples/README.md", "templates/README.md", "prompts/README.md"]
MILLIMETRE = 72 / 25.4


def text_of(guide: str) -> str:
    return (ROOT / guide).read_text(encoding="utf-8")


def commands(guide: str) -> list[str]:
    """Return the command lines of a guide's blocks."""
    return re.findall(r"^    (magazine .*)$", text_of(guide), re.MULTILINE)


def block(kind: str, starting: str) -> str:
    """Return the fenced block of the theme guide that begins in a certain way."""
    blocks = re.findall(rf"^```{kind}\n(.*?)^```", text_of("templates/README.md"), re.MULTILINE | re.DOTALL)
    [found] = [each for each in blocks if each.startswith(starting)]
    return str(found)


def part(toml: str, name: str) -> str:
    """Return a part of a theme.toml, from its line in brackets to the next."""
    found = re.search(rf"^\[{name}\]\n.*?(?=^\[|^#|\Z)", toml, re.MULTILINE | re.DOTALL)
    assert found, name
    return found[0]


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_of_a_guide_is_one_that_the_program_takes(guide: str) -> None:
    lines = commands(guide)

    assert lines
    for line in lines:
        parsed(line)


@pytest.mark.parametrize("guide", GUIDES)
def test_every_file_that_a_guide_links_to_is_there(guide: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", text_of(guide))

    assert [link for link in links if not (ROOT / guide).parent.joinpath(link).exists()] == []


def test_the_theme_of_the_guide_comes_out_as_it_says(tmp_path: Path) -> None:
    """Its commands are run, and its snippets put where it says, by hand as a reader would."""
    demo, copy, *rendering = commands("templates/README.md")
    run(demo, tmp_path)
    run(copy, tmp_path)
    theme = tmp_path / "reader"
    toml = (theme / "theme.toml").read_text(encoding="utf-8")
    page, colours = block("toml", "name ="), block("toml", "[paper]")
    toml = toml.replace(part(toml, "measure"), "")
    toml = toml.replace(part(toml, "paper"), part(colours, "paper"))
    toml = toml.replace(part(toml, "accents"), part(colours, "accents"))
    toml = page.partition("[page]")[0] + part(page, "page") + toml[toml.index("[paper]") :]
    (theme / "theme.toml").write_text(toml, encoding="utf-8")
    with (theme / "style.css").open("a", encoding="utf-8") as style:
        style.write(block("css", "html {"))
    (theme / "_story.html").write_text(block("html", "<article"), encoding="utf-8")

    run(rendering[0], tmp_path)

    pdf = tmp_path / "look" / "magazine.pdf"
    with pikepdf.open(pdf) as made:
        _, _, width, height = map(float, made.pages[5].mediabox)
        assert (round(width / MILLIMETRE), round(height / MILLIMETRE)) == (148, 210)
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    facts_first = r"Remember this(?:(?!Remember this).)*?Prelims facts(?:(?!Remember this).)*?Why in news"
    assert re.search(facts_first, text, re.DOTALL)


def run(line: str, home: Path) -> None:
    """Run a command line of a guide in an empty home."""
    words = [sys.executable, "-m", "magazine", *shlex.split(line)[1:]]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(home)}
    subprocess.run(words, cwd=home, env=environment, check=True, capture_output=True)
