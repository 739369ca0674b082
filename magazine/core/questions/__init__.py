"""Prelims and mains questions whose keys the evidence proves.

    proposals    what can be asked: statements, pairs, dated events, amounts
    accepted     what of a model's proposals the sources settle
    statements   T1 T2 T3 T5 T6 T9      columns   T4 T4b T10
    cloze        T8                     order     T11
    inference    T7                     mains     the written papers
    keys         options, keys, and the balance of their letters
    proof        the last reading: every item and key once more

Nobody writes options or keys: code makes them from the truth of the items.
"""
