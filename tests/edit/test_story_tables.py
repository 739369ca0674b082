import pytest

from magazine.core.article import Article
from magazine.core.issue import Form
from magazine.core.manuscript import Manuscript, read_manuscript
from magazine.edit.tables import story_tables

GOOD = "| State | Sites |\n|---|---|\n| Tamil Nadu | 20 |\n| Uttar Pradesh | 12 |"


def a_manuscript(*tables: str) -> Manuscript:
    return read_manuscript(Article(id="w", title="Ramsar sites", body="\n\n".join(tables)), number=1)


def test_a_full_story_prints_its_first_good_table_whole() -> None:
    (table,) = story_tables([a_manuscript("| a | |\n|  | |\n|  | x |", GOOD, GOOD)], Form.FULL)

    assert table.header == ("State", "Sites")
    assert table.rows == (("Tamil Nadu", "20"), ("Uttar Pradesh", "12"))
    assert table.cites == ("a1.r4", "a1.r5", "a1.r6")


def test_a_short_item_prints_no_table() -> None:
    assert story_tables([a_manuscript(GOOD)], Form.SHORT) == ()


@pytest.mark.parametrize(
    "table",
    [
        GOOD + "\n| Kerala | " + "5 and so on " * 12 + "|",
        GOOD + "\n| Bihar | 6 |" * 20,
        "\n".join("| " + " | ".join(str(cell) for cell in range(40)) + " |" for _ in range(3)),
        "| State | |\n| Bihar | 6 |\n| Assam | 4 |",
    ],
    ids=["a long cell", "too many rows", "too many columns", "a column without a name"],
)
def test_a_table_that_would_not_read_well_is_not_printed(table: str) -> None:
    assert story_tables([a_manuscript(table)], Form.FULL) == ()
