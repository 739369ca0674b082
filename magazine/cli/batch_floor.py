"""The floor where a batch is made: crew, editors and press put together from the desk's parts."""

import os
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from magazine.artefacts import IssueFolder
from magazine.batch.cluster import cluster_crew
from magazine.batch.crew import Crew, local_crew
from magazine.batch.orders import Fault, Order, Result, State
from magazine.batch.parcel import FarRenderer, Livery, far_renderer
from magazine.batch.running import Batch
from magazine.batch.sharing import Choices, Drafts, SharedEditor, SharedPress
from magazine.cli.failures import status_of, unforeseen
from magazine.cli.ordering import Wanted
from magazine.cli.wiring import Desk, part_versions
from magazine.core.errors import MagazineError, UsageError
from magazine.core.ports import Editor
from magazine.journal import Journal
from magazine.locking import run_lock
from magazine.press import Press
from magazine.steps import SilentWatcher

if TYPE_CHECKING:
    from magazine.edit import ExtractiveEditor
    from magazine.edit.model.correspondence import Correspondence

_SPARE = 8
"""Orders in hand beyond one a worker: they are selected and edited while others are set."""


@contextmanager
def crew_of(workers: int | None, cluster: str | None) -> Iterator[Crew]:
    """Have a crew of this machine, or of a cluster, for as long as the block lasts.

    Raises:
        UsageError: Both are asked for, or no worker at all.
        UnreachableError, ConfigurationError: There is no such cluster.
    """
    if cluster is not None and workers is not None:
        raise UsageError("Both --workers and --cluster are given.", hint="A cluster has its own workers.")
    if workers is not None and workers < 1:
        raise UsageError(f"--workers is {workers}.", hint="Give a number from 1.")
    crew = cluster_crew(cluster) if cluster is not None else local_crew(workers or os.cpu_count() or 1)
    with crew as found:
        yield found


@dataclass(frozen=True, slots=True)
class Floor:
    """What the orders of a batch share."""

    desk: Desk
    halt: threading.Event
    """Set when the batch is given up."""
    journal: Journal
    is_required: bool
    """Without the model there is to be no issue."""

    def run(
        self,
        wanted: Sequence[Wanted],
        output: Path,
        crew: Crew,
        letters: "Correspondence | None",
        *,
        fail_fast: bool,
    ) -> list[Result]:
        """Make what is wanted, into folders below ``output``; return the results in the same order."""
        at_once = crew.size + _SPARE
        orders = self._orders(wanted, output, crew, letters, Drafts(at_once + 1))
        choices = Choices(at_once + 1)
        by_name = {order.name: order for order in orders}
        batch = Batch(
            open_press=lambda order: self._press(order, choices),
            at_once=at_once,
            fault=self._fault,
            heard=lambda result: self._heard(by_name[result.name], result),
            give_up=crew.dismiss,
            reviser=self.desk.reviser(),
            fail_fast=fail_fast,
            seconds=time.monotonic,
            halt=self.halt,
        )
        return batch.run(orders)

    def _orders(
        self,
        wanted: Sequence[Wanted],
        output: Path,
        crew: Crew,
        letters: "Correspondence | None",
        drafts: Drafts,
    ) -> list[Order]:
        editors: dict[int, Editor] = {}
        renderers: dict[tuple[str, Livery], FarRenderer] = {}
        desks = threading.Semaphore(_SPARE)
        orders = []
        for each in wanted:
            if id(each.editor) not in editors:
                editor = self._editor(each.editor, letters)
                editors[id(each.editor)] = SharedEditor(
                    editor=editor, drafts=drafts, halt=self.halt, desks=desks
                )
            for edition in each.editions:
                if (edition, each.livery) not in renderers:
                    renderers[edition, each.livery] = far_renderer(edition, each.livery, crew)
            orders.append(
                Order(
                    name=each.name,
                    folder=IssueFolder(output / each.name),
                    rule=each.rule,
                    editor=editors[id(each.editor)],
                    renderers=tuple(renderers[edition, each.livery] for edition in each.editions),
                    fewest=each.fewest,
                )
            )
        return orders

    def _editor(self, extractive: "ExtractiveEditor", letters: "Correspondence | None") -> Editor:
        if letters is None:
            return extractive
        from magazine.edit.model.apart import ApartEditor  # noqa: PLC0415

        editor = replace(
            self.desk.model_editor(extractive, letters),
            concurrency=letters.concurrency,
            is_required=self.is_required,
        )
        return ApartEditor(editor, letters)

    @contextmanager
    def _press(self, order: Order, choices: Choices) -> Iterator[Press]:
        desk = self.desk
        # Who renders one of the folders meanwhile waits, as for any other run.
        folder = run_lock(order.folder.path, desk.wait, locks=desk.settings.locks)
        # A library belongs to the thread that opened it, and opening one takes no time.
        with folder, desk.library() as library:
            order.folder.sweep()
            yield SharedPress(
                archive=library,
                taxonomy=desk.taxonomy,
                zone=desk.settings.zone,
                seconds=time.monotonic,
                watcher=SilentWatcher(),
                versions=part_versions(),
                choices=choices,
            )

    def _fault(self, order: Order, error: Exception) -> Fault:
        if isinstance(error, MagazineError):
            self.journal.failed(order.folder.path, datetime.now(UTC), error)
            return Fault(status_of(error), str(error))
        return Fault(*unforeseen(error, lambda: self.desk.settings.log_folder))

    def _heard(self, order: Order, result: Result) -> None:
        """Show a result as it comes, and write it into the journal."""
        facts = {"issue": result.name, "state": result.state.value, "seconds": result.seconds}
        if result.fault:
            self.desk.talk.warn(
                f"{result.name}: {result.state}. {result.fault.message}", status=result.fault.status, **facts
            )
            return
        if result.state is State.NOT_STARTED:
            self.desk.talk.warn(f"{result.name}: not started, as the batch was given up.", **facts)
            return
        self.journal.succeeded(
            order.folder.path,
            datetime.now(UTC),
            order.rule.period,
            stories=result.stories,
            editions=result.files,
        )
        if result.state is State.UNCHANGED:
            self.desk.talk.detail(f"{result.name}: nothing has changed", **facts)
        else:
            self.desk.talk.say(
                f"{result.name}: {result.stories} stories, {result.pages} pages, {result.seconds:.1f} s",
                stories=result.stories,
                pages=result.pages,
                **facts,
            )
