import runpy
from pathlib import Path

import pytest

from magazine.core.article import Article
from magazine.core.dates import IST
from magazine.core.errors import UnreadableError
from magazine.ingest.draft import article_from
from magazine.ingest.page_html import read_page

FIXTURES = Path(__file__).parent / "fixtures"
REST = "It fell again at noon, and the ships that had waited for it went out to sea."
PORTS = (FIXTURES / "ports.html").read_text("utf-8")


def article(markup: str) -> Article:
    return article_from(read_page(markup, IST), IST)


def test_a_page_is_its_main_text_with_its_particulars() -> None:
    assert article(PORTS) == runpy.run_path(str(FIXTURES / "ports.py"))["PORTS"]


@pytest.mark.parametrize(
    "word", ["HIDDEN", "COMMENTED", "SCRIPTED", "SIDEBAR", "ALT TEXT", "Copyright", "Home"]
)
def test_what_is_hidden_or_not_of_the_article_is_not_read(word: str) -> None:
    assert word in PORTS or word == "Home"
    assert word not in repr(article(PORTS))


def test_a_piece_of_a_page_is_the_article_throughout() -> None:
    read = article(
        "<p>Coconut crop grows</p><p>India leads<br>the world.</p><ul><li>30.37% of it</li></ul><p>Tea</p>"
    )

    assert read.title == "Coconut crop grows"
    assert read.body == "India leads\n\nthe world.\n\n- 30.37% of it\n\nTea"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Tides rise | Harbour Daily</title>", "", "Tides rise"),
        ("<title>Other</title>", "<h1>Tides rise</h1>", "Tides rise"),
        ('<meta property="og:title" content="Tides rise"><title>Other</title>', "", "Tides rise"),
        ("", "", "The tide rose twice."),
    ],
)
def test_a_title_is_taken_from_where_the_page_has_it(head: str, body: str, title: str) -> None:
    page = f"<html><head>{head}</head><body>{body}<p>The tide rose twice. {REST}</p></body></html>"

    assert article(page).title == title


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (
            '<meta property="article:published_time" content="2026-03-09T04:30:00Z">',
            "",
            "2026-03-09T04:30:00+00:00",
        ),
        (
            (
                '<script type="application/ld+json">'
                '{"@graph": [{"@type": "NewsArticle", "datePublished": "2026-03-09"}]}</script>'
            ),
            "",
            "2026-03-09",
        ),
        ('<meta name="date" content="09/03/2026">', "", "2026-03-09"),
        ("", '<time datetime="2026-03-09T10:00">9 March</time>', "2026-03-09T10:00:00+05:30"),
        ("", "<p>Posted On: 09 MAR 2026 10:23AM by PIB Delhi</p>", "2026-03-09T10:23:00+05:30"),
        ("", "<div>New Delhi | 04/12/24 07:16 AM IST</div>", "2024-12-04T07:16:00+05:30"),
        ('<link rel="canonical" href="https://x.example/2026/3/9/tides">', "", "2026-03-09"),
        ('<script type="application/ld+json">{broken</script>', "<p>Copyright 2026</p>", None),
    ],
    ids=["meta", "linked data", "named meta", "time", "release", "dateline", "address", "none"],
)
def test_a_pages_time_is_told_by_machine_before_by_eye(head: str, body: str, published: str | None) -> None:
    page = f"<html><head>{head}</head><body>{body}<p>The tide rose twice. {REST}</p></body></html>"

    assert article(page).published == published


def test_a_visible_byline_names_the_author() -> None:
    page = '<html><body><span class="author-name">By Meera Nair | 9 March</span><p>Tides.</p></body></html>'

    assert article(page).author == "Meera Nair"


def test_a_saved_page_tells_where_it_is_from() -> None:
    page = (
        "<!-- saved from url=(0023)https://x.example/tides -->\n<html><body><p>Tides rise.</p></body></html>"
    )

    assert article(page).url == "https://x.example/tides"


def test_the_sites_name_is_no_title() -> None:
    page = (
        '<html><head><meta property="og:site_name" content="Harbour Daily"><meta property="og:title" '
        'content="Tides rise - Harbour Daily"></head><body><h1>Harbour Daily</h1><p>They fall.</p>'
    )

    assert (article(page).title, article(page).source) == ("Tides rise", "Harbour Daily")


def test_a_script_address_is_no_address() -> None:
    page = '<html><head><link rel="canonical" href="javascript:x()"></head><body><p>Tides</p></body></html>'

    assert article(page).url is None


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<html><body><script>x()</script></body></html>",
        "<!-- a comment -->",
        "<p hidden>x</p>",
    ],
)
def test_a_page_that_shows_no_text_is_refused_in_words(markup: str) -> None:
    with pytest.raises(UnreadableError, match="save it again"):
        article(markup)


def test_thousands_of_nested_boxes_are_survived() -> None:
    with pytest.raises(UnreadableError):
        article("<html><body>" + "<div>" * 30_000 + "text" + "</div>" * 30_000 + "</body></html>")


@pytest.mark.parametrize(
    "hiding",
    [
        '<font color="#FFFFFF" size="1">SECRET</font>',
        '<span class="note sr-only">SECRET</span>',
        '<span style="font-size: 0">SECRET</span>',
        '<span style="visibility: hidden">SECRET</span>',
        "<template>SECRET</template>",
        '<img alt="SECRET">',
        "<option>SECRET</option>",
    ],
)
def test_text_that_a_browser_would_not_show_is_not_read(hiding: str) -> None:
    assert article(f"<p>The tide {hiding}rose.</p>").body == "The tide rose."


def test_preformatted_lines_and_headings_with_breaks_keep_their_shape() -> None:
    read = article(
        "<p>Tides</p><h2>High<br>water</h2><pre>6.7 m at Kandla\n4.4 m at Mumbai</pre><p>Both on Monday.</p>"
    )

    assert read.body == "## High water\n\n6.7 m at Kandla\n\n4.4 m at Mumbai\n\nBoth on Monday."


def test_a_deep_page_is_read_without_choosing_its_main_text() -> None:
    page = "<html><body>" + "<b>" * 240 + "<p>The tide rose.</p></body></html>"

    assert article(page).body == "The tide rose."


def test_loose_cells_and_items_are_survived() -> None:
    assert article("<td>Tides</td></li><li>two</li></tr><p>three").body == "- two\n\nthree"


def test_a_layout_of_columns_is_no_table() -> None:
    column = "<td><p>{0}</p><p>{0}</p></td>"
    long = "The tide rose twice and fell again at noon, said the port. " * 10

    read = article(f"<table><tr>{column.format(long)}{column.format('Beside it.')}</tr></table>")

    assert "|" not in read.body
    assert read.body.endswith("Beside it.\n\nBeside it.")


@pytest.mark.parametrize(
    ("table", "body"),
    [
        (
            "<tr><th>Port</th><th>Range</th></tr><tr><td>Kandla</td><td></td></tr>",
            "| Port | Range |\n| Kandla | |",
        ),
        ("<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>", "| a | b |\n| c | d |"),
        ("<tr><td>a|b</td><td>c</td></tr>", r"| a\|b | c |"),
        ("<tr><td colspan=2>a</td><td>b</td></tr>", "| a | | b |"),
        ("<tr><td colspan=99999999>a</td><td>b</td></tr>", "| a | b |"),
        ("<tr><td colspan=x>a</td><td>b</td></tr><tr></tr>", "| a | b |"),
        ("<tr><td>Only one</td></tr>", "Only one"),
        (
            "<tr><td>left</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr>",
            "left\n\n| a | b |",
        ),
    ],
)
def test_a_table_keeps_its_rows_and_columns(table: str, body: str) -> None:
    assert article(f"<p>Tides</p><p>They rise.</p><table>{table}</table>").body.endswith(body)
