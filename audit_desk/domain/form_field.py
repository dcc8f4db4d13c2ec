"""One field of a form."""

from dataclasses import dataclass

from audit_desk.domain.audit_tool import Part


@dataclass(frozen=True, slots=True)
class FormField:
    """One thing to fill in.

    Attributes:
        key: Unique in the form: ``ST2``, ``ST2.known``, ``ST2 evidence``, ``overall grade``.
        owner: The id of the question, theme or role that it belongs to; what follows from a
            question's answer has an owner of its own.
        part: What it holds, described as a part of a question is.
        named: What it is called in a sentence: ``ST2, evidence``.
        lies_ahead: Whether its date may lie ahead: what is read on a file never does, the day by
            which something is to be done mostly does.
    """

    key: str
    owner: str
    part: Part
    named: str
    lies_ahead: bool = False
