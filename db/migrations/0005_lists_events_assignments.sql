-- The lists that cases come from. A child is on a list from the edition that first names them
-- until an edition that does not; a case that is on no list any more is closed, never deleted.
CREATE TABLE lists (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    name        TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
    headings    TEXT NOT NULL CHECK (json_valid(headings)),
    imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE list_members (
    list_id TEXT NOT NULL REFERENCES lists (id),
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    PRIMARY KEY (case_id, list_id)
) STRICT, WITHOUT ROWID;

-- Since when a case is on no list any more; null while it is on one.
ALTER TABLE cases ADD COLUMN closed_on TEXT;

-- Who was a case's worker, manager or chair before: an auditor who was may not read the file.
CREATE TABLE former_staff (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    role    TEXT NOT NULL CHECK (length(role) > 0),
    name    TEXT NOT NULL CHECK (length(name) > 0),
    until   TEXT NOT NULL,
    PRIMARY KEY (case_id, role, name)
) STRICT, WITHOUT ROWID;

-- What lists of events say: missing episodes, strategy discussions, supervisions.
CREATE TABLE case_events (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    case_id     TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL CHECK (kind IN ('missing', 'strategy', 'supervision')),
    happened    TEXT NOT NULL CHECK (length(happened) >= 10),
    facts       TEXT NOT NULL CHECK (json_valid(facts)),
    imported_at TEXT NOT NULL,
    UNIQUE (case_id, kind, happened)
) STRICT;

-- How the frame and the sample looked on the day of the draw, whatever lists bring later.
ALTER TABLE draws ADD COLUMN profile TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(profile));

-- By when an audit is to be read (a date); null where nobody said.
ALTER TABLE audits ADD COLUMN due_on TEXT;

-- Whether an auditor has had a part in the child's case, in their own words and before reading.
CREATE TABLE declarations (
    audit_id        TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    auditor         TEXT NOT NULL CHECK (length(auditor) > 0),
    statement       TEXT NOT NULL CHECK (statement IN ('independent', 'involved')),
    declared_at     TEXT NOT NULL,
    PRIMARY KEY (audit_id, auditor)
) STRICT, WITHOUT ROWID;

-- An auditor who is or was the worker, manager or chair of a case, and who was let read it anyway.
CREATE TABLE independence_overrides (
    audit_id  TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    auditor   TEXT NOT NULL CHECK (length(auditor) > 0),
    conflict  TEXT NOT NULL CHECK (length(conflict) > 0),
    reason    TEXT NOT NULL CHECK (length(reason) > 0),
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (audit_id, auditor)
) STRICT, WITHOUT ROWID;
