-- Children's cases. The number that the council's system gives a child stands in a table of its
-- own, so that a pack or a report can be made without ever reading it.

CREATE TABLE cases (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    reference   TEXT NOT NULL UNIQUE CHECK (length(reference) > 0),
    facts       TEXT NOT NULL CHECK (json_valid(facts)),
    imported_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE case_lookup (
    case_id   TEXT PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
    system_id TEXT NOT NULL UNIQUE CHECK (length(system_id) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    imported_at TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    list_title  TEXT NOT NULL,
    added       INTEGER NOT NULL CHECK (added >= 0),
    updated     INTEGER NOT NULL CHECK (updated >= 0),
    unchanged   INTEGER NOT NULL CHECK (unchanged >= 0),
    refused     INTEGER NOT NULL CHECK (refused >= 0),
    digest      TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;
