"""The points of Student's t distribution that a 95 % interval of a mean needs.

For a whole number of degrees of freedom the distribution has a closed form in sines and cosines
(Abramowitz and Stegun 1964, 26.7.3 and 26.7.4); halving an angle finds the point.
"""

from math import cos, pi, sin, sqrt, tan

_HALVINGS = 60
_TERMS_WORTH = 1e-18


def t_point(degrees: int, level: float = 0.95) -> float:
    """Return the t beyond which, on both sides together, 1 - level of the distribution lies.

    Args:
        degrees: Degrees of freedom, at least 1.
        level: Above 0, below 1.

    Raises:
        ValueError: There is no such point.
    """
    if degrees < 1 or not 0 < level < 1:
        raise ValueError(f"no t of {degrees} degrees of freedom at {level}")
    low, high = 0.0, pi / 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _between(middle, degrees) < level:
            low = middle
        else:
            high = middle
    return tan((low + high) / 2) * sqrt(degrees)


def _between(angle: float, degrees: int) -> float:
    odd = degrees % 2
    squared = cos(angle) ** 2
    term = cos(angle) if odd else 1.0
    total = 0.0
    for step in range(2 + odd, degrees + 1, 2):
        total += term
        if term < _TERMS_WORTH:
            break
        term *= squared * (step - 1) / step
    if odd:
        return 2 / pi * (angle + sin(angle) * total)
    return sin(angle) * total
