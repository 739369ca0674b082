import tempfile
import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from magazine.core.article import Article, Guessed, Refused
from magazine.ingest import read_inputs

SUFFIXES = st.sampled_from([".md", ".html", ".txt", ".json", ".jsonl", "", ".htm", ".xyz"])
PIECES = st.sampled_from([
    "---\n", "title: ", "# ", "- ", "•", "<p>", "<!--", "</div>", "<script>", "{", "}", "[", "]",
    '"title": ', '"body": ', "22/06/24 07:16 AM IST", "\n", "\n\n", "Source- X", "04 Dec", "Read More",
    "&amp;", "&#x110000;", "**", "|", "```", "2026-03-09", "ज्वार\u200d", "\x00", "<table><tr><td>",
    "<html>", "null", "NaN", "&a", "*a", "![", "](", "Date: ", "\u202e",
])  # fmt: skip
HOSTILE = st.lists(PIECES | st.text(max_size=8), max_size=40).map(
    lambda pieces: "".join(pieces).encode("utf-8", "replace")
)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(content=st.binary(max_size=300) | HOSTILE, suffix=SUFFIXES)
def test_any_bytes_under_any_name_are_articles_or_refusals(content: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{suffix}"
        path.write_bytes(content)

        found = list(read_inputs([str(path)]))

    assert found
    for one in found:
        if isinstance(one, Refused | Guessed):
            assert one.reason.endswith(".")
        else:
            assert_is_clean(one)


def assert_is_clean(article: Article) -> None:
    assert article.title
    assert "\n" not in article.title
    assert article.body or article.is_stub
    assert unicodedata.is_normalized("NFC", article.title + article.body)
    assert not set(article.title + article.body) & set("\x00\r\u200b\u202e\ufeff")
