"""The facts of a sentence: its numbers, dates, names, quotations, negations and directions.

``facts_of`` reads them in a normal form, so that ``₹2,700 crore`` and ``Two Thousand
Seven Hundred Crore rupees``, or ``12.03.2026`` and ``March 12, 2026``, are one fact.
"""

from magazine.core.facts.calendar_facts import CalendarFact, CalendarKind
from magazine.core.facts.names import Name
from magazine.core.facts.numbers import NumberKind, Quantity
from magazine.core.facts.sentence import Facts, facts_of

__all__ = ["CalendarFact", "CalendarKind", "Facts", "Name", "NumberKind", "Quantity", "facts_of"]
