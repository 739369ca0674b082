"""What attackers have written: markup, naughty strings, articles with markup in them."""

import functools
import json
from pathlib import Path
from typing import Any

_FIXTURES = Path(__file__).parent / "fixtures"


@functools.cache
def markup_payloads() -> tuple[str, ...]:
    """Every payload of the two collections, each once."""
    listed = [row["payload"] for row in _rows("xss_payloads.jsonl")]
    return tuple(dict.fromkeys([*listed, *(row["html"] for row in _rows("h5sc_vectors.jsonl"))]))


@functools.cache
def naughty_strings() -> tuple[str, ...]:
    """The strings that break programs, and some of ours that break file names."""
    listed: list[str] = json.loads((_FIXTURES / "blns.json").read_text(encoding="utf-8"))
    return (*dict.fromkeys(listed), *NAMES)


def marked_articles() -> list[dict[str, Any]]:
    """Articles with a payload in one of their fields, which ``field`` names."""
    return _rows("xss_articles.jsonl")


def _rows(name: str) -> list[dict[str, Any]]:
    lines = (_FIXTURES / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


NAMES = (
    "../../evil",
    "../" * 12 + "tmp/evil",
    "..",
    ".",
    "",
    " ",
    "/etc/evil",
    "//host/share/evil",
    "~/evil",
    "~root/evil",
    "$HOME/evil",
    "${HOME}",
    "%2e%2e%2fevil",
    "..%2fevil",
    "..\\..\\evil",
    "C:\\evil",
    "C:evil",
    "\\\\host\\share",
    "file:///tmp/evil",
    "con",
    "CON.txt",
    "nul",
    "aux.pdf",
    "COM1",
    "lpt9.x",
    "prn",
    "evil\x00.pdf",
    "evil\nname",
    "evil\r\nname",
    "\x1b[31mevil",
    "evil\t",
    "x" * 300,
    "ज" * 300,
    "é" * 200,
    "\u202efdp.live",
    "ev\u200bil",
    "\ufeffevil",
    "\ud800evil",
    "evil\uffff",
    "-rf",
    "--library=/tmp/evil",
    "-",
    ".hidden",
    ".git/config",
    "evil.",
    "evil ",
    " evil",
    "evil/../../evil",
    "a/./b",
    "a//b",
    "evil/",
    "`touch evil`",
    "$(touch evil)",
    "evil; touch evil",
    "evil|touch evil",
    "evil&touch evil",
    "*",
    "?",
    "[a]",
    "{period}",
    "{period.__class__}",
    "{0}",
    "{{}}",
    "{evil",
    "%s%n",
    "🧨🗞️",
    "a\u0301\u0301",
    "İ",
    "ſ",
    "evil:stream",
    "magazine.pdf",
    "report.json",
    "selection.json",
    ".magazine.pdf.1.tmp",
    "library.sqlite",
)
"""Names that lead elsewhere, that some system cannot have, or that mean something to a shell."""
