"""Which way a word says that something went, and which words say the contrary of it."""

from collections.abc import Sequence

from magazine.core.facts.script import Token, words_of
from magazine.core.facts.words import stem

_UP = words_of(
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown"
    " growing growth gain gains gained surge surged surges soar soared climb climbed climbs jump"
    " jumped expand expands expanded expanding expansion accelerate accelerated strengthen"
    " strengthened strengthening improve improved improves improvement widen widened raise raised"
    " raises raising boost boosted boosting up higher enhance enhanced बढ़ा बढ़ी बढ़े बढ़ोतरी"
    " वृद्धि बढ़कर बढ़ाया बढ़ाई"
)
_DOWN = words_of(
    "fall falls fell fallen falling decrease decreases decreased decreasing decline declines"
    " declined declining drop drops dropped dropping plunge plunged slump slumped shrink shrank"
    " shrunk contract contracted contraction slow slowed slowing weaken weakened weakening worsen"
    " worsened narrow narrowed narrowing reduce reduced reduces reducing reduction cut cuts lower"
    " lowered lowering ease eased eases down dip dipped घटा घटी घटे कमी गिरावट घटकर घटाया घटाई"
    " गिरा गिरी"
)

_SENSES: dict[str, str] = {**dict.fromkeys(_UP, "up"), **dict.fromkeys(_DOWN, "down")}

_PAIRS = """\
win wins won winning victory victorious | lose loses lost losing defeat defeated
approve approves approved approval accept accepts accepted allow allows allowed permit permits \
permitted | \
reject rejects rejected rejection ban bans banned deny denies denied prohibit prohibits prohibited \
block blocked
support supports supported supporting endorse endorsed favour favoured favor | \
oppose opposes opposed opposing opposition against
guilty convicted | innocent acquitted
buy buys bought buying purchase purchased | sell sells sold selling
above exceed exceeds exceeded exceeding | below under
before | after
north northern | south southern
east eastern | west western
largest biggest highest maximum greatest most | smallest lowest minimum least fewest
begin begins began begun start starts started starting launch launched open opened opening | \
end ends ended ending stop stopped close closed closing cancel cancelled
import imports imported importing | export exports exported exporting
positive positively | negative negatively
profit profits profitable | loss losses
man men male boy boys | woman women female girl girls
hot warm warmer hotter | cold cool colder cooler
safe safely | dangerous unsafe
strong stronger strongly | weak weaker weakly
voluntary voluntarily optional | mandatory compulsory required
public | private
success successful successfully succeeded succeed | failure failed fail unsuccessful unsuccessfully
old older | young younger new newer
legal lawful | illegal unlawful
majority | minority
major | minor
early earlier | late later
long longer | short shorter
domestic | foreign
urban | rural
arrive arrived arrives | depart departed leave left
create created creating | destroy destroyed destroying
include includes included including | exclude excludes excluded excluding
increase increases increased increasing rise rises rose risen rising grow grows grew grown growing \
growth gain gains gained surge surged soar soared climb climbed jump jumped | \
decrease decreases decreased decreasing decline declines declined declining fall falls fell fallen \
falling drop drops dropped dropping plunge plunged slump slumped shrink shrank shrunk
raise raises raised raising | lower lowers lowered lowering reduce reduces reduced reducing cut cuts
improve improves improved improving improvement | worsen worsens worsened worsening
expand expands expanded expanding expansion | \
contract contracts contracted contracting contraction shrink shrank
strengthen strengthens strengthened strengthening | weaken weakens weakened weakening
widen widens widened widening | narrow narrows narrowed narrowing
accelerate accelerates accelerated accelerating | slow slows slowed slowing
many | few
often frequently | rarely seldom
always | never
better best | worse worst
high higher | low lower
rich richer wealthy | poor poorer
fast faster quick quickly | slow slower slowly
easy easier easily | hard harder difficult
internal | external
temporary temporarily | permanent permanently
partial partially | full fully complete completely
direct directly | indirect indirectly
primary | secondary
agree agreed agrees | disagree disagreed disagrees
like liked likes love loved | dislike disliked hate hated
optimistic | pessimistic
expensive | cheap
simple | complex
inside | outside
ancient | modern
natural | artificial
"""


def _opposites() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in _PAIRS.splitlines():
        left, right = (frozenset(map(stem, side.split())) for side in line.split("|"))
        for side, other in ((left, right), (right, left)):
            for word in side:
                table[word] = table.get(word, frozenset()) | other
    return table


OPPOSITES: dict[str, frozenset[str]] = _opposites()
"""To a stem, the stems that say the contrary."""


def directions(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return ``up`` or ``down`` for each word that says which way something went, in order.

    A second word beside the first, as in ``slowed down``, says nothing more.
    """
    senses = [(place, _SENSES[token.low]) for place, token in enumerate(tokens) if token.low in _SENSES]
    said = set(senses)
    return tuple(sense for place, sense in senses if (place - 1, sense) not in said)
