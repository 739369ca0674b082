"""The scenes that the bars play: add, fetch, make, render, pdf, batch, and make with a model."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.edit.model.faulty import Exchange, FaultyServer, completion, serving
from tests.edit.writing import a_copy
from tests.faults.theatre import (
    EXAMPLES,
    FEW,
    Played,
    Scene,
    Stage,
    a_place,
    a_stage,
    empty_stock,
    outcome_of,
    set_up,
)
from tests.ingest.site import a_site

ISSUE = ("--period", "2026-03", "--max-stories", "2", "--questions", "0")
MANIFEST = """
defaults: {period: 2026-03, max_stories: 1, questions: 0, format: html}
matrix:
  language: [en, hi]
"""
_PARAGRAPH = "<p>The tide rose twice at the port of Kandla on 9 March 2026, said the harbour master.</p>"
KEY = "sk-none-of-anybody"


@dataclass(frozen=True, slots=True)
class Whole:
    """A scene that nothing disturbed."""

    played: Played
    left: dict[str, str]
    """As ``outcome_of`` tells it."""
    calls: int
    """What it asked the model."""


@dataclass(frozen=True, slots=True)
class Theatre:
    """A stage, all scenes by name, and the servers that some of them ask."""

    stage: Stage
    place: Path
    scenes: dict[str, Scene]
    server: FaultyServer
    """The model's."""
    _known: dict[str, Whole] = field(default_factory=dict)

    def set_up(self, scene: Scene) -> Path:
        """Return the folder of plays as it is before a scene."""
        return set_up(scene, self.place / "play")

    @contextmanager
    def thinking(self, seconds: float) -> Iterator[None]:
        """Have the model take its time for as long as the block lasts, so that runs meet at it."""

        def ponder(it: Exchange) -> None:
            it.closing.wait(seconds)
            _a_teacher(it)

        before, self.server.fault = self.server.fault, ponder
        try:
            yield
        finally:
            self.server.fault = before

    def whole(self, scene: Scene) -> Whole:
        """Return what a scene is when nothing disturbs it; its moments are counted."""
        if scene.name not in self._known:
            folder, before = self.set_up(scene), self.server.hits
            played = self.stage.play(scene, folder, act="count")
            assert played.status == 0, played.said
            self._known[scene.name] = Whole(played, outcome_of(folder), self.server.hits - before)
        return self._known[scene.name]


@contextmanager
def a_theatre(shared: Theatre | None = None) -> Iterator[Theatre]:
    """Have a theatre for as long as the block lasts; the shared one, if there is one."""
    if shared is not None:
        yield shared
        return
    with a_stage() as stage, a_place() as place, serving(_a_teacher) as server, ExitStack() as stack:
        scenes = {scene.name: scene for scene in _offline(stage, place)}
        scenes["fetch"] = stack.enter_context(_fetching(place))
        words = (
            "make",
            *ISSUE,
            "--format",
            "html",
            "-o",
            "out",
            "--base-url",
            server.url,
            "--model",
            "m",
            "-q",
        )
        scenes["model"] = Scene(
            name="model", words=words, stock=scenes["make"].stock, environ={"OPENAI_API_KEY": KEY}
        )
        yield Theatre(stage, place, scenes, server)


def _offline(stage: Stage, place: Path) -> Iterator[Scene]:
    articles = tuple(str(EXAMPLES / f"{name}.md") for name in FEW)
    yield Scene(name="add", words=("add", *articles, "-q"), stock=empty_stock(place / "stock-empty"))
    stock = _stocked(stage, place)
    make = ("make", *ISSUE, "--format", "html", "-o", "out", "-q")
    yield Scene(name="make", words=make, stock=stock)
    made = Scene(name="made", words=make, stock=stock)
    folder = set_up(made, place / "stock-made")
    assert stage.play(made, folder).status == 0
    (folder / "work" / "out" / "magazine.html").unlink()
    editions = ("--format", "html,epub,md", "-o", "out", "-q")
    yield Scene(name="render", words=("render", *editions), stock=folder)
    yield Scene(name="pdf", words=("render", "-o", "out", "-q"), stock=folder)
    batch = set_up(made, place / "stock-batch")
    (batch / "work" / "weekly.yaml").write_text(MANIFEST, encoding="utf-8")
    yield Scene(name="batch", words=("batch", "weekly.yaml", "--workers", "1", "-q"), stock=batch)


def _stocked(stage: Stage, place: Path) -> Path:
    stock = empty_stock(place / "stock-library")
    articles = tuple(str(EXAMPLES / f"{name}.md") for name in FEW)
    filling = Scene(name="fill", words=("add", *articles, "-q"), stock=stock)
    assert stage.play(filling, stock).status == 0
    return stock


@contextmanager
def _fetching(place: Path) -> Iterator[Scene]:
    with a_site() as site:
        items = ""
        for number in range(3):
            url = site.url(f"/{number}")
            page = f"<article><h1>Tide {number}</h1>{_PARAGRAPH * 8}</article>"
            site.show(f"/{number}", f"<html><body>{page}</body></html>")
            items += f"<item><title>Tide {number}</title><link>{url}</link></item>"
        feed = f"<rss version='2.0'><channel><title>H</title>{items}</channel></rss>"
        site.show("/feed", feed, "application/rss+xml")
        stock = empty_stock(place / "stock-fetch")
        config = stock / "home" / ".config" / "magazine"
        config.mkdir(parents=True)
        source = f'[[source]]\nname = "Harbour"\nurl = "{site.url("/feed")}"\non = true\n'
        (config / "sources.toml").write_text(source, encoding="utf-8")
        yield Scene(name="fetch", words=("fetch", "--allow-host", site.place, "-q"), stock=stock)


def _a_teacher(it: Exchange) -> None:
    """Answer a story's request from its own sentences, under a headline of its own."""
    messages = [message["content"] for message in it.body["messages"]]
    answer = json.loads(completion(json.dumps(a_copy(json.loads(messages[-1])), ensure_ascii=False)))
    answer["usage"]["prompt_tokens"] = sum(map(len, messages)) // 4
    it.closing.wait(0.01)
    it.send(200, json.dumps(answer).encode())
