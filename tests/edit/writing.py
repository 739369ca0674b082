"""Builders for the model editor's tests: a model that answers from a function, and what it reads."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from magazine.core.article import Article, Language
from magazine.core.issue import Issue
from magazine.core.ports import Draft
from magazine.core.proof import proofread
from magazine.core.selection import Rule, Selection
from magazine.edit import ExtractiveEditor
from magazine.edit.measure import Depth
from magazine.edit.model.asking import Request, ScriptedCorrespondent
from magazine.edit.model.editor import ModelEditor
from tests.edit.printing import TAXONOMY, WEEK, a_story_of

RAMSAR = Article(
    id="ramsar",
    title="Two more wetlands join the Ramsar list",
    body="""The Ministry of Environment said on 4 March 2026 that two wetlands of Bihar were Ramsar sites.

India now has 98 Ramsar sites, which cover 13.6 lakh hectares.

## Background

The Ramsar Convention was signed in Iran in 1971. India became a party to the convention in 1982.

## Money

The Cabinet approved ₹2,700 crore for wetland conservation in five States until 2031.

The Comptroller and Auditor General had criticised delays in 11 States in an earlier report.

## Next steps

The Ministry will draw up a management plan for every wetland within 18 months.""",
    published="2026-03-04",
    source="The Example",
)

HINDI = Article(
    id="rahat",
    title="सड़क दुर्घटना पीड़ितों को ₹1.5 लाख तक कैशलेस उपचार",
    body="""सड़क परिवहन मंत्रालय ने 4 मार्च 2026 को योजना का विवरण दिया।

योजना का कानूनी आधार मोटर यान अधिनियम, 1988 की धारा 162 है।

हर पीड़ित को सात दिन तक ₹1.5 लाख का कैशलेस उपचार मिलता है।""",
    language=Language.HINDI,
    published="2026-03-04",
    source="उदाहरण",
)


def said(text: str, *cites: str) -> dict[str, Any]:
    return {"text": text, "cites": list(cites)}


def a_reply(**changes: Any) -> dict[str, Any]:
    """A reply that tells RAMSAR in own words, every one of them borne out."""
    reply: dict[str, Any] = {
        "last_id": "a1.s7",
        "headline": said("Two wetlands of Bihar join the Ramsar list", "a1.s1"),
        "remember": said("India has 98 Ramsar sites.", "a1.s2"),
        "why": [
            said(
                "On 4 March 2026 the Ministry of Environment said that Bihar has two new Ramsar sites.",
                "a1.s1",
            )
        ],
        "background": [
            said("The Ramsar Convention dates from 1971, and India joined it in 1982.", "a1.s3", "a1.s4")
        ],
        "points": [
            {
                "heading": "Money",
                "statements": [
                    said("The Cabinet set aside ₹2,700 crore for wetland conservation until 2031.", "a1.s5")
                ],
            }
        ],
        "significance": [],
        "challenges": [said("The Comptroller and Auditor General criticised delays in 11 States.", "a1.s6")],
        "way_forward": [said("Every wetland is to have a management plan within 18 months.", "a1.s7")],
        "facts": [
            {
                "kind": "number",
                "label": "98 Ramsar sites",
                **said("India now has 98 Ramsar sites in all.", "a1.s2"),
            }
        ],
        "terms": [],
        "proposals": [],
        "pairs": [],
        "mains": None,
    }
    return reply | changes


def a_copy(matter: dict[str, Any]) -> dict[str, Any]:
    """A reply to any story that copies its sentences: dull, and never wrong."""
    rows = [row for article in matter["articles"] for row in article["sentences"]]
    sentences = [said(row["t"], row["id"]) for row in rows if ".s" in row["id"]]
    return a_reply(
        last_id=rows[-1]["id"],
        headline=said(rows[0]["t"], rows[0]["id"]),
        remember=None,
        why=sentences[:1],
        background=[],
        points=[{"heading": None, "statements": sentences[1:6]}],
        challenges=[],
        way_forward=[],
        facts=[],
    )


@dataclass
class Model:
    """A scripted model that keeps what it was asked."""

    story: Callable[[Request[Any]], dict[str, Any]] = lambda _: a_reply()
    mend: Callable[[Request[Any]], dict[str, Any]] = lambda _: {"mended": []}
    context_tokens: int = 16_000
    asked: list[Request[Any]] = field(default_factory=list)

    def answer(self, request: Request[Any]) -> dict[str, Any]:
        self.asked.append(request)
        return self.story(request) if request.purpose == "story" else self.mend(request)

    @property
    def matters(self) -> list[dict[str, Any]]:
        """What was asked for stories, as the model reads it."""
        return [read(each) for each in self.asked if each.purpose == "story"]

    @property
    def repairs(self) -> list[dict[str, Any]]:
        return [read(each) for each in self.asked if each.purpose == "mend"]

    def editor(self, **settings: Any) -> ModelEditor:
        correspondent = ScriptedCorrespondent(answer=self.answer, context_tokens=self.context_tokens)
        depth = settings.get("depth", Depth.STANDARD)
        settings = {"fallback": ExtractiveEditor(TAXONOMY, depth=depth), **settings}
        return ModelEditor(TAXONOMY, correspondent, **settings)


def read(request: Request[Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(request.user)
    return found


def a_selection_in(language: Language | None, *stories: Sequence[Article]) -> Selection:
    """A selection of stories, each of some articles; with a language, others are to be translated."""
    return Selection(
        rule=Rule(period=WEEK, language=language, translate=language is not None),
        stories=tuple(a_story_of(*each, score=90.0 - place) for place, each in enumerate(stories)),
    )


def drafted(
    model: Model, *stories: Article | Sequence[Article], language: Language | None = None, **settings: Any
) -> Draft:
    """Edit stories of one article or several."""
    given = [(each,) if isinstance(each, Article) else tuple(each) for each in stories]
    articles = [article for each in given for article in each]
    return model.editor(**settings).edit(a_selection_in(language, *given), articles)


def proofed(draft: Draft) -> Issue:
    """The issue as it may be printed; the last reader has nothing left to remark."""
    proof = proofread(draft.issue, fresh=True)
    assert proof.remarks == ()
    return proof.issue
