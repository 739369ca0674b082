"""An issue to Anki: the one module that imports genanki.

A card keeps its id from issue to issue, so that importing again updates what
was learnt instead of doubling it.
"""

import hashlib
import importlib.metadata
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, time
from itertools import count
from types import ModuleType
from typing import Any

from magazine import __version__
from magazine.assets import bundled
from magazine.core.issue import Issue, Verdict
from magazine.core.ports import Edition
from magazine.render.cards import Card, Deck, cards_of
from magazine.render.compose import compose
from magazine.render.filling import editions_digest, labels_digest, links_left_out
from magazine.render.labels import Labels
from magazine.render.themes import load_theme
from magazine.render.zipped import zipped

_KIND = 1_703_264_811
"""The id of our kind of note: never change it, or a second import brings new notes."""
_BODY = '<div class="tex2jax_ignore mathjax_ignore">{}</div>'
"""What an article says is never a formula."""
_UPDATE = (
    "Anki takes over changed cards of an issue imported before when its import is told "
    "to update notes: always."
)

Model = Any
"""genanki has no types."""


class AnkiRenderer:
    """Renders the facts, questions and glossary of an issue as decks for Anki."""

    @property
    def suffix(self) -> str:
        return "apkg"

    @property
    def signature(self) -> str:
        engine = importlib.metadata.version("genanki")
        return f"anki {__version__}, genanki {engine}, {editions_digest()}, labels {labels_digest()}"

    def render(self, issue: Issue) -> Edition:
        view = compose(issue, load_theme())
        cards = cards_of(issue, view)
        content = zipped([("collection.anki2", _collection(issue, view.words, cards)), ("media", b"{}")])
        return Edition(content=content, notes=(*((_UPDATE,) if cards else ()), *links_left_out(issue)))


def _collection(issue: Issue, words: Labels, cards: Sequence[Card]) -> bytes:
    """Return the database of a package, made in memory: its file would hold the time and a random name."""
    import genanki

    kind = _kind_of_note(genanki)
    decks = []
    for part in Deck:
        name = f"{issue.masthead.title.replace('::', ': ')}::{words[part]}"
        deck = genanki.Deck(_deck_id(name), name)
        for card in (card for card in cards if card.deck is part):
            fields = [card.front, card.back, card.source]
            deck.add_note(genanki.Note(model=kind, fields=fields, guid=card.id, tags=list(card.tags)))
        if deck.notes:
            decks.append(deck)
    made = _made(issue)
    with closing(sqlite3.connect(":memory:")) as database:
        genanki.Package(decks).write_to_db(database.cursor(), made, count(int(made * 1000)))
        database.commit()
        return database.serialize()


def _kind_of_note(genanki: ModuleType) -> Model:
    """Return the one kind for all: a note that changed its kind would not be updated."""
    style = (bundled("templates") / "editions" / "anki" / "style.css").read_text(encoding="utf-8")
    card = {
        "name": "Card",
        "qfmt": _BODY.format("{{Front}}"),
        "afmt": '{{FrontSide}}<hr id="answer">' + _BODY.format("{{Back}}{{Source}}"),
    }
    fields = [{"name": "Front"}, {"name": "Back"}, {"name": "Source"}]
    return genanki.Model(_KIND, "Magazine", fields=fields, templates=[card], css=style)


def _deck_id(name: str) -> int:
    """Return the id of a deck: 31 bits of its name's hash."""
    return int.from_bytes(hashlib.sha256(name.encode(errors="replace")).digest()[:4], "big") >> 1 | 1 << 29


def _made(issue: Issue) -> float:
    """Return when the notes were changed: the period's end, and a second for each edit by a person.

    Never the clock, so that the same issue gives the same file; a later issue is later all the same.
    """
    hands = (Verdict.EDITED_CHECKED, Verdict.EDITED_UNSUPPORTED)
    edits = sum(each.verdict in hands for story in issue.stories for each in story.statements)
    return datetime.combine(issue.masthead.period.last, time(), UTC).timestamp() + edits
