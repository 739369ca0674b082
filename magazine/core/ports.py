"""The Protocols between the pipeline and the parts around it.

``magazine.press`` knows only these; ``magazine.cli.wiring`` names the concrete
classes. Implementations inherit these docstrings.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from magazine.core.article import Article
from magazine.core.issue import Issue
from magazine.core.remark import Remark
from magazine.core.selection import (
    ArticleReference,
    Candidate,
    Rule,
    SelectedStory,
    Selection,
    SelectionCounts,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortlist:
    """What the library has for a rule."""

    candidates: tuple[Candidate, ...]
    """Every dated, non-stub article of the period that topics and query matched, in
    whatever language, by id."""
    counts: SelectionCounts


class Archive(Protocol):
    """Where articles are kept, as the pipeline sees it."""

    def shortlist(self, rule: Rule) -> Shortlist:
        """Return the articles of the period that the rule's topics and query match.

        The rule's language and budgets are not applied.
        """
        ...

    def articles(self, ids: Iterable[str]) -> Iterator[Article]:
        """Yield the articles of those ids, in the order asked; an unknown id is left out."""
        ...

    def related(self, story: SelectedStory) -> tuple[ArticleReference, ...]:
        """Return at most three articles from before the story on the same matter, the nearest first.

        They may lie outside the period; none is a teaser, in another language or of the
        story's own event, and no two are of one event.
        """
        ...


class EmptyArchive:
    """An Archive that holds nothing: for rendering, which reads no article."""

    def shortlist(self, rule: Rule) -> Shortlist:  # noqa: ARG002 - nothing matches any rule
        return Shortlist(candidates=(), counts=SelectionCounts())

    def articles(self, ids: Iterable[str]) -> Iterator[Article]:  # noqa: ARG002 - it holds none
        return iter(())

    def related(self, story: SelectedStory) -> tuple[ArticleReference, ...]:  # noqa: ARG002 - it holds none
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an editor hands in."""

    issue: Issue
    remarks: tuple[Remark, ...] = ()
    """Statements that the editor itself mended, replaced or dropped, with the reason."""
    notes: tuple[str, ...] = ()
    """What the report should say: a story that fell back and why, an article with
    instructions to a machine."""
    counts: dict[str, int] = field(default_factory=dict)
    """Figures for the report, such as calls and tokens."""
    is_final: bool = True
    """False: something was left undone for want of an answer or of budget, and the same
    selection should be edited again at the next occasion."""


class Editor(Protocol):
    """Makes an issue from a selection and the articles it names."""

    @property
    def signature(self) -> str:
        """Names the editor, its version and its settings: equal signature, equal issue."""
        ...

    def edit(self, selection: Selection, articles: Iterable[Article]) -> Draft:
        """Return the edited issue: every selected story is in it, in the selection's order.

        Only a story that cannot be told in the issue's language is left out, and a note says so.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One rendered file."""

    content: bytes
    pages: int | None = None
    """Pages of a paged edition, else None."""
    notes: tuple[str, ...] = ()
    """What the report should say: a correction that stepped aside, a link left out."""


class Renderer(Protocol):
    """Makes an edition of an issue."""

    @property
    def suffix(self) -> str:
        """Return the suffix of its editions: ``pdf``, ``html``."""
        ...

    @property
    def signature(self) -> str:
        """Names the renderer, its version, theme and fonts: equal signature, equal bytes."""
        ...

    def render(self, issue: Issue) -> Edition:
        """Return the edition.

        Raises:
            RendererError: The page cannot be made; the hint says what to install or change.
        """
        ...


@runtime_checkable
class Illustrator(Protocol):
    """A Renderer whose editions show the pictures that people put to stories."""

    def with_pictures(self, pictures: Mapping[str, bytes]) -> Renderer:
        """Return a renderer that has pictures at hand, by the names that stories give them."""
        ...


def illustrated(renderer: Renderer, pictures: Mapping[str, bytes]) -> Renderer:
    """Return a renderer with pictures at hand, if there are any and its editions show them."""
    if pictures and isinstance(renderer, Illustrator):
        return renderer.with_pictures(pictures)
    return renderer


class Reviser(Renderer, Protocol):
    """A Renderer whose edition a person can edit, and that reads it back."""

    def read_back(self, issue: Issue, edited: str) -> Issue:
        """Return the issue with a person's edit of its edition.

        Raises:
            UsageError: A line of the edition cannot be used; the message names it.
        """
        ...
