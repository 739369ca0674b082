"""What a page prints around a table and its drawing."""

import pytest

from magazine.core.issue import Table
from magazine.render.compose import compose
from magazine.render.html import HtmlRenderer
from magazine.render.page import issue_html
from magazine.render.themes import load_theme
from tests.render.enriched import PORTS, STATES
from tests.render.sample import a_section, a_source, a_story, an_issue, said

FUNDS = Table(
    header=("State", "Allocation (₹ crore)"),
    rows=(("Kerala", "140"), ("Assam", "126"), ("Goa", "40")),
    cites=("a2.r1",),
    caption=said("Funds of the scheme", "a2.c1"),
)


def html_of(*tables: Table, sources: int = 1) -> str:
    theme = load_theme()
    story = a_story(tables=tables, sources=(a_source(),) * sources)
    return issue_html(compose(an_issue(a_section("C", story)), theme), theme)


def test_bars_under_a_caption_still_say_what_they_count_and_in_what_unit() -> None:
    html = html_of(FUNDS)

    assert "Funds of the scheme" in html
    assert "State: Allocation (₹ crore)" in html


@pytest.mark.parametrize("table", [STATES, PORTS], ids=["drawn", "as a list"])
def test_a_table_without_a_caption_names_its_source_among_several(table: Table) -> None:
    mark = "&#8288;<sup>1</sup>"

    assert html_of(table, sources=2).count(mark) - html_of(sources=2).count(mark) == 1
    assert html_of(table).count(mark) == 0


def test_a_screen_edition_names_the_source_of_a_table_too() -> None:
    story = a_story(tables=(STATES,), sources=(a_source(), a_source()))
    html = HtmlRenderer().render(an_issue(a_section("C", story))).content.decode()

    assert '<th scope="col">Seats&#8288;<sup>1</sup></th>' in html
