-- What was submitted before an audit was opened again: the very text that was sealed, so that it
-- can be read, compared and checked for good. A corrected copy never takes its place.
CREATE TABLE submissions (
    audit_id     TEXT NOT NULL REFERENCES audits (id),
    sequence     INTEGER NOT NULL CHECK (sequence >= 1),
    seal         TEXT NOT NULL CHECK (length(seal) = 64),
    content      TEXT NOT NULL CHECK (json_valid(content)),
    submitted_by TEXT NOT NULL,
    submitted_at TEXT NOT NULL,
    reopened_by  TEXT NOT NULL,
    reopened_at  TEXT NOT NULL,
    reason       TEXT NOT NULL CHECK (length(reason) > 0),
    PRIMARY KEY (audit_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER submissions_are_never_changed BEFORE UPDATE ON submissions
BEGIN
    SELECT RAISE(ABORT, 'a kept submission never changes');
END;

CREATE TRIGGER submissions_are_never_deleted BEFORE DELETE ON submissions
BEGIN
    SELECT RAISE(ABORT, 'a kept submission is never deleted');
END;

-- The part that those whom an audit is about had in it: by role, never by name. An empty
-- text, or null, is what nobody has said yet.
CREATE TABLE contributions (
    audit_id  TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    role      TEXT NOT NULL CHECK (role IN ('worker', 'manager', 'child')),
    invited   INTEGER CHECK (invited IN (0, 1)),
    why_not   TEXT NOT NULL,
    took_part INTEGER CHECK (took_part IN (0, 1)),
    spoken_on TEXT CHECK (length(spoken_on) = 10),
    said      TEXT NOT NULL,
    changed   INTEGER CHECK (changed IN (0, 1)),
    how       TEXT NOT NULL,
    PRIMARY KEY (audit_id, role)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER submitted_contributions_are_locked BEFORE UPDATE ON contributions
WHEN (SELECT state FROM audits WHERE id = NEW.audit_id) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'a submitted audit is locked');
END;

CREATE TRIGGER submitted_contributions_are_complete BEFORE INSERT ON contributions
WHEN (SELECT state FROM audits WHERE id = NEW.audit_id) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'a submitted audit is locked');
END;

-- Where somebody was in an audit when they left it. It says nothing of the child and is no
-- change to the audit, so history leaves it out.
CREATE TABLE last_places (
    audit_id    TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    person      TEXT NOT NULL CHECK (length(person) > 0),
    theme_id    TEXT NOT NULL,
    question_id TEXT NOT NULL,
    left_at     TEXT NOT NULL,
    PRIMARY KEY (audit_id, person)
) STRICT, WITHOUT ROWID;
