"""The guard's table once more, this time from the command line: ``magazine check --pairs``.

    make quality-pairs

Writes each labelled file as rows of ``{id, source, text}``, runs the command on it, and
prints the same halves of balanced accuracy as ``make quality`` does in one process.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.quality.figures import rows

DATA = Path(os.environ.get("QUALITY_DATA", Path(__file__).resolve().parents[3] / "shared" / "data")).resolve()
SETS = ("pib_synthetic", "pib_synthetic_hard", "summedits", "ragtruth_summary", "xsumfaith", "faithbench")


def pairs(name: str) -> Iterator[dict[str, Any]]:
    """Yield a set's rows as ``check --pairs`` takes them, with the label beside."""
    file = DATA / "factcheck" / f"{name}.jsonl"
    beside = file.with_name(f"{name}_docs.jsonl")
    if beside.is_file():
        sources = {row["doc_id"]: {"source": row["doc"]} for row in rows(beside)}
    else:
        sources = {
            row["id"]: {"source": f"{row['title']}\n\n{row['body']}", "published": row["published"][:10]}
            for row in rows(DATA / "news" / "pib.jsonl")
        }
    for number, row in enumerate(rows(file)):
        yield {"id": number, "text": row["summary"], "label": row["label"], **sources[row["doc_id"]]}


def answers(path: Path, *, strict: bool) -> dict[int, bool]:
    """Return, by row, whether the command calls the text supported."""
    command = [sys.executable, "-m", "magazine", "check", "--pairs", str(path), "--json", "-q"]
    ran = subprocess.run([*command, *(["--strict"] if strict else [])], capture_output=True, check=False)
    if ran.returncode not in {0, 3}:
        raise SystemExit(ran.stderr.decode())
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    return {row["id"]: row["supported"] for row in found}


def main() -> None:
    """Print a line a set and mode."""
    with tempfile.TemporaryDirectory() as scratch:
        for name in SETS:
            if not (DATA / "factcheck" / f"{name}.jsonl").is_file():
                print(f"{name}: not found in {DATA}")
                continue
            listed = list(pairs(name))
            path = Path(scratch) / f"{name}.jsonl"
            path.write_text(
                "\n".join(json.dumps(row, ensure_ascii=False) for row in listed), encoding="utf-8"
            )
            for strict in (False, True):
                print_line(name, listed, answers(path, strict=strict), strict=strict)


def print_line(name: str, listed: list[dict[str, Any]], found: dict[int, bool], *, strict: bool) -> None:
    """Print true ones passed, false ones caught, and their mean."""
    true = [found[row["id"]] for row in listed if row["label"] == 1]
    false = [not found[row["id"]] for row in listed if row["label"] == 0]
    passed, caught = 100 * sum(true) / len(true), 100 * sum(false) / len(false)
    mode = "strict" if strict else "hard"
    print(
        f"{name:20} {mode:6} balanced {(passed + caught) / 2:5.1f}"
        f"  true passed {passed:5.1f} ({len(true)})  false caught {caught:5.1f} ({len(false)})",
        flush=True,
    )


if __name__ == "__main__":
    main()
