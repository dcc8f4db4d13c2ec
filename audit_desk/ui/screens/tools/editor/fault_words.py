"""A tool's faults in the words of the forms: a file names fields otherwise than the window."""

import re
from collections.abc import Collection

_TITLES = {
    "id": "id",
    "wording": "question",
    "guidance": "guidance",
    "descriptors": "description of the grades",
    "outstanding": "“Outstanding”",
    "good": "“Good”",
    "requires_improvement": "“Requires improvement”",
    "inadequate": "“Inadequate”",
    "applies_when": "condition",
    "applies_note": "sentence on when it applies",
    "evidence_for": "list of answers that demand evidence",
    "source": "source",
    "finding": "finding",
    "place": "place",
    "label": "label",
    "option": "choice",
    "options": "choices",
    "not_before": "earlier date",
    "from_list": "list that knows the date",
    "title": "title",
    "about": "description",
    "purpose": "purpose",
    "standard": "rule in words",
    "limit": "limit",
    "start": "start",
    "stop": "stop",
    "not_counted_when": "condition under which it does not count",
    "not_counted_label": "wording of “not counted”",
    "any_of": "“is any of”",
    "none_of": "“is none of”",
    "at_least": "“is at least”",
}
_FIELDS = {"source": "sources", "option": "options", "its": "id"}
_UNDERSCORED = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b(?!['”.])")
_LEAD = re.compile(r"(?P<name>[a-z_]+)(?P<rest> (?:is|needs|names|stands)\b.*|:.*)", re.DOTALL)


def field_of(sentence: str, fields: Collection[str]) -> str:
    """Return which of a form's fields a fault begins with; empty where none."""
    if sentence.startswith("a choice needs"):
        return "options"
    described = re.match(r"descriptors: (\w+)", sentence)
    if described:
        return f"descriptors.{described[1]}"
    first = re.match(r"[a-z_]*", sentence)
    name = first[0] if first else ""
    found = name if name in fields else _FIELDS.get(name, "")
    return found if found in fields else ""


def fault_words(sentence: str) -> str:
    """Return a fault as a sentence for the window."""
    sentence = sentence.removeprefix("descriptors: ")
    lead = _LEAD.fullmatch(sentence)
    if lead and lead["name"] in _TITLES:
        name = _TITLES[lead["name"]]
        sentence = f"{name if name.startswith('“') else f'the {name}'}{lead['rest']}"
    words = _UNDERSCORED.sub(lambda found: _TITLES.get(found[0], found[0]), sentence)
    return f"{words[:1].upper()}{words[1:]}."
