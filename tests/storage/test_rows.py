"""New identifiers are random UUIDs, in an order that indexes take quickly."""

import uuid

from audit_desk.storage.rows import new_id, new_ids


def test_new_ids_are_random_uuids_in_ascending_order() -> None:
    ids = new_ids(2_000)
    assert ids == sorted(set(ids))
    assert len(ids) == 2_000
    for text in ids:
        read = uuid.UUID(text)
        assert str(read) == text
        assert (read.version, read.variant) == (4, uuid.RFC_4122)
    assert {text[19] for text in ids} == set("89ab")


def test_every_id_is_new() -> None:
    assert new_id() != new_id()
