from xml.etree import ElementTree

import pytest
import segno

from magazine.render.charts import chart_of
from magazine.render.qr import qr_svg
from magazine.render.telling import safe_url

INK = "#1b1b1f"
YEARS = [["2021-22", "1,20,400"], ["2022-23", "1,38,000"], ["2023-24", "1,52,369"], ["2024-25", "1,72,000"]]


def test_a_column_of_numbers_is_drawn_as_bars_of_their_size() -> None:
    chart = chart_of(["State", "Seats"], [["Kerala", "140"], ["Assam", "126"], ["Puducherry", "30"]], INK)

    assert chart
    assert not chart.is_line
    assert [(row.label, row.value, row.share) for row in chart.rows] == [
        ("Kerala", "140", 1.0),
        ("Assam", "126", 0.9),
        ("Puducherry", "30", 0.2143),
    ]
    assert chart.alt == "Seats: Kerala 140; Assam 126; Puducherry 30"


def test_years_in_order_are_drawn_as_a_line_with_every_value_printed() -> None:
    chart = chart_of(["Year", "Outlay"], YEARS, INK)

    assert chart
    assert chart.is_line
    texts = [each.text for each in ElementTree.fromstring(chart.svg).iter() if each.tag.endswith("text")]  # noqa: S314 - drawn here
    assert texts == [cell for label, value in YEARS for cell in (value, label)]


def test_years_out_of_order_are_bars() -> None:
    chart = chart_of(["Year", "Outlay"], YEARS[::-1], INK)

    assert chart
    assert not chart.is_line


@pytest.mark.parametrize(
    "rows",
    [
        [["Kerala", "140"], ["Assam", "126"]],
        [["Kerala", "140"], ["Assam", "many"], ["Goa", "40"]],
        [["Kerala", "140 crore"], ["Assam", "126 lakh"], ["Goa", "40 crore"]],
        [["Kerala", "140"], ["Goa", "40"], ["Total", "180"]],
        [["Kerala", "0"], ["Goa", "0"], ["Assam", "0"]],
        [["Kerala", "-4"], ["Goa", "40"], ["Assam", "12"]],
        [["K" * 60, "4"], ["Goa", "40"], ["Assam", "12"]],
        [["Goa", "4"], ["Goa", "40"], ["Assam", "12"]],
        [[f"Place {n}", str(n)] for n in range(1, 30)],
    ],
    ids=["two", "words", "two units", "a total", "zeros", "below zero", "long labels", "one twice", "many"],
)
def test_what_a_drawing_would_tell_badly_stays_a_table(rows: list[list[str]]) -> None:
    assert chart_of(["State", "Seats"], rows, INK) is None


@pytest.mark.parametrize(
    ("title", "values"),
    [("Rank", ("1", "38", "4")), ("स्थान", ("1", "38", "4")), ("Launched", ("2015", "2019", "2026"))],
)
def test_ranks_and_years_have_no_bars(title: str, values: tuple[str, ...]) -> None:
    rows = [[place, value] for place, value in zip(("Kerala", "Assam", "Goa"), values, strict=True)]

    assert chart_of(["State", title], rows, INK) is None


def test_sums_of_money_in_two_currencies_are_not_drawn_side_by_side() -> None:
    rows = [["Kerala", "₹40 crore"], ["Assam", "$30 crore"], ["Goa", "Rs. 12 crore"]]
    same = [["Kerala", "₹40 crore"], ["Assam", "Rs 30 crore"], ["Goa", "Rs. 12 crore"]]

    assert chart_of(["State", "Outlay"], rows, INK) is None
    assert chart_of(["State", "Outlay"], same, INK)


@pytest.mark.parametrize("unit", ["प्रतिशत", "करोड़", "लाख करोड़", "lakh crore"])
def test_a_column_with_its_unit_in_each_cell_is_drawn_in_either_language(unit: str) -> None:
    rows = [["केरल", f"40 {unit}"], ["असम", f"30 {unit}"], ["गोवा", f"12 {unit}"]]
    chart = chart_of(["राज्य", "राशि"], rows, INK)

    assert chart
    assert [row.share for row in chart.rows] == [1.0, 0.75, 0.3]


def test_years_with_a_gap_are_bars_as_a_line_would_tell_another_pace() -> None:
    rows = [["2011", "100"], ["2021", "120"], ["2022", "140"], ["2023", "160"]]
    chart = chart_of(["Year", "Outlay"], rows, INK)

    assert chart
    assert not chart.is_line


def test_a_sum_is_known_wherever_it_stands_and_a_place_is_none() -> None:
    rows = [["All India", "180"], ["Kerala", "140"], ["Goa", "40"]]
    towns = [["Kochi", "140"], ["Goa", "40"], ["Allahabad", "20"]]

    assert chart_of(["State", "Seats"], rows, INK) is None
    assert chart_of(["Town", "Seats"], towns, INK)


def test_of_two_columns_of_numbers_neither_is_drawn() -> None:
    rows = [["Kerala", "140", "20"], ["Assam", "126", "14"], ["Goa", "40", "2"]]

    assert chart_of(["State", "Seats", "Members"], rows, INK) is None


def test_a_code_has_a_dark_module_where_the_symbol_has_one() -> None:
    address = "https://www.pib.gov.in/PressReleasePage.aspx?PRID=2239841"
    matrix = segno.make_qr(address, error="m", boost_error=False).matrix
    path = ElementTree.fromstring(qr_svg(address))[0].get("d", "")  # noqa: S314 - drawn here
    dark = set()
    for run in path.split("M")[1:]:
        x, _, rest = run.partition(" ")
        y, _, length = rest.partition("h")
        dark |= {(int(x) + place, int(y)) for place in range(int(length.partition("v")[0]))}

    assert dark == {(x + 2, y + 2) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}


def test_an_address_that_no_link_can_hold_has_no_code_and_is_no_link() -> None:
    assert safe_url("https://example.org/\ud800") == ""
    assert safe_url("https://example.org/a b") == ""
    assert safe_url("https://example.org/क") == "https://example.org/क"


def test_an_address_too_long_to_be_scanned_has_no_code() -> None:
    assert qr_svg("https://example.org/" + "path" * 100) == ""
    assert qr_svg("") == ""
