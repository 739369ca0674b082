"""Questions of order (T11): events to be put into the order of their days."""

from collections.abc import Sequence
from itertools import permutations

from magazine.core.question import Item, Question, QuestionKind
from magazine.core.questions.keys import OPTIONS, placed
from magazine.core.questions.proposals import DatedProposal
from magazine.core.questions.setting import Setting
from magazine.core.questions.style import labels

_FEWEST, _MOST = 3, 4


def sequence(setting: Setting, proposals: Sequence[DatedProposal]) -> Question | None:
    """Ask for the order in time of three or four events."""
    events = setting.dice.shuffled(_comparable(proposals), "events")[:_MOST]
    if len(events) < _FEWEST:
        return None
    if events == sorted(events, key=lambda event: event.when):
        events.reverse()  # an order that is printed already asks nothing
    right = order_code(sorted(range(len(events)), key=lambda place: events[place].when))
    every = [order_code(each) for each in permutations(range(len(events)))]
    others = [code for code in setting.dice.shuffled(every, "sequence", right) if code != right]
    place = setting.letters.wanted(is_free=True)[0]
    choice = placed(right, others[: OPTIONS - 1], place)
    if choice is None:
        return None
    words = setting.wording
    return setting.question(
        QuestionKind.SEQUENCE,
        lead=words.filled("consider_events", subject=setting.subject),
        items=[
            Item(label=mark, cells=(event.event,), is_true=True, cites=event.cites)
            for mark, event in zip(labels(len(events)), events, strict=True)
        ],
        ask=words["ask_sequence"],
        options=choice.codes,
        choice=choice,
        explanation=[line for event in events for line in setting.cited(event.cites)],
    )


def order_code(order: Sequence[int]) -> str:
    """Return the code of an order: ``2 – 1 – 3`` when the second event was the first."""
    return " – ".join(str(place + 1) for place in order)


def _comparable(proposals: Sequence[DatedProposal]) -> list[DatedProposal]:
    """Return the most events that are told alike, by year, month or day, and no two of one time."""
    groups: dict[int, dict[tuple[int, ...], DatedProposal]] = {}
    for each in proposals:
        groups.setdefault(len(each.when), {}).setdefault(each.when, each)
    return list(max(groups.values(), key=len, default={}).values())
