"""How well requests to a model are kept on their way: 60 of a second each, 8 at once; then again."""

import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from magazine.edit.model.budget import Limits
from magazine.edit.model.correspondence import Correspondence, open_correspondence
from magazine.server import Server
from tests.edit.model.asked import a_note, a_request
from tests.edit.model.faulty import Exchange, FaultyServer, completion, serving

STORIES = 60
WORKERS = 8
SECONDS = 1.0
IDEAL = -(-STORIES // WORKERS) * SECONDS


def main() -> None:
    """Print the figures of a first run and of a second."""
    moments: list[float] = []

    def slow(it: Exchange) -> None:
        moments.append(time.perf_counter())
        it.closing.wait(SECONDS)
        it.send(200, completion(a_note(it.body["messages"][1]["content"])))
        moments.append(time.perf_counter())

    with serving(slow) as server, tempfile.TemporaryDirectory() as folder:
        first, texts = _run(server, Path(folder))
        elapsed = max(moments) - min(moments)
        second, again = _run(server, Path(folder))
    print(f"{STORIES} requests of {SECONDS:.0f} s, {WORKERS} at once: first request to last reply")
    print(
        f"  {elapsed:.2f} s = {elapsed / IDEAL:.3f} of the ideal {IDEAL:.0f} s ({first:.2f} s with the start)"
    )
    print(f"  again: {server.hits - STORIES} calls, {second:.2f} s, same answers: {texts == again}")


def _run(server: FaultyServer, folder: Path) -> tuple[float, list[str]]:
    begun = time.perf_counter()
    with (
        open_correspondence(
            Server(base_url=server.url, name="m", concurrency=WORKERS),
            {},
            ledger=folder / "ledger.sqlite",
            limits=Limits(),
            stop=threading.Event(),
        ) as desk,
        ThreadPoolExecutor(desk.concurrency) as pool,
    ):
        texts = list(pool.map(lambda number: _ask(desk, number), range(STORIES)))
    return time.perf_counter() - begun, texts


def _ask(desk: Correspondence, number: int) -> str:
    text: str = desk.ask(a_request(user=f"story {number}")).value.text
    return text


if __name__ == "__main__":
    main()
