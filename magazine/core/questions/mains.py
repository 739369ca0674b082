"""Questions for the written papers: accepted from a model, or framed by what a story prints."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import compress

from magazine.core.finding import Problem, ProblemKind
from magazine.core.issue import BlockKind, Evidence, Issue, Statement, Story, Verdict
from magazine.core.question import MainsQuestion
from magazine.core.questions.dossier import Dossier, always
from magazine.core.questions.proposals import MainsProposal, Proposal
from magazine.core.questions.style import Wording
from magazine.core.remark import Remark

DIRECTIVES = (
    "critically examine",
    "critically analyse",
    "critically evaluate",
    "to what extent",
    "discuss",
    "explain",
    "elucidate",
    "examine",
    "analyse",
    "evaluate",
    "assess",
    "comment",
    "justify",
    "substantiate",
    "enumerate",
    "describe",
    "compare",
    "suggest",
    "समालोचनात्मक परीक्षण कीजिए",
    "समालोचनात्मक विश्लेषण कीजिए",
    "चर्चा कीजिए",
    "व्याख्या कीजिए",
    "स्पष्ट कीजिए",
    "परीक्षण कीजिए",
    "विश्लेषण कीजिए",
    "मूल्यांकन कीजिए",
    "आकलन कीजिए",
    "टिप्पणी कीजिए",
    "किस सीमा तक",
    "औचित्य सिद्ध कीजिए",
    "पुष्टि कीजिए",
    "परिगणन कीजिए",
    "वर्णन कीजिए",
    "तुलना कीजिए",
    "सुझाइए",
)
"""What an answer is told to do, the longer before those that they hold."""
WORDS = {10: 150, 15: 250}
"""Words of an answer by its marks."""
FEWEST_POINTS, MOST_POINTS = 3, 5
_TEXT_WORDS = range(8, 71)
_PAPERS = frozenset(["GS1", "GS2", "GS3", "GS4"])
_YES_NO = re.compile(
    r"^(?:is|are|was|were|does|do|did|has|have|can|name|which|who|when)\b|^क्या\s", re.IGNORECASE
)


def accepted_mains(proposal: MainsProposal, dossier: Dossier) -> MainsQuestion | None:
    """Return a model's question if it has the exam's form and its frame is borne out, else None.

    Points that the sources do not bear out are left away; three must remain.
    """
    story = dossier.story
    paper = paper_of(story)
    directive = directive_of(proposal.text)
    frame = tuple(
        Statement(text=point.text, cites=point.cites, verdict=_verdict(point, dossier))
        for point in proposal.frame
        if point.cites and dossier.bears_out(point.text, point.cites)
    )[:MOST_POINTS]
    if not (paper and directive and len(frame) >= FEWEST_POINTS and _has_form(proposal.text)):
        return None
    if not dossier.bears_out(proposal.text, tuple(dossier.texts)):
        return None
    marks = proposal.marks if proposal.marks in WORDS else min(WORDS)
    return MainsQuestion(
        text=proposal.text,
        directive=directive,
        marks=marks,
        words=WORDS[marks],
        paper=paper,
        syllabus=story.syllabus,
        stories=(story.id,),
        frame=frame,
        language=story.language,
        editor=proposal.editor,
    )


def framed_mains(story: Story, wording: Wording) -> MainsQuestion | None:
    """Return a question framed by the blocks of a story, or None where they do not carry one."""
    blocks: dict[BlockKind, list[Statement]] = {}
    for block in story.blocks:
        blocks.setdefault(block.kind, []).extend(block.statements)
    paper = paper_of(story)
    for key, kinds in _FRAMES:
        points = [point for kind in kinds for point in blocks.get(kind, [])]
        if paper and all(kind in blocks for kind in kinds) and len(points) >= FEWEST_POINTS:
            text = wording.filled(key, subject=story.headline.text.rstrip(".।"))
            return MainsQuestion(
                text=text,
                directive=directive_of(text),
                marks=10,
                words=WORDS[10],
                paper=paper,
                syllabus=story.syllabus,
                stories=(story.id,),
                frame=tuple(points[:MOST_POINTS]),
                language=story.language,
            )
    return None


_FRAMES: tuple[tuple[str, tuple[BlockKind, ...]], ...] = (
    ("mains_significance_challenges", (BlockKind.SIGNIFICANCE, BlockKind.CHALLENGES)),
    ("mains_significance_way", (BlockKind.SIGNIFICANCE, BlockKind.WAY_FORWARD)),
    ("mains_challenges_way", (BlockKind.CHALLENGES, BlockKind.WAY_FORWARD)),
    ("mains_points", (BlockKind.BACKGROUND, BlockKind.POINTS)),
)


def paper_of(story: Story) -> str:
    """Return the General Studies paper of a story, or nothing."""
    return next((paper for paper in story.papers if paper in _PAPERS), "")


def directive_of(text: str) -> str:
    """Return the last directive of a question as a question begins with it, or nothing."""
    low = text.casefold()
    ends = {each: low.rfind(each) + len(each) for each in DIRECTIVES if each in low}
    # *Critically examine* ends where its *examine* does, and is the longer.
    return max(ends, key=lambda each: (ends[each], len(each))).capitalize() if ends else ""


def proven_mains(
    questions: Iterable[MainsQuestion], issue: Issue, is_sound: Callable[[Evidence], bool] = always
) -> tuple[tuple[MainsQuestion, ...], tuple[Remark, ...]]:
    """Return the questions with the points that are still borne out, and a remark for what is left out.

    A question of which fewer than three points remain goes as a whole.
    """
    dossiers = {story.id: Dossier(story, is_sound) for story in issue.stories}
    kept: list[MainsQuestion] = []
    remarks: list[Remark] = []
    for number, question in enumerate(questions, 1):
        known = [dossiers[story] for story in question.stories if story in dossiers]
        good = [any(each.bears_out(point.text, point.cites) for each in known) for point in question.frame]
        if sum(good) < FEWEST_POINTS:
            fault = f"The sources bear out fewer than {FEWEST_POINTS} points of its frame."
            remarks.append(_remark(question, f"mains {number}", question.text, fault))
            continue
        kept.append(replace(question, frame=tuple(compress(question.frame, good))))
        remarks += [
            _remark(question, f"mains {number} point {place}", point.text, "The sources do not bear it out.")
            for place, (point, is_good) in enumerate(zip(question.frame, good, strict=True), 1)
            if not is_good
        ]
    return tuple(kept), tuple(remarks)


def _remark(question: MainsQuestion, place: str, text: str, fault: str) -> Remark:
    return Remark(
        story=next(iter(question.stories), ""),
        place=place,
        verdict=Verdict.DROPPED,
        text=text,
        printed="",
        problems=(Problem(kind=ProblemKind.CITATION, value="", text=fault),),
    )


def _verdict(point: Proposal, dossier: Dossier) -> Verdict:
    is_own = [point.text] == [dossier.texts.get(cite) for cite in point.cites]
    return Verdict.VERBATIM if is_own else Verdict.VERIFIED


def _has_form(text: str) -> bool:
    return len(text.split()) in _TEXT_WORDS and not _YES_NO.search(text)
