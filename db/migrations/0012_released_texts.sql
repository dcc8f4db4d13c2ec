-- Which texts the lead released to be quoted outside of the round. A release is of a text as it
-- reads: it goes by its hash, so a text that was changed afterwards is not released any more.
CREATE TABLE released_texts (
    round_id    TEXT NOT NULL REFERENCES rounds (id),
    kind        TEXT NOT NULL CHECK (length(kind) > 0),
    audit_id    TEXT NOT NULL,
    item        TEXT NOT NULL,
    hash        TEXT NOT NULL CHECK (length(hash) = 64),
    released_by TEXT NOT NULL CHECK (length(released_by) > 0),
    released_at TEXT NOT NULL,
    PRIMARY KEY (round_id, kind, audit_id, item, hash)
) STRICT, WITHOUT ROWID;
