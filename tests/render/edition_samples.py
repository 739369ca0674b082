"""Issues that every edition is tried on, and the tricks of hostile articles."""

import dataclasses
import functools
from itertools import cycle, islice

from magazine.core.article import Language
from magazine.core.issue import Block, BlockKind, Fact, FactKind, Issue, Moment, Story, Table, Term
from magazine.core.proof import proofread
from magazine.core.question import Question
from magazine.core.statement import Evidence
from tests.render.enriched import enriched
from tests.render.sample import a_section, a_source, a_story, an_issue, said, sample_issue

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "<svg><script>alert(1)</script></svg>",
    "'-alert(1)-'",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "<a href='javascript:alert(1)'>here</a>",
    "[here](javascript:alert(1))",
    "<iframe src=//evil.example></iframe>",
    "<style>*{display:none}</style>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<!-- --><script>alert(1)</script>",
    "--> <b>out</b> <!--",
    "<![CDATA[<b>in</b>]]>",
    "]]><b>out</b>",
    "<?xml version='1.0'?><b/>",
    "<!DOCTYPE html [<!ENTITY x 'y'>]>",
    "&lt;script&gt;",
    "&amp;amp; &#60;b&#62; &#x3c;",
    "&nosuch; &",
    "{{ 7 * 7 }}",
    "{% for x in y %}{% endfor %}",
    "{# gone #}",
    "{{c1::gap}} }}{{",
    "[sound:evil.mp3] [latex]x[/latex] [$]x[/$]",
    "\\(x\\) \\[y\\] $$z$$",
    "# A heading",
    "###### six",
    "- a bullet",
    "* a star",
    "+ a plus",
    "1. first",
    "2) second",
    "> quoted",
    "---",
    "===",
    "~~~ fence",
    "``` fence",
    "    indented",
    "| a | b |",
    "a | b \\| c \\",
    "**bold** _it_ `code` ~~gone~~",
    "[ref]: https://evil.example",
    "![picture](https://evil.example/x.png)",
    "<https://evil.example>",
    "text <!-- 0123abcd -->",
    "<!-- issue 0123abcd -->",
    "**label:** text",
    "line\nbreak\r\nand\ttab",
    "\x00\x01\x08\x0b\x0c\x1b[31mred\x7f\x85",
    "\ufeffbom \u2028 separators \u2029",
    "\ud800 half",
    "\ufffe \uffff no characters",
    "\u202eright to left\u202c \u2066isolate\u2069",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
    "क्षत्रिय ज्ञान र्‍य \u200d\u200c त्र",
    "  spaces at both ends  ",
    "../../etc/passwd",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "x" * 300,
)
"""Each once; they go into every field that an article or a model can fill."""


@functools.cache
def whole_issue() -> Issue:
    """An English issue with everything that an issue can have."""
    return enriched(sample_issue())


def hindi_issue() -> Issue:
    """The same with Hindi furniture and title."""
    return _in_hindi(whole_issue())


@functools.cache
def small_issue() -> Issue:
    """Its first section and four questions: some of every kind."""
    issue = whole_issue()
    return dataclasses.replace(
        issue, sections=issue.sections[:1], questions=issue.questions[:14:4], mains=issue.mains[:1]
    )


def small_hindi_issue() -> Issue:
    """The same with Hindi furniture and title."""
    return _in_hindi(small_issue())


def _in_hindi(issue: Issue) -> Issue:
    masthead = dataclasses.replace(issue.masthead, language=Language.HINDI, title="सप्ताह की समीक्षा")
    return dataclasses.replace(issue, masthead=masthead)


def filled_with(*texts: str) -> Issue:
    """An issue with a story and two questions for each text, which fills every field of words in them."""
    stories = tuple(_story_of(text, number) for number, text in enumerate(texts))
    issue = enriched(an_issue(a_section("C", *stories)))
    return dataclasses.replace(
        issue,
        masthead=dataclasses.replace(issue.masthead, title=texts[0], topics=(texts[0],)),
        sections=(dataclasses.replace(issue.sections[0], title=texts[0], stories=stories),),
        syllabus=(("GS3-01", texts[0]),),
        questions=tuple(
            _filled_question(question, texts[number // 2 % len(texts)])
            for number, question in enumerate(islice(cycle(issue.questions), 2 * len(texts)))
        ),
        mains=tuple(
            dataclasses.replace(each, text=text, frame=(said(text),))
            for each, text in zip(issue.mains, cycle(texts), strict=False)
        ),
        past=tuple(
            dataclasses.replace(each, text=text, exam=text, answer=text, options=(text, text), story="")
            for each, text in zip(issue.past, cycle(texts), strict=False)
        ),
    )


def _story_of(text: str, number: int) -> Story:
    words = said(text)
    return a_story(
        "A story",
        id=f"story-{number}",
        topic=text,
        topic_name=text,
        headline=said(text, "a1.t"),
        remember=words,
        blocks=(
            Block(kind=BlockKind.WHY, statements=(words,)),
            Block(kind=BlockKind.POINTS, heading=words, statements=(words, said(text, "a1.s2"))),
        ),
        facts=(Fact(kind=FactKind.BODY, label=text, statement=words),),
        terms=(Term(term=text, meaning=words),),
        timeline=(Moment(day=text, statement=words),),
        tables=(Table(header=(text, text), rows=((text, text),), cites=("a1.r1", "a1.r2"), caption=words),),
        sources=(a_source(publisher=text, title=text, published=text, url=text),),
        related=(a_source(publisher=text, title=text, url=text),),
        editor=text,
    )


def _filled_question(question: Question, text: str) -> Question:
    return dataclasses.replace(
        question,
        id=f"{question.id} {text}",
        lead=text,
        ask=question.ask and text,
        columns=tuple(text for _ in question.columns),
        items=tuple(
            dataclasses.replace(item, cells=tuple(text for _ in item.cells)) for item in question.items
        ),
        options=tuple(text for _ in question.options),
        explanation=(said(text),),
    )


def checked_issue(*stories: Story) -> Issue:
    """An issue whose statements are sealed and stand on evidence, as an editor hands it in."""
    told = tuple(_evidenced(story) for story in stories or (a_story(), a_story("A dam is finished")))
    return proofread(an_issue(a_section("C", *told)), fresh=True).issue


def _evidenced(story: Story) -> Story:
    found = {cite: each.text for each in story.statements for cite in each.cites[:1]}
    evidence = tuple(Evidence(id=name, text=text) for name, text in sorted(found.items()))
    return dataclasses.replace(
        story, evidence=(*evidence, Evidence(id="a1.s99", text="It cost nothing extra."))
    )
