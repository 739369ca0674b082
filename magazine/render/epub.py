"""An issue to EPUB 3: a file a section, the reader's own type, Devanagari with its font."""

import textwrap
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from magazine import __version__
from magazine.assets import bundled
from magazine.core.issue import Issue
from magazine.render.compose import compose
from magazine.render.filling import Templates
from magazine.render.images import Assets, landscape, media_type
from magazine.render.look import Look
from magazine.render.parts import back_parts, front_parts
from magazine.render.screen import has_devanagari, title_font_rules
from magazine.render.screen_edition import ScreenRenderer
from magazine.render.view import IssueView, SectionView
from magazine.render.zipped import zipped

_FONTS = (("NotoSansDevanagari-Regular.ttf", 400), ("NotoSansDevanagari-Bold.ttf", 700))
_TITLE_LINE = 19
"""Letters of the title that fit a line of the cover at its largest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A file of the book that is read."""

    name: str
    title: str
    template: str
    section: SectionView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file of the book that is not read: a font or a picture."""

    id: str
    path: str
    kind: str
    content: bytes


class EpubRenderer(ScreenRenderer):
    """Renders an issue as an EPUB 3, its cover in a theme's colours."""

    @property
    def suffix(self) -> str:
        return "epub"

    def _written(self, issue: Issue, look: Look, pictures: Assets) -> bytes:
        return zipped(_Book(issue, look, pictures).files(), stored="mimetype")


class _Book:
    """One book in the making."""

    def __init__(self, issue: Issue, look: Look, assets: Assets) -> None:
        self._issue, self._theme = issue, look.theme
        self._view = compose(issue, look.theme, assets, brand=look.brand)
        self._templates = Templates()
        self._leaves = tuple(_leaves(self._view))
        self._pictures = tuple(_pictures(assets, self._view))
        self._places = _places(self._view)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files of the book, ``mimetype`` first."""
        read = [(f"EPUB/{leaf.name}.xhtml", self._leaf(leaf)) for leaf in self._leaves]
        read.append(("EPUB/nav.xhtml", self._filled("EPUB/nav.xhtml")))
        fonts = tuple(_fonts()) if has_devanagari("".join(text for _, text in read)) else ()
        attachments = (*fonts, self._art(), *(picture for _, picture in self._pictures))
        yield "mimetype", _own("mimetype").encode()
        yield "META-INF/container.xml", _own("META-INF/container.xml").encode()
        yield "EPUB/package.opf", self._filled("EPUB/package.opf", attachments=attachments).encode()
        yield "EPUB/style.css", (_own("EPUB/style.css") + "\n".join(_font_rules(fonts))).encode()
        yield "EPUB/cover.svg", self._cover().encode()
        for name, text in read:
            yield name, text.encode()
        for each in attachments:
            yield f"EPUB/{each.path}", each.content

    def _leaf(self, leaf: Leaf) -> str:
        return self._filled("EPUB/leaf.xhtml", leaf=leaf, section=leaf.section)

    def _filled(self, name: str, **values: object) -> str:
        view = self._view
        return self._templates.fill(
            f"epub/{name}",
            issue=view,
            leaves=self._leaves,
            before=front_parts(view),
            behind=back_parts(view, answers=True),
            top=1,
            paged=True,
            href=self._address,
            pictures={name: picture.path for name, picture in self._pictures},
            identifier=uuid.uuid5(uuid.NAMESPACE_URL, f"magazine:{self._issue.id}").urn,
            languages=dict.fromkeys((view.lang, *(story.lang for story in view.stories))),
            generator=f"custom-magazine {__version__}",
            **values,
        )

    def _address(self, anchor: str) -> str:
        """Return where an anchor lies: ``section-b.xhtml#story-b1``."""
        leaf = self._places.get(anchor, anchor)
        return f"{leaf}.xhtml" if leaf == anchor else f"{leaf}.xhtml#{anchor}"

    def _art(self) -> Attachment:
        drawn = landscape(self._issue.id, self._view.cover.letter, self._theme, 150)
        return Attachment(id="art", path="art.svg", kind="image/svg+xml", content=drawn.encode())

    def _cover(self) -> str:
        """Return the picture that a shelf shows: the title on the landscape."""
        title = self._view.title
        longest = max((len(word) for word in title.split()), default=1)
        size = min(18.0, 18.0 * _TITLE_LINE / max(longest, 1))
        return self._filled(
            "EPUB/cover.svg",
            # Drawn by this program, no text in it.
            art=Markup(landscape(self._issue.id, self._view.cover.letter, self._theme, 297)),  # noqa: S704
            lines=textwrap.wrap(title, max(_TITLE_LINE, longest), max_lines=3, placeholder="…"),
            size=size,
            # Inside the picture: a shelf shows it without the book's own files.
            fonts=Markup(title_font_rules(hindi=has_devanagari(title + self._view.period))),  # noqa: S704
            step=1.4 if has_devanagari(title) else 1.05,
            ink=self._theme.ink,
        )


def _leaves(view: IssueView) -> Iterator[Leaf]:
    yield Leaf(name="cover", title=view.title, template="epub/EPUB/cover.xhtml")
    for part in front_parts(view):
        yield Leaf(name=part.anchor, title=part.title, template=f"parts/{part.anchor}.html")
    for section in view.sections:
        if section.stories:
            yield Leaf(
                name=section.anchor, title=section.title, template="parts/section.html", section=section
            )
    for part in back_parts(view, answers=True):
        template = "epub/EPUB/test.xhtml" if part.anchor == "test" else f"parts/{part.anchor}.html"
        yield Leaf(name=part.anchor, title=part.title, template=template)


def _places(view: IssueView) -> Mapping[str, str]:
    """Return the leaf of each anchor that is not a leaf's own."""
    places = {story.anchor: section.anchor for section in view.sections for story in section.stories}
    places |= {story.anchor: "lines" for story in view.back.lines}
    places |= {mains.anchor: "mains" for mains in view.back.mains}
    exam = view.back.exam
    return places | {question.anchor: "test" for question in (exam.questions if exam else ())}


def _pictures(assets: Assets, view: IssueView) -> Iterator[tuple[str, Attachment]]:
    wanted = dict.fromkeys(story.picture.asset for story in view.stories if story.picture)
    for number, name in enumerate((each for each in wanted if each in assets), 1):
        kind = media_type(assets[name])
        path = f"picture-{number}.{kind.rpartition('/')[2]}"
        yield name, Attachment(id=f"picture-{number}", path=path, kind=kind, content=assets[name])


def _fonts() -> Iterator[Attachment]:
    for file, _ in _FONTS:
        content = (bundled("templates") / "fonts" / file).read_bytes()
        yield Attachment(id=file.partition(".")[0], path=f"fonts/{file}", kind="font/ttf", content=content)


def _font_rules(fonts: tuple[Attachment, ...]) -> Iterator[str]:
    for font, (_, weight) in zip(fonts, _FONTS, strict=False):
        yield f'@font-face{{font-family:"Noto Sans Devanagari";font-weight:{weight};src:url({font.path})}}'


def _own(name: str) -> str:
    return (bundled("templates") / "editions" / "epub" / name).read_text(encoding="utf-8")
