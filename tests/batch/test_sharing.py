"""What orders share is made once: values, drafts, requests to a model."""

import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from magazine.batch.sharing import Drafts, Once, SharedEditor
from magazine.core.article import Article
from magazine.core.errors import RendererError
from magazine.core.ports import Draft
from magazine.core.selection import Selection
from magazine.edit.model.budget import Limits
from magazine.edit.model.correspondence import open_correspondence
from magazine.edit.model.gate import Gate
from magazine.server import Server
from tests.edit.model.asked import a_note, a_request
from tests.edit.model.faulty import Exchange, completion, serving
from tests.press.samples import a_selection, an_issue


@dataclass
class CountingEditor:
    """Edits the sample issue, and counts how often."""

    signature: str = "counting 1"
    edits: list[str] = field(default_factory=list)

    def edit(self, selection: Selection, articles: Iterable[Article]) -> Draft:  # noqa: ARG002 - it needs none
        self.edits.append(selection.stories[0].id)
        return Draft(issue=an_issue(), counts={"model_calls": 3, "stories_by_model": 1})


def test_a_value_is_made_once_by_whoever_comes_first() -> None:
    once, gate, made = Once[str, int](4), threading.Barrier(4), list[int]()

    def make() -> int:
        made.append(1)
        return 7

    def asked() -> tuple[int, bool]:
        gate.wait()
        return once.get("key", make)

    with ThreadPoolExecutor(4) as threads:
        found = [future.result() for future in [threads.submit(asked) for _ in range(4)]]

    assert [value for value, _ in found] == [7] * 4
    assert sum(mine for _, mine in found) == len(made) == 1


def test_only_the_last_values_are_kept() -> None:
    once = Once[int, int](2)
    for key in (1, 2, 3):
        once.get(key, lambda: 0)

    assert once.get(3, lambda: 9) == (0, False)
    assert once.get(1, lambda: 9) == (9, True)


def test_what_failed_is_tried_again() -> None:
    once = Once[str, int](2)

    with pytest.raises(RendererError):
        once.get("key", _refuse)

    assert once.get("key", lambda: 1) == (1, True)


def _refuse() -> int:
    raise RendererError("No.")


def test_issues_of_equal_selection_and_editor_are_edited_once_and_paid_in_one_place() -> None:
    inner = CountingEditor()
    editor = SharedEditor(editor=inner, drafts=Drafts(4), halt=threading.Event())

    first, second = editor.edit(a_selection(), []), editor.edit(a_selection(), [])

    assert inner.edits == ["s-1"]
    assert first.issue == second.issue
    assert first.counts == {"model_calls": 3, "stories_by_model": 1}
    assert second.counts == {"model_calls": 0, "stories_by_model": 1}
    assert second.notes == ("Edited together with another issue.",)


def test_another_editor_edits_for_itself() -> None:
    drafts, halt = Drafts(4), threading.Event()
    one, other = CountingEditor(), CountingEditor(signature="counting, titled")

    for inner in (one, other):
        SharedEditor(editor=inner, drafts=drafts, halt=halt).edit(a_selection(), [])

    assert (len(one.edits), len(other.edits)) == (1, 1)


def test_nothing_is_edited_once_the_batch_is_given_up() -> None:
    inner, halt = CountingEditor(), threading.Event()
    halt.set()

    with pytest.raises(KeyboardInterrupt):
        SharedEditor(editor=inner, drafts=Drafts(4), halt=halt).edit(a_selection(), [])
    assert inner.edits == []


def test_the_same_request_of_several_issues_at_once_is_paid_once(tmp_path: Path) -> None:
    inside = threading.Barrier(4)

    def answer(it: Exchange) -> None:
        it.send(200, completion(a_note("told")))

    def asked() -> bool:
        inside.wait()
        return letters.apart().ask(a_request(user="the same")).is_new

    with (
        serving(answer) as server,
        open_correspondence(
            Server(base_url=server.url, name="m", concurrency=4),
            {},
            ledger=tmp_path / "ledger.sqlite",
            limits=Limits(),
            stop=threading.Event(),
        ) as letters,
        ThreadPoolExecutor(4) as threads,
    ):
        found = [future.result() for future in [threads.submit(asked) for _ in range(4)]]

    assert sorted(found) == [False, False, False, True]
    assert server.hits == 1


def test_a_correspondence_apart_counts_for_itself_and_shares_the_ledger(tmp_path: Path) -> None:
    with (
        serving(lambda it: it.send(200, completion(a_note("told")))) as server,
        open_correspondence(
            Server(base_url=server.url, name="m"), {},
            ledger=tmp_path / "ledger.sqlite", limits=Limits(), stop=threading.Event(),
        ) as letters,
    ):  # fmt: skip
        one, other = letters.apart(), letters.apart()
        one.ask(a_request(user="x"))
        other.ask(a_request(user="x"))

    assert (one.tally.calls, other.tally.calls, other.tally.kept) == (1, 0, 1)
    assert letters.tally.calls == 1


def test_no_more_requests_are_on_their_way_than_the_gate_is_wide() -> None:
    gate, inside, most = Gate(2), list[int](), list[int]()

    def pass_through(number: int) -> None:
        with gate.only(str(number)), gate.slot():
            inside.append(number)
            most.append(len(inside))
            inside.remove(number)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(pass_through, range(64)))

    assert len(most) == 64
    assert max(most) <= 2
