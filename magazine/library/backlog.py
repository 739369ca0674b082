"""Articles that wait for their event: every new or changed one, until its batch is settled."""

from datetime import date, timedelta

from magazine.core.article import Article
from magazine.core.dates import DateRange
from magazine.library.database import Database
from magazine.library.events import Events
from magazine.library.rows import ARTICLE, article_of

_DAYS_OFF = timedelta(days=1)
"""No zone's day is further from India's, by which the backlog goes."""


class Backlog:
    """The articles of a library that wait, and the events that they are placed in."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.events = Events(database)

    def waiting(self, period: DateRange | None = None) -> int:
        """Return how many articles wait, in all or of a period."""
        where, values = _of_period(period)
        return self._database.number(f"SELECT count(*) FROM event_backlog b {where}", values)  # noqa: S608

    def settle(self, period: DateRange | None = None, most: int = -1) -> int:
        """Place those that wait, the earliest days first; return how many are copies.

        To be called inside a transaction that writes.
        """
        where, values = _of_period(period)
        rows = self._database.rows(
            f"SELECT b.day, a.number, {ARTICLE} FROM event_backlog b "  # noqa: S608 - our own columns
            f"JOIN article a ON a.number = b.article {where} ORDER BY b.day, a.number LIMIT ?",
            [*values, most],
        )
        dated: list[tuple[int, date, Article]] = []
        gone: list[int] = []
        for row in rows:
            if row["day"] is None or row["is_stub"]:
                gone.append(row["number"])
            else:
                dated.append((row["number"], date.fromisoformat(row["day"]), article_of(row)))
        # What has lost its day, or is a teaser now, leaves its event.
        self.events.forget(gone)
        copies = self.events.place(dated)
        self._database.run_many(
            "DELETE FROM event_backlog WHERE article = ?", [(row["number"],) for row in rows]
        )
        return copies


def _of_period(period: DateRange | None) -> tuple[str, list[str]]:
    if period is None:
        return "", []
    first = period.first - _DAYS_OFF if period.first > date.min else date.min
    last = period.last + _DAYS_OFF if period.last < date.max else date.max
    return "WHERE b.day BETWEEN ? AND ?", [first.isoformat(), last.isoformat()]
