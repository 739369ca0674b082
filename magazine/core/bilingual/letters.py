"""What the letters of the two scripts may sound like.

Capitals are classes of consonants (K: k, kh, c, q; C: ch; J: j, z; P: p, ph, f; S: s, sh);
small letters are vowels. The likeliest sound stands first; ``-`` stands for none.
"""

from magazine.core.facts.script import plain

_CONSONANTS = """
क K; ख K; ग G; घ G; ङ N; च C; छ C; ज J; झ J; ञ N; ट T; ठ T; ड D R; ढ D R; ण N; त T; थ T; द D; ध D;
न N; प P; फ P; ब B; भ B; म M; र R; ल L; ळ L; व V; श S; ष S; स S; ह H; ज्ञ G JN; ॠ R; क्ष KS C; ऋ Ri
"""
_VOWELS = "अ a; आ ā; इ i; ई i; उ u; ऊ u; ए e; ऐ ē; ओ o; औ ō; ऑ ō; ऍ ē; ऎ e; ऒ o"
_SIGNS = "ा ā; ि i; ी i; ु u; ू u; े e; ै ē; ो o; ौ ō; ॉ ō; ॅ ē; ॆ e; ॊ o; ृ Ri; ् -"
_OWN = "ः -; ऽ -; ़ -; ं -; य y; ्ह H -; ्य y"

_LATIN = """
a a; e e; i i; o o; u u; y y; ^y Y; ^u u Y; ^eu eu Y; ^you Y; ^yu Y; ^x J; x KS
b B; bh B; c K; ce Se; ci Si; cy Sy; ch C K S; chh C; ck K; cc K KS; cia Sia; cio Sio; cqu K
d D; dh D; dd D; ddh D; tth T; dg J; dge J; f P; ff P; g G; ge Je Ge; gi Ji Gi; gy Jy Gy
gh G -; ght T GT; gn GN N
^gn N; gu Gu G; h H; ^h H -; h$ H -; j J; jh J; jn JN G; jny JNy G; gny GNy; k K; kh K; kk K; ^kn N KN; ksh KS
l L; ll L; lh L; m M; mm M; mb$ M; n N; nn N; nh N NH; ng NG; ngh NG NH; p P; ph P; pp P; ^ps S PS
q K; qu Ku KV K; r R; rh R; rr R; s S J; s$ S J; sh S; ss S; ^s S; sc SK; sce Se; sci Si; sch SK S
st ST; sk SK; sp SP; sph SP
sth ST; skh SK; shth ST; nge NJe NGe; ngi NJi NGi; t T; th T; tt T; tch C
tio So To; tia Sa Tia; tion SaN; tions SaN; ture CaR TuR
tures CaR; sion SaN JaN; ssion SaN; tz TS TJ J; v V; vh V; w V u; ^wr R; wh V; ^wh V H; z J S; zz J TS
du Du Ju; es$ es S; ed$ eD D; eigh e; igh ai iG; augh o; ough o aP; aw aV au o; ow o aV au; ew yu eV; ow$ o aV
tsk TSK; xh J; ^ts TS S; kn KN; wn VN N; oir vA oiR; que$ K; gue$ G; eau o; oux u; o'n oN
"""


def _options(table: str, marker: str = ";") -> dict[str, tuple[str, ...]]:
    entries = (entry.split() for line in table.splitlines() for entry in line.split(marker) if entry.strip())
    return {plain(letters): tuple("" if s == "-" else s for s in sounds) for letters, *sounds in entries}


DEVANAGARI: dict[str, tuple[str, ...]] = {
    **_options(_CONSONANTS),
    **_options(_VOWELS),
    **_options(_SIGNS),
    **_options(_OWN),
}
"""To a letter, a vowel sign or a conjunct its sounds."""

VOWELS: frozenset[str] = frozenset(entry.split()[0] for entry in _SIGNS.split(";"))
"""The signs after a consonant that put another vowel, or none, in place of its own."""

LATIN_RULES: dict[str, tuple[str, ...]] = _options(_LATIN)
"""To some letters their sounds; ``^`` marks the beginning of a word and ``$`` its end."""
LONGEST_RULE: int = max(map(len, LATIN_RULES))
