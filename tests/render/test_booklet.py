"""The test as a booklet: questions, a sheet to fill in, the key on the last leaf."""

import dataclasses
import functools

import page
import pytest

from magazine.core.article import Language
from magazine.core.errors import RendererError
from magazine.core.ports import Edition
from magazine.render.booklet import BookletRenderer
from magazine.render.editions import renderer_for
from magazine.render.themes import load_theme
from tests.render.branded import a_brand, pictures, small_issue, texts

BRAND = a_brand(watermark="Batch 7")


@functools.cache
def booklet() -> Edition:
    return renderer_for("test", brand=BRAND).render(small_issue())


def test_it_is_named_beside_the_magazine() -> None:
    assert renderer_for("test").suffix == "test.pdf"


def test_the_first_page_has_the_name_of_the_institute_and_boxes_to_fill_in() -> None:
    front = texts(booklet())[0]

    for words in ("Prelims test", "Saptarang Study Circle", "Name", "Roll number", "Date", "Score"):
        assert words in front
    assert "This paper has 20 questions." in front


def test_the_sheet_has_a_circle_for_every_option_and_stands_on_a_leaf_of_its_own() -> None:
    pages = texts(booklet())
    [sheet] = [number for number, text in enumerate(pages, 1) if "Fill one circle" in text]

    assert sheet % 2 == 1, "a leaf begins on a right-hand page"
    assert "Space for rough work" in pages[sheet]
    assert pages[sheet - 1].count("a b c d") == 20
    assert not any("Which of the statements" in text for text in pages[sheet - 1 :])


def test_the_sheet_has_a_mark_in_each_corner() -> None:
    pages = texts(booklet())
    place = next(number for number, text in enumerate(pages) if "Fill one circle" in text)
    sheet = pictures(booklet(), 1.0)[place]
    width, height = sheet.size
    quarters = [
        sheet.crop((x * width // 2, y * height // 2, (x + 1) * width // 2, (y + 1) * height // 2))
        for x in (0, 1)
        for y in (0, 1)
    ]

    # A mark is 5 mm square, 14 points: nothing else of the sheet is as black and as large.
    for quarter in quarters:
        assert quarter.histogram()[0] >= 13 * 13


def test_the_key_begins_on_a_right_hand_page_behind_the_sheet() -> None:
    pages = texts(booklet())
    keyed = [number for number, text in enumerate(pages, 1) if "To be taken out before the test" in text]

    assert keyed[0] % 2 == 1
    assert all("is not correct: the Ministry" not in text for text in pages[: keyed[0] - 1])
    assert f"20 {_letter(19)}" in pages[keyed[0] - 1]


def _letter(place: int) -> str:
    return "abcd"[small_issue().questions[place].key]


def test_no_rule_of_pdf_ua_fails() -> None:
    report = page.validate_pdf_bytes(booklet().content, profile=page.ValidationProfile.PDF_UA_1)

    assert [(each.rule_id, each.message) for each in report.failures] == []


def test_a_hindi_booklet_speaks_hindi() -> None:
    issue = small_issue()
    hindi = dataclasses.replace(issue, masthead=dataclasses.replace(issue.masthead, language=Language.HINDI))
    front = texts(BookletRenderer().render(hindi))[0]

    assert "अनुक्रमांक" in front


def test_a_phones_theme_gives_a_booklet_for_a_pen() -> None:
    pocket, classic = (BookletRenderer(load_theme(name)) for name in ("pocket", "classic"))

    assert pocket.signature == classic.signature


def test_an_issue_without_a_test_has_no_booklet() -> None:
    with pytest.raises(RendererError, match="no prelims test") as caught:
        BookletRenderer().render(dataclasses.replace(small_issue(), questions=()))

    assert "--questions" in caught.value.hint


@pytest.mark.parametrize("options", [4, 5])
@pytest.mark.parametrize("theme", ["classic", "journal"])
def test_a_hundred_questions_fit_one_sheet(theme: str, options: int) -> None:
    issue = small_issue()
    asked = tuple(
        dataclasses.replace(issue.questions[0], id=f"q{number}", options=("1", "2", "3", "4", "5")[:options])
        for number in range(100)
    )
    pages = texts(BookletRenderer(load_theme(theme)).render(dataclasses.replace(issue, questions=asked)))
    [sheet] = [text for text in pages if "Fill one circle" in text]

    assert sheet.count(" ".join("abcde"[:options])) == 100
