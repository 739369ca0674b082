"""An issue to HTML: one file that asks for nothing else and needs no script to be read."""

import base64
import hashlib

from markupsafe import Markup

from magazine import __version__
from magazine.assets import bundled
from magazine.core.issue import Issue
from magazine.render.compose import compose
from magazine.render.filling import Templates
from magazine.render.images import Assets, data_address, landscape
from magazine.render.look import Look
from magazine.render.parts import back_parts, front_parts
from magazine.render.screen import accent_rules, font_rules, has_devanagari
from magazine.render.screen_edition import ScreenRenderer
from magazine.render.themes import Theme
from magazine.render.view import IssueView


class HtmlRenderer(ScreenRenderer):
    """Renders an issue as one HTML file, in a theme's colours."""

    @property
    def suffix(self) -> str:
        return "html"

    def _written(self, issue: Issue, look: Look, pictures: Assets) -> bytes:
        view = compose(issue, look.theme, pictures, brand=look.brand)
        return _page(issue.id, view, look.theme, pictures).encode()


def _page(seed: str, view: IssueView, theme: Theme, assets: Assets) -> str:
    folder = bundled("templates") / "editions" / "html"
    script = (folder / "search.js").read_text(encoding="utf-8")
    values = {
        "issue": view,
        "before": front_parts(view),
        "behind": back_parts(view, answers=False),
        "top": 2,
        "paged": False,
        "href": lambda anchor: f"#{anchor}",
        "pictures": {name: data_address(content) for name, content in assets.items()},
        "art": data_address(landscape(seed, view.cover.letter, theme, 105).encode(), "image/svg+xml"),
        "generator": f"custom-magazine {__version__}",
    }
    templates = Templates()
    body = templates.fill("html/body.html", **values)
    style = "\n".join(
        (
            (folder / "style.css").read_text(encoding="utf-8"),
            accent_rules(theme),
            font_rules(hindi=has_devanagari(body)),
        )
    )
    return templates.fill(
        "html/issue.html",
        **values,
        policy=_policy(style, script),
        # Ours, and no text of an article in them; the body is filled in, and so escaped, above.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        body=Markup(body),  # noqa: S704
    )


def _policy(style: str, script: str) -> str:
    """Return a policy under which no style, script or address runs but those of this file."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"
