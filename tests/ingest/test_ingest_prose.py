import pytest

from magazine.ingest.prose import is_hard_wrapped, normal_body, title_from

NORMAL = "First paragraph.\n\n## Heading\n\n- one\n- two\n\nLast paragraph, 5 * 3 - 2."


def test_a_body_in_normal_form_comes_back_unchanged() -> None:
    assert normal_body(NORMAL) == NORMAL
    assert normal_body(NORMAL, wrapped=True) == NORMAL


@pytest.mark.parametrize("sign", ["•", "● ", "· ", "* ", "- ", "Ø ", "➢ ", "o ", "\uf0b7 "])
def test_a_bullet_of_any_usual_sign_becomes_a_point(sign: str) -> None:
    assert normal_body(f"{sign}Kandla is a port") == "- Kandla is a port"


@pytest.mark.parametrize(
    "line", ["-5 degrees in Leh", "*Provisional figures", "# provisional", "Ørsted builds", "o"]
)
def test_a_line_that_only_begins_like_a_mark_stays_text(line: str) -> None:
    assert normal_body(line) == line


@pytest.mark.parametrize(
    "furniture",
    [
        "(Release ID: 2232916)", "Posted On: 09 MAR 2026 10:23AM by PIB Delhi", "***", "* * *", "_________",
        "pic.twitter.com/tVahvVMKcR", "Read More", "Also read:", "यह भी पढ़ें:", "(रिलीज़ आईडी: 2232916)",
    ],
)  # fmt: skip
def test_furniture_goes_when_it_is_the_whole_line(furniture: str) -> None:
    assert normal_body(f"A tide rose.\n\n{furniture}\n\nIt fell.") == "A tide rose.\n\nIt fell."


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, said the Minister.",
        "Posters posted on walls are banned.",
        "The Release ID: see below",
    ],
)
def test_a_sentence_that_begins_like_furniture_stays(line: str) -> None:
    assert normal_body(line) == line


@pytest.mark.parametrize("initials", ["NB/KMN", "MJPS/SR/BM", "Mahesh Kumar/ Dr. Ritu Raj", "आरपी/एमके"])
def test_initials_go_only_from_the_very_end(initials: str) -> None:
    assert (
        normal_body(f"{initials}\n\nA tide rose.\n\n****\n\n{initials}\n\n****")
        == f"{initials}\n\nA tide rose."
    )


def test_the_link_of_a_tweets_picture_goes_and_its_words_stay() -> None:
    assert normal_body("A boost to ports! pic.twitter.com/tlLkXV0HGp") == "A boost to ports!"


def test_wrapped_lines_are_one_paragraph_and_others_are_several() -> None:
    text = "The tide\nrose.\n- one\nmore\n- two"

    assert normal_body(text, wrapped=True) == "The tide rose.\n\n- one more\n- two"
    assert normal_body(text) == "The tide\n\nrose.\n\n- one\n\nmore\n\n- two"


def test_lines_broken_to_a_width_are_told_from_paragraphs() -> None:
    wrapped = "The port of Kandla handled more cargo than any other\nof the country in the month of March."
    paragraphs = "The port of Kandla handled more cargo than any other.\nThe month of March was its best."

    assert is_hard_wrapped(wrapped)
    assert not is_hard_wrapped(paragraphs)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("Tides rise\n\nThey fall.", "Tides rise"),
        ("## Why in News\n\nTides rise.", "Why in News"),
        ("Tides rise. They fall again, and nobody has yet found a way to stop them.", "Tides rise."),
        (" ".join(["tide"] * 20), " ".join(["tide"] * 12) + "…"),
        ("ज्वार उठता है। फिर वह उतरता है और उसे रोकने का कोई उपाय नहीं मिला है अब तक।", "ज्वार उठता है।"),
    ],
)
def test_an_untitled_text_is_called_by_its_beginning(body: str, title: str) -> None:
    assert title_from(body) == title


@pytest.mark.parametrize("mark", ["•", "●", "▪"])
def test_a_mark_without_a_text_parts_what_stands_around_it(mark: str) -> None:
    assert normal_body(f"{mark}\nThe tide rose.", wrapped=True) == "The tide rose."
    assert normal_body(f"## Tides\n{mark}\nThey rise.", wrapped=True) == "## Tides\n\nThey rise."
    assert normal_body(f"It rose.\n{mark}\nIt fell.", wrapped=True) == "It rose.\n\nIt fell."
