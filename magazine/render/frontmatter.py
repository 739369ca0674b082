"""The parts that stand before the stories: cover, contents, index by paper, at a glance. Pure."""

import math
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from magazine.core.issue import Issue, Priority, Statement, Story, Verdict
from magazine.render.cover import Palette, Plate, cover_svg
from magazine.render.labels import Labels
from magazine.render.themes import Measure, Theme
from magazine.render.view import CoverView, GlanceView, PaperRow, PaperView, SectionView, StoryView

Told = tuple[Story, StoryView]
"""A story and its view."""

GLANCE_LINES = 10
_GLANCE_FROM = 4
"""With fewer stories the contents say as much."""
_PAPERS = ("GS1", "GS2", "GS3", "GS4", "Prelims")
_RANK = {Priority.MUST_READ: 0, Priority.USEFUL: 1, Priority.SKIM: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """How the contents are set; sizes in points, at the measure of the classic look."""

    letters: float
    """Letters of a line, as a share of the theme's."""
    line: float
    entry: float
    """Space around an entry."""
    group: float
    """A section's head, and the space after its entries."""

    def pages(self, sections: Sequence[SectionView], others: int, measure: Measure) -> float:
        """Pages that the contents take; a last group names the other parts, one line each."""
        letters = self.letters * measure.contents_letters
        heights = [self.group + others * (self.line + self.entry)]
        for section in sections:
            lines = sum(1 + (_wide(story.listed) + 6) // letters for story in section.stories)
            heights.append(self.group + lines * self.line + len(section.stories) * self.entry)
        return sum(heights) / measure.contents_room


_INDEX_TITLE = 164
"""Points that the index's title takes of both columns, with the space above it."""
_FULL = 0.97
"""The share of a page that an estimate may fill."""
_SETTINGS = {
    "roomy": _Setting(letters=1, line=13, entry=8, group=38),
    "normal": _Setting(letters=1, line=13, entry=5.1, group=33),
    "tight": _Setting(letters=1.125, line=10.8, entry=2.9, group=27),
}


def cover(issue: Issue, told: Sequence[Told], words: Labels, theme: Theme) -> CoverView:
    """Return the cover: the lead from the section with most stories, three lines from others."""
    ranked = _ranked(told)
    letters = Counter(view.letter for _, view in told)
    letter = letters.most_common(1)[0][0] if letters else ""
    lead = next((story for story in ranked if story.letter == letter), None)
    colours = theme.accent(letter)
    plate = Plate(width=theme.page.width, height=theme.page.height, is_flat=theme.is_flat)
    return CoverView(
        svg=cover_svg(
            issue.id, letter, Palette(ground=theme.ground, accent=colours.accent, sun=colours.sun), plate
        ),
        letter=letter,
        lead=shortened(lead.listed, 96) if lead else "",
        lead_lang=lead.lang if lead else words.language,
        lines=tuple((shortened(story.listed, 78), story.lang) for story in _others(ranked, lead)[:3]),
        topics=shortened(" · ".join(issue.masthead.topics), 64) or words["current_affairs"],
        figures=_cover_figures(issue, words),
    )


def at_a_glance(told: Sequence[Told], measure: Measure | None) -> tuple[GlanceView, ...]:
    """Return the most urgent stories in printing order: at most ten, and one page of them.

    The most urgent get their gist first; where it would overfill the page, the headline stands
    alone. Without a measure the page is as long as it takes.
    """
    if len(told) < _GLANCE_FROM:
        return ()
    ranked = list(_ranked(told)[:GLANCE_LINES])
    gists = {story.number: "" for story in ranked}
    while measure and _glance_height(ranked, gists, measure) > measure.glance_room:
        ranked.pop()
    for story in ranked:
        fuller = gists | {story.number: _gist(story)}
        if not measure or _glance_height(ranked, fuller, measure) <= measure.glance_room:
            gists = fuller
    kept = {story.number for story in ranked}
    return tuple(GlanceView(story=view, gist=gists[view.number]) for _, view in told if view.number in kept)


def papers(issue: Issue, told: Sequence[Told], words: Labels) -> tuple[PaperView, ...]:
    """Return the index: each paper's syllabus lines with their stories, then Prelims as a whole."""
    found = []
    for paper in _PAPERS:
        rows = [
            PaperRow(code=code, label=label, stories=tuple(view for _, view in told if code in view.codes))
            for code, label in issue.syllabus
            if code.startswith(paper + "-")
        ]
        coded = {story.number for row in rows for story in row.stories}
        rest = tuple(view for story, view in told if paper in story.papers and view.number not in coded)
        if rest:
            label = words["paper_rest"] if rows and paper != "Prelims" else ""
            rows.append(PaperRow(code="", label=label, stories=rest))
        rows = [row for row in rows if row.stories]
        if rows:
            found.append(PaperView(name=words[paper], brief=paper == "Prelims", rows=tuple(rows)))
    return tuple(found)


def contents_setting(
    sections: Sequence[SectionView], others: int, index: Sequence[PaperView], measure: Measure | None
) -> tuple[str, bool]:
    """Return how closely the contents are set, and whether the index begins a page of its own.

    Both take as few pages as they can, and are set as openly as these allow, so that no page is
    left with two lines on it. ``others`` parts are named after the sections.
    """
    if not measure:
        return "normal", False
    behind = _index_height(index) / measure.contents_room if index else 0.0

    def laid(name: str) -> tuple[int, int, bool]:
        """Return the pages of both, of the contents, and whether the index stands apart."""
        pages = _SETTINGS[name].pages(sections, others, measure) / _FULL
        is_apart = pages % 1 + behind > 1
        return math.ceil(pages) + (math.ceil(behind) if is_apart else 0), math.ceil(pages), is_apart

    name = min(_SETTINGS, key=lambda each: laid(each)[:2])
    return name, laid(name)[2]


def _wide(text: str) -> int:
    """Letters that take room: a vowel sign above or below its letter takes none."""
    return sum(unicodedata.category(each) != "Mn" for each in text)


def _index_height(index: Sequence[PaperView]) -> float:
    """Points of a column that the index takes, with its title; a reference is as long as six letters."""
    height = float(_INDEX_TITLE)
    for paper in index:
        height += 33
        for row in paper.rows:
            letters = _wide(row.label) + len(row.stories) * (4.4 if paper.brief else 6.4)
            height += 6 + 11.6 * (1 + letters // (48 if row.code else 56))
    return height


def shortened(text: str, letters: int) -> str:
    """Return a text of at most so many letters, cut after a word and ended by an ellipsis."""
    if len(text) <= letters:
        return text
    cut = text[:letters]
    head = cut.rpartition(" ")[0] or cut[:-1]
    return head.rstrip(" ,;:–—-") + "…"


def _gist(story: StoryView) -> str:
    gist = story.remember
    return gist.text if gist and gist.is_supported and gist.text != story.listed else ""


def _glance_height(stories: Sequence[StoryView], gists: Mapping[str, str], measure: Measure) -> float:
    """Points that the lines take; a gist is set a little smaller than its headline."""
    letters = measure.glance_letters
    return sum(
        23.5
        + 14.5 * (1 + len(story.listed) // letters)
        + 14.5 * -(-len(gists[story.number]) // (letters + 5))
        for story in stories
    )


def _cover_figures(issue: Issue, words: Labels) -> tuple[str, ...]:
    articles = issue.counts.articles_printed or sum(len(story.sources) for story in issue.stories)
    questions = (words.count("questions", len(issue.questions)),) if issue.questions else ()
    return (
        words.count("stories", len(issue.stories)),
        words.count("articles", articles),
        *questions,
        words.count("sentences", _statements(issue)),
    )


def _printed(story: Story) -> list[Statement]:
    said = [each for block in story.blocks for each in block.statements]
    said += [fact.statement for fact in story.facts]
    return said + ([story.remember] if story.remember else [])


def _statements(issue: Issue) -> int:
    """Sentences that the sources bear out."""
    printed = [each for story in issue.stories for each in _printed(story)]
    return sum(each.verdict is not Verdict.EDITED_UNSUPPORTED for each in printed)


def _ranked(told: Sequence[Told]) -> tuple[StoryView, ...]:
    """Stories by priority; of equal ones each section's first, then each section's second, and so on."""
    found: list[tuple[int, int, StoryView]] = []
    places: Counter[tuple[str, Priority]] = Counter()
    for story, view in told:
        place = (view.letter, story.priority)
        found.append((_RANK[story.priority], places[place], view))
        places[place] += 1
    return tuple(view for _, _, view in sorted(found, key=lambda each: each[:2]))


def _others(ranked: Sequence[StoryView], lead: StoryView | None) -> list[StoryView]:
    """The best story of each other section, then whatever is left."""
    rest = [story for story in ranked if story is not lead]
    seen = {lead.letter} if lead else set()
    firsts = []
    for story in rest:
        if story.letter not in seen:
            firsts.append(story)
            seen.add(story.letter)
    return firsts + [story for story in rest if story not in firsts]
