-- What somebody said is no identifier though it looks like one: May who is a month, a number that
-- belongs to nobody. It counts for one audit, wherever the words stand in it, and can be taken back.
CREATE TABLE not_identifiers (
    audit_id TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    kind     TEXT NOT NULL CHECK (length(kind) > 0),
    passage  TEXT NOT NULL CHECK (length(passage) > 0),
    PRIMARY KEY (audit_id, kind, passage)
) STRICT, WITHOUT ROWID;
