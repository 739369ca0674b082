import io
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from magazine.core.article import Article, Guessed, Refused
from magazine.ingest import Found, read_inputs
from magazine.ingest.courier import Delivery, ScriptedCourier
from magazine.ingest.polite import PoliteCourier

FIXTURES = Path(__file__).parent / "fixtures"
LINE = b'{"id": "t", "title": "Tides", "body": "They rise."}\n'


def refusal(path: Path | str) -> Refused:
    (only,) = read_inputs([str(path)])
    assert isinstance(only, Refused)
    assert only.where == str(path)
    return only


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def from_stdin(content: bytes) -> list[Found]:
    return list(read_inputs(["-"], io.BytesIO(content)))


def test_a_folder_is_read_to_its_depths_and_its_hidden_files_are_not() -> None:
    found = list(read_inputs([str(FIXTURES / "folder")]))

    assert [one.title for one in found if isinstance(one, Article)] == ["A note", "Deeper"]
    (refused,) = (one for one in found if isinstance(one, Refused))
    assert refused.where.endswith("scan.pdf")
    assert "kind" in refused.reason


def test_a_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    written(tmp_path, "tides.txt", "Tides\n\nThey rise.\n")
    (tmp_path / "again").symlink_to(tmp_path)

    assert len(list(read_inputs([str(tmp_path)]))) == 1


def test_bad_inputs_are_refused_in_their_place_and_the_rest_is_read(tmp_path: Path) -> None:
    good = str(written(tmp_path, "tides.txt", "Tides\n\nThey rise.\n"))

    found = list(read_inputs([str(tmp_path / "missing.md"), good, "https://x.example/t", good]))

    assert [type(one) for one in found] == [Refused, Article, Refused, Article]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.md", b" \n\t\n", "empty"),
        ("marked.txt", b"\xef\xbb\xbf", "empty"),
        ("picture.txt", b"\x89PNG\r\n", "picture"),
        ("packed.json", b"\x1f\x8b\x08", "gzip"),
        ("packed.jsonl", b"\x1f\x8b\x08\n", "gzip"),
        ("map.txt", b"<?xml version='1.0'?><urlset></urlset>", "XML"),
        ("feed.txt", b"<?xml version='1.0'?><rss></rss>", "no item"),
        ("page.xml", b"<html><body>404</body></html>", "no feed"),
        ("cut.json", b'{"title": "cut', "broken JSON"),
        ("bare.md", b"---\ntitle: Tides\n---\n", "no text"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    reason = refusal(written(tmp_path, name, content)).reason

    assert words in reason
    assert reason.endswith(".")
    assert ":" in reason


@pytest.mark.parametrize(("name", "limit"), [("huge.txt", 5_000_000), ("huge.json", 50_000_000)])
def test_a_file_above_the_limit_is_refused(tmp_path: Path, name: str, limit: int) -> None:
    path = written(tmp_path, name, "{")
    os.truncate(path, limit + 1)

    assert f"larger than {limit // 1_000_000} MB" in refusal(path).reason


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    (found,) = read_inputs([str(written(tmp_path, "long.txt", b"tide " * 1_000_000))])

    assert isinstance(found, Article)


def test_paths_that_cannot_be_opened_are_refused(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.md").mkdir()

    assert "no such file" in refusal(tmp_path / "broken.txt").reason
    assert "holds no file" in refusal(tmp_path / "folder.md").reason
    assert "cannot be opened" in refusal("nul\x00.txt").reason
    assert "path is empty" in refusal("").reason
    assert "save the page" in refusal("https://x.example/tides").reason


def test_a_broken_link_and_a_pipe_within_a_folder_are_named_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")

    found = list(read_inputs([str(tmp_path)]))

    assert [Path(one.where).name for one in found if isinstance(one, Refused)] == ["broken.txt", "pipe.txt"]


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("page.txt", "<!doctype html><title>Tides</title><p>They rise.</p>", "Tides"),
        ("note.txt", "# Tides\n\nThey rise.\n", "Tides"),
        ("note", "---\ntitle: Tides\n---\nThey rise.\n", "Tides"),
        ("rows", '[{"title": "Tides", "body": "They rise."}]', "Tides"),
        ("plain", "Tides\n\nThey rise.\n", "Tides"),
        ("page.HTM", "<title>Tides</title><p>They rise.</p>", "Tides"),
    ],
)
def test_the_beginning_of_a_file_tells_its_format(
    tmp_path: Path, name: str, content: str, title: str
) -> None:
    (found,) = read_inputs([str(written(tmp_path, name, content))])

    assert isinstance(found, Article)
    assert (found.title, found.body) == (title, "They rise.")


def test_a_copied_page_in_a_text_file_comes_with_its_teasers() -> None:
    found = list(read_inputs([str(FIXTURES / "coconut_page.txt")]))

    assert [one.is_stub for one in found if isinstance(one, Article)] == [False, True, True]


def test_only_the_files_name_dates_an_undated_text(tmp_path: Path) -> None:
    named = written(tmp_path, "2026-03-09-tides.txt", "Tides\n\nThey rise.\n")
    unnamed = written(tmp_path, "tides.txt", "Tides\n\nThey rise.\n")
    dated = written(tmp_path, "2026-03-10.md", "---\ndate: 2026-03-09\n---\nThey rise.\n")

    found = list(read_inputs([str(named), str(unnamed), str(dated)]))

    assert [one.published for one in found if isinstance(one, Article)] == ["2026-03-09", None, "2026-03-09"]


def test_teasers_are_not_dated_by_the_files_name(tmp_path: Path) -> None:
    page = written(tmp_path, "2026-03-18.txt", (FIXTURES / "coconut_page.txt").read_bytes())

    found = list(read_inputs([str(page)]))

    assert [one.published for one in found if isinstance(one, Article)] == [
        "2026-03-18T18:45:00+05:30",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (LINE * 3, 3),
        (b"\xef\xbb\xbf" + LINE, 1),
        (LINE.rstrip(), 1),
        (b"[" + LINE + b"," + LINE + b"]", 2),
        (b'{\n"items": [' + LINE + b"]\n}", 1),
        (b'{"items": [' + LINE.rstrip() + b"]}\n", 1),
        (b"Tides\n\nThey rise.\n", 1),
        (b"<html><body><p>They rise.</p></body></html>", 1),
    ],
    ids=["lines", "marked line", "one object", "list", "object of rows", "rows in a line", "text", "page"],
)
def test_standard_input_may_be_in_any_format(content: bytes, count: int) -> None:
    found = from_stdin(content)

    assert len(found) == count
    assert all(isinstance(one, Article) for one in found)


def test_standard_input_is_read_once_and_must_be_there() -> None:
    found = list(read_inputs(["-", "-"], io.BytesIO(LINE)))

    assert [type(one) for one in found] == [Article, Refused]
    assert [type(one) for one in read_inputs(["-"], None)] == [Refused]
    assert isinstance(from_stdin(b"")[0], Refused)


def test_json_lines_are_read_as_they_come() -> None:
    class Endless(io.RawIOBase):
        def readline(self, _size: int | None = -1, /) -> bytes:
            return LINE

    stream: Iterator[Found] = read_inputs(["-"], Endless())  # type: ignore[arg-type]

    assert [type(next(stream)) for _ in range(5)] == [Article] * 5


def test_a_line_of_more_than_5_mb_is_passed_over_and_the_next_is_read(tmp_path: Path) -> None:
    rows = written(tmp_path, "rows.jsonl", LINE + b'{"body": "' + b"x" * 11_000_000 + b'"}\n' + LINE)

    found = list(read_inputs([str(rows)]))

    assert [type(one) for one in found] == [Article, Refused, Article]
    assert isinstance(found[1], Refused)
    assert found[1].where == f"{rows}:2"


def test_json_lines_in_utf_16_are_read(tmp_path: Path) -> None:
    rows = written(tmp_path, "rows.jsonl", (LINE.decode() * 2).encode("utf-16"))

    assert [type(one) for one in read_inputs([str(rows)])] == [Article, Article]


def test_a_time_without_zone_is_in_the_zone_given(tmp_path: Path) -> None:
    note = written(tmp_path, "note.txt", "Tides\n9 March 2026 10:00\n\nThey rise.\n")

    (found,) = read_inputs([str(note)], zone=timezone(timedelta(hours=6)))

    assert isinstance(found, Article)
    assert found.published == "2026-03-09T10:00:00+06:00"


def test_importing_the_reader_loads_no_heavy_library() -> None:
    heavy = "{'trafilatura', 'lxml', 'feedparser', 'yaml'}"
    code = f"import sys, magazine.ingest; print(sorted({heavy} & set(sys.modules)))"

    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_what_cannot_even_be_looked_at_within_a_folder_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "far.txt").symlink_to("x" * 300)
    written(tmp_path, "tides.txt", "Tides\n\nThey rise.\n")

    found = list(read_inputs([str(tmp_path)]))

    assert [type(one) for one in found] == [Refused, Article]


def test_a_folder_that_lies_too_deep_is_named(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 61)
    deep.mkdir(parents=True)
    written(deep, "tides.txt", "Tides\n\nThey rise.\n")

    (refused,) = read_inputs([str(tmp_path)])

    assert isinstance(refused, Refused)
    assert "too deep" in refused.reason


def test_front_matter_that_is_no_yaml_is_told_beside_its_article(tmp_path: Path) -> None:
    note = written(tmp_path, "note.md", "---\ntitle: Tides: a table\ndate: 2026-03-09\n---\nThey rise.\n")
    good = written(tmp_path, "good.md", "---\ntitle: 'Tides: a table'\n---\nThey rise.\n")

    article, guessed, other = read_inputs([str(note), str(good)])

    assert isinstance(article, Article)
    assert article.title == "Tides: a table"
    assert isinstance(guessed, Guessed)
    assert guessed.where == str(note)
    assert "not YAML" in guessed.reason
    assert isinstance(other, Article)


def test_items_of_a_saved_feed_that_are_none_or_stand_there_twice_are_told(tmp_path: Path) -> None:
    rows = written(tmp_path, "feed.xml", '{"items": [null, {"title": "t", "content_text": "x"}]}')
    item = "<item><guid>a-1</guid><title>t</title><description>x</description></item>"
    twice = written(tmp_path, "twice.xml", f"<rss version='2.0'><channel>{item * 2}</channel></rss>")

    found = list(read_inputs([str(rows), str(twice)]))

    assert [type(one) for one in found] == [Article, Refused, Article, Guessed]
    assert isinstance(found[3], Guessed)
    assert "second time" in found[3].reason


def test_an_address_of_odd_letters_is_refused_and_not_a_crash() -> None:
    robots = Delivery(url="https://x.example/robots.txt", body=b"User-agent: *\nDisallow: /closed")
    courier = PoliteCourier(ScriptedCourier({robots.url: robots}), pause=0)

    (found,) = read_inputs(["https://x.example/\udcff"], courier=courier)

    assert isinstance(found, Refused)
