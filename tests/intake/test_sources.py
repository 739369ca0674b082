"""The list of sources: TOML and OPML."""

from pathlib import Path

import pytest

from magazine.core.article import Licence
from magazine.core.errors import ConfigurationError, UnreadableError, UsageError
from magazine.opml import read_opml, write_opml
from magazine.sources import (
    Source,
    all_sources,
    drop_source,
    find_source,
    new_source,
    put_sources,
    read_sources,
    starter_sources,
)
from magazine.taxonomy.loading import load_taxonomy

HARBOUR = Source(
    name="Harbour Daily",
    url="https://harbour.example/feed",
    licence=Licence.OPEN_ATTRIBUTION,
    tier=1,
    topics=("economy",),
    language="en",
)
TIDES = Source(name="ज्वार", url="https://tides.example/rss", on=False, verified=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deeper" / "sources.toml"


def test_sources_come_back_as_they_were_put(file: Path) -> None:
    put_sources(file, [HARBOUR, TIDES])

    assert read_sources(file) == (HARBOUR, TIDES)


def test_a_file_that_is_not_there_holds_no_source(file: Path) -> None:
    assert read_sources(file) == ()


def test_what_a_person_wrote_beside_a_source_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "sources.toml"
    file.write_text(
        '# mine\n[[source]]\nname = "Old"\nurl = "https://harbour.example/feed" # the good one\n\n'
        '# second\n[[source]]\nname = "Tides"\nurl = "https://tides.example/rss"\n',
        encoding="utf-8",
    )
    put_sources(file, [HARBOUR])

    text = file.read_text("utf-8")
    assert "# mine" in text
    assert "# second" in text
    assert [source.name for source in read_sources(file)] == ["Harbour Daily", "Tides"]


def test_a_source_that_is_dropped_is_gone_and_the_rest_stays(file: Path) -> None:
    put_sources(file, [HARBOUR, TIDES])

    assert drop_source(file, HARBOUR.url)
    assert not drop_source(file, HARBOUR.url)
    assert read_sources(file) == (TIDES,)


def test_ones_own_source_stands_in_for_the_bundled_one_of_its_address(file: Path) -> None:
    bundled = starter_sources()
    put_sources(file, [new_source(bundled[0].url, name="Mine")])

    listed = all_sources(file)
    assert listed[0].name == "Mine"
    assert len(listed) == len(bundled)


def test_the_bundled_sources_are_off_and_their_topics_are_known() -> None:
    topics = {topic.id for topic in load_taxonomy(None).topics}
    bundled = starter_sources()

    assert len(bundled) > 20
    assert not any(source.on for source in bundled)
    assert {topic for source in bundled for topic in source.topics} <= topics
    assert any(not source.verified for source in bundled)
    assert {source.language for source in bundled} == {"en", "hi"}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[[source]]\nname = 'x'\n", r"source 1 \(x\): url"),
        ("[[source]]\nname = 'x'\nurl = 'ftp://x.example'\n", "url"),
        ("[[source]]\nname = 'x'\nurl = 'https://x.example'\nlicense = 'own'\n", "license"),
        ("[[source]]\nname = 'x'\nurl = 'https://x.example'\nlicence = 'free'\n", "licence"),
        ("[[source]]\nname = 'x'\nurl = 'https://x.example'\ntier = 4\n", "tier"),
        ("[[source]]\nname = 'x'\nurl = 'https://x.example'\n" * 2, "twice"),
        ("source = 3\n", "more than sources"),
        ("[other]\nx = 1\n", "more than sources"),
        ("not toml", "not TOML"),
    ],
)
def test_a_wrong_file_says_which_source_is_wrong_and_how(tmp_path: Path, text: str, what: str) -> None:
    file = tmp_path / "sources.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(ConfigurationError, match=what):
        read_sources(file)


def test_a_source_is_found_by_name_part_of_name_or_address() -> None:
    both = [HARBOUR, TIDES]

    assert find_source(both, "harbour daily") is HARBOUR
    assert find_source(both, "harbour") is HARBOUR
    assert find_source(both, "https://tides.example/rss") is TIDES
    with pytest.raises(UsageError, match="no source"):
        find_source(both, "nobody")
    with pytest.raises(UsageError, match="more than one"):
        find_source([HARBOUR, new_source("https://harbour2.example", name="Harbour News")], "harbour")


def test_a_new_source_is_named_by_its_host() -> None:
    assert new_source("https://www.tides.example/rss").name == "tides.example"


@pytest.mark.parametrize("url", ["tides.example", "file:///etc/passwd", "https://", "https://x y", ""])
def test_what_is_no_address_of_a_feed_is_no_source(url: str) -> None:
    with pytest.raises(UsageError):
        new_source(url)


def test_sources_come_back_from_opml_as_they_were() -> None:
    assert read_opml(write_opml([HARBOUR, TIDES])) == ((HARBOUR, TIDES), ())


def test_another_readers_opml_is_taken_folders_and_bare_ampersands_included() -> None:
    sources, refused = read_opml(
        b'<opml version="1.0"><body><outline text="India"><outline text="A & B" title="A & B" '
        b'xmlUrl="https://a.example/rss"/><outline text="again" xmlUrl="https://a.example/rss"/>'
        b'<outline text="bad" xmlUrl="javascript:x"/></outline></body></opml>'
    )

    assert [(source.name, source.on) for source in sources] == [("A & B", True)]
    assert len(refused) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html/>",
        b"not xml",
        b'<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body><outline text="&x;" xmlUrl="https://a.example"/></body></opml>',
        b"<opml>" + b" " * 5_000_001 + b"</opml>",
    ],
    ids=["empty", "html", "text", "entity", "large"],
)
def test_what_is_no_opml_or_may_do_harm_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_opml(content)


@pytest.mark.parametrize(
    "before",
    [
        "source = []\n",
        'source = [{name = "Old", url = "https://harbour.example/feed"}]\n',
        '[[source]]\nname = "Old"\nurl = " https://harbour.example/feed "\n',
        '[[source]]\nname = "Old"\nurl = "https://harbour.example/feed"\nlanguage = "hi"\nverified = false\n',
    ],
    ids=["empty list", "list", "spaces", "other fields"],
)
def test_a_source_is_put_into_whatever_form_a_person_chose(tmp_path: Path, before: str) -> None:
    file = tmp_path / "sources.toml"
    file.write_text(before, encoding="utf-8")
    plain = Source(name="Harbour Daily", url=HARBOUR.url)

    put_sources(file, [plain, TIDES])

    assert read_sources(file) == (plain, TIDES)
    assert drop_source(file, HARBOUR.url)
    assert drop_source(file, TIDES.url)
    put_sources(file, [HARBOUR])
    assert read_sources(file) == (HARBOUR,)
