"""The yardstick for other tools' PDFs, on small PDFs of which it is known what they are like."""

import urllib.request
from datetime import date
from pathlib import Path

import pikepdf
import pytest
import weasyprint

from magazine.core.article import Language
from tests.benchmarks.peer_articles import PART, Corpus, Piece, Stall, gathered, served
from tests.benchmarks.peer_pages import Leaf, hindi_words, is_listed, is_printed_twice, looked_at, squeezed

NOWHERE = Path("/nowhere")
TODAY = date(2026, 3, 20)
FONTS = Path(__file__).resolve().parents[2] / "templates" / "fonts"
STYLE = f"""
@font-face {{ font-family: Serif; src: url({(FONTS / "SourceSerif4SmText-Regular.ttf").as_uri()}) }}
@font-face {{ font-family: Nagari; src: url({(FONTS / "NotoSansDevanagari-Regular.ttf").as_uri()}) }}
@page {{ size: A5 }}
body {{ font-family: Serif, Nagari }}
h1 {{ break-before: page }}
.at::after {{ content: " " target-counter(attr(href), page) }}
"""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Made of bundled releases and examples, as where there is no other data."""
    return gathered(NOWHERE, TODAY)


def printed(path: Path, pieces: list[Piece], *, numbered: bool) -> Path:
    """Print articles one after the other, with contents in front."""
    entries = [
        f'<p>{each.title} <a class="{"at" if numbered else ""}" href="#{each.name}"></a></p>'
        for each in pieces
    ]
    parts = [f'<h1 id="{each.name}">{each.title}</h1>{each.markup}' for each in pieces]
    page = f'<html lang="en"><style>{STYLE}</style>{"".join(entries + parts)}</html>'
    weasyprint.HTML(string=page).write_pdf(path)
    return path


def test_the_articles_are_a_hundred_stories_ten_of_them_twice_and_ten_too_old(corpus: Corpus) -> None:
    hindi = [each for each in corpus.stories if each.language is Language.HINDI]

    assert (len(corpus.stories), len(corpus.english), len(hindi)) == (100, 80, 20)
    assert [each.title for each in corpus.copies] == [each.title for each in corpus.stories[:10]]
    assert all(corpus.first <= each.day <= corpus.last < TODAY for each in (*corpus.stories, *corpus.copies))
    assert len(corpus.outside) == 10
    assert all(each.day < corpus.first for each in corpus.outside)
    assert len({each.name for each in corpus.pieces}) == 120
    assert len(corpus.hindi_words) > 50


def test_every_page_is_served_and_the_feeds_hold_everything(corpus: Corpus, tmp_path: Path) -> None:
    with served(corpus, tmp_path) as stall:
        feed, page = asked(stall.feed), asked(stall.pages[-1])
        parts = [asked(each) for each in stall.part_feeds]

    assert all(f"{stall.place}/{each.name}.html" in feed for each in corpus.pieces)
    assert [part.count("<item>") for part in parts] == [PART] * 24
    assert f"<h1>{corpus.outside[-1].title}</h1>" in page
    assert str(corpus.outside[-1].day) in page


def asked(address: str) -> str:
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())


def test_a_tool_that_prints_everything_is_found_to(corpus: Corpus, tmp_path: Path) -> None:
    some = Corpus(
        stories=corpus.stories[:6],
        copies=corpus.copies[:2],
        outside=corpus.outside[:3],
        first=corpus.first,
        last=corpus.last,
        origin="",
    )

    pages = looked_at(printed(tmp_path / "all.pdf", list(some.pieces), numbered=True), some)

    assert (pages.stories, pages.listed, pages.twice, pages.outside) == (6, 6, 2, 3)
    assert pages.bookmarks == len(some.pieces)
    assert pages.tags == "no tags"


def test_a_tool_that_chooses_is_not_said_to_repeat_or_to_print_what_is_old(
    corpus: Corpus, tmp_path: Path
) -> None:
    path = printed(tmp_path / "few.pdf", list(corpus.stories[:6]), numbered=False)

    pages = looked_at(path, corpus)

    assert (pages.stories, pages.listed, pages.twice, pages.outside) == (6, 0, 0, 0)
    assert (pages.hindi_poppler, pages.hindi_pdfium) == (0, 0)


def test_a_headline_in_a_list_of_sources_is_no_story(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "sources.pdf"
    weasyprint.HTML(string="".join(f"<p>{each.title}</p>" for each in corpus.stories)).write_pdf(path)

    assert looked_at(path, corpus).stories == 0


def test_a_sentence_told_again_at_a_glance_is_no_second_printing(corpus: Corpus) -> None:
    story = corpus.english[0]

    assert not is_printed_twice(story, squeezed(story.text + " ".join(story.text.split()[:10])))
    assert is_printed_twice(story, squeezed(story.text + story.text))


def test_the_number_beside_a_headline_has_to_be_its_storys_page(corpus: Corpus) -> None:
    story = corpus.english[0]
    body = Leaf(2, f"{story.title}\n{story.text}\n7\n")

    assert is_listed(story, [Leaf(1, f"{story.title} 2\n"), body])
    assert is_listed(story, [Leaf(1, f"{story.title} 7\n"), body]), "the number at the page's foot"
    assert not is_listed(story, [Leaf(1, f"{story.title} 9\n"), body])
    assert not is_listed(story, [Leaf(1, f"{story.title}\n"), body])


def test_hindi_words_are_found_whole_or_not_at_all() -> None:
    assert hindi_words("केंद्र ने कहा") == {"केंद्र", "ने", "कहा"}
    assert "केंद्र" not in hindi_words("कें द्र ने कहा")


def test_tags_are_named_with_their_language_and_held_against_the_standard(
    corpus: Corpus, tmp_path: Path
) -> None:
    path = tmp_path / "tagged.pdf"
    weasyprint.HTML(string='<html lang="hi"><title>T</title><p>x').write_pdf(path, pdf_tags=True)

    tags = looked_at(path, corpus).tags

    assert tags.startswith("tagged, hi, ")
    with pikepdf.open(path) as file:
        assert "/StructTreeRoot" in file.Root


def test_a_stall_names_its_addresses(corpus: Corpus) -> None:
    stall = Stall(corpus, 8080)

    assert stall.pages[0] == "http://127.0.0.1:8080/a000.html"
    assert len(stall.part_feeds) * PART == len(stall.pages)
