from magazine.core.article import Article
from magazine.core.dates import IST
from magazine.ingest.draft import article_from
from magazine.ingest.plain_text import read_plain_text


def article(text: str) -> Article:
    return article_from(read_plain_text(text, IST), IST)


def test_the_first_line_is_the_title_and_the_lines_under_it_its_particulars() -> None:
    read = article(
        "Tides rise in Kandla\nBy Meera Nair\n9 March 2026, 10:30 IST\n\n"
        "They rose twice.\n\n• They fell.\n\nSource: Harbour Daily\n"
    )

    assert read.title == "Tides rise in Kandla"
    assert read.body == "They rose twice.\n\n- They fell."
    assert (read.author, read.published, read.source) == (
        "Meera Nair",
        "2026-03-09T10:30:00+05:30",
        "Harbour Daily",
    )


def test_labelled_lines_may_stand_above_the_title_as_well() -> None:
    read = article(
        "Title: Tides rise\nDate: 09/03/2026\nURL: https://x.example/t\nCategory: Ports\n\nThey rose twice.\n"
    )

    assert (read.title, read.published, read.url, read.category) == (
        "Tides rise", "2026-03-09", "https://x.example/t", "Ports",
    )  # fmt: skip
    assert read.body == "They rose twice."


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    read = article("The tide rose twice.\n\nIt fell again.\n")

    assert read.title == "The tide rose twice."
    assert read.body == "The tide rose twice.\n\nIt fell again."


def test_lines_broken_to_a_width_are_joined() -> None:
    read = article(
        "Tides rise\n\nThe port of Kandla handled more cargo than any other\n"
        "of the country in the month of March, it said.\n\nIt was a record.\n"
    )

    assert read.body == (
        "The port of Kandla handled more cargo than any other of the country in the month of March, it said."
        "\n\nIt was a record."
    )


def test_a_single_line_is_the_whole_article() -> None:
    assert article("Tides rise").body == "Tides rise"


def test_tags_and_what_they_hide_are_no_text() -> None:
    read = article(
        "Tides <b>rise</b>\n\nThey rise twice.<script>alert(1)</script>\n\n<!-- unseen -->AT&amp;T\n"
    )

    assert (read.title, read.body) == ("Tides rise", "They rise twice.\n\nAT&T")


def test_a_sentence_with_a_colon_is_not_taken_for_a_label() -> None:
    read = article("Tides rise\n\nDate: nobody knows it.\n\nThey fall.\n")

    assert read.body == "Date: nobody knows it.\n\nThey fall."
