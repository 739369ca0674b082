"""The rows of a file of pairs."""

from pathlib import Path

import pytest

from magazine.core.article import Refused
from magazine.pairs import Pair, read_pairs

ROW = '{"id": 1, "text": "The tide rose.", "source": ["The tide rose."], "cites": [0]}\n'


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "with a byte-order mark"])
def test_every_row_is_a_pair_or_named(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text(f"{mark}{ROW}\n[]\n{ROW}", encoding="utf-8")

    first, refused, last = read_pairs(file)

    assert isinstance(first, Pair)
    assert first == last
    assert isinstance(refused, Refused)
    assert refused.where == f"{file}:3"
