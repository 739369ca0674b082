"""How many pages an issue will have, before it is set.

An estimate for budgets, fitted to issues of 1 to 60 stories in the classic theme: it was
within a page or two of what was made. The press checks it against the pages made.
"""

from dataclasses import dataclass, replace

FURNITURE_PAGES = 3.2
"""Cover, contents and index, sources and how it was made, in a small issue."""
SECTION_PAGES = 0.5
"""An opener, and what is left free at a section's end."""
STORY_PAGES = 0.025
"""A story's lines in the contents, the index and the sources."""
PAGE_WORDS = 540
"""Words of stories on an A4 page of two columns, headings and fact boxes counted in."""
STORY_WORDS = 245
"""Words a long story prints, must-read and skim taken together."""
SOURCE_SHARE = 0.8
"""A story never prints more than this share of its source's words."""
STORY_OVERHEAD = 45
"""Headline, tag line and sources, in words' worth of space."""


TEST_PAGES = 2.5
"""A test: its title and answer strip, the answers' own leaf, what is left free before it."""
QUESTION_PAGES = 0.2
"""A question with its answer."""
MAINS_PAGES = 0.2
"""A question for the written papers, with its frame."""
TERM_PAGES = 0.03
"""An entry of the glossary."""
ROW_PAGES = 0.016
"""A fact in the tables gathered from the stories."""
PART_PAGES = 0.3
"""The title of a part at the back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackMatter:
    """How much an issue holds beside its stories."""

    questions: int = 0
    mains: int = 0
    terms: int = 0
    rows: int = 0
    """Of the tables gathered from the stories."""

    @property
    def pages(self) -> float:
        """Pages that it takes."""
        parts = sum(bool(each) for each in (self.mains, self.terms, self.rows))
        return (
            (TEST_PAGES if self.questions else 0)
            + PART_PAGES * parts
            + QUESTION_PAGES * self.questions
            + MAINS_PAGES * self.mains
            + TERM_PAGES * self.terms
            + ROW_PAGES * self.rows
        )


@dataclass(frozen=True, slots=True)
class PageEstimate:
    """A growing estimate of an issue's pages."""

    words: float = 0.0
    stories: int = 0
    sections: frozenset[str] = frozenset()
    back: BackMatter = BackMatter()
    """What stands behind the stories."""

    @property
    def pages(self) -> float:
        """Pages, furniture included."""
        return (
            FURNITURE_PAGES
            + SECTION_PAGES * len(self.sections)
            + STORY_PAGES * self.stories
            + self.words / PAGE_WORDS
            + self.back.pages
        )

    def with_story(self, section: str, source_words: int) -> "PageEstimate":
        """Return the estimate with one more story, of articles of so many words."""
        printed = min(STORY_WORDS, SOURCE_SHARE * source_words) + STORY_OVERHEAD
        return replace(
            self,
            words=self.words + printed,
            stories=self.stories + 1,
            sections=self.sections | {section},
        )

    def fits(self, pages: int) -> bool:
        """Tell whether the issue stays within so many whole pages."""
        return self.pages <= pages + 0.5
