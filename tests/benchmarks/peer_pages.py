"""What a tool's PDF is like, by one yardstick for all: read back from the file alone.

Nothing here knows which tool made it. Texts are those that poppler (``pdftotext``) and pdfium
(the engine of Chrome's viewer) give to whoever searches or copies.
"""

import re
import subprocess
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import page as ua
import pikepdf
import pypdfium2

from tests.benchmarks.peer_articles import Corpus, Piece

_RUN = 10
"""Words of a run that is looked for: no two articles share one by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """What was found in a PDF."""

    size: int
    """Bytes."""
    count: int
    bookmarks: int
    listed: int
    """English stories whose headline stands in the contents with the number of their page."""
    tags: str
    hindi_poppler: int
    hindi_pdfium: int
    """Words of the Hindi headlines that a search finds."""
    stories: int
    """English stories of the period that are in it, whole or in part."""
    twice: int
    """Stories printed a second time because a second desk had them too."""
    outside: int
    """Articles from before the period that are printed."""


def looked_at(path: Path, corpus: Corpus) -> Pages:
    """Read a PDF back."""
    poppler = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True).stdout
    text = poppler.decode("utf-8", "replace")
    letters = squeezed(text)
    leaves = [Leaf(place, leaf) for place, leaf in enumerate(text.split("\f")[:-1], 1)]
    with pypdfium2.PdfDocument(path) as document:
        words = "\n".join(each.get_textpage().get_text_range() for each in document)
        count = len(document)
    with pikepdf.open(path) as file:
        bookmarks = _bookmarks(file)
        tags = _tags(path, file)
    originals = corpus.stories[: len(corpus.copies)]
    return Pages(
        size=path.stat().st_size,
        count=count,
        bookmarks=bookmarks,
        listed=sum(is_listed(each, leaves) for each in corpus.english),
        tags=tags,
        hindi_poppler=len(corpus.hindi_words & hindi_words(text)),
        hindi_pdfium=len(corpus.hindi_words & hindi_words(words)),
        stories=sum(is_printed(each, letters) for each in corpus.english),
        twice=sum(is_printed_twice(each, letters) for each in originals),
        outside=sum(is_printed(each, letters) for each in corpus.outside),
    )


def squeezed(text: str) -> str:
    """Return a text's letters and digits alone: lines, columns and hyphens part words otherwise."""
    # Some fonts give their quotation marks back as letters.
    return re.sub(r"[\W_\u02b9-\u02bf]+", "", unicodedata.normalize("NFKC", text)).lower()


def runs_of(piece: Piece) -> list[str]:
    """Return an article's words in runs of some, squeezed."""
    words = piece.text.split()
    runs = (words[start : start + _RUN] for start in range(0, len(words) - _RUN + 1, _RUN))
    return [squeezed(" ".join(run)) for run in runs]


def is_printed(piece: Piece, letters: str) -> bool:
    """Tell whether an article is in a text: its headline alone, as in a list of sources, is not it."""
    return sum(run in letters for run in runs_of(piece)) > 1


def is_printed_twice(piece: Piece, letters: str) -> bool:
    """Tell whether most of what is printed of an article stands there twice.

    A sentence that is told again at a glance or in an answer does not make it so.
    """
    own = squeezed(piece.text)  # some releases say a thing twice themselves
    again = [count > own.count(run) for run in runs_of(piece) if (count := letters.count(run))]
    return len(again) > 1 and sum(again) * 2 > len(again)


def hindi_words(text: str) -> set[str]:
    """Return the words in Devanagari of a text, as a search for whole words meets them."""
    composed = unicodedata.normalize("NFC", re.sub("[\u00ad\u200b-\u200d\ufeff]", "", text))
    return set(re.findall(r"[\u0900-\u0963]+", composed))


class Leaf:
    """A page's text, squeezed, and the numbers by which it may be called."""

    def __init__(self, place: int, text: str) -> None:
        self.letters = squeezed(text)
        # A cover that does not count shifts what is printed at the foot.
        self.numbers = {str(place), *re.findall(r"^\s*(\d+)\s*$", text, re.MULTILINE)}


def is_listed(piece: Piece, leaves: Sequence[Leaf]) -> bool:
    """Tell whether the headline stands somewhere with the number of a page on which the story is."""
    title, runs = squeezed(piece.title), runs_of(piece)
    told = [place for place, leaf in enumerate(leaves) if any(run in leaf.letters for run in runs)]
    # A headline at the foot of a page has its story on the next.
    told += [place - 1 for place in told if place and title in leaves[place - 1].letters]
    numbers = {number for place in told for number in leaves[place].numbers}
    # Beside a headline of several lines the number may stand at any of them.
    entry = re.compile("".join(rf"{re.escape(squeezed(word))}(\d*)" for word in piece.title.split()))
    found = {digits for leaf in leaves for match in entry.finditer(leaf.letters) for digits in match.groups()}
    # The next line of the contents may begin with a figure of its own.
    return any(digits.startswith(number) for digits in found for number in numbers)


def _bookmarks(file: pikepdf.Pdf) -> int:
    count = 0
    with file.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            count += 1
            waiting.extend(waiting.pop().children)
    return count


def _tags(path: Path, file: pikepdf.Pdf) -> str:
    """Return how far a screen reader is helped: tags, their language, the rules of PDF/UA-1 that fail."""
    if "/StructTreeRoot" not in file.Root:
        return "no tags"
    language = str(file.Root.get("/Lang", "no language"))
    rules = ua.validate_pdf_bytes(path.read_bytes(), profile=ua.ValidationProfile.PDF_UA_1).rules
    verdict = f"{rules.failed} rules of PDF/UA-1 fail" if rules.failed else "valid PDF/UA-1"
    return f"tagged, {language}, {verdict}"
