"""Questions over columns: pairs (T4), rows of three (T4b), and lists to be matched (T10)."""

from collections.abc import Iterator, Sequence
from itertools import permutations, product

from magazine.core.question import Item, Question, QuestionKind
from magazine.core.questions.keys import OPTIONS, Choice, count_choice, placed, subset_choice
from magazine.core.questions.proposals import PairProposal, RowProposal
from magazine.core.questions.setting import Setting
from magazine.core.questions.statements import count_text, subset_text
from magazine.core.questions.style import labels

_FEWEST = 3
_MOST = 4


def pairs(setting: Setting, proposals: Sequence[PairProposal]) -> Question | None:
    """Ask which, or how many, of three pairs are correctly matched.

    A wrong pair has the right side of another of these pairs, or of one that is not printed.
    """
    order = setting.dice.shuffled(proposals, "pairs")
    rows, spare = order[:_FEWEST], [each.right for each in order[_FEWEST:]]
    if len(rows) < _FEWEST:
        return None
    is_free = setting.preset.pairs_by == "subset"
    for place in setting.letters.wanted(is_free=is_free):
        for pattern in setting.dice.shuffled(product((True, False), repeat=_FEWEST), "pairs", rows[0].left):
            rights = _rights(setting, rows, pattern, spare)
            choice = _choice(setting, pattern, place, is_free=is_free)
            if rights is not None and choice is not None and choice.key == place:
                return _pairs(setting, rows, rights, pattern, choice)
    return None


def _choice(setting: Setting, pattern: Sequence[bool], place: int, *, is_free: bool) -> Choice | None:
    right = frozenset(i for i, is_true in enumerate(pattern) if is_true)
    if is_free:
        return subset_choice(right, len(pattern), place, setting.dice)
    return count_choice(len(right), len(pattern))


def _rights(
    setting: Setting, rows: Sequence[PairProposal], pattern: Sequence[bool], spare: Sequence[str]
) -> list[str] | None:
    """Return the right sides to print, each once, or None when the false ones cannot be had."""
    false = [i for i, is_true in enumerate(pattern) if not is_true]
    pool = [*(rows[i].right for i in false), *spare]
    for wrong in permutations(pool, len(false)):
        rights = [row.right for row in rows]
        for place, right in zip(false, wrong, strict=True):
            rights[place] = right
        if all(not setting.dossier.joins(rows[i].left, rights[i]) for i in false):
            return rights
    return None


def _pairs(
    setting: Setting,
    rows: Sequence[PairProposal],
    rights: Sequence[str],
    pattern: Sequence[bool],
    choice: Choice,
) -> Question:
    words, marks = setting.wording, labels(len(rows))
    is_free = setting.preset.pairs_by == "subset"
    items = [
        Item(
            label=mark,
            cells=(row.left, right),
            is_true=is_true,
            cites=row.cites,
            twist="" if is_true else words.filled("twist", new=right, old=row.right),
        )
        for mark, row, right, is_true in zip(marks, rows, rights, pattern, strict=True)
    ]
    return setting.question(
        QuestionKind.PAIRS,
        lead=words.filled("consider_pairs", subject=setting.subject),
        columns=_heads(setting, rows),
        items=items,
        ask=words["which_pairs" if is_free else "how_many_pairs"],
        options=[
            subset_text(words, code, marks) if is_free else count_text(words, code, len(rows), "_pairs")
            for code in choice.codes
        ],
        choice=choice,
        is_free=is_free,
        explanation=[setting.cited(row.cites)[0] for row in rows],
        editor=next((row.editor for row in rows if row.editor != "extractive"), "extractive"),
    )


def _heads(setting: Setting, rows: Sequence[PairProposal]) -> tuple[str, str]:
    """Return the headings of two columns: their own, or those of their kind."""
    if all(rows[0].heads):
        return rows[0].heads
    left, _, right = rows[0].kind.partition(" ")
    keys = f"left_{left}", f"right_{right.partition(' ')[0]}"
    words = setting.wording.words
    return words.get(keys[0], words["left_other"]), words.get(keys[1], words["right_other"])


def rows_of_three(setting: Setting, proposals: Sequence[RowProposal]) -> Question | None:
    """Ask in how many of three rows of a table the information is correctly matched."""
    order = setting.dice.shuffled(proposals, "rows")[:_FEWEST]
    if len(order) < _FEWEST:
        return None
    for place in setting.letters.wanted(is_free=False):
        for pattern in setting.dice.shuffled(product((True, False), repeat=_FEWEST), "rows"):
            choice = count_choice(sum(pattern), len(pattern))
            if choice is None or choice.key != place:
                continue
            cells = [
                row.cells if is_true else next(_spoilt(setting, row, proposals), None)
                for row, is_true in zip(order, pattern, strict=True)
            ]
            whole = [each for each in cells if each is not None]
            if len(whole) == len(cells):
                return _rows(setting, order, whole, choice)
    return None


def _spoilt(setting: Setting, row: RowProposal, others: Sequence[RowProposal]) -> Iterator[tuple[str, ...]]:
    """Yield the row with one cell of another row in the place of its own, where no source has it so."""
    first, *rest = row.cells
    for other in others:
        for column in range(1, len(row.cells)):
            wrong = other.cells[column]
            if wrong != row.cells[column] and not setting.dossier.joins(first, wrong):
                yield (first, *(wrong if i == column else cell for i, cell in enumerate(rest, 1)))


def _rows(
    setting: Setting, rows: Sequence[RowProposal], printed: Sequence[tuple[str, ...]], choice: Choice
) -> Question:
    words = setting.wording
    items = []
    for mark, row, cells in zip(labels(len(rows)), rows, printed, strict=True):
        wrong = [(old, new) for old, new in zip(row.cells, cells, strict=True) if old != new]
        twist = words.filled("twist", new=wrong[0][1], old=wrong[0][0]) if wrong else ""
        items.append(Item(label=mark, cells=cells, is_true=not wrong, cites=row.cites, twist=twist))
    return setting.question(
        QuestionKind.ROWS,
        lead=words.filled("consider_rows", subject=setting.subject),
        columns=rows[0].header,
        items=items,
        ask=words["how_many_rows"],
        options=[count_text(words, code, len(rows), "_rows") for code in choice.codes],
        choice=choice,
        is_free=False,
        explanation=[setting.cited(row.cites)[0] for row in rows],
    )


def match_list(setting: Setting, proposals: Sequence[PairProposal]) -> Question | None:
    """Ask to match three or four things of List-I with those of List-II."""
    rows = setting.dice.shuffled(proposals, "match")[:_MOST]
    lefts, rights = [row.left for row in rows], [row.right for row in rows]
    if len(rows) < _FEWEST or not _is_one_to_one(setting, rows):
        return None
    printed = setting.dice.shuffled(rights, "list-ii", *lefts)
    right = match_code([printed.index(each) for each in rights])
    every = [match_code(order) for order in permutations(range(len(rows)))]
    others = [code for code in setting.dice.shuffled(every, "match", right) if code != right]
    for place in setting.letters.wanted(is_free=True):
        choice = placed(right, others[: OPTIONS - 1], place)
        if choice is not None:
            return _match(setting, rows, printed, choice)
    return None


def match_code(order: Sequence[int]) -> str:
    """Return the code of a matching: ``A-2, B-1, C-3`` when A's partner stands second."""
    marks = labels(len(order), "letters")
    return ", ".join(f"{mark}-{place + 1}" for mark, place in zip(marks, order, strict=True))


def _match(
    setting: Setting, rows: Sequence[PairProposal], printed: Sequence[str], choice: Choice
) -> Question:
    words = setting.wording
    marks = labels(len(rows), "letters")
    columns = [
        f"{words[name]} ({head})"
        for name, head in zip(("list_one", "list_two"), _heads(setting, rows), strict=True)
    ]
    return setting.question(
        QuestionKind.MATCH_LIST,
        lead=words.filled("match_lists", subject=setting.subject),
        columns=columns,
        items=[
            Item(label=mark, cells=(row.left, f"{place}. {right}"), is_true=True, cites=row.cites)
            for place, (mark, row, right) in enumerate(zip(marks, rows, printed, strict=True), 1)
        ],
        ask=words["select_code"],
        options=choice.codes,
        choice=choice,
        explanation=[setting.cited(row.cites)[0] for row in rows],
    )


def _is_one_to_one(setting: Setting, rows: Sequence[PairProposal]) -> bool:
    return all(
        setting.dossier.joins(row.left, other.right) is (row is other) for row in rows for other in rows
    )
