"""The parts of an issue that no story owns: cover, at a glance, index by paper, how it was made."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from magazine.core.issue import Issue, Priority, Statement, Story, Verdict
from magazine.render.cover import Palette, cover_svg
from magazine.render.labels import Labels, grouped
from magazine.render.themes import Theme
from magazine.render.view import CoverView, GlanceView, MadeView, PaperRow, PaperView, SectionView, StoryView

GLANCE_LINES = 10
_GLANCE_FROM = 4
"""With fewer stories the contents say as much."""
_GLANCE_PAGE = 640
"""Points of a page below its title."""
_PAPERS = ("GS1", "GS2", "GS3", "GS4", "Prelims")
_RANK = {Priority.MUST_READ: 0, Priority.USEFUL: 1, Priority.SKIM: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """How the contents are set in the classic look; sizes in points."""

    letters: int
    """Letters of a line."""
    line: float
    entry: float
    """Space around an entry."""
    group: float
    """A section's head, and the space after its entries."""
    fills: float
    """The share of the page that it may fill."""

    def pages(self, sections: Sequence[SectionView]) -> float:
        """Pages that the contents take; a last group names the front and back matter."""
        heights = [self.group + 4 * (self.line + self.entry)]
        for section in sections:
            lines = sum(1 + (len(story.listed) + 6) // self.letters for story in section.stories)
            heights.append(self.group + lines * self.line + len(section.stories) * self.entry)
        return sum(heights) / _CONTENTS_PAGE


_CONTENTS_PAGE = 2 * 668.0
"""Points of the two columns below the title."""
_SETTINGS = {
    "roomy": _Setting(letters=48, line=13, entry=8, group=38, fills=0.55),
    "normal": _Setting(letters=48, line=13, entry=5.1, group=33, fills=0.95),
    "tight": _Setting(letters=54, line=10.8, entry=2.9, group=27, fills=0.97),
}


def cover(issue: Issue, sections: Sequence[SectionView], words: Labels, theme: Theme) -> CoverView:
    """Return the cover: the lead from the section with most stories, three lines from others."""
    ranked = _ranked(issue, sections)
    main = max(sections, key=lambda section: len(section.stories), default=None)
    letter = main.letter if main else ""
    lead = next((story for story in ranked if story.letter == letter), None)
    colours = theme.accent(letter)
    return CoverView(
        svg=cover_svg(issue.id, Palette(ground=theme.ground, accent=colours.accent, sun=colours.sun)),
        letter=letter,
        lead=shortened(lead.listed, 96) if lead else "",
        lead_lang=lead.lang if lead else words.language,
        lines=tuple((shortened(story.listed, 78), story.lang) for story in _others(ranked, lead)[:3]),
        topics=shortened(" · ".join(issue.masthead.topics), 64) or words["current_affairs"],
        figures=(
            words.count("stories", len(ranked)),
            words.count("articles", issue.counts.articles_printed or _sources(issue)),
            words.count("sentences", _statements(issue)),
        ),
    )


def at_a_glance(issue: Issue, sections: Sequence[SectionView]) -> tuple[GlanceView, ...]:
    """Return the most urgent stories in printing order: at most ten, and one page of them.

    The most urgent get their gist first; where it would overfill the page, the headline stands alone.
    """
    ranked = list(_ranked(issue, sections)[:GLANCE_LINES])
    if len(_stories(sections)) < _GLANCE_FROM:
        return ()
    gists = {story.number: "" for story in ranked}
    while _glance_height(ranked, gists) > _GLANCE_PAGE:
        ranked.pop()
    for story in ranked:
        told = gists | {story.number: _gist(story)}
        if _glance_height(ranked, told) <= _GLANCE_PAGE:
            gists = told
    lines = {story.number: GlanceView(story=story, gist=gists[story.number]) for story in ranked}
    return tuple(lines[story.number] for story in _stories(sections) if story.number in lines)


def _gist(story: StoryView) -> str:
    gist = story.remember
    return gist.text if gist and gist.is_supported and gist.text != story.listed else ""


def _glance_height(stories: Sequence[StoryView], gists: Mapping[str, str]) -> float:
    """Points that the lines take in the classic look: 82 letters of a headline a line, 87 of a gist."""
    return sum(
        23.5 + 14.5 * (1 + len(story.listed) // 82) + 14.5 * -(-len(gists[story.number]) // 87)
        for story in stories
    )


def papers(issue: Issue, sections: Sequence[SectionView], words: Labels) -> tuple[PaperView, ...]:
    """Return the index: each paper's syllabus lines with their stories, then Prelims as a whole."""
    pairs = tuple(zip(issue.stories, _stories(sections), strict=True))
    found = []
    for paper in _PAPERS:
        rows = [
            PaperRow(code=code, label=label, stories=tuple(view for _, view in pairs if code in view.codes))
            for code, label in issue.syllabus
            if code.startswith(paper + "-")
        ]
        coded = {story.number for row in rows for story in row.stories}
        rest = tuple(view for story, view in pairs if paper in story.papers and view.number not in coded)
        if rest:
            label = words["paper_rest"] if rows and paper != "Prelims" else ""
            rows.append(PaperRow(code="", label=label, stories=rest))
        rows = [row for row in rows if row.stories]
        if rows:
            found.append(PaperView(name=words[paper], brief=paper == "Prelims", rows=tuple(rows)))
    return tuple(found)


def how_made(issue: Issue, words: Labels) -> MadeView:
    """Return the plain account of how the issue was made, and its figures."""
    models = sorted({story.editor for story in issue.stories} - {"extractive"})
    paragraphs = [("", words.filled("how_library", period=words.period(issue.masthead.period)))]
    if len(models) < len({story.editor for story in issue.stories}):
        how = "how_edited" if _is_edited(issue) else "how_extractive"
        paragraphs.append((words[f"{how}_title"], words[how]))
    if models:
        paragraphs.append((words["how_model_title"], words.filled("how_model", models=", ".join(models))))
    paragraphs.append((words["how_checked_title"], words["how_checked"]))
    paragraphs.append((words["how_unchecked_title"], words["how_unchecked"]))
    if issue.counts.articles_left_out:
        paragraphs.append(("", words["how_left_out"]))
    return MadeView(paragraphs=tuple(paragraphs), figures=_figures(issue, words))


def _is_edited(issue: Issue) -> bool:
    hands = {Verdict.EDITED_CHECKED, Verdict.EDITED_UNSUPPORTED}
    return any(statement.verdict in hands for story in issue.stories for statement in story.statements)


def publishers_line(issue: Issue, words: Labels) -> str:
    """Return who wrote what the issue prints: its publishers, at most four by name."""
    names = list(dict.fromkeys(source.publisher for story in issue.stories for source in story.sources))
    named = ", ".join(name for name in names[:4] if name)
    if len(names) > 4:  # noqa: PLR2004 - as many as fit a line
        named = words.filled("and_others", names=named)
    return words.filled("compiled", publishers=named) if named else issue.masthead.title


def contents_density(sections: Sequence[SectionView]) -> str:
    """Return how closely the contents are set: as openly as fits a page.

    Longer contents take the setting whose last page is the fuller one, so that
    no page is left with two lines on it.
    """
    pages = {name: setting.pages(sections) for name, setting in _SETTINGS.items()}
    fitting = (name for name, setting in _SETTINGS.items() if pages[name] <= setting.fills)
    return next(fitting, max(("normal", "tight"), key=lambda name: pages[name] % 1))


def shortened(text: str, letters: int) -> str:
    """Return a text of at most so many letters, cut after a word and ended by an ellipsis."""
    if len(text) <= letters:
        return text
    cut = text[:letters]
    head = cut.rpartition(" ")[0] or cut
    return head.rstrip(" ,;:–—-") + "…"


def _figures(issue: Issue, words: Labels) -> tuple[tuple[str, str], ...]:
    counts, verdicts = issue.counts, [each.verdict for story in issue.stories for each in story.statements]
    publishers = {source.publisher for story in issue.stories for source in story.sources}
    figures = (
        ("fig_in_period", counts.articles_in_period),
        ("fig_matched", counts.articles_matched),
        ("fig_printed", counts.articles_printed),
        ("fig_left_out", counts.articles_left_out),
        ("fig_stories", len(issue.stories)),
        ("fig_publishers", len(publishers)),
        ("fig_words", counts.source_words),
        ("fig_statements", len(verdicts)),
        ("fig_verbatim", verdicts.count(Verdict.VERBATIM)),
        ("fig_verified", verdicts.count(Verdict.VERIFIED)),
        ("fig_mended", verdicts.count(Verdict.MENDED)),
        ("fig_replaced", verdicts.count(Verdict.REPLACED)),
        ("fig_edited_checked", verdicts.count(Verdict.EDITED_CHECKED)),
        ("fig_edited_unsupported", verdicts.count(Verdict.EDITED_UNSUPPORTED)),
        ("fig_unchecked", verdicts.count(Verdict.UNCHECKED)),
        ("fig_dropped", counts.statements_dropped),
    )
    always = ("fig_left_out", "fig_statements", "fig_verbatim", "fig_dropped")
    return tuple((words[key], grouped(number)) for key, number in figures if number or key in always)


def _printed(story: Story) -> list[Statement]:
    said = [each for block in story.blocks for each in block.statements]
    said += [fact.statement for fact in story.facts]
    return said + ([story.remember] if story.remember else [])


def _statements(issue: Issue) -> int:
    """Sentences that the sources bear out."""
    printed = [each for story in issue.stories for each in _printed(story)]
    return sum(each.verdict is not Verdict.EDITED_UNSUPPORTED for each in printed)


def _sources(issue: Issue) -> int:
    return sum(len(story.sources) for story in issue.stories)


def _stories(sections: Sequence[SectionView]) -> tuple[StoryView, ...]:
    return tuple(story for section in sections for story in section.stories)


def _ranked(issue: Issue, sections: Sequence[SectionView]) -> tuple[StoryView, ...]:
    """Stories by priority; of equal ones each section's first, then each section's second, and so on."""
    found: list[tuple[int, int, StoryView]] = []
    stories = iter(issue.stories)
    for section in sections:
        places: Counter[Priority] = Counter()
        # Views first: at the end of a section, zip stops before it takes the next section's story.
        for view, story in zip(section.stories, stories, strict=False):
            found.append((_RANK[story.priority], places[story.priority], view))
            places[story.priority] += 1
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
