import functools
import http.server
import io
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pytest

from magazine.core.article import Language
from magazine.core.errors import RendererError
from magazine.core.issue import Issue
from magazine.core.ports import Edition, Renderer
from magazine.render.pdf import PdfRenderer
from magazine.render.themes import load_theme
from magazine.render.typesetting import Manuscript, typeset
from tests.render.sample import (
    a_section,
    a_source,
    a_story,
    an_issue,
    releases,
    said,
    sample_issue,
    sentences_of,
)

MM = 72 / 25.4


@functools.cache
def sample() -> Edition:
    return PdfRenderer().render(sample_issue())


def rendered(issue: Issue) -> Edition:
    return PdfRenderer().render(issue)


def opened(edition: Edition) -> Any:
    return pdfium.PdfDocument(edition.content)


def texts(edition: Edition) -> list[str]:
    """The text of each page."""
    return [page.get_textpage().get_text_bounded() for page in opened(edition)]


def spoken(edition: Edition, folder: Path) -> str:
    """The text of the pages' bodies as a reader copies it, one space between words."""
    (folder / "issue.pdf").write_bytes(edition.content)
    # Without running heads and folios, so that a sentence may go on over the page.
    body = ["-x", "0", "-y", "62", "-W", "595", "-H", "723"]
    command = ["pdftotext", "-raw", "-enc", "UTF-8", *body, str(folder / "issue.pdf"), "-"]
    return " ".join(subprocess.run(command, check=True, capture_output=True).stdout.decode().split())


def bookmarks(edition: Edition) -> list[tuple[int, str, int]]:
    """(level, title, page from 1) of each bookmark."""
    return [
        (each.level, each.get_title(), each.get_dest().get_index() + 1) for each in opened(edition).get_toc()
    ]


def letters(text: str) -> str:
    """A text without spaces and hyphens, which a line's end adds or takes."""
    return re.sub(r"[\s\u00ad\u2010\u0002\ufffe-]", "", text)


def links(edition: Edition) -> list[str]:
    """Every address that the file links to."""
    with pikepdf.open(io.BytesIO(edition.content)) as pdf:
        return [
            str(note.A.URI)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if "/A" in note and "/URI" in note.A
        ]


def test_it_is_a_renderer() -> None:
    renderer: Renderer = PdfRenderer()

    assert renderer.suffix == "pdf"
    assert "weasyprint 70" in renderer.signature


def test_the_file_is_sound_and_its_pages_are_counted(tmp_path: Path) -> None:
    (tmp_path / "issue.pdf").write_bytes(sample().content)
    checked = subprocess.run(
        ["qpdf", "--check", str(tmp_path / "issue.pdf")], capture_output=True, check=False
    )

    assert checked.returncode == 0, checked.stdout.decode()
    assert sample().pages == len(opened(sample()))
    assert sample().notes == ()


def test_the_contents_give_each_storys_page_as_the_reader_counts_them() -> None:
    edition = sample()
    contents = letters(texts(edition)[1])
    pages = {title.partition(" ")[2].strip(): page for level, title, page in bookmarks(edition) if level == 1}

    assert len(pages) == len(sample_issue().stories)
    for story in sample_issue().stories:
        if story.language is Language.ENGLISH:  # pdfium does not read the text beside Hindi glyphs
            headline = re.escape(letters(story.headline.text))
            assert re.search(rf"{headline}[. ]*{pages[story.headline.text]}(?!\d)", contents), (
                story.headline.text
            )


def test_the_folio_of_a_page_is_its_place_in_the_file() -> None:
    for number, page in enumerate(opened(sample()), 1):
        foot = page.get_textpage().get_text_bounded(left=150 * MM, bottom=0, right=210 * MM, top=17 * MM)
        assert foot.strip() == ("" if number == 1 else str(number))


def test_every_hindi_sentence_can_be_searched_and_copied(tmp_path: Path) -> None:
    text = spoken(sample(), tmp_path)
    hindi = [row for row in releases() if row["language"] == "hi"]
    sentences = [sentence for row in hindi for sentence in [row["title"], *sentences_of(row["body"])[:10]]]

    assert len(sentences) >= 30
    assert [sentence for sentence in sentences if sentence not in text] == []


def test_an_apostrophe_beside_hindi_reads_back_as_itself(tmp_path: Path) -> None:
    # The fonts draw ’ and U+02BC with one glyph.
    title = "Hon’ble Minister’s मंत्री visits Leh"
    text = spoken(rendered(an_issue(a_section("C", a_story(title)))), tmp_path)

    assert "Hon’ble Minister’s" in text
    assert "\u02bc" not in text


def test_a_hindi_magazine_has_hindi_furniture_that_can_be_searched(tmp_path: Path) -> None:
    issue = sample_issue()
    masthead = type(issue.masthead)(
        title="साप्ताहिक समीक्षा", period=issue.masthead.period, language=Language.HINDI, topics=("पर्यावरण",)
    )
    edition = rendered(an_issue(a_section("D", a_story("नदी पर पुल")), masthead=masthead))
    text = spoken(edition, tmp_path)

    for furniture in ("साप्ताहिक समीक्षा", "विषय-सूची", "9–15 मार्च 2026", "यह अंक कैसे बना", "1 समाचार"):
        assert furniture in text


def test_nothing_that_was_said_is_lost_or_printed_twice(tmp_path: Path) -> None:
    text = letters(spoken(sample(), tmp_path))
    said_once = [
        one.text for story in sample_issue().stories for block in story.blocks for one in block.statements
    ]
    facts = [fact.statement.text for story in sample_issue().stories for fact in story.facts]

    for sentence in said_once:
        assert text.count(letters(sentence)) == 1 + facts.count(sentence), sentence


def test_sections_and_stories_are_bookmarks_and_an_opener_never_stands_alone() -> None:
    marks = bookmarks(sample())
    sections = [
        (place, mark)
        for place, mark in enumerate(marks)
        if mark[1] in {s.title for s in sample_issue().sections}
    ]

    assert [mark[1] for _, mark in sections] == [section.title for section in sample_issue().sections]
    for place, (_, _, page) in sections:
        level, title, first_story = marks[place + 1]
        assert (level, first_story) == (1, page), title


def test_the_file_names_its_title_language_sources_and_period() -> None:
    with pikepdf.open(io.BytesIO(sample().content)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "The Week in Review, 9–15 March 2026"
        assert str(pdf.docinfo["/Author"]).startswith("Compiled from Press Information Bureau")
        assert str(pdf.docinfo["/Subject"]) == "Current affairs, 9–15 March 2026"
        assert "Economy" in str(pdf.docinfo["/Keywords"])
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260315")
        assert str(pdf.Root.Lang) == "en"
        assert "/StructTreeRoot" in pdf.Root


def test_every_source_is_linked_from_its_story_and_from_the_sources() -> None:
    linked = links(sample())

    for story in sample_issue().stories:
        assert linked.count(story.sources[0].url or "") >= 2


def test_contents_glance_and_index_lead_to_each_story() -> None:
    with pikepdf.open(io.BytesIO(sample().content)) as pdf:
        inner = [
            str(note.Dest) for page in pdf.pages[:5] for note in page.get("/Annots", []) if "/Dest" in note
        ]

    for anchor in ("story-a1", "story-c1", "story-g1", "section-b", "sources", "made"):
        assert anchor in inner


def test_one_issue_gives_the_same_bytes_twice_and_in_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue = an_issue(
        a_section("C", a_story(), a_story("नई योजना", "एक वाक्य। दूसरा वाक्य।", language=Language.HINDI))
    )
    first = rendered(issue).content
    monkeypatch.chdir(tmp_path)

    assert rendered(issue).content == first


def test_only_the_bundled_fonts_are_embedded() -> None:
    ours = ("Source-Serif-4", "Source-Sans-3", "Noto-Sans-Devanagari")
    with pikepdf.open(io.BytesIO(sample().content)) as pdf:
        fonts = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
        ]

        assert len(fonts) >= 8
        for each in fonts:
            assert str(each.FontName).partition("+")[2].startswith(ours)
            assert "/FontFile2" in each or "/FontFile3" in each


def test_a_character_that_no_font_of_ours_has_is_reported() -> None:
    edition = rendered(an_issue(a_section("C", a_story("A place called மதுரை in the south"))))

    assert len(edition.notes) == 1
    assert "U+0BAE" in edition.notes[0]


HOSTILE = (
    "<script>alert(1)</script> {{7*7}} {% include 'x' %} "
    '<img src="http://127.0.0.1/x"> </h2><b>bold</b> & done'
)


def test_hostile_text_prints_as_text_and_never_as_markup_or_link(tmp_path: Path) -> None:
    story = a_story(
        HOSTILE,
        f"First. {HOSTILE} {HOSTILE}. " * 3,
        sources=(a_source(title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)"),),
    )
    edition = rendered(an_issue(a_section("C", story)))
    text = letters(spoken(edition, tmp_path))

    assert text.count(letters("<script>alert(1)</script> {{7*7}}")) >= 6
    assert text.count(letters('<img src="http://127.0.0.1/x"> </h2><b>bold</b> & done')) >= 6
    assert links(edition) == []
    assert edition.notes == ("Links left out because they are neither http nor https: 1.",)
    with pikepdf.open(io.BytesIO(edition.content)) as pdf:
        assert "/JavaScript" not in str(pdf.Root.get("/Names", ""))


@pytest.fixture
def visited() -> Iterator[tuple[int, list[str]]]:
    """A server on the loopback, and the paths that were asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, asked
        server.shutdown()


def test_a_theme_fetches_nothing_from_network_or_disk(
    tmp_path: Path, visited: tuple[int, list[str]], capfd: pytest.CaptureFixture[str]
) -> None:
    port, asked = visited
    theme = tmp_path / "mine"
    shutil.copytree(load_theme().folder, theme)
    reach = f"@import url(http://127.0.0.1:{port}/style.css);\n"
    page = f"body {{ background: url(http://127.0.0.1:{port}/picture.png) }}"
    (theme / "style.css").write_text(reach + (theme / "style.css").read_text() + page)

    edition = PdfRenderer(load_theme(str(theme))).render(an_issue())

    assert edition.pages
    assert edition.notes == ("Addresses that the theme may not fetch, and that were left out: 1.",)
    assert asked == []
    assert capfd.readouterr() == ("", "")


def test_a_broken_template_is_the_themes_fault_and_said_so(tmp_path: Path) -> None:
    theme = tmp_path / "mine"
    shutil.copytree(load_theme().folder, theme)
    (theme / "_story.html").write_text("{{ story.no_such_thing }}")

    with pytest.raises(RendererError, match="no_such_thing"):
        PdfRenderer(load_theme(str(theme))).render(an_issue())


def test_an_issue_of_one_story_has_no_empty_pages() -> None:
    edition = rendered(an_issue(a_section("C", a_story())))
    pages = texts(edition)

    assert edition.pages == 4
    assert all(len(page.split()) > 20 for page in pages[1:])
    assert not any("At a glance" in page for page in pages)


def test_parts_that_a_story_lacks_leave_nothing_behind(tmp_path: Path) -> None:
    bare = a_story(blocks=(), facts=(), remember=None, sources=(), syllabus=(), papers=(), topic_name="")
    text = spoken(rendered(an_issue(a_section("C", bare))), tmp_path)

    for label in ("Prelims facts", "Remember this", "Background", "Index by paper", "Source "):
        assert label not in text


@pytest.mark.parametrize(
    "story",
    [
        a_story("A headline that goes on " * 18),
        a_story("x" * 300, "y" * 300 + ". " + "z" * 300 + ". End."),
        a_story("क" * 300, "ख" * 300 + "। अंत।", language=Language.HINDI),
        a_story(sources=(a_source(url="https://example.org/" + "path" * 80, publisher="P" * 120),)),
        a_story(topic_name="T" * 90, syllabus=("GS2-06", "GS3-01", "GS1-01")),
    ],
    ids=[
        "400 letters",
        "a word of 300 letters",
        "a Hindi word of 300 letters",
        "a long address",
        "long tags",
    ],
)
def test_long_words_stay_inside_the_columns(story: Any) -> None:
    edition = rendered(an_issue(a_section("C", story, a_story("Second"))))

    for page in list(opened(edition))[1:]:
        text = page.get_textpage()
        for place in range(text.count_chars()):
            left, _, right, _ = text.get_charbox(place)
            assert left >= 15.9 * MM
            assert right <= 195 * MM


def test_a_missing_system_library_is_named_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class NoPango:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [each for each in sys.modules if each.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])

    with pytest.raises(RendererError) as refusal:
        typeset(Manuscript(html="", style="", identifier=""))

    assert (
        "apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        in refusal.value.hint
    )


def test_a_story_of_several_sources_marks_its_statements_on_the_page(tmp_path: Path) -> None:
    story = a_story(
        remember=said("The bridge opened on Monday.", "a1.s1", "a2.s3"),
        sources=(a_source(article="one"), a_source(article="two", publisher="Another publisher")),
    )
    text = spoken(rendered(an_issue(a_section("C", story))), tmp_path)

    assert re.search(r"The bridge opened on Monday\.\u2060?\s?1, 2", text)
    assert "Another publisher" in text
