"""What must not be lost, and where it comes from: library, ledger, sources."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from magazine.doctor.check import Check
from magazine.library.health import faults, file_health
from magazine.status import Failing

if TYPE_CHECKING:
    from magazine.edit.model.ledger import Ledger


def library(path: Path) -> Check:
    """Look at a library: every page of its file, and what it holds. That there is none is in order.

    Raises:
        UnreadableError: It cannot even be opened.
    """
    if not path.exists():
        return Check(name="library", ok=True, found=f"none yet at {path}; magazine add PATH makes it")
    if found := faults(path):
        return Check(
            name="library",
            ok=False,
            found=f"{path} is damaged: {found[0]}.",
            advice="Restore it from a backup (magazine library backup makes one), or add its articles anew.",
        )
    held = file_health(path)
    days = f"{held.first or '-'} to {held.last or '-'}"
    return Check(name="library", ok=True, found=f"whole: {held.articles} articles, {days}, at {path}")


def ledger(held: "Ledger") -> Check:
    """Look at an open ledger of what was paid for."""
    months = held.months()
    calls, cost = sum(month.calls for month in months), sum(month.cost for month in months)
    return Check(name="ledger", ok=True, found=f"{calls} calls, ${cost:.2f}, at {held.path}")


def sources(on: int, failing: Sequence[Failing]) -> Check:
    """Look at the sources as the last fetch left them; nothing is fetched."""
    if not failing:
        return Check(name="sources", ok=True, found=f"{on} on, none failing")
    worst = failing[0]
    return Check(
        name="sources",
        ok=False,
        found=f"{len(failing)} of {on} failing, such as {worst.name}: {worst.trouble}",
        advice=f'See: magazine sources list. Or do without: magazine sources remove "{worst.name}"',
    )
