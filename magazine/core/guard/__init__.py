"""The fact guard: nothing is printed that its source does not say.

    source = Source.of(
        [Line(id="a1.t", text=title, title=True), Line(id="a1.s1", text="..."), ...],
        published=date(2026, 3, 9),
    )
    finding = check("The outlay is ₹2,700 crore.", source, ["a1.s1"])
    finding.supported            # no hard problem
    finding.holds(strict=True)   # no soft one either
    finding.problems             # (Problem(kind, hard, value, text, nearest), ...)

A ``Source`` is made once per story and reused for each of its statements. With
``cites`` a statement's numbers, dates and quotations must stand in the cited
sentences (or in a title, or be the dateline's day); its names may stand anywhere
in the source. Without (``None``) the whole source is the evidence.
"""

from magazine.core.finding import Finding, Problem, ProblemKind
from magazine.core.guard.check import check
from magazine.core.guard.source import Line, Source

__all__ = ["Finding", "Line", "Problem", "ProblemKind", "Source", "check"]
