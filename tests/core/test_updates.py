"""Newer figures of an event."""

import pytest

from magazine.core.manuscript import Manuscript, read_manuscript
from magazine.core.updates import updates
from tests.builders import an_article

SATURDAY, SUNDAY, MONDAY = "2026-03-07", "2026-03-08", "2026-03-09"
TWELVE = "As many as 12 people were killed in a blast at a fireworks unit in Sivakasi, officials said."
FIFTEEN = "The number of people killed in the blast at the fireworks unit in Sivakasi rose to 15 people."


def reports(*bodies: str) -> list[Manuscript]:
    return [
        read_manuscript(an_article(title="Blast", body=body), number) for number, body in enumerate(bodies, 1)
    ]


def replaced(*bodies: str, days: tuple[str, ...] = (SATURDAY, SUNDAY, MONDAY)) -> list[tuple[str, list[str]]]:
    """Return each newer figure with those it replaced."""
    found = updates(reports(*bodies), days[: len(bodies)])
    return [(update.now.text, [figure.text for figure in update.before]) for update in found]


def test_a_later_report_replaces_a_toll() -> None:
    [update] = updates(reports(TWELVE, FIFTEEN), (SATURDAY, SUNDAY))

    assert (update.now.text, update.now.day, update.now.sentence) == ("15", SUNDAY, "a2.s1")
    assert [(one.text, one.day, one.sentence) for one in update.before] == [("12", SATURDAY, "a1.s1")]


def test_the_order_of_the_reports_does_not_matter() -> None:
    [update] = updates(reports(FIFTEEN, TWELVE), (SUNDAY, SATURDAY))

    assert (update.now.text, update.before[0].text) == ("15", "12")


def test_the_latest_figure_replaces_all_earlier_ones() -> None:
    eighteen = FIFTEEN.replace("15", "18")

    assert replaced(TWELVE, FIFTEEN, eighteen) == [("18", ["15", "12"])]


def test_a_sum_is_replaced_in_its_unit() -> None:
    body = "The Cabinet approved an outlay of Rs {} crore for the irrigation project in Bihar."

    assert replaced(body.format("2,700"), body.format("2,900")) == [("Rs 2,900 crore", ["Rs 2,700 crore"])]


def test_a_hindi_toll_is_replaced() -> None:
    body = "शिवकाशी की पटाखा फैक्ट्री में हुए विस्फोट में {} लोग मारे गए और कई घायल अस्पताल में भर्ती हैं।"

    assert replaced(body.format("12"), body.format("15")) == [("15", ["12"])]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (TWELVE, TWELVE.replace("12", "9").replace("Sivakasi", "Surat")),
        (TWELVE, "The blast at the fireworks unit in Sivakasi injured 15 workers, officials said."),
        (TWELVE, FIFTEEN.replace("15", "1,500")),
        (TWELVE, f"{FIFTEEN} {TWELVE}"),
        (TWELVE, "The blast unit in Sivakasi had 15 people on its rolls."),
        (
            "Yesterday 2,600 raids were conducted on hoarders of gas cylinders across the country.",
            "Yesterday 2,300 raids were conducted on hoarders of gas cylinders across the country.",
        ),
        (
            "On 22.04.2026 more than 52 lakh domestic gas cylinders were delivered in the country.",
            "On 25.04.2026 more than 51 lakh domestic gas cylinders were delivered in the country.",
        ),
        (
            "The forecast of floods is made two days in advance for villages in the flood plain.",
            "The forecast of floods is made seven days in advance for villages in the flood plain.",
        ),
    ],
    ids=["place", "counted", "size", "both", "ties", "passing", "dates", "duration"],
)
def test_a_figure_of_something_else_replaces_nothing(older: str, newer: str) -> None:
    assert replaced(older, newer) == []


def test_within_a_day_nothing_is_newer() -> None:
    assert replaced(TWELVE, FIFTEEN, days=(SATURDAY, SATURDAY)) == []
