"""Whole, healthy examples of everything that comes in, for mutations to start from."""

import functools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from magazine.artefacts import to_json
from magazine.opml import write_opml
from magazine.sources import starter_sources
from tests.attacks import readings
from tests.attacks.bench import Reading
from tests.attacks.payloads import marked_articles
from tests.edit.model.faulty import completion
from tests.render.edition_samples import small_issue

_TESTS = Path(__file__).parents[1]
_LONGEST_BODY = 1500
_STORY: dict[str, Any] = {
    "last_id": "a1.s3",
    "headline": {"text": "Two wetlands join the list", "cites": ["a1.t"]},
    "remember": {"text": "India has 98 Ramsar sites.", "cites": ["a1.s2"]},
    "why": [{"text": "Two wetlands of Bihar were added on 4 March 2026.", "cites": ["a1.s1"]}],
    "points": [
        {"heading": None, "statements": [{"text": "They cover 13.6 lakh hectares.", "cites": ["a1.s2"]}]}
    ],
    "facts": [{"kind": "number", "label": "98", "text": "India has 98 Ramsar sites.", "cites": ["a1.s2"]}],
    "terms": [{"term": "Ramsar", "meaning": "A convention of 1971.", "cites": ["a1.s3"]}],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A gate, with what it is made to read."""

    reading: Reading
    seeds: Sequence[bytes]


@functools.cache
def gates() -> Mapping[str, Gate]:
    """Return every gate by the name that failures give it."""
    gate = _gate
    return {
        "feed": gate(readings.read_feed_here, *feeds()),
        "page": gate(readings.read_page_here, *pages()),
        "piped": gate(readings.read_piped, *pages(), *texts(), *rows()),
        **{
            f"file{suffix}": gate(reading, *(*texts(), *rows(), *pages()[:2]))
            for suffix, reading in readings.FILES.items()
            if suffix != ".xml"  # as a feed, in a process of its own
        },
        "facts": gate(readings.check_text, *texts()),
        "manifest": gate(readings.read_manifest_file, *MANIFESTS),
        "reply": gate(readings.read_reply, *replies()),
        "settings": gate(readings.read_settings_file, SETTINGS),
        "sources": gate(readings.read_sources_file, *sources()),
        "topics": gate(readings.read_topics_file, TOPICS),
        "brand": gate(readings.read_brand_file, BRAND),
        "issue": gate(readings.read_issue_file, to_json(small_issue())),
        "past": gate(readings.read_past_file, PAST),
    }


def _gate(reading: Reading, *seeds: bytes) -> Gate:
    return Gate(reading=reading, seeds=seeds)


@functools.cache
def feeds() -> tuple[bytes, ...]:
    """Return RSS, Atom, RDF and JSON Feed of the same few releases."""
    few = [row | {"body": row["body"][:_LONGEST_BODY]} for row in _releases()[:4]]
    rss = "".join(
        f"<item><title>{escape(row['title'])}</title><link>{escape(row['url'])}</link><guid>{row['id']}</guid>"
        f"<pubDate>Mon, 09 Mar 2026 10:00:00 +0530</pubDate><category>Ports</category>"
        f"<content:encoded><![CDATA[<p>{row['body']}</p>]]></content:encoded></item>"
        for row in few
    )
    atom = "".join(
        f'<entry><title type="html">{escape(row["title"])}</title><link href="{escape(row["url"])}"/>'
        f"<id>{row['id']}</id><updated>2026-03-09T10:00:00+05:30</updated>"
        f'<content type="html">{escape(row["body"])}</content></entry>'
        for row in few
    )
    items = [
        {"id": row["id"], "url": row["url"], "title": row["title"], "content_html": row["body"]}
        for row in few
    ]
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>PIB</title><link>https://pib.gov.in/</link>{rss}</channel></rss>".encode(),
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://pib.gov.in/">{atom}</feed>'.encode(),
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        f'xmlns:content="http://purl.org/rss/1.0/modules/content/">{rss}</rdf:RDF>'.encode(),
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "PIB", "items": items}).encode(),
    )


@functools.cache
def pages() -> tuple[bytes, ...]:
    """Return a whole page, pieces of pages, and pages with markup of attackers in them."""
    own = (_TESTS / "ingest/fixtures/ports.html").read_bytes()
    marked = marked_articles()[:12]
    return (
        own,
        f"<html><head><title>PIB</title></head><body>{marked[0]['body_html']}</body></html>".encode(),
        *(row["body_html"].encode() for row in marked),
    )


@functools.cache
def texts() -> tuple[bytes, ...]:
    """Return Markdown, a page as it is copied from a browser, and plain text in either language."""
    folder = _TESTS / "ingest/fixtures"
    bodies = [row["body"][:_LONGEST_BODY].encode() for row in _releases()]
    return ((folder / "tides.md").read_bytes(), (folder / "coconut_page.txt").read_bytes(), *bodies)


@functools.cache
def rows() -> tuple[bytes, ...]:
    """Return articles as JSON and JSON Lines."""
    few = [row | {"body": row["body"][:300]} for row in _releases()[:3]]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in few)
    return json.dumps({"articles": few}).encode(), lines.encode(), json.dumps(few[0]).encode()


@functools.cache
def replies() -> tuple[bytes, ...]:
    """Return completions, bare and fenced, and errors."""
    told = json.dumps(_STORY, ensure_ascii=False)
    return (
        completion(told),
        completion(f"<think>so</think>Sure!\n```json\n{told}\n```"),
        json.dumps({"error": {"message": "no", "code": 429, "type": "rate_limit"}}).encode(),
        told.encode(),
        json.dumps({"mended": [{"number": 1, "text": "So.", "cites": ["a1.s1"]}]}).encode(),
    )


@functools.cache
def sources() -> tuple[bytes, ...]:
    """Return a list of sources and one of subscriptions."""
    own = b'[[source]]\nname = "PIB"\nurl = "https://pib.gov.in/rss"\ntopics = ["polity"]\non = true\n'
    return own, write_opml(starter_sources()[:5])


@functools.cache
def _releases() -> list[dict[str, Any]]:
    lines = (_TESTS / "fixtures/pib_rows.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[:24]]


MANIFESTS = (
    b"""output: weekly
defaults: {period: 2026-03, max_stories: 9, format: pdf}
issues:
  - {name: north, brand: north.yaml, topics: [polity, economy]}
  - name: hindi
    language: hi
""",
    b"""matrix:
  brand: {north: north.yaml, south: south.yaml}
  language: [en, hi]
  topics: [polity, [space]]
  period: [2026-W10, 2026-W11]
model: {engine: model, name: m, max_cost: 1.5}
""",
    b"""email: {host: mail.example, from: a@example.org, to: b@example.org, tls: none}
issues: [{name: x}]
""",
)
SETTINGS = (
    b'library = "~/l.sqlite"\ntimezone = "Asia/Kolkata"\ntitle = "W"\n[model]\nname = "m"\n'
    b'base_url = "http://localhost/v1"\ndeadline = 60\n'
)
TOPICS = """topics:
  - id: ports
    name: Ports
    name_hi: बंदरगाह
    keywords: [port, harbour]
    hints: [ship]
groups:
  - id: sea
    name: Sea
    name_hi: समुद्र
    topics: [ports]
""".encode()
BRAND = (
    b"name: North Academy\ntagline: Read well\ncolour: '#102040'\ncolours: {A: '#204010'}\n"
    b"contact: {address: [1 Road], phone: ['011'], email: a@b.example, web: 'https://b.example'}\n"
    b"qr: https://b.example/q\nabout: |\n  We teach.\n\n  Well.\n"
)
PAST = json.dumps(
    [{"text": "Discuss blue economy.", "exam": "UPSC CSE", "year": 2021, "options": [], "topics": ["ports"]}]
).encode()
