"""How things stand: when each issue was last made, which sources fail, what models cost."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Protocol

from magazine.journal import Entry
from magazine.sources import Source


class Health(Protocol):
    """A feed as the last fetch left it."""

    @property
    def asked_at(self) -> str:
        """When it was last asked, in UTC."""
        ...

    @property
    def succeeded_at(self) -> str | None:
        """When it last answered."""
        ...

    @property
    def failures(self) -> int:
        """How often it has failed since."""
        ...

    @property
    def trouble(self) -> str:
        """Why it failed; empty when it did not."""
        ...


class Spent(Protocol):
    """What one model was asked in one month."""

    @property
    def month(self) -> str:
        """As ``2026-03``."""
        ...

    @property
    def calls(self) -> int:
        """Requests."""
        ...

    @property
    def cost(self) -> float:
        """US dollars, of the calls whose cost is known."""
        ...

    @property
    def calls_of_unknown_cost(self) -> int:
        """Requests to a model without a known price."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """A source that could not be read the last time."""

    name: str
    url: str
    failures: int
    """In a row."""
    asked_at: str
    succeeded_at: str | None
    trouble: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What models came to in a month."""

    month: str
    calls: int
    cost: float
    """US dollars, as far as prices are known."""
    calls_of_unknown_cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How things stand."""

    issues: tuple[Entry, ...]
    sources_on: int
    failing: tuple[Failing, ...]
    """The longest failing first."""
    costs: tuple[Cost, ...]
    """By month."""

    @property
    def is_well(self) -> bool:
        """Whether every issue was made the last time and every source was read."""
        return not self.failing and not any(entry.failed for entry in self.issues)


def status_of(
    entries: Sequence[Entry],
    sources: Iterable[Source],
    health: Mapping[str, Health],
    spent: Iterable[Spent],
) -> Status:
    """Return how things stand.

    Args:
        entries: The journal.
        sources: All of them; those that are off do not count.
        health: By address, of those that were ever asked.
        spent: The ledger's months.
    """
    on = [source for source in sources if source.on]
    return Status(
        issues=tuple(entries), sources_on=len(on), failing=failing_of(on, health), costs=_costs(spent)
    )


def failing_of(sources: Iterable[Source], health: Mapping[str, Health]) -> tuple[Failing, ...]:
    """Return the sources whose last fetch failed, the longest failing first."""
    failing = (
        Failing(
            name=source.name,
            url=source.url,
            failures=known.failures,
            asked_at=known.asked_at,
            succeeded_at=known.succeeded_at,
            trouble=known.trouble,
        )
        for source in sources
        if (known := health.get(source.url)) and known.trouble
    )
    return tuple(sorted(failing, key=lambda each: (-each.failures, each.name)))


def as_json(status: Status) -> dict[str, object]:
    """Return the status as plain values, with whether all is well."""
    return {"is_well": status.is_well, **asdict(status)}


def _costs(spent: Iterable[Spent]) -> tuple[Cost, ...]:
    by_month: dict[str, list[Spent]] = defaultdict(list)
    for each in spent:
        by_month[each.month].append(each)
    return tuple(
        Cost(
            month=month,
            calls=sum(each.calls for each in months),
            cost=round(sum(each.cost for each in months), 4),
            calls_of_unknown_cost=sum(each.calls_of_unknown_cost for each in months),
        )
        for month, months in sorted(by_month.items())
    )
