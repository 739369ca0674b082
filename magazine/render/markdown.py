"""An issue to Markdown that a person can edit: one text a line, each with its mark at the end.

``magazine.render.markdown_back`` reads it again.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from magazine import __version__
from magazine.core.issue import Issue, Section
from magazine.core.places import Place, Role, Rows, places_of, state_of
from magazine.core.ports import Edition
from magazine.core.question import PastQuestion, Question
from magazine.render.compose import compose
from magazine.render.escaping import escaped
from magazine.render.filling import labels_digest, links_left_out
from magazine.render.labels import Labels, load_labels
from magazine.render.made import how_made
from magazine.render.order import stories_in_order
from magazine.render.storyview import SourceView, StoryView
from magazine.render.themes import load_theme

_SIGNS = {
    Role.TITLE: "# ",
    Role.SECTION: "## ",
    Role.STORY: "### ",
    Role.REMEMBER: "> ",
    Role.BLOCK: "#### ",
    Role.TABLE: "",
    Role.QUESTION: "### ",
    Role.ASK: "",
    Role.EXPLANATION: "> ",
    Role.MAINS: "### ",
}
"""What stands before a text; a bullet where nothing is named."""
_GROUPS = {Role.FACT: "facts", Role.MOMENT: "timeline", Role.TERM: "glossary"}
"""The labels over a story's lists."""


class MarkdownRenderer:
    """Renders an issue as Markdown that ``markdown_back.MarkdownReviser`` reads back."""

    @property
    def suffix(self) -> str:
        return "md"

    @property
    def signature(self) -> str:
        return f"md {__version__}, labels {labels_digest()}"

    def render(self, issue: Issue) -> Edition:
        text = "\n".join(written(issue))
        return Edition(content=f"{text}\n".encode(), notes=links_left_out(issue))


def written(issue: Issue) -> Iterator[str]:
    """Yield the lines of an issue's Markdown."""
    return _Writer(issue).lines()


def state_line(places: Sequence[Place]) -> str:
    """Return the line that says from which state of the issue a Markdown was made."""
    return f"<!-- issue {state_of(places)} -->"


def marked_line(place: Place, words: Labels, number: int = 0) -> str:
    """Return the line of a place, or its first; ``number`` is a question's."""
    parts = [_SIGNS.get(place.role, "- ").strip(), _named(place, words, number), _words(place, words)]
    return " ".join([*(part for part in parts if part), f"<!-- {place.mark} -->"])


def _named(place: Place, words: Labels, number: int) -> str:
    if place.role is Role.BLOCK:
        return ""
    label = escaped(words["tables"]) if place.role is Role.TABLE else escaped(place.label)
    return f"{number}." if number else label and f"**{label}:**"


def _words(place: Place, words: Labels) -> str:
    if place.role in (Role.PREMISE, Role.ITEM):
        return _cells(place.rows[0])
    if place.role is Role.BLOCK and not place.text:
        return escaped(words[place.label])
    return escaped(place.text)


def _cells(cells: Sequence[str]) -> str:
    return " | ".join(escaped(cell) for cell in cells)


class _Writer:
    """Writes one issue: its places in their order, and our own words between them."""

    def __init__(self, issue: Issue) -> None:
        view = compose(issue, load_theme())
        self._issue, self._words = issue, view.words
        self._told = (told for _, told in stories_in_order(issue, view))
        self._all = places_of(issue)
        self._groups = groupby(self._all, key=lambda place: place.owner or place.mark)

    def lines(self) -> Iterator[str]:
        """Yield the lines."""
        issue, words = self._issue, self._words
        yield self._marked(self._next()[0])
        yield from ("", escaped(words.period(issue.masthead.period)), "")
        yield from (escaped(words["sheet_rules"]), "", state_line(self._all))
        for section in issue.sections:
            yield from self._section(section)
        if issue.questions:
            yield from ("", f"## {escaped(words['test'])}")
        for number, question in enumerate(issue.questions, 1):
            yield from self._question(question, number)
        if issue.mains:
            yield from ("", f"## {escaped(words['mains_questions'])}")
        for number, _ in enumerate(issue.mains, 1):
            yield from self._mains(number)
        yield from self._past(issue.past)
        yield from self._made()

    def _next(self) -> list[Place]:
        """Return the next section's line, or all places of the next story or question."""
        return list(next(self._groups)[1])

    def _marked(self, place: Place, number: int = 0) -> str:
        return marked_line(place, self._words, number)

    def _section(self, section: Section) -> Iterator[str]:
        yield from ("", self._marked(self._next()[0]))
        for _ in section.stories:
            yield from self._story(next(self._told), self._next())

    def _story(self, view: StoryView, places: Sequence[Place]) -> Iterator[str]:
        words, before = view.words, Role.STORY
        # Without its number, which changes when a story before it goes.
        tags = (*view.codes, view.exams, view.priority, view.topic)
        yield from ("", marked_line(places[0], words))
        yield from ("", escaped(" · ".join(tag for tag in tags if tag)))
        for place in places[1:]:
            if place.role is not before or place.role in (Role.BLOCK, Role.TABLE):
                yield ""
            if place.role is not before and place.role in _GROUPS:
                yield from (f"#### {escaped(words[_GROUPS[place.role]])}", "")
            yield marked_line(place, words)
            yield from ("", *_table(place.rows)) if place.role is Role.TABLE else ()
            before = place.role
        yield from _sources(view)

    def _question(self, question: Question, number: int) -> Iterator[str]:
        places, before = self._next(), Role.QUESTION
        yield from ("", self._marked(places[0], number), "")
        if question.columns:
            yield from (f"*{_cells(question.columns)}*", "")
        for place in places[1:]:
            if place.role is not before:
                yield from ("", *self._key(question, place.role))
            yield self._marked(place)
            before = place.role

    def _key(self, question: Question, role: Role) -> Iterator[str]:
        if role is Role.EXPLANATION:
            yield from (f"**{escaped(self._words['screen_answer'])}: ({chr(ord('a') + question.key)})**", "")

    def _mains(self, number: int) -> Iterator[str]:
        places = self._next()
        yield from ("", self._marked(places[0], number), "")
        yield from (self._marked(place) for place in places[1:])

    def _past(self, past: Sequence[PastQuestion]) -> Iterator[str]:
        if past:
            yield from ("", f"## {escaped(self._words['past_questions'])}", "")
        for each in past:
            named = f"{each.exam} {each.year} {each.paper} {each.number}".strip()
            options = "".join(f" ({chr(ord('a') + place)}) {text}" for place, text in enumerate(each.options))
            yield f"- {escaped(f'{named}: {each.text}{options} {each.answer}'.strip())}"

    def _made(self) -> Iterator[str]:
        yield from ("", f"## {escaped(self._words['how'])}")
        for heading, text in how_made(self._issue, self._words).paragraphs:
            yield from ("", f"#### {escaped(heading)}") if heading else ()
            yield from ("", escaped(text))


def account_lines(issue: Issue) -> Iterator[str]:
    """Yield the lines that the account of how an issue was made can have: an edit changes which it has."""
    words = load_labels(issue.masthead.language)
    for key in (key for key in words.words if key.startswith("how_")):
        yield from (f"#### {escaped(words[key])}", escaped(words[key]))


def _table(rows: Rows) -> Iterator[str]:
    for number, cells in enumerate(rows):
        yield f"| {_cells(cells)} |"
        if number == 0:
            yield "|" + " --- |" * len(cells)


def _sources(view: StoryView) -> Iterator[str]:
    if view.sources:
        label = view.words["source_line" if len(view.sources) == 1 else "sources_line"]
        yield from ("", f"**{escaped(label)}**", "")
        yield from (_source(source) for source in view.sources)
    if view.related:
        yield from ("", f"**{escaped(view.words['related'])}**", "")
        yield from (_source(source) for source in view.related)


def _source(source: SourceView) -> str:
    named = escaped(source.publisher)
    if source.url:
        named = f"[{named}](<{source.url.translate(_URL)}>)"
    number = f"{source.number} " if source.number else ""
    return f"- {number}{named}, {escaped(source.day)}: {escaped(source.title)}"


_URL: Mapping[int, str] = str.maketrans({"<": "%3C", ">": "%3E", "\\": "%5C"})
