import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import pytest

from magazine.core.article import Article, Language, Refused
from magazine.core.dates import IST
from magazine.core.errors import UnreadableError
from magazine.ingest.json_rows import read_json, read_json_lines

FIXTURES = Path(__file__).parent / "fixtures"


def read(document: object) -> list[Article | Refused]:
    return list(read_json(json.dumps(document), "rows.json", IST))


def article(**row: object) -> Article:
    (only,) = read(row)
    assert isinstance(only, Article)
    return only


def refusals(found: Sequence[Article | Refused]) -> dict[str, str]:
    return {one.where: one.reason for one in found if isinstance(one, Refused)}


def test_every_good_line_is_read_and_every_bad_one_named() -> None:
    lines = (FIXTURES / "releases.jsonl").read_bytes().split(b"\n")

    found = list(read_json_lines([b"\xef\xbb\xbf" + lines[0], *lines[1:]], "releases.jsonl", IST))

    assert [one.id for one in found if isinstance(one, Article)] == [
        "pib-2244789",
        "pib-2232960",
        "pib-2241416",
    ]
    assert refusals(found) == {
        "releases.jsonl:4": "The line is broken JSON (column 27): mend it or take it out.",
        "releases.jsonl:5": "Its title is not a text: write it in quotation marks.",
        "releases.jsonl:6": 'It is no article: write an object such as {"title": …, "body": …}.',
        "releases.jsonl:7": "It has a title and no text: "
        "add the article's text, or mark it as a teaser with is_stub.",
    }


def test_an_article_written_out_is_read_back_the_same() -> None:
    given = Article(
        id="art-1",
        title="Tides",
        body="They rise.\n\n## Why\n\n- one\n- two\n\nThey fall.",
        url="https://x.example/t",
        published="2026-03-09T10:00:00+05:30",
        category="Ports",
        source="Harbour Daily",
        author="Meera Nair",
        language=Language.MIXED,
        licence="own",
        is_stub=True,
    )

    assert article(**asdict(given)) == given


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ({"link": "https://x.example/t"}, "url", "https://x.example/t"),
        ({"url": "javascript:alert(1)"}, "url", None),
        ({"headline": "Tides rise", "title": ""}, "title", "Tides rise"),
        ({"pubDate": "Mon, 09 Mar 2026 10:00:00 +0530"}, "published", "2026-03-09T10:00:00+05:30"),
        ({"published_at": "2026-03-09"}, "published", "2026-03-09"),
        ({"publishedAt": 1781712180}, "published", "2026-06-17T21:33:00+05:30"),
        ({"date": "sometime"}, "published", None),
        ({"categories": ["Ports", {"name": "Trade"}]}, "category", "Ports, Trade"),
        ({"source": {"id": None, "name": "Harbour Daily"}}, "source", "Harbour Daily"),
        ({"authors": [{"name": "Meera Nair"}, {"name": "R. Pillai"}]}, "author", "Meera Nair, R. Pillai"),
        ({"lang": "hi-IN"}, "language", Language.HINDI),
        ({"language": "ta"}, "language", Language.ENGLISH),
        ({"license": "CC BY 4.0"}, "licence", "CC BY 4.0"),
        ({"id": 17}, "id", "17"),
        ({"url": "https://x.example/it's|on"}, "url", "https://x.example/it%27s%7Con"),
        ({"is_stub": "yes"}, "is_stub", True),
        ({"is_stub": 1}, "is_stub", True),
        ({"is_stub": 0}, "is_stub", False),
    ],
)
def test_fields_go_by_their_usual_names(row: dict[str, object], field: str, value: object) -> None:
    base = {"title": "Tides", "body": "They rise."}

    assert getattr(article(**{**base, **row}), field) == value


@pytest.mark.parametrize("name", ["text", "content", "content_text", "content_html", "description"])
def test_a_body_goes_by_its_usual_names(name: str) -> None:
    assert article(title="Tides", **{name: "They rise &amp; fall."}).body == "They rise & fall."


def test_markup_in_a_field_becomes_text() -> None:
    read_back = article(
        title="Tides <b>rise</b><script>x()</script>",
        content="<p>They <i>rise</i>.</p><ul><li>twice</li></ul><p style='display:none'>secret</p>",
        author="Desk <img src=x onerror=alert(1)>",
    )

    assert (read_back.title, read_back.body, read_back.author) == (
        "Tides rise",
        "They rise.\n\n- twice",
        "Desk",
    )


def test_a_body_may_be_a_list_of_paragraphs() -> None:
    assert article(title="Tides", body=["They rise.", "They fall."]).body == "They rise.\n\nThey fall."


def test_an_article_of_more_than_5_mb_is_refused_and_the_next_is_read() -> None:
    found = read([{"title": "Tides", "body": "x" * 5_000_000}, {"title": "Tides", "body": "They rise."}])

    assert [type(one) for one in found] == [Refused, Article]
    assert "longer than 5 MB" in refusals(found)["rows.json:1"]


@pytest.mark.parametrize(
    "body", ["&lt;p&gt;They rise.&lt;/p&gt;", "&amp;lt;p&amp;gt;They rise.&amp;lt;/p&amp;gt;"]
)
def test_markup_that_was_escaped_on_its_way_becomes_text_too(body: str) -> None:
    assert article(title="Tides", body=body).body == "They rise."


def test_an_id_that_is_no_id_is_made_anew_and_is_the_same_each_time() -> None:
    one = article(id="no id\nat all", title="Tides", body="They rise.", url="https://x.example/t")
    other = article(id="x" * 300, title="Another", body="Words.", url="https://x.example/t")

    assert one.id == other.id == "a-b72f48d66109"


def test_a_body_without_title_is_called_by_its_beginning() -> None:
    assert article(
        body="The tide rose twice. Then it fell again and the ships that waited went out."
    ).title == ("The tide rose twice.")


def test_a_long_title_is_kept_on_one_line() -> None:
    assert article(title="Tide\n" * 200, body="They rise.").title == " ".join(["Tide"] * 200)


def test_a_first_line_that_is_only_the_day_is_a_date_and_not_text() -> None:
    dated = article(title="Tides", body="Monday, 9 March 2026\n\nThey rise.")
    other = article(title="Tides", body="1 January 2019\n\nThey rise.", published="2026-03-09")

    assert (dated.published, dated.body) == ("2026-03-09", "They rise.")
    assert (other.published, other.body) == ("2026-03-09", "1 January 2019\n\nThey rise.")


def test_the_rows_of_a_feed_carry_its_title_as_their_source() -> None:
    found = read({
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour Daily",
        "items": [{"id": 1}, {"title": {"a": 1}}, None, "x", {"id": "ok", "content_html": "<p>fine</p>"}],
    })  # fmt: skip

    assert sorted(refusals(found)) == ["rows.json:1", "rows.json:2", "rows.json:3", "rows.json:4"]
    assert [(one.id, one.body, one.source) for one in found if isinstance(one, Article)] == [
        ("ok", "fine", "Harbour Daily")
    ]


@pytest.mark.parametrize(
    "wrap", [lambda rows: rows, lambda rows: {"articles": rows}, lambda rows: {"items": rows}]
)
def test_rows_may_stand_in_a_list_or_in_an_object(wrap: object) -> None:
    assert callable(wrap)
    assert len(read(wrap([{"title": "One", "body": "a b"}, {"title": "Two", "body": "c d"}]))) == 2


def test_json_lines_in_a_json_file_are_read() -> None:
    text = '{"title": "One", "body": "a b"}\n{"title": "Two", "body": "c d"}\n'

    assert len(list(read_json(text, "rows.json", IST))) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"title": "cut', "broken JSON \\(line 1"),
        ("[" * 100_000, "nested too deep"),
        ("[]", "holds no article"),
        ('{"published": ' + "9" * 5000 + "}", "number too long"),
    ],
    ids=["cut", "depth", "empty list", "endless number"],
)
def test_a_document_that_cannot_be_read_says_why(text: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        list(read_json(text, "rows.json", IST))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"\xff\xfe{}", "not UTF-8"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"published": ' + b"9" * 5000 + b"}", "number too long"),
        (b'{"title": "Tides", "body": "' + b"x" * 5_000_000 + b'"}', "longer than 5 MB"),
        (b'{"title": "Tides", "body": "They rise.", "date": [2026]}', "date is not a date"),
        (b'{"body": 7}', "body is not a text"),
        (b'"a text"', "no article"),
    ],
    ids=["encoding", "depth", "endless number", "huge", "date", "body", "no object"],
)
def test_a_line_that_cannot_be_read_says_why_and_the_next_is_read(line: bytes, words: str) -> None:
    refused, good = read_json_lines([line, b'{"title": "Tides", "body": "They rise."}'], "rows", IST)

    assert isinstance(refused, Refused)
    assert words in refused.reason
    assert refused.where == "rows:1"
    assert isinstance(good, Article)


def test_lone_surrogates_and_double_keys_are_survived() -> None:
    line = rb'{"title": "first", "title": "\ud800 last", "body": "\udfff\ud83d body"}'
    (found,) = read_json_lines([line], "rows", IST)

    assert isinstance(found, Article)
    assert (found.title, found.body) == ("last", "body")


@pytest.mark.parametrize("name", ["items", "entries", "articles"])
@pytest.mark.parametrize("held", [[], [{"name": "a port"}]])
def test_an_article_that_holds_a_list_is_an_article_all_the_same(name: str, held: list[object]) -> None:
    row = {"title": "Tides", "body": "They rise.", name: held}

    (line,) = read_json_lines([json.dumps(row).encode()], "rows", IST)

    assert isinstance(line, Article)
    assert article(**row) == line


def test_a_line_with_an_empty_list_is_refused_and_not_passed_over() -> None:
    (refused,) = read_json_lines([b'{"articles": []}'], "rows", IST)

    assert isinstance(refused, Refused)
