"""Every gate through which bytes come in, as a function that takes any bytes and raises nothing.

What a gate may say is an error of the tree or a refusal. All else is a bug, and so is an
article that is not fit to print.
"""

import functools
import io
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from magazine.artefacts import IssueFolder
from magazine.core.article import Article
from magazine.core.dates import IST
from magazine.core.errors import MagazineError, UnreadableError
from magazine.core.facts import facts_of
from magazine.core.guard import Source, check
from magazine.ingest import read_inputs
from magazine.ingest.draft import article_from
from magazine.ingest.feed_child import plain_fields
from magazine.ingest.feeds import as_teaser, read_feed
from magazine.ingest.page_html import read_page
from tests.attacks.canary import LOCAL_BYTES

_UNSEEN = set("\x00\x08\x1b\x7f\u200b\u202e\u2066\ufeff\ufffe")
_PUBLISHED = date(2026, 3, 9)


def read_feed_here(content: bytes) -> None:
    """Read a feed in this very process: what its own process would only be stopped at shows here."""
    with suppress(MagazineError):
        feed = read_feed(content, base="https://news.example/feed.xml", parse=_parsed_here)
        for item in feed.items:
            with suppress(UnreadableError):
                _refuse_unfit(article_from(as_teaser(item.draft), IST))


def _parsed_here(raw: bytes, base: str, content_type: str) -> dict[str, Any]:
    try:
        return plain_fields(raw, base, content_type)
    except Exception as error:
        # In its own process it would end that one, which is a refusal.
        raise UnreadableError("It cannot be read.") from error


def read_feed_apart(content: bytes) -> None:
    """Read a feed as ``fetch`` does, in a process with limits."""
    with suppress(MagazineError):
        for item in read_feed(content, base="https://news.example/feed.xml").items:
            with suppress(UnreadableError):
                _refuse_unfit(article_from(as_teaser(item.draft), IST))


def read_page_here(content: bytes) -> None:
    """Read a page as it comes from the web."""
    with suppress(MagazineError):
        _refuse_unfit(article_from(read_page(content.decode("utf-8", "replace"), IST), IST))


def read_piped(content: bytes) -> None:
    """Read what is piped into ``add``, its format told by its beginning."""
    for found in read_inputs(["-"], stdin=io.BytesIO(content)):
        if isinstance(found, Article):
            _refuse_unfit(found)


def read_file(suffix: str, content: bytes) -> None:
    """Read a file of a suffix as ``add`` does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{suffix}"
        path.write_bytes(content)
        for found in read_inputs([str(path)]):
            if isinstance(found, Article):
                _refuse_unfit(found)


def _refuse_unfit(article: Article) -> None:
    assert article.title or article.body
    assert "\n" not in article.title
    assert not _UNSEEN & set(article.title + article.body + article.source + article.author)
    assert article.url is None or article.url[:7].lower() in ("http://", "https:/")
    (article.title + article.body).encode()
    assert LOCAL_BYTES not in article.title + article.body
    if article.published:
        assert 1900 <= int(article.published[:4]) <= 2199


def check_text(content: bytes) -> None:
    """Take the facts out of a text, and hold its second half against its first."""
    text = content.decode("utf-8", "surrogateescape")
    facts = facts_of(text, _PUBLISHED)
    assert all(facts.text[one.start : one.end] == one.text for one in facts.numbers)
    half = len(text) // 2
    evidence = Source.of([text[:half], "The Bill was passed on 5 May 2025 by 12 votes."], _PUBLISHED)
    check(text[half:], evidence)
    check(text[half:], evidence, [0])


def read_manifest_file(content: bytes) -> None:
    """Read a manifest, and name its issues."""
    from magazine.manifest import entries_of, read_manifest  # noqa: PLC0415

    def read(path: Path) -> None:
        entries, mistakes = entries_of(read_manifest(path), _PUBLISHED)
        for entry in () if mistakes else entries:
            assert not os.path.relpath(path.parent / "out" / entry.name, path.parent / "out").startswith("..")

    _read_as_file("weekly.yaml", content, read)


def read_reply(content: bytes) -> None:
    """Read a server's reply, and what a model says in it; also as what a model says."""
    from magazine.edit.model.chat import ChatError  # noqa: PLC0415
    from magazine.edit.model.completion import read_completion, read_error  # noqa: PLC0415
    from magazine.edit.model.ladder import read_value  # noqa: PLC0415
    from magazine.edit.model.replies import MendReply, StoryReply  # noqa: PLC0415

    texts = [content.decode("utf-8", "replace")]
    read_error(content)
    with suppress(ChatError):
        texts.append(read_completion(content, request_id="").text)
    for text in texts:
        read_value(StoryReply, text)
        read_value(MendReply, text)


def read_settings_file(content: bytes) -> None:
    """Read a configuration."""
    from magazine.settings import read_settings  # noqa: PLC0415

    _read_as_file("magazine.toml", content, lambda path: read_settings(path, None))


def read_sources_file(content: bytes) -> None:
    """Read a list of sources, and one of another reader's subscriptions."""
    from magazine.opml import read_opml  # noqa: PLC0415
    from magazine.sources import read_sources  # noqa: PLC0415

    _read_as_file("sources.toml", content, read_sources)
    with suppress(MagazineError):
        read_opml(content)


def read_topics_file(content: bytes) -> None:
    """Read a person's topics."""
    from magazine.taxonomy import load_taxonomy  # noqa: PLC0415

    _read_as_file("topics.yaml", content, load_taxonomy)


def read_brand_file(content: bytes) -> None:
    """Read a brand."""
    from magazine.render.brand import read_brand  # noqa: PLC0415

    _read_as_file("brand.yaml", content, read_brand)


def read_issue_file(content: bytes) -> None:
    """Read an edited issue, its selection and its report."""
    for name in ("issue.json", "selection.json", "report.json"):
        _read_as_file(name, content, _read_artefact)


def _read_artefact(path: Path) -> None:
    folder = IssueFolder(path.parent)
    folder.read_report()
    {"issue.json": folder.read_issue, "selection.json": folder.read_selection}.get(path.name, tuple)()


def read_past_file(content: bytes) -> None:
    """Read a file of questions of past papers."""
    from magazine.edit.past import read_past_questions  # noqa: PLC0415

    _read_as_file("past.json", content, read_past_questions)


def _read_as_file(name: str, content: bytes, read: Callable[[Path], object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        with suppress(MagazineError):
            read(path)


FILES = {
    suffix: functools.partial(read_file, suffix)
    for suffix in (".md", ".html", ".txt", ".json", ".jsonl", ".xml")
}
