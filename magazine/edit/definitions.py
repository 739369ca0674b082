"""Sentences in which a source says what something is: entries for the glossary.

Precision before number: a sentence counts only when it is of the form *X is a …* and
says of what kind X is, by a word that names a kind of thing that an exam asks about.
"""

import re

_KINDS = (
    r"scheme|programme|program|mission|initiative|campaign|project|organi[sz]ation|body|agency|authority|commission"
    r"|council|forum|grouping|alliance|bloc|partnership|treaty|convention|agreement|protocol|accord|framework"
    r"|system"
    r"|technology|technique|process|method|mechanism|disease|infection|virus|bacterium|fungus|parasite|disorder"
    r"|species|bird|mammal|reptile|fish|plant|tree|wetland|lake|river|island|strait|reserve"
    r"|sanctuary|index|indicator"
    r"|measure|ratio|rate|tax|duty|levy|fund|bond|instrument|security|portal|platform|database|registry|act|law"
    r"|doctrine|principle|right|writ|remedy|exercise|satellite|missile|aircraft|vaccine|drug|gas|mineral|compound"
    r"|festival"
    r"|dance|art form|language|script|tribe|community|monument|temple|site|certification|label|standard"
)
_TERM = (
    r"(?P<term>[A-Z][\w’'.\-]*(?: (?:of|and|for|on|in|the|to|[A-Z0-9][\w’'.\-]*)){0,7}"
    r"|[A-Z][a-z]+(?: [a-z]+){0,2})"
)
_ENGLISH = re.compile(
    rf"^(?:(?:The|An?) )?{_TERM}(?: \([A-Z][\w&.\- ]{{1,24}}\))?,? (?:is|are|refers to|means)"
    rf" (?:an? |the (?:world[’']s |country[’']s |process |rate ))(?:[\w’'\-]+,? ){{0,7}}?(?:{_KINDS})s?\b"
)
_HINDI_KINDS = (
    r"योजना|कार्यक्रम|अभियान|मिशन|पहल|परियोजना|संगठन|संस्था|निकाय|एजेंसी|प्राधिकरण|आयोग|परिषद|मंच|समूह|गठबंधन"
    r"|संधि|समझौता|प्रणाली|प्रौद्योगिकी|तकनीक|प्रक्रिया|विधि|रोग|बीमारी|संक्रमण|वायरस|जीवाणु|प्रजाति|पक्षी"
    r"|आर्द्रभूमि|झील|नदी|द्वीप|अभयारण्य|सूचकांक|कर|शुल्क|कोष|पोर्टल|अधिनियम|कानून|सिद्धांत|अधिकार|अभ्यास"
    r"|उपग्रह|मिसाइल|टीका|गैस|खनिज|पर्व|नृत्य|भाषा|लिपि|जनजाति"
)
_HINDI = re.compile(
    rf"^(?P<term>[\u0900-\u0963\w’'.\-]+(?: [\u0900-\u0963\w’'.\-]+){{0,5}}?)(?: \([^()]{{2,40}}\))?,? एक "
    rf"(?:[\u0900-\u0963\w’'\-]+ ){{0,8}}?(?:{_HINDI_KINDS}) (?:है|हैं)(?:[ ,।]|$)"
)
_NO_TERM = re.compile(
    r"^(?:it|this|that|there|these|those|he|she|they|we|here|what|who|one|such|another|both|each|india|the"
    r"|and|but|so|or|today|now)\b"
    r"|^(?:यह|ये|वह|वे|इस|उस|इन|उन|जो|भारत|इसमें|उनका|इनमें)(?:\s|$)|\b(?:minister|president|mr|ms|dr|shri|smt)\b",
    re.IGNORECASE,
)
_NO_KIND = re.compile(r"\b(?:is|are) an? (?:ongoing|iterative|continuous|long)\b")
_FEWEST, _MOST = 9, 35
"""Words of a meaning."""


def defined(text: str) -> str | None:
    """Return the term that a sentence defines, in its own words; None when it defines none."""
    if not _FEWEST <= len(text.split()) <= _MOST:
        return None
    match = _ENGLISH.match(text) or _HINDI.match(text)
    if match is None or _NO_TERM.search(match["term"]) or _NO_KIND.search(match[0]):
        return None
    return match["term"]
