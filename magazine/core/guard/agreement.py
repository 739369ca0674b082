"""Whether a number of a statement says what a number of the evidence says."""

from magazine.core.facts.numbers import NumberKind, Quantity

HALF_OR_SO = 1.5
"""Percentage points by which ``half`` or ``a third`` may miss the figure."""
HALF_A_DAY = 720
"""Minutes."""

_WIDEST = 0.06
"""A rounded figure lies at most this share from the true one."""
_LABELLED = frozenset(["article", "section", "rule", "clause"])
"""Provisions that no ordinal can name."""


def agrees(claim: Quantity, given: Quantity) -> bool:
    """Tell whether a number of a statement says what a number of the evidence says.

    The statement may round, within the digits that it gives; it may not be more exact.
    It may leave out a unit, or add one that the evidence leaves out, but not change it.
    """
    if claim.kind is given.kind:
        return _same_kind(claim, given)
    kinds = {claim.kind, given.kind}
    if NumberKind.RATIO in kinds:
        return _same_share(claim, given)
    if NumberKind.PROVISION in kinds:
        return claim.face == given.face and _names_provision(claim, given)
    if NumberKind.COUNT in kinds:
        return claim.face == given.face if NumberKind.PERCENT in kinds else _close_face(claim, given)
    return False


def widest_tolerance(claim: Quantity) -> float:
    """Return how far from a number of a statement the evidence's may lie at most."""
    return max(claim.tolerance, _hedge(claim) if claim.hedged else 0.0)


def _same_kind(claim: Quantity, given: Quantity) -> bool:
    if claim.kind is NumberKind.CLOCK:
        either_half = not (claim.unit and given.unit)
        return claim.value == given.value or (either_half and (claim.value - given.value) % HALF_A_DAY == 0)
    alike = claim.unit == given.unit and claim.suffix == given.suffix
    return alike and _within(claim, claim.value, given.value, claim.tolerance)


def _names_provision(claim: Quantity, given: Quantity) -> bool:
    """Tell whether ``the second phase`` may name Phase 2; no bare number makes an Article."""
    if claim.kind is NumberKind.PROVISION:
        return given.kind is NumberKind.ORDINAL and claim.unit not in _LABELLED
    if claim.kind is NumberKind.ORDINAL:
        return given.unit not in _LABELLED
    return claim.kind is NumberKind.COUNT


def _close_face(claim: Quantity, given: Quantity) -> bool:
    """Tell whether two numbers agree when the one without a unit is given the other's."""
    factor = claim.value / claim.face if claim.face else 1.0
    if _within(claim, claim.value, given.value, claim.tolerance):
        return True
    faces = (given.face, given.face / given.scale)
    return any(_within(claim, claim.face, face, claim.tolerance / factor) for face in faces)


def _within(claim: Quantity, value: float, given: float, tolerance: float) -> bool:
    distance = abs(value - given)
    if distance <= 1e-9 * abs(value):
        return True
    if claim.hedged and not tolerance:
        tolerance = _hedge(claim)
    return distance <= tolerance * (1 + 1e-9) and distance <= _WIDEST * abs(given)


def _hedge(claim: Quantity) -> float:
    """Return half a unit of the last digit that counts: 50 for ``about 1,200``."""
    if not claim.face.is_integer() or not 0 < claim.face < 1e15:  # noqa: PLR2004 - exact integers
        return 0.0
    digits = str(int(claim.face))
    zeros = len(digits) - len(digits.rstrip("0"))
    return 0.5 * 10.0**zeros * (claim.value / claim.face)


def _same_share(claim: Quantity, given: Quantity) -> bool:
    ratio, other = (claim, given) if claim.kind is NumberKind.RATIO else (given, claim)
    if other.kind is NumberKind.PERCENT:
        shares = (ratio.value * 100, (ratio.value - 1) * 100)  # doubled: twice, or 100 % more
        return any(abs(share - other.value) < HALF_OR_SO for share in shares)
    return other.kind is NumberKind.COUNT and claim.value == given.value > 1
