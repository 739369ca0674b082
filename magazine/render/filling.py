"""The editions' own templates, filled in: an article's text is never markup there."""

import hashlib
import re

import jinja2
from markupsafe import Markup

from magazine.assets import bundled
from magazine.core.errors import RendererError
from magazine.core.issue import Issue
from magazine.render.compose import safe_url

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML 1.0 has no place for (control characters, halves of surrogate pairs) or discourages."""


class Templates:
    """The templates of the folder ``editions``; names are paths below it."""

    def __init__(self) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(bundled("templates") / "editions"),
            # Always, and not by the file's name: an article's text is never markup.
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_printable,
        )

    def fill(self, name: str, **values: object) -> str:
        """Return a template filled in.

        Raises:
            RendererError: A template is missing or is not a template.
        """
        try:
            return self._environment.get_template(name).render(**values)
        except jinja2.TemplateError as error:
            raise RendererError(
                f"The edition's template {name!r} cannot be used: {error}.",
                hint="Install the magazine anew: its templates are incomplete or were changed.",
            ) from error


def printable(text: str) -> str:
    """Return a text with a replacement character in the place of each that no page can hold."""
    return _UNPRINTABLE.sub("\ufffd", text)


def _printable(value: object) -> object:
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def editions_digest() -> str:
    """Return a short hash of the editions' templates, fonts and scripts."""
    return _digest("editions")


def labels_digest() -> str:
    """Return a short hash of the labels."""
    return _digest("labels")


def _digest(name: str) -> str:
    sum_of = hashlib.sha256()
    folder = bundled("templates") / name
    for path in sorted(file for file in folder.rglob("*") if file.is_file()):
        sum_of.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return sum_of.hexdigest()[:16]


def links_left_out(issue: Issue) -> tuple[str, ...]:
    """Return a note on the links that no edition may hold."""
    unsafe = sum(
        bool(source.url) and not safe_url(source.url)
        for story in issue.stories
        for source in (*story.sources, *story.related)
    )
    return (f"Links left out because they are neither http nor https: {unsafe}.",) if unsafe else ()
