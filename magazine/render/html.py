"""An issue to HTML: one file that asks for nothing else and needs no script to be read."""

import base64
import hashlib

from markupsafe import Markup

from magazine import __version__
from magazine.assets import bundled
from magazine.core.issue import Issue
from magazine.core.ports import Edition
from magazine.render.brand import Brand
from magazine.render.compose import compose
from magazine.render.filling import Templates, editions_digest, links_left_out
from magazine.render.images import NO_ASSETS, Assets, data_address, landscape, shown
from magazine.render.look import dressed
from magazine.render.parts import back_parts, front_parts
from magazine.render.screen import accent_rules, font_rules, has_devanagari
from magazine.render.themes import Theme, load_theme
from magazine.render.view import IssueView


class HtmlRenderer:
    """Renders an issue as one HTML file, in a theme's colours.

    Args:
        theme: Gives the sections' colours and the cover's picture; None is the bundled one.
        assets: The user's pictures, by the names that the issue gives them.
        brand: Whose magazine it is: its colours, name and contact.
    """

    def __init__(
        self, theme: Theme | None = None, assets: Assets = NO_ASSETS, brand: Brand | None = None
    ) -> None:
        self._look = dressed(theme or load_theme(), brand)
        self._assets = shown(assets)

    @property
    def suffix(self) -> str:
        return "html"

    @property
    def signature(self) -> str:
        look = f"theme {self._look.theme.name} {self._look.digest()}"
        return f"html {__version__}, {look}, {editions_digest()}"

    def render(self, issue: Issue) -> Edition:
        view = compose(issue, self._look.theme, self._assets, brand=self._look.brand)
        html = _page(issue.id, view, self._look.theme, self._assets)
        return Edition(content=html.encode(), notes=links_left_out(issue))


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
