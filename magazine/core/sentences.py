"""Where a sentence ends, in English and Hindi news.

One pass over the places that could end a sentence, each judged by the word
before it and the word after it; both looks are bounded, so time is linear in
the length of the text.
"""

import re
from collections.abc import Iterator

_CLOSERS = "\"'”’»)\\]}"
_BRACKETS = "\"'“”‘’«»()[]{}"
_BULLETS = "•●▪◦‣➢➤➔✓■□\uf0b7\uf0a7"

_MARK = rf"(?:[{_BULLETS}]|[-*–—]\s|\(?\d{{1,3}}[.)]\s|\(?(?:[ivxIVX]{{1,4}}|[a-zA-Z])\)\s)"
"""What opens a bullet or a numbered line."""

# The looks behind keep each run of stops or white space from being tried more than once.
_BREAK = re.compile(
    rf"(?=[\s.!?…।॥|])(?:(?P<line>(?<!\s)\s*\n\s*\n\s*|(?<!\s)\s*\n\s*(?={_MARK})|(?<!\s)\s+(?=[{_BULLETS}]))"
    # A danda needs no space after it; a stop needs one, or a glued capital (``passed.The``).
    rf"|(?P<danda>[।॥]+[{_CLOSERS}]*|(?<=[\u0900-\u097F])\s?\|(?=[{_CLOSERS}]*(?:[\s\u0900-\u097F]|$)))"
    rf"|(?P<stop>(?<![.!?…])[.!?…]+[{_CLOSERS}]*(?=\s))"
    r"|(?P<glued>(?<=[A-Za-z0-9%)]{3})[.!?](?=[A-Z][a-z ])))"
)
"""Whatever could part two sentences."""

_LOOK_BACK = 48
_LOOK_AHEAD = 80


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words(
    """Mr Mrs Ms Dr Prof Shri Smt Sri Sh Km Ku Hon Honble Justice Gen Lt Col Maj Brig Capt Cdr Cmde Adm
    Mshl Sgt Insp Supt Gov Rev St Ste Mt Ft Adv Er Pt Pte Messrs M/s H.E"""
)
"""Stand before a name: never end a sentence."""

_COUNTED = _words(
    """No Nos Rs Re Sec Secs Sect Art Arts Cl Cls Para Paras Ch Fig Figs Vol Vols pp p Ref Reg Sl Sr
    S.No Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"""
)
"""Stand before a figure: end a sentence only when none follows."""

_LATIN = _words("""v vs cf Cf viz approx incl esp resp e.g i.e w.e.f w.r.t a.k.a ca""")
"""Lead on to what follows, whatever it is."""

_CLOSING = _words("""Ltd Inc Co Corp Bros Pvt LLC Govt Dept Univ Assn Intl Jr al Retd Est Esq Sen Rep""")
"""Close a name or a list, and may close the sentence as well."""

_STARTERS = _words(
    """The This That These Those It Its He She They We You I His Her Their Our In On At By For From To
    Of With Under Over After Before During Since While When Where What Who Why How If As And But Or
    So Yet However Meanwhile Moreover Further Also Both Each Every Some Many Most All Any Another
    Other There Here Then Now Today According Although Though Because Once Not No Nor Such Only
    Users Officials Experts Police"""
)
"""Words that open a sentence far more often than they follow an abbreviation."""

_CLOCK = re.compile(
    r"(?:[A-Z]{2,4}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Indian|local|on\b"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)"
)
"""What goes on after ``a.m.``"""

_HINDI_ABBREVIATIONS = _words(
    """डॉ डा प्रो रा उ म प्र वि भा श्री श्रीमती सुश्री पं स्व मो नं सं क्र रु रू कि मी न्या कु मा ले जन कर्नल एड इंजी ई
    सन् पृ पू ए बी सी डी एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड"""
)
"""Written with a stop that is no full stop; the last two dozen are the names of Latin letters."""

_DOTTED = re.compile(r"(?:[A-Za-z][a-z]{0,3}\.)+[A-Za-z][a-z]{0,4}$")
_DOTTED_HINDI = re.compile(r"(?:[\u0900-\u097F]{1,6}\.)+[\u0900-\u097F]{1,6}$")
_ENUMERATOR = re.compile(r"\(?(?:[\d\u0966-\u096F]{1,3}|[ivxIVX]{1,4}|[a-zA-Z])[.)]+$")
_LETTERED = re.compile(r"\((?:[a-z]|[ivx]{1,4})\)\s")
_STEP = re.compile(r"(?:Step|Phase|Stage|Part|Chapter|Schedule|Table|Annex|Chapitre) \d{1,2}\.$")
_SAYS = re.compile(
    r"(?:\S+\s+){0,4}?(?:said|says|asked|asks|added|told|wrote|replied|remarked|shouted|पूछा|कहा|बताया|बोले|बोलीं|लिखा)"
    r"(?=[\s,.:;।]|$)"
)
_FINITE = re.compile(r"(?:^|\s)(?:है|हैं|था|थी|थे|थीं|हूँ|होगा|होगी|होंगे|गया|गई|गए|रहा|रही|रहे|दिया|किया|हुआ|हुई|हुए)$")
_SPEECH = re.compile(rf"[!?…,]+[\"'”’»][{_CLOSERS}]*\s*$")


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text, verbatim and in order.

    Joined together they are the text, white space between them apart. A blank
    line, a bullet and a numbered line always begin a new piece; other line
    breaks are white space. A piece need not be a whole sentence: a heading, a
    bullet's mark or a cut line is a piece of its own.
    """
    return [piece for piece in _pieces(text) if piece]


def _pieces(text: str) -> Iterator[str]:
    begin = 0
    for match in _BREAK.finditer(text):
        if match.start() < begin or not _parts(text, begin, match):
            continue
        yield text[begin : match.end()].strip()
        begin = match.end()
    yield text[begin:].strip()


def _parts(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a candidate is the end of the sentence that began at ``begin``."""
    if match.lastgroup == "line":
        return True
    before = text[max(begin, match.start() - _LOOK_BACK) : match.end()].strip()
    after = text[match.end() : match.end() + _LOOK_AHEAD].lstrip()
    if not after:
        return True
    if _SPEECH.search(before) and _SAYS.match(after):
        return False
    if match.lastgroup == "glued":
        return not re.search(r"[/@]|www\.", before.rsplit(maxsplit=1)[-1])
    return match.lastgroup == "danda" or _is_end(before, after, match.start() - begin)


def _is_end(before: str, after: str, length: int) -> bool:
    """Whether a stop with space after it ends a sentence of ``length`` characters so far."""
    if not _can_open(after) or _is_pause(before, after):
        return False
    return not before.rstrip(_CLOSERS).endswith(".") or _is_full_stop(before, after, length)


def _is_pause(before: str, after: str) -> bool:
    """Whether an ellipsis goes on: Devanagari has no capitals, so the verb before it tells."""
    return (
        before.endswith(("…", "..."))
        and "\u0900" <= after[0] <= "\u097f"
        and not _FINITE.search(before.rstrip(".… "))
    )


def _can_open(after: str) -> bool:
    first = after.lstrip("\"'“‘«([{")[:1]
    return bool(first) and (not first.islower() or bool(_LETTERED.match(after)))


def _is_full_stop(before: str, after: str, length: int) -> bool:
    if length < _LOOK_BACK and (_ENUMERATOR.fullmatch(before) or _STEP.fullmatch(before)):
        return False
    word = before.rsplit(maxsplit=1)[-1].strip(_BRACKETS)[:-1]
    if not word or word.endswith("."):
        return True
    if "\u0900" <= word[-1] <= "\u097f":
        return word not in _HINDI_ABBREVIATIONS and not _DOTTED_HINDI.match(word)
    opener = after.split(maxsplit=1)[0].lstrip(_BRACKETS).rstrip(",:;")
    return _ends_after(word, opener, after)


def _ends_after(word: str, opener: str, after: str) -> bool:
    """Whether a Latin word with a stop ends its sentence before ``opener``."""
    if word in _TITLES or word in _LATIN:
        return False
    if word in _COUNTED:
        return not re.match(r"[\d\u0966-\u096F(₹$]|[A-Z]\b|(?:One|Two|Five|Ten|[IVX]+)\b", after)
    if word.lower() in ("a.m", "p.m"):
        return not _CLOCK.match(after)
    if word in _CLOSING or _DOTTED.match(word) or (len(word) == 1 and word.isalpha()):
        return opener in _STARTERS or opener.rstrip(".") in _TITLES
    return True
