"""A user's words for topics and groups."""

import pytest

from magazine.core.errors import UsageError
from magazine.core.topics import Group, Taxonomy
from tests.builders import a_taxonomy, a_topic

ECONOMY = a_topic(id="economy", name="Indian Economy", name_hi="भारतीय अर्थव्यवस्था", aliases=("Money",))
BANKING = a_topic(id="banking", name="Banking & Finance", name_hi="बैंकिंग", aliases=("RBI in News",))
SPACE = a_topic()
TAXONOMY = Taxonomy(
    topics=(ECONOMY, BANKING, SPACE),
    groups=(
        Group(
            id="economy-all",
            name="Economy",
            name_hi="अर्थव्यवस्था",
            topics=("economy", "banking"),
            aliases=("Business",),
        ),
        Group(id="science", name="Science", name_hi="विज्ञान", topics=("space",)),
    ),
)


@pytest.mark.parametrize(
    ("word", "topics"),
    [
        ("banking", ("banking",)),
        ("BANKING and finance", ("banking",)),
        (" banking  &  finance ", ("banking",)),
        ("rbi_in-news", ("banking",)),
        ("बैंकिंग", ("banking",)),
        ("economy-all", ("economy", "banking")),
        ("अर्थव्यवस्था", ("economy", "banking")),
        ("business", ("economy", "banking")),
        ("unclassified", ("unclassified",)),
    ],
)
def test_a_topic_or_group_is_found_by_id_name_or_alias(word: str, topics: tuple[str, ...]) -> None:
    assert TAXONOMY.resolve([word]) == topics


def test_a_word_for_a_section_and_for_a_topic_asks_for_the_section() -> None:
    assert TAXONOMY.resolve(["economy"]) == ("economy", "banking")
    assert TAXONOMY.resolve(["Indian Economy"]) == ("economy",)


def test_several_words_give_each_topic_once_in_the_taxonomys_order() -> None:
    assert TAXONOMY.resolve(["space", "banking", "economy"]) == ("economy", "banking", "space")


def test_an_unknown_word_is_refused_with_the_nearest_names() -> None:
    with pytest.raises(UsageError) as refused:
        TAXONOMY.resolve(["bankng"])

    assert "bankng" in refused.value.message
    assert "banking" in refused.value.hint


def test_a_word_near_to_nothing_is_refused_with_the_way_to_the_list() -> None:
    with pytest.raises(UsageError, match="magazine library topics"):
        TAXONOMY.resolve(["zzzzqqq"])


def test_the_first_group_that_lists_a_topic_owns_it() -> None:
    owner = TAXONOMY.group_of("banking")

    assert owner is not None
    assert owner.id == "economy-all"
    assert TAXONOMY.group_of("nowhere") is None
    assert TAXONOMY.topic("nowhere") is None
    assert a_taxonomy().topic("space") == a_topic()
