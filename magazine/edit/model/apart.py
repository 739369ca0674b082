"""The model's editor for one issue of many: what it asks is counted for that issue alone."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace

from magazine.core.article import Article
from magazine.core.ports import Draft
from magazine.core.selection import Selection
from magazine.edit.model.correspondence import Correspondence
from magazine.edit.model.editor import ModelEditor


@dataclass(frozen=True, slots=True)
class ApartEditor:
    """An Editor whose drafts count what each of them cost, over one correspondence for all."""

    editor: ModelEditor
    letters: Correspondence

    @property
    def signature(self) -> str:
        return self.editor.signature

    def edit(self, selection: Selection, articles: Iterable[Article]) -> Draft:
        letters = self.letters.apart()
        editor = replace(
            self.editor,
            correspondent=letters,
            # One issue that fails stops what it asks itself; the others go on.
            stop=threading.Event(),
            tally=lambda: letters.tally.counts(),  # noqa: PLW0108 - the figures at the end, not now
        )
        return editor.edit(selection, articles)
