"""How many files to read: what a sample of that size would meet, in a sentence."""

from audit_desk.domain.inference import chance_of_meeting, size_to_meet

_ONE_IN = 10
_SURE = 0.95


def size_advice(population: int, size: int) -> str:
    """Return what a random sample may be expected to meet.

    The fault is one that stands in one file of ten (in one file where there are fewer than
    ten); meeting it once is not knowing how common it is.

    Args:
        population: Files that can be drawn.
        size: How many are to be.
    """
    if population < 1 or not 0 < size <= population:
        return ""
    faults = max(1, population // _ONE_IN)
    fault = "1 of 10 files" if population >= _ONE_IN else f"1 of these {population} files"
    if size == population:
        return "Every file is read, so nothing is left to chance."
    needed = size_to_meet(faults, population, _SURE)
    chance = _percent(chance_of_meeting(faults, population, size))
    with_size = f"With {size} the chance is {chance}."
    if needed == size:
        return f"With {size} the chance of meeting a fault found in {fault} is {chance}."
    return (
        f"To have a 95 % chance of meeting a fault found in {fault}, read {needed:,} of these"
        f" {population:,}. {with_size}"
    )


def _percent(chance: float) -> str:
    # A chance is never called certain, or sure enough, before it is.
    whole = round(chance * 100)
    for limit in (100, round(_SURE * 100)):
        if whole == limit and chance < limit / 100:
            whole -= 1
    return f"{whole} %" if whole else "below 1 %"
