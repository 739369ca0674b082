"""The bundled taxonomy and the user's own topics."""

import json
from pathlib import Path

import pytest

from magazine.core.classify import Classifier
from magazine.core.cues import CueIndex, is_shouted, tokens
from magazine.core.errors import ConfigurationError
from magazine.core.topics import TopicKind
from magazine.taxonomy import load_taxonomy

BUNDLED = load_taxonomy()
ROWS = Path(__file__).resolve().parents[1] / "fixtures" / "pib_rows.jsonl"


def own(folder: Path, text: str) -> Path:
    file = folder / "topics.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def refusal(folder: Path, text: str) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as refused:
        load_taxonomy(own(folder, text))
    return refused.value


def test_every_cue_of_the_taxonomy_is_found_in_a_sentence_made_of_it() -> None:
    cues = {cue for topic in BUNDLED.topics for cue in topic.keywords + topic.hints + topic.negative}
    index = CueIndex((cue, cue) for cue in cues)
    missed = [cue for cue in sorted(cues) if cue not in index.found(tokens(f"Today {cue}, as was said."))]

    assert len(cues) > 2000
    assert missed == []


def test_every_topic_has_a_group_a_hindi_name_and_known_syllabus_codes() -> None:
    codes = {code for code, _ in BUNDLED.syllabus}

    assert all(BUNDLED.group_of(topic.id) for topic in BUNDLED.topics)
    assert all(topic.name_hi != topic.name for topic in BUNDLED.topics)
    assert {code for topic in BUNDLED.topics for code in topic.syllabus} <= codes


def test_topics_stand_in_printing_order() -> None:
    orders = [topic.order for topic in BUNDLED.topics]

    assert orders == sorted(orders)


@pytest.mark.parametrize(
    ("word", "topic"),
    [
        ("polity", "parliament-legislation"),
        ("Environment", "climate-change"),
        ("science & technology", "space"),
        ("Ministry of Defence", "defence"),
        ("रक्षा मंत्रालय", "defence"),
        ("rural development", "government-schemes"),
    ],
)
def test_the_words_of_sites_and_ministries_name_topics(word: str, topic: str) -> None:
    assert topic in BUNDLED.resolve([word])


def test_most_releases_fall_into_a_section_without_the_help_of_their_category() -> None:
    classifier = Classifier(BUNDLED)
    rows = [json.loads(line) for line in ROWS.read_text(encoding="utf-8").splitlines()]
    ministries = [row for row in rows if row["category"].startswith("Ministry of")]
    same = 0
    for row in ministries:
        named = classifier.topics_of("", "", row["category"])
        scores = classifier.topics_of(row["title"], row["body"])
        same += bool(named and scores and named[0].topic in {score.topic for score in scores})

    assert not any(is_shouted(tokens(row["body"])) for row in rows)
    assert same / len(ministries) > 0.8


def test_a_users_topic_joins_the_group_it_names_and_the_others_stay(tmp_path: Path) -> None:
    file = own(
        tmp_path,
        "topics:\n  - {id: coastal-security, name: Coastal Security, group: security-all,"
        " keywords: [coastal police]}\n",
    )
    taxonomy = load_taxonomy(file)
    topic = taxonomy.topic("coastal-security")
    group = taxonomy.group_of("coastal-security")

    assert topic is not None
    assert topic.kind is TopicKind.SUBJECT
    assert topic.name_hi == "Coastal Security"
    assert group is not None
    assert group.topics[-1] == "coastal-security"
    assert len(taxonomy.topics) == len(BUNDLED.topics) + 1
    assert Classifier(taxonomy).topics_of("Coastal police get boats", "")[0].topic == "coastal-security"


def test_a_users_topic_without_a_group_gets_one_of_its_own(tmp_path: Path) -> None:
    taxonomy = load_taxonomy(own(tmp_path, "topics:\n  - {id: my-city, name: My City, keywords: [Indore]}\n"))

    assert taxonomy.groups[-1].name == "My City"
    assert taxonomy.groups[-1].topics == ("my-city",)


def test_a_users_group_may_list_old_and_new_topics(tmp_path: Path) -> None:
    text = (
        "groups:\n  - {id: seas, name: The Seas, topics: [coasts, geography]}\n"
        "topics:\n  - {id: coasts, name: Coasts, keywords: [beach]}\n"
    )
    taxonomy = load_taxonomy(own(tmp_path, text))

    assert taxonomy.resolve(["the seas"]) == ("geography", "coasts")
    assert [group.id for group in taxonomy.groups].count("coasts") == 0


def test_a_users_topic_replaces_the_one_of_its_id_in_its_place(tmp_path: Path) -> None:
    taxonomy = load_taxonomy(
        own(tmp_path, "topics:\n  - {id: space, name: Rockets, order: 72, keywords: [rocket]}\n")
    )
    before, after = BUNDLED.group_of("space"), taxonomy.group_of("space")

    assert taxonomy.resolve(["rockets"]) == ("space",)
    assert before == after
    assert len(taxonomy.topics) == len(BUNDLED.topics)


def test_a_replaced_topic_may_move_to_another_group(tmp_path: Path) -> None:
    taxonomy = load_taxonomy(
        own(tmp_path, "topics:\n  - {id: ethics, name: Ethics, group: society-all, keywords: [ethics]}\n")
    )
    group = taxonomy.group_of("ethics")

    assert group is not None
    assert group.id == "society-all"
    assert "ethics-all" not in {group.id for group in taxonomy.groups}


def test_the_digest_changes_with_a_cue_and_only_with_the_content(tmp_path: Path) -> None:
    changed = load_taxonomy(own(tmp_path, "topics:\n  - {id: my-city, name: My City, keywords: [Indore]}\n"))

    assert load_taxonomy().digest == BUNDLED.digest != changed.digest
    assert load_taxonomy(own(tmp_path, "")).digest == BUNDLED.digest


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "topics:\n - {id: a, name: A, keyword: [x]}",
            "topics[1].keyword: there is no such field",
            "keywords",
        ),
        ("topic: []", "topic: there is no such field", "topics"),
        ("topics:\n - {id: a, name: A}\n - {id: b}", "topics[2].name: is missing", ""),
        ("topics:\n - {id: Not An Id, name: A}", "topics[1].id: is not an id", ""),
        ("topics:\n - {id: a, name: A, keywords: [2027]}", "topics[1].keywords[1]", "quotes"),
        ("topics:\n - {id: a, name: A, keywords: ['…']}", "topics[1].keywords[1]", ""),
        (
            "topics:\n - {id: a, name: A, group: security}",
            "topic 'a' names the group 'security'",
            "security-all",
        ),
        ("groups:\n - {id: g, name: G, topics: [spce]}", "group 'g' names the topic 'spce'", "space"),
        ("topics:\n - {id: a, name: A}\n - {id: a, name: B}", "two topics 'a'", ""),
        ("topics:\n - {id: unclassified, name: A}", "'unclassified'", ""),
        ("topics: [a: b: c]", "is not YAML (line 1", ""),
        ("- just\n- a list", "the file", ""),
        ("version: 2", "version", ""),
        ("groups:\n - {id: g, nam: G}", "(and 1 more)", "name"),
    ],
)
def test_a_mistake_is_named_with_file_field_and_remedy(
    tmp_path: Path, text: str, message: str, hint: str
) -> None:
    error = refusal(tmp_path, text)

    assert message in error.message
    assert str(tmp_path / "topics.yaml") in error.message
    assert hint in error.hint


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"nowhere\.yaml cannot be read"):
        load_taxonomy(tmp_path / "nowhere.yaml")


def test_a_file_of_wrong_bytes_or_endless_brackets_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "topics.yaml"
    file.write_bytes(b"topics: \xff\xfe\x00")
    with pytest.raises(ConfigurationError, match="is not YAML"):
        load_taxonomy(file)
    file.write_text("[" * 3_000, encoding="utf-8")
    with pytest.raises(ConfigurationError):
        load_taxonomy(file)
