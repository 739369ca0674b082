"""How many pages an issue will have, before it is set.

An estimate for budgets: the words that a story will print, and the words that
a page holds. The press checks it against the pages that were really made.
"""

from dataclasses import dataclass, replace

PAGE_WORDS = 520
"""Words of stories on an A4 page of two columns, headings and fact boxes counted in."""
FURNITURE_PAGES = 7
"""Cover, contents, at a glance, index, sources, how it was made, and a part page."""
STORY_WORDS = 300
"""Words a long story prints."""
SOURCE_SHARE = 0.8
"""A story never prints more than this share of its source's words."""
STORY_OVERHEAD = 45
"""Headline, tag line and sources, in words' worth of space."""


@dataclass(frozen=True, slots=True)
class PageEstimate:
    """A growing estimate of an issue's pages."""

    words: float = 0.0
    stories: int = 0

    @property
    def pages(self) -> int:
        """Whole pages, furniture included; contents and sources grow with the stories."""
        return FURNITURE_PAGES + round(self.words / PAGE_WORDS + self.stories / 40 + 0.5)

    def with_story(self, source_words: int) -> "PageEstimate":
        """Return the estimate with one more story, of an article of so many words."""
        printed = min(STORY_WORDS, SOURCE_SHARE * source_words) + STORY_OVERHEAD
        return replace(self, words=self.words + printed, stories=self.stories + 1)

    def fits(self, pages: int) -> bool:
        """Tell whether the issue stays within so many pages."""
        return self.pages <= pages
