-- The register's first shape: who it belongs to, its settings and its append-only history.
-- Times are UTC, ISO 8601 with microseconds and offset; identifiers are UUIDs.

CREATE TABLE settings (
    key   TEXT PRIMARY KEY CHECK (length(key) > 0),
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

-- Every write to the register leaves a line here, in the same transaction. A line's hash covers
-- the line before it, so that none can be altered or left out unseen.
CREATE TABLE history (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    at         TEXT NOT NULL,
    who        TEXT NOT NULL,
    action     TEXT NOT NULL CHECK (length(action) > 0),
    subject    TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    before     TEXT CHECK (before IS NULL OR json_valid(before)),
    after      TEXT CHECK (after IS NULL OR json_valid(after)),
    previous   TEXT NOT NULL CHECK (length(previous) = 64),
    hash       TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE INDEX history_of_subject ON history (subject, subject_id, seq);

CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON history
BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;

CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history
BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;
