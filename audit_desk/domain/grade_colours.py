"""The four grades' colours, the same on screen and on paper.

Each is clearly darker than the one before, so that they can be told apart by a person who does
not see red and green apart, and on a printer without colour. A colour never stands alone: the
grade's word or letters are always with it.
"""

from audit_desk.domain.audit import Grade

GRADE_COLOURS: dict[Grade, tuple[str, str]] = {
    Grade.OUTSTANDING: ("#cfe3f2", "#1f2a33"),
    Grade.GOOD: ("#79aed6", "#10222e"),
    Grade.REQUIRES_IMPROVEMENT: ("#b05732", "#ffffff"),
    Grade.INADEQUATE: ("#4d1226", "#ffffff"),
}
"""By grade: its ground, and the text upon it at a contrast of at least 4.5 to 1."""
