import dataclasses
import functools
import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import lxml.html
import pytest
from lxml import etree

from magazine.core.errors import UsageError
from magazine.core.issue import Issue
from magazine.core.ports import Renderer
from magazine.render.editions import editions, renderer_for
from magazine.render.escaping import plain
from tests.render.edition_samples import hindi_issue, whole_issue


@functools.cache
def content(name: str, make: Callable[[], Issue]) -> bytes:
    return renderer_for(name).render(make()).content


def undrawn(issue: Issue) -> Issue:
    """The issue without tables: a chart's labels are painted after the text around it, and -raw reads so."""
    sections = (
        dataclasses.replace(
            section, stories=tuple(dataclasses.replace(story, tables=()) for story in section.stories)
        )
        for section in issue.sections
    )
    return dataclasses.replace(issue, sections=tuple(sections))


@functools.cache
def english() -> Issue:
    return undrawn(whole_issue())


@functools.cache
def hindi() -> Issue:
    return undrawn(hindi_issue())


def letters(text: str) -> str:
    """A text without what the end of a line adds or takes, and without the marks of sources."""
    return re.sub(r"[\s\u00ad\u2010\u2060\u0002\ufffe-]", "", text)


def pdf_text(make: Callable[[], Issue], folder: Path) -> str:
    file = folder / "issue.pdf"
    file.write_bytes(content("pdf", make))
    # Without running heads and folios, so that a sentence may go on over the page.
    body = ["-x", "0", "-y", "62", "-W", "595", "-H", "723"]
    command = ["pdftotext", "-raw", "-enc", "UTF-8", *body, str(file), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def html_text(make: Callable[[], Issue], folder: Path) -> str:  # noqa: ARG001 - as the others
    return "".join(lxml.html.fromstring(content("html", make)).xpath("//main")[0].itertext())


def epub_text(make: Callable[[], Issue], folder: Path) -> str:  # noqa: ARG001 - as the others
    """The text of the book in the order of its spine."""
    with zipfile.ZipFile(io.BytesIO(content("epub", make))) as archive:
        package = etree.fromstring(archive.read("EPUB/package.opf"))
        spine = package.xpath("//*[local-name() = 'itemref']/@idref")
        leaves = [etree.fromstring(archive.read(f"EPUB/{name}.xhtml")) for name in spine]
    return "".join(text for leaf in leaves for text in leaf.itertext())


def markdown_text(make: Callable[[], Issue], folder: Path) -> str:  # noqa: ARG001 - as the others
    lines = content("md", make).decode().split("\n")
    return "\n".join(plain(re.sub(r" ?<!-- .* -->$", "", line)) for line in lines)


READERS = {"pdf": pdf_text, "html": html_text, "epub": epub_text, "md": markdown_text}


def statements(issue: Issue) -> Iterator[str]:
    """What the stories say, in printing order; terms stand in the glossary of most editions."""
    for story in issue.stories:
        terms = [id(term.meaning) for term in story.terms]
        yield from (each.text for each in story.statements if id(each) not in terms)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("make", [english, hindi])
def test_every_edition_says_the_same_in_the_same_order(
    name: str, make: Callable[[], Issue], tmp_path: Path
) -> None:
    said = letters(READERS[name](make, tmp_path))
    lost: list[str] = []
    place = 0
    for statement in statements(make()):
        found = said.find(letters(statement), place)
        lost += [statement] if found < 0 else []
        place = found + len(letters(statement)) if found >= 0 else place

    assert lost == []


@pytest.mark.parametrize("name", READERS)
def test_every_edition_has_the_terms_the_questions_and_the_answers(name: str, tmp_path: Path) -> None:
    said = letters(READERS[name](english, tmp_path))
    issue = english()
    told = [term.meaning.text for story in issue.stories for term in story.terms]
    told += [cell for question in issue.questions for item in question.items for cell in item.cells]
    told += [option for question in issue.questions for option in question.options]
    told += [line.text for question in issue.questions for line in question.explanation]
    told += [each.text for each in issue.mains] + [each.text for each in issue.past]

    assert [text for text in told if letters(text) not in said] == []


def test_an_edition_is_named_as_the_command_line_names_it() -> None:
    assert editions() == ("pdf", "html", "epub", "md", "anki", "test")
    assert [renderer_for(name).suffix for name in editions()] == [
        "pdf",
        "html",
        "epub",
        "md",
        "apkg",
        "test.pdf",
    ]


def test_an_edition_that_is_none_is_refused_with_the_names_of_all() -> None:
    with pytest.raises(UsageError, match="no edition 'docx'") as caught:
        renderer_for("docx")

    assert "pdf, html, epub, md, anki" in caught.value.hint


@pytest.mark.parametrize("name", editions())
def test_an_edition_signs_with_all_that_decides_its_bytes(name: str) -> None:
    renderer: Renderer = renderer_for(name)

    assert renderer.signature == renderer_for(name).signature
    assert renderer.signature.split()[0] == name
