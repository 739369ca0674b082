"""An issue's view to HTML, through a theme's templates.

Everything an article brings is escaped. The drawings alone are markup, and they
are made by this program: the filter ``drawn`` is for the view's ``svg`` and ``art``,
and gives a drawing the words that are read out in its place; without them it is an ornament.
"""

import jinja2
from markupsafe import Markup, escape

from magazine import __version__
from magazine.core.errors import RendererError
from magazine.render.themes import Theme
from magazine.render.view import IssueView


def issue_html(issue: IssueView, theme: Theme, template: str = "issue.html") -> str:
    """Return the HTML of an issue, without its style sheet.

    Args:
        issue: The issue.
        theme: Where templates are looked for.
        template: Which one: ``issue.html``, ``booklet.html``, or ``rough.html`` for an empty page.

    Raises:
        RendererError: A template of the theme is missing, or is not a template.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(theme.folders),
        # Always, and not by the file's name: an article's text is never markup.
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["drawn"] = _drawn
    try:
        html = environment.get_template(template).render(
            issue=issue,
            generator=f"custom-magazine {__version__}",
        )
    except jinja2.TemplateError as error:
        raise RendererError(
            f"The theme {theme.name!r} cannot be used: {error}.",
            hint="Compare its templates with those of a bundled theme.",
        ) from error
    # Half of a surrogate pair, which an edited file can hold, has no bytes.
    return html.encode("utf-8", "replace").decode("utf-8")


def _drawn(svg: str, words: str = "") -> Markup:
    title = f"><title>{escape(words)}</title>" if words else ">"
    return Markup(svg.replace(">", title, 1))  # noqa: S704 - a drawing of ours
