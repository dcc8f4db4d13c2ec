"""A receipt as plain JSON types, and back: what stands in the receipt's file.

The keys are those of the dataclasses, so that the file can be read beside their description.
"""

from collections.abc import Callable
from dataclasses import asdict
from typing import TypeVar

from audit_desk.domain.receipt import ALGORITHM, Exclusion, Purposive, Receipt, Stratum, Swap
from audit_desk.errors import UserError

_Item = TypeVar("_Item")
_HINT = "Take the receipt as Audit Desk wrote it."
_WORDS = {str: "a text", int: "a whole number", list: "a list", dict: "a group of named values"}


def receipt_to_dict(receipt: Receipt) -> dict[str, object]:
    """Return a receipt as plain JSON types: texts, whole numbers, lists and objects."""
    plain = asdict(receipt)
    plain["where"] = [{"field": field, "value": value} for field, value in receipt.where]
    plain["by"] = list(receipt.by)
    plain["purposive"] = [asdict(added) for added in receipt.purposive]
    plain["exclusions"] = [
        {
            "reason": exclusion.reason,
            "count": exclusion.count,
            "references": list(exclusion.references),
        }
        for exclusion in receipt.exclusions
    ]
    plain["swaps"] = [asdict(swap) for swap in receipt.swaps]
    plain["strata"] = [
        {
            "name": stratum.name,
            "frame_size": stratum.frame_size,
            "drawn": list(stratum.drawn),
            "spares": list(stratum.spares),
        }
        for stratum in receipt.strata
    ]
    return plain


def receipt_from_dict(data: object) -> Receipt:
    """Read a receipt from plain JSON types.

    Only its form is checked here; whether its draw can be repeated is ``verify_draw``'s. The
    first receipts named only the references that were added on purpose, and not which cases
    an exclusion left out; they are read as they are.

    Raises:
        UserError: It is not a receipt; the message names the field at fault.
    """
    fields = _Fields(data, "")
    algorithm = fields.text("algorithm")
    if algorithm != ALGORITHM:
        raise UserError(
            f"The receipt names the method “{algorithm}”; only “{ALGORITHM}” is known.",
            "Use the version of Audit Desk that made the receipt, or a newer one.",
        )
    return Receipt(
        algorithm=algorithm,
        seed=fields.number("seed"),
        size=fields.number("size"),
        frame_size=fields.number("frame_size"),
        frame_hash=fields.text("frame_hash"),
        where=fields.each("where", lambda item: (item.text("field"), item.text("value"))),
        by=fields.texts("by"),
        minimum=fields.number("minimum"),
        exclusions=fields.each("exclusions", _exclusion),
        strata=fields.each("strata", _stratum),
        drawn_by=fields.text("drawn_by"),
        drawn_at=fields.text("drawn_at"),
        swaps=fields.each("swaps", _swap),
        purposive=fields.each_or_text("purposive", _purposive, _reference_alone),
        replaces=fields.number("replaces"),
    )


def _exclusion(item: "_Fields") -> Exclusion:
    references = item.texts("references") if item.has("references") else ()
    return Exclusion(item.text("reason"), item.number("count"), references)


def _purposive(item: "_Fields") -> Purposive:
    return Purposive(item.text("reference"), item.text("reason"), item.text("by"), item.text("at"))


def _reference_alone(reference: str) -> Purposive:
    return Purposive(reference, reason="", by="", at="")


def _stratum(item: "_Fields") -> Stratum:
    return Stratum(
        item.text("name"), item.number("frame_size"), item.texts("drawn"), item.texts("spares")
    )


def _swap(item: "_Fields") -> Swap:
    return Swap(
        item.text("removed"),
        item.text("added"),
        item.text("reason"),
        item.text("by"),
        item.text("at"),
    )


class _Fields:
    """One JSON object, read field by field; every refusal names the field by its path."""

    def __init__(self, data: object, path: str) -> None:
        self._path = path
        self._data: dict[object, object] = _typed(data, dict, path or "receipt")

    def has(self, key: str) -> bool:
        return key in self._data

    def text(self, key: str) -> str:
        return _typed(self._get(key), str, self._name(key))

    def number(self, key: str) -> int:
        return _typed(self._get(key), int, self._name(key))

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(_typed(item, str, name) for item, name in self._items(key))

    def each(self, key: str, read: Callable[["_Fields"], _Item]) -> tuple[_Item, ...]:
        return tuple(read(_Fields(item, name)) for item, name in self._items(key))

    def each_or_text(
        self, key: str, read: Callable[["_Fields"], _Item], read_text: Callable[[str], _Item]
    ) -> tuple[_Item, ...]:
        return tuple(
            read_text(item) if isinstance(item, str) else read(_Fields(item, name))
            for item, name in self._items(key)
        )

    def _items(self, key: str) -> list[tuple[object, str]]:
        items: list[object] = _typed(self._get(key), list, self._name(key))
        return [(item, f"{self._name(key)}[{index}]") for index, item in enumerate(items)]

    def _get(self, key: str) -> object:
        if key not in self._data:
            raise UserError(f"The receipt lacks “{self._name(key)}”.", _HINT)
        return self._data[key]

    def _name(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key


def _typed(value: object, kind: type[_Item], name: str) -> _Item:
    # In Python true and false are whole numbers; in a receipt they are not.
    if not isinstance(value, kind) or isinstance(value, bool):
        raise UserError(f"In the receipt “{name}” is not {_WORDS[kind]}.", _HINT)
    return value
