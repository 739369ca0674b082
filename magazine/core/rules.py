"""A user's words to a rule: topics by any name, periods by any form, budgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from magazine.core.article import Language
from magazine.core.dates import DateRange, between, parse_day, parse_period
from magazine.core.defaults import DEFAULT_PERIOD, DEFAULT_STORIES
from magazine.core.errors import UsageError
from magazine.core.selection import Rule
from magazine.core.topics import Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a user asked for, in the user's words."""

    topics: Sequence[str] = ()
    query: str = ""
    period: str | None = None
    first: str | None = None
    last: str | None = None
    language: Language | None = None
    translate: bool = False
    """Articles of other languages too: a model tells them in ``language``."""
    max_stories: int | None = None
    """None: the default, or none when pages are limited; 0: no limit."""
    max_pages: int | None = None
    as_of: str | None = None
    """The day to take for today."""


def rule_for(wishes: Wishes, taxonomy: Taxonomy, today: date, timezone: str = "Asia/Kolkata") -> Rule:
    """Return the rule that the wishes mean on a day.

    Raises:
        UsageError: A topic, day, period or budget cannot be understood.
    """
    if wishes.as_of:
        today = parse_day(wishes.as_of)
    if wishes.translate and wishes.language is None:
        raise UsageError("--translate is given without --language.", hint="Give both.")
    _refuse_negative("--max-stories", wishes.max_stories)
    _refuse_negative("--max-pages", wishes.max_pages)
    return Rule(
        period=_period(wishes, today),
        topics=taxonomy.resolve(wishes.topics),
        query=" ".join(wishes.query.split()),
        language=wishes.language,
        translate=wishes.translate,
        max_stories=_story_budget(wishes),
        max_pages=wishes.max_pages or None,
        timezone=timezone,
    )


def _period(wishes: Wishes, today: date) -> DateRange:
    if wishes.period and (wishes.first or wishes.last):
        raise UsageError(
            "Both a period and single days are given.", hint="Give --period, or --from and --to."
        )
    if wishes.first and wishes.last:
        return between(parse_day(wishes.first), parse_day(wishes.last))
    if wishes.first:
        return between(parse_day(wishes.first), today)
    if wishes.last:
        raise UsageError("--to is given without --from.", hint="Give both, or --period.")
    return parse_period(wishes.period or DEFAULT_PERIOD, today)


def _story_budget(wishes: Wishes) -> int | None:
    if wishes.max_stories is None:
        return None if wishes.max_pages else DEFAULT_STORIES
    return wishes.max_stories or None


def _refuse_negative(option: str, value: int | None) -> None:
    if value is not None and value < 0:
        raise UsageError(f"{option} is {value}.", hint="Give a number from 1; 0 means no limit.")
