from magazine.edit.terms import overlap, terms


def test_hindi_words_are_whole_and_common_ones_are_left_out() -> None:
    assert terms("उत्तर प्रदेश में किसानों की आय बढ़ी।") == ["उत्तर", "प्रदेश", "किसानों", "आय", "बढ़ी"]


def test_plurals_and_possessives_meet_their_singular() -> None:
    assert terms("India's schools") == terms("India school")
    assert terms("policies") == terms("policy")
    assert terms("gas crisis status") == ["gas", "crisis", "status"]


def test_overlap_is_the_share_of_the_smaller_set() -> None:
    assert overlap(frozenset("ab"), frozenset("abcd")) == 1.0
    assert overlap(frozenset("ab"), frozenset("bc")) == 0.5
    assert overlap(frozenset(), frozenset("a")) == 0.0
