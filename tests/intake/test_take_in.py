"""What one ``add`` comes to."""

from dataclasses import replace
from pathlib import Path

from magazine.core.article import Guessed, Refused
from magazine.intake import take_in
from magazine.library import open_library
from tests.builders import a_taxonomy, an_article

REFUSED = Refused(where="a.md", reason="It is empty.")
GUESSED = Guessed(where="b.md", reason="Its front matter is not YAML.")


def test_everything_that_was_found_is_in_the_account(tmp_path: Path) -> None:
    article = an_article()
    copy = replace(article, id="copy", source="Another", published="2026-03-10")
    undated = an_article(id="u", body="A port was opened at Vadhavan by the Minister.", published=None)
    stub = replace(undated, id="s", is_stub=True)

    with open_library(tmp_path / "library.db", a_taxonomy()) as library:
        library.add([replace(article, title="Older")])
        intake = take_in([REFUSED, article, copy, GUESSED, undated, stub, stub], library)

    assert (intake.added, intake.updated, intake.unchanged, intake.read) == (3, 1, 1, 5)
    assert (intake.copies, intake.stubs, intake.undated) == (1, 2, (undated,))
    assert (intake.refused, intake.guessed) == ((REFUSED,), (GUESSED,))
