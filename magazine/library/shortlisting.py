"""A rule's candidates, by their stored figures: no body is read."""

from magazine.core.ports import Shortlist
from magazine.core.selection import Candidate, Rule, SelectionCounts
from magazine.library.catalogue import relevances
from magazine.library.conditions import SCORE, Conditions
from magazine.library.database import Database
from magazine.library.localday import INDIA
from magazine.library.rows import EVENT, IS_CLASSIFIED, REFERENCE, appraisal_of, reference_of, topics_of


def shortlist(database: Database, rule: Rule) -> Shortlist:
    """Return what the library has for a rule, as it is at one moment."""
    with database.reading():
        candidates = _candidates(database, rule)
        counts = _counts(database, rule, len(candidates))
    return Shortlist(candidates=candidates, counts=counts)


def _candidates(database: Database, rule: Rule) -> tuple[Candidate, ...]:
    conditions = Conditions().matching(rule.query)
    conditions.on_topics_in(rule.period, rule.timezone, rule.topics)
    if conditions.is_search:
        # Articles come by and large in the order of their days, so that most of the text index
        # can be passed over.
        conditions.add("article_text.rowid BETWEEN ? AND ?", *_numbers(database, rule))
    score = SCORE if conditions.is_search else "0.0"
    rows = database.rows(
        f"SELECT {REFERENCE}, {EVENT} AS event, {score} AS score {conditions.source} ORDER BY a.id",
        conditions.values,
    )
    topics = topics_of(database, [row["number"] for row in rows])
    return tuple(
        Candidate(
            reference=reference_of(row),
            appraisal=appraisal_of(row, topics.get(row["number"], ())),
            relevance=relevance,
            event=f"e{row['event']}" if row["event"] else "",
        )
        for row, relevance in zip(rows, relevances([row["score"] for row in rows]), strict=True)
    )


def _numbers(database: Database, rule: Rule) -> tuple[int, int]:
    """Return the least and the greatest number of the period's articles."""
    period = Conditions().in_period(rule.period, rule.timezone)
    rows = database.rows(f"SELECT min(a.number), max(a.number) {period.source}", period.values)
    return rows[0][0] or 0, rows[0][1] or 0


def _counts(database: Database, rule: Rule, matched: int) -> SelectionCounts:
    period = Conditions().in_period(rule.period, rule.timezone)
    in_period = database.number(f"SELECT count(*) {period.source}", period.values)
    return SelectionCounts(
        in_period=in_period,
        matched=matched,
        not_matched=in_period - matched,
        unclassified=in_period - _classified(database, rule),
        undated=database.number("SELECT count(*) FROM article WHERE is_stub = 0 AND day IS NULL"),
    )


def _classified(database: Database, rule: Rule) -> int:
    """Return how many articles of the period have a topic: each has one best."""
    if rule.timezone == INDIA:
        return database.number(
            "SELECT count(*) FROM article_topic WHERE place = 0 AND day BETWEEN ? AND ?",
            (rule.period.first.isoformat(), rule.period.last.isoformat()),
        )
    period = Conditions().in_period(rule.period, rule.timezone).add(IS_CLASSIFIED)
    return database.number(f"SELECT count(*) {period.source}", period.values)
