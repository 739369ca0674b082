import dataclasses
import html
import io
import json
import re
import sqlite3
import zipfile
from datetime import date
from typing import Any, NamedTuple

import lxml.html

from magazine.core.dates import DateRange
from magazine.core.issue import Fact, FactKind, Issue, Story, Verdict
from magazine.render.anki import AnkiRenderer
from tests.render.edition_samples import HOSTILE, checked_issue, filled_with, hindi_issue, whole_issue
from tests.render.sample import a_section, a_story, an_issue, said


class Note(NamedTuple):
    """A row of a package's notes."""

    id: str
    changed: int
    tags: str
    fields: list[str]
    deck: str


def notes(issue: Issue) -> list[Note]:
    """The notes of an issue's package, read as Anki would."""
    with zipfile.ZipFile(io.BytesIO(AnkiRenderer().render(issue).content)) as archive:
        database = sqlite3.connect(":memory:")
        database.deserialize(archive.read("collection.anki2"))
    decks = _decks(database)
    rows = database.execute(
        "SELECT guid, notes.mod, tags, flds, did FROM notes JOIN cards ON nid = notes.id ORDER BY notes.id"
    ).fetchall()
    database.close()
    return [
        Note(name, mod, tags, fields.split("\x1f"), decks[deck]) for name, mod, tags, fields, deck in rows
    ]


def _decks(database: sqlite3.Connection) -> dict[int, str]:
    table: dict[str, Any] = json.loads(database.execute("SELECT decks FROM col").fetchone()[0])
    return {int(name): deck["name"] for name, deck in table.items()}


def plain(field: str) -> str:
    """What a field shows."""
    return " ".join(lxml.html.fromstring(field).text_content().split())


def of_a_fact(label: str, text: str, **changes: Any) -> Issue:
    fact = Fact(kind=FactKind.NUMBER, label=label, statement=said(text, **changes))
    return an_issue(a_section("C", a_story(facts=(fact,))))


def test_facts_questions_and_the_glossary_are_decks_of_their_own() -> None:
    found = notes(whole_issue())
    issue = whole_issue()

    assert {note.deck for note in found} == {
        "The Week in Review::Prelims facts",
        "The Week in Review::Prelims test",
        "The Week in Review::Glossary",
    }
    assert sum(note.deck.endswith("test") for note in found) == len(issue.questions)


def test_a_fact_is_asked_with_a_gap_where_its_label_stands() -> None:
    (note,) = notes(of_a_fact("56 GW", "Wind power has crossed 56 GW this year."))

    assert [plain(field) for field in note.fields[:2]] == [
        "Wind power has crossed […] this year.",
        "Wind power has crossed 56 GW this year.",
    ]
    assert '<b class="gap">56 GW</b>' in note.fields[1]


def test_a_fact_whose_label_is_not_in_its_words_has_two_sides() -> None:
    (note,) = notes(of_a_fact("6 GW", "Wind power has crossed 56 GW this year."))

    assert [plain(field) for field in note.fields[:2]] == ["6 GW", "Wind power has crossed 56 GW this year."]


def test_a_label_inside_a_longer_word_or_number_is_no_gap() -> None:
    (note,) = notes(of_a_fact("5", "It rose from 25 to 5 and fell by 50."))

    assert plain(note.fields[0]) == "It rose from 25 to […] and fell by 50."


def test_a_question_has_its_options_in_front_and_its_key_and_reasons_behind() -> None:
    note = next(note for note in notes(whole_issue()) if note.deck.endswith("test"))

    assert plain(note.fields[0]).endswith("(a) 1 only (b) 2 only (c) Both 1 and 2 (d) Neither 1 nor 2")
    assert plain(note.fields[1]).startswith("(a) 1 only Statement 1 is correct")
    assert "A1" not in plain(note.fields[0])


def test_each_card_names_the_source() -> None:
    publishers = {source.publisher for story in whole_issue().stories for source in story.sources}

    assert all(any(name in note.fields[-1] for name in publishers) for note in notes(whole_issue()))


def test_a_card_keeps_its_id_when_a_person_changes_its_words() -> None:
    issue = checked_issue()
    story = issue.stories[0]
    fact = story.facts[0]
    edited = dataclasses.replace(fact.statement, text="In other words.", verdict=Verdict.EDITED_UNSUPPORTED)
    after = with_story(
        issue,
        dataclasses.replace(story, facts=(dataclasses.replace(fact, statement=edited), *story.facts[1:])),
    )

    assert [note.id for note in notes(after)] == [note.id for note in notes(issue)]
    assert notes(after) != notes(issue)
    assert notes(after)[0].changed > notes(issue)[0].changed


def test_a_later_issue_of_the_same_stories_updates_their_cards() -> None:
    issue = checked_issue()
    later = dataclasses.replace(issue.masthead, period=DateRange(date(2026, 3, 9), date(2026, 3, 31)))
    after = notes(dataclasses.replace(issue, masthead=later))

    assert {note.id for note in after} == {note.id for note in notes(issue)}
    assert min(note.changed for note in after) > max(note.changed for note in notes(issue))


def test_no_two_notes_share_an_id() -> None:
    names = [note.id for note in notes(whole_issue())]

    assert len(names) == len(set(names))


def test_hostile_text_is_shown_as_it_stands_and_does_nothing() -> None:
    found = notes(filled_with(*HOSTILE))
    fields = [field for note in found for field in note.fields]
    shown = {plain(note.fields[0]) for note in found if note.deck.endswith("Glossary")}
    whole = {" ".join(text.split()) for text in HOSTILE if text.isprintable() and text.isascii()}

    assert whole <= shown
    assert not [field for field in fields if re.search(r"\[(sound|latex|\$)", field)]
    assert not [field for field in fields if "{{" in field]
    assert {each.tag for field in fields for each in lxml.html.fromstring(field).iter()} <= {
        *(
            "p",
            "div",
            "b",
            "ol",
            "li",
            "span",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "strong",
            "a",
            "i",
        ),
    }
    assert not re.search(r'href="(?!https?:)', "".join(fields))


def test_hindi_stands_in_the_fields_and_names_the_decks() -> None:
    found = notes(hindi_issue())

    assert any("साइबर" in html.unescape(note.fields[-1]) for note in found)
    assert {note.deck.partition("::")[0] for note in found} == {"सप्ताह की समीक्षा"}


def test_tags_hold_no_space() -> None:
    tags = {tag for note in notes(whole_issue()) for tag in note.tags.split()}

    assert {"2026-03", "infrastructure", "GS3-01"} <= tags


def test_the_same_issue_gives_the_same_bytes() -> None:
    assert AnkiRenderer().render(whole_issue()).content == AnkiRenderer().render(whole_issue()).content


def test_an_issue_without_anything_to_learn_is_an_empty_package() -> None:
    edition = AnkiRenderer().render(an_issue(a_section("C", a_story(facts=()))))

    assert notes(an_issue(a_section("C", a_story(facts=())))) == []
    assert edition.notes == ()


def with_story(issue: Issue, story: Story) -> Issue:
    section = issue.sections[0]
    stories = tuple(story if each.id == story.id else each for each in section.stories)
    return dataclasses.replace(issue, sections=(dataclasses.replace(section, stories=stories),))
