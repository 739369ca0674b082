"""Events: who joins whom as articles come in, change and go."""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from magazine.core.article import Article, Language
from magazine.core.dates import DateRange
from magazine.library import Library, open_library
from magazine.library.values import AddOutcome
from tests.builders import MARCH, a_rule, a_taxonomy, an_article

BLAST = (
    "As many as 12 people were killed in a blast at the Standard fireworks unit in Sivakasi, Tamil Nadu. "
    "Chief Minister M. K. Stalin announced relief for the families and ordered an inquiry by the Collector."
)
TOLL = (
    "The toll of the Sivakasi fireworks blast in Tamil Nadu rose to 15 as three of the injured died. "
    "The Collector's inquiry found that the Standard unit stored more chemicals than it was allowed to."
)
VOTE = (
    "The Lok Sabha passed the Coastal Shipping Bill by voice vote after a debate of four hours. "
    "Shipping Minister Sarbananda Sonowal said the Bill would bring cargo from roads to the coast."
)
HINDI = (
    "तमिलनाडु के शिवकाशी में पटाखा फैक्ट्री में विस्फोट से 12 लोगों की मौत हो गई। मुख्यमंत्री एम के स्टालिन ने जांच के आदेश दिए।"
)


SUNDAY_TOLL = an_article(
    id="toll", title="Sivakasi blast toll rises to 15", body=TOLL, source="B", published="2026-03-08"
)
SATURDAY_BLAST = an_article(
    id="blast",
    title="Blast in Sivakasi fireworks unit kills 12",
    body=BLAST,
    source="A",
    published="2026-03-07",
)
BILL = an_article(
    id="bill", title="Lok Sabha passes Coastal Shipping Bill", body=VOTE, source="B", published="2026-03-08"
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db", a_taxonomy()) as opened:
        yield opened


def told(library: Library, period: DateRange = MARCH) -> list[list[str]]:
    """Return the ids of the articles of a period, event by event."""
    events: dict[str, list[str]] = {}
    for candidate in library.shortlist(a_rule(period=period)).candidates:
        assert candidate.event
        events.setdefault(candidate.event, []).append(candidate.reference.id)
    return sorted(events.values())


def test_reports_of_two_publishers_and_days_are_one_event(library: Library) -> None:
    library.add([SATURDAY_BLAST, BILL, SUNDAY_TOLL])

    assert told(library) == [["bill"], ["blast", "toll"]]


def test_a_report_joins_an_event_that_was_there_before(library: Library) -> None:
    library.add([SATURDAY_BLAST, BILL])
    library.add([SUNDAY_TOLL])

    assert told(library) == [["bill"], ["blast", "toll"]]


def test_weeks_later_the_same_words_are_another_event(library: Library) -> None:
    library.add([SATURDAY_BLAST, replace(SUNDAY_TOLL, published="2026-03-28")])

    assert told(library) == [["blast"], ["toll"]]


def test_an_article_in_hindi_has_an_event_of_its_own_language(library: Library) -> None:
    hindi = replace(SATURDAY_BLAST, id="hindi", title="शिवकाशी विस्फोट", body=HINDI, language=Language.HINDI)
    again = replace(
        hindi, id="again", title="शिवकाशी में विस्फोट से 12 की मौत", source="C", published="2026-03-08"
    )
    library.add([SATURDAY_BLAST, hindi, again])

    assert told(library) == [["again", "hindi"], ["blast"]]


def test_a_copy_of_any_day_is_of_its_originals_event_and_counted(library: Library) -> None:
    copy = replace(
        SATURDAY_BLAST, id="copy", body=f"Also read: top stories.\n\n{BLAST}", published="2026-03-30"
    )

    assert library.add([SATURDAY_BLAST, copy]) == AddOutcome(added=2, copies=1)
    assert told(library) == [["blast", "copy"]]


def test_two_fillings_of_one_template_are_two_events(library: Library) -> None:
    form = (
        "The Prime Minister has expressed deep grief over the loss of lives in a mishap in {place}. He"
        " announced an ex-gratia of Rs 2 lakh from the relief fund for the next of kin of the deceased,"
        " and Rs 50,000 for the injured. He prayed for the speedy recovery of all those who were injured."
    )
    library.add(
        an_article(
            id=place, title=f"PM condoles mishap in {place}", body=form.format(place=place), source="PIB"
        )
        for place in ("Valsad", "Katihar", "Kurnool")
    )

    assert told(library) == [["Katihar"], ["Kurnool"], ["Valsad"]]


def test_undated_articles_and_teasers_have_no_event(library: Library) -> None:
    library.add(
        [SATURDAY_BLAST, replace(SUNDAY_TOLL, published=None), replace(BILL, is_stub=True, published=None)]
    )

    assert told(library) == [["blast"]]
    assert rows_of(library, "article_event") == 1


def test_a_changed_article_leaves_its_event_for_another(library: Library) -> None:
    library.add([SATURDAY_BLAST, BILL, SUNDAY_TOLL])
    library.add([replace(SUNDAY_TOLL, title=BILL.title, body=VOTE, source="C")])

    assert told(library) == [["bill", "toll"], ["blast"]]


def test_an_article_that_loses_its_day_leaves_its_event(library: Library) -> None:
    library.add([SATURDAY_BLAST, SUNDAY_TOLL])
    library.add([replace(SUNDAY_TOLL, published=None)])

    assert told(library) == [["blast"]]
    assert rows_of(library, "article_event") == 1


def test_a_removed_article_is_forgotten_and_comes_back_to_its_event(library: Library) -> None:
    library.add([SATURDAY_BLAST, BILL, SUNDAY_TOLL])

    library.remove(["blast"])
    assert told(library) == [["bill"], ["toll"]]
    library.add([SATURDAY_BLAST])
    assert told(library) == [["bill"], ["blast", "toll"]]
    library.remove(["blast", "bill", "toll"])
    assert [rows_of(library, table) for table in ("article_event", "event_term", "event_band")] == [0, 0, 0]


def test_another_order_makes_the_same_events(tmp_path: Path) -> None:
    articles = [
        replace(SATURDAY_BLAST, id=f"{source}-{day}", source=source, published=f"2026-03-{day:02}", body=body)
        for source in ("A", "B", "C")
        for day, body in ((7, BLAST), (8, TOLL), (8, VOTE), (9, BLAST + TOLL))
    ]
    articles = [replace(one, id=f"{one.id}-{place}") for place, one in enumerate(articles)]
    chance = random.Random(1)  # noqa: S311 - the same orders every time
    orders = [articles, *(chance.sample(articles, len(articles)) for _ in range(3))]

    assert len({str(told_after(tmp_path / f"{place}.db", order)) for place, order in enumerate(orders)}) == 1


def told_after(path: Path, articles: Sequence[Article]) -> list[list[str]]:
    with open_library(path, a_taxonomy()) as library:
        library.add(articles)
        return told(library)


def test_an_event_of_many_reports_stays_one_event(library: Library) -> None:
    library.add(replace(SATURDAY_BLAST, id=f"n-{number:02}", source=f"S{number}") for number in range(40))
    library.add([SUNDAY_TOLL])

    [event] = told(library)
    assert len(event) == 41


def test_a_library_of_before_there_were_events_gets_them_period_by_period(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path, a_taxonomy()) as library:
        library.add([SATURDAY_BLAST, SUNDAY_TOLL, replace(BILL, published="2026-02-08")])
    as_before_there_were_events(path)

    with open_library(path, a_taxonomy(), create=False) as library:
        assert told(library) == [["blast", "toll"]]
        assert rows_of(library, "event_backlog") == 1
        heard: list[tuple[int, int]] = []
        assert library.settle(told=lambda done, waiting: heard.append((done, waiting))) == 1
        assert heard == [(1, 1)]
        assert library.settle() == 0


def as_before_there_were_events(path: Path) -> None:
    """Take a library back to the form of the second migration."""
    with sqlite3.connect(path) as file:
        for trigger in ("event_backlog_insert", "event_backlog_update"):
            file.execute(f"DROP TRIGGER {trigger}")
        for table in ("article_event", "event_term", "event_band", "term_count", "event_backlog"):
            file.execute(f"DROP TABLE {table}")
        for index in ("article_topic_by_topic", "article_classified_by_day"):
            file.execute(f"DROP INDEX {index}")
        file.execute("ALTER TABLE article_topic DROP COLUMN day")
        file.execute("CREATE INDEX article_topic_by_topic ON article_topic (topic, article)")
        file.execute("PRAGMA user_version = 2")
    file.close()


def test_hostile_texts_have_events_too(library: Library) -> None:
    texts = [
        "",
        "'); DROP TABLE article; --",
        '{}[]\\"',
        "\U0001f600" * 3000,
        "a" * 100_000,
        "१२३ कि " * 5000,
    ]
    library.add(an_article(id=f"h-{place}", title=text, body=text) for place, text in enumerate(texts))

    assert sum(map(len, told(library))) == len(texts)


def rows_of(library: Library, table: str) -> int:
    """Count the rows of a table behind the library's back."""
    with sqlite3.connect(library.path) as file:
        [(count,)] = file.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - our own tables
    file.close()
    return int(count)
