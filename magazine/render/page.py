"""An issue's view to HTML, through a theme's templates.

Everything an article brings is escaped. The drawings alone are markup, and they
are made by this program: the filter ``drawn`` is for the view's ``svg`` and ``art``.
"""

import jinja2
from markupsafe import Markup

from magazine import __version__
from magazine.core.errors import RendererError
from magazine.render.themes import Theme
from magazine.render.view import IssueView


def issue_html(issue: IssueView, theme: Theme) -> str:
    """Return the HTML of an issue, without its style sheet.

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
    environment.filters["drawn"] = Markup
    try:
        html = environment.get_template("issue.html").render(
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
