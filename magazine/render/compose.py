"""An issue to its view: the words, numbers and order that a page shows. Pure."""

from collections.abc import Collection, Iterator, Sequence

from magazine.core.issue import Form, Issue, Section
from magazine.render.backmatter import Told, back, past_of
from magazine.render.brand import Brand
from magazine.render.branding import brand_view
from magazine.render.cover import Palette, Plate, band_svg
from magazine.render.exam import asked
from magazine.render.frontmatter import at_a_glance, contents_setting, cover, papers
from magazine.render.labels import Labels, languages, load_labels
from magazine.render.made import how_made, publishers_line
from magazine.render.telling import Around, Manner, safe_url, told
from magazine.render.themes import Theme
from magazine.render.view import BackView, IssueView, SectionView

__all__ = ["compose", "safe_url"]

Chapter = tuple[Section, tuple[Told, ...]]
_PLACES = {Form.FULL: 0, Form.SHORT: 1, Form.LINE: 2}
"""The order of a section."""


def compose(
    issue: Issue,
    theme: Theme,
    assets: Collection[str] = (),
    *,
    brand: Brand | None = None,
    print_ready: bool = False,
) -> IssueView:
    """Return the view of an issue in a theme.

    Args:
        issue: The issue.
        theme: Its page decides how much the contents hold and how wide a table may be.
        assets: Names of the pictures at hand; a picture that is not is left out.
        brand: Whose magazine it is.
        print_ready: It goes to a press, and has a back cover even without a brand.

    Raises:
        RendererError: There are no labels for the language of the furniture.
    """
    masthead = issue.masthead
    words = load_labels(masthead.language)
    manner = Manner(
        words=words,
        table_columns=theme.page.table_columns,
        theme=theme,
        tables={language: load_labels(language) for language in languages() if language != words.language},
        assets=assets,
    )
    chapters = _numbered(issue, manner)
    numbered = tuple(each for _, ours in chapters for each in ours)
    lines = [view for story, view in numbered if story.form is Form.LINE]
    sections = tuple(_sections(issue, chapters, words, theme))
    behind = back(issue, numbered, lines, manner)
    period = words.period(masthead.period)
    found = papers(issue, numbered, words)
    density, index_apart = contents_setting(sections, _parts(behind), found, theme.measure)
    front = cover(issue, numbered, words, theme)
    owner = brand_view(brand, theme)
    return IssueView(
        title=masthead.title,
        lang=words.language,
        words=words,
        period=period,
        day=masthead.period.last.isoformat(),
        subject=words.filled("subject", period=period),
        author=publishers_line(issue, words),
        keywords=", ".join(section.title for section in issue.sections if section.stories),
        density=density,
        index_apart=index_apart,
        cover=front,
        sections=sections,
        glance=at_a_glance(numbered, theme.measure),
        papers=found,
        back=behind,
        made=how_made(issue, words),
        brand=owner,
        watermark=brand.watermark if brand else "",
        closing=_closing(issue, front.letter, theme) if owner or print_ready else "",
    )


def _closing(issue: Issue, letter: str, theme: Theme) -> str:
    """Return the back cover's drawing: the cover's motif again, along the foot."""
    colours = theme.accent(letter)
    palette = Palette(ground=theme.ground, accent=colours.accent, sun=colours.sun)
    plate = Plate(width=theme.page.width, height=theme.page.height * 0.24, is_flat=theme.is_flat)
    return band_svg(f"{issue.id} closing", letter, palette, plate)


def _numbered(issue: Issue, manner: Manner) -> tuple[Chapter, ...]:
    """Return each section with its stories in printing order, numbered."""
    questions, past = asked(issue, manner), past_of(issue, manner)
    return tuple(
        (
            section,
            tuple(
                (
                    story,
                    told(
                        story,
                        section.letter,
                        number,
                        manner,
                        Around(asked=questions.get(story.id, ()), past=past.get(story.id, ())),
                    ),
                )
                for number, story in enumerate(
                    sorted(section.stories, key=lambda each: _PLACES[each.form]), 1
                )
            ),
        )
        for section in issue.sections
    )


def _sections(
    issue: Issue, chapters: Sequence[Chapter], words: Labels, theme: Theme
) -> Iterator[SectionView]:
    for section, ours in chapters:
        if shown := [each for each in ours if each[0].form is not Form.LINE]:
            yield _section(issue, section, shown, words, theme)


def _section(
    issue: Issue, section: Section, ours: Sequence[Told], words: Labels, theme: Theme
) -> SectionView:
    named = sorted({paper for story, _ in ours for paper in story.papers if f"{paper}_short" in words.words})
    colours = theme.accent(section.letter)
    palette = Palette(ground=theme.ground, accent=colours.accent, sun=colours.sun)
    plate = Plate(width=theme.page.band, height=theme.page.band / 11, is_flat=theme.is_flat)
    return SectionView(
        letter=section.letter,
        anchor=f"section-{section.letter.lower()}",
        title=section.title,
        count=words.count("stories", len(ours)),
        papers=", ".join(words[f"{paper}_short"] for paper in named),
        stories=tuple(view for _, view in ours),
        art=band_svg(f"{issue.id} {section.letter}", section.letter, palette, plate),
    )


def _parts(behind: BackView) -> int:
    """How many parts the contents name beside the sections."""
    return (
        4
        + len(behind.gathered)
        + sum(
            bool(part)
            for part in (behind.lines, behind.glossary, behind.exam, behind.exam, behind.mains or behind.past)
        )
    )
