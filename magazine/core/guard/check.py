"""One statement held against its source."""

from collections.abc import Sequence

from magazine.core.facts.script import plain
from magazine.core.finding import Finding, Problem, ProblemKind
from magazine.core.guard.crossing import check_crossing, check_crossing_quotations, crosses
from magazine.core.guard.days import check_dates
from magazine.core.guard.figures import check_numbers
from magazine.core.guard.framing import without_framing
from magazine.core.guard.kinship import is_verbatim, kin
from magazine.core.guard.naming import check_names
from magazine.core.guard.reading import read
from magazine.core.guard.roles import check_roles
from magazine.core.guard.source import Source
from magazine.core.guard.wording import check_contrary, check_quotations
from magazine.core.sentences import split_sentences


def check(text: str, source: Source, cites: Sequence[str | int] | None = None) -> Finding:
    """Return what is wrong with a statement, by its source alone.

    Args:
        text: The statement; empty text states nothing and is supported.
        source: What the story rests on.
        cites: The ids of the sentences on which the statement rests; None lets the
            whole source be the evidence. An empty or unknown citation is a hard problem.
    """
    evidence = source.whole if cites is None else source.evidence(cites)
    cited = cites is not None
    computed: list[str] = []
    crossed = False
    problems = _citation_problems(source, cites)
    stated = without_framing(plain(text))
    if evidence.has(stated):
        return Finding(problems=tuple(problems))
    for sentence in split_sentences(stated):
        statement = read(sentence, source.published)
        if crosses(statement.facts.text, evidence):
            problems += check_crossing(statement, evidence, source)
            crossed = True
            continue
        retold = kin(statement, evidence, source)
        if any(is_verbatim(statement, reading) for reading in retold):
            continue
        problems += check_numbers(statement, evidence, cited=cited, computed=computed)
        problems += check_dates(statement, evidence, cited=cited)
        problems += check_names(statement, evidence, source, cited=cited)
        problems += check_roles(statement, retold, source)
        problems += check_contrary(statement, retold, source)
    if crossed:
        problems += check_crossing_quotations(stated, evidence, source)
    else:
        problems += check_quotations(stated, evidence)
    problems.sort(key=lambda problem: not problem.hard)
    return Finding(problems=tuple(problems), computed=tuple(computed))


def _citation_problems(source: Source, cites: Sequence[str | int] | None) -> list[Problem]:
    if cites is None:
        return []
    if not cites:
        return [Problem(kind=ProblemKind.CITATION, value="", text="The statement cites no sentence.")]
    return [
        Problem(kind=ProblemKind.CITATION, value=name, text=f"The source has no sentence {name}.")
        for name in source.unknown(cites)
    ]
