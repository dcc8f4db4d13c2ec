"""The frame of a draw in words: who can be drawn, and who is left out for what reason."""

from audit_desk.domain.receipt import Receipt


def frame_line(receipt: Receipt) -> str:
    """Return how many children can be drawn, of how many, and how many are left out."""
    left_out = sum(exclusion.count for exclusion in receipt.exclusions)
    every = receipt.frame_size + left_out
    if not left_out:
        return f"Frame: all {children(every)} · nobody left out"
    return f"Frame: {receipt.frame_size:,} of {children(every)} · {left_out:,} left out:"


def reasons(receipt: Receipt) -> list[str]:
    """Return each reason with its number, also where it left nobody out."""
    return [f"{each.count:,} · {each.reason}" for each in receipt.exclusions]


def children(number: int) -> str:
    """Return a number of children."""
    return "1 child" if number == 1 else f"{number:,} children"
