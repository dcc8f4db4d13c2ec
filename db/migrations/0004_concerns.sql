-- Safeguarding concerns met while auditing, and who was told.

CREATE TABLE concerns (
    id           TEXT PRIMARY KEY CHECK (length(id) = 36),
    audit_id     TEXT NOT NULL REFERENCES audits (id),
    question_id  TEXT NOT NULL,
    cause        TEXT NOT NULL CHECK (length(cause) > 0),
    raised_by    TEXT NOT NULL,
    raised_at    TEXT NOT NULL,
    closed_by    TEXT NOT NULL,
    closed_at    TEXT,
    closing_note TEXT NOT NULL,
    CHECK ((closed_at IS NULL) = (closed_by = '')),
    CHECK (closed_by = '' OR lower(closed_by) <> lower(raised_by))
) STRICT;

CREATE UNIQUE INDEX one_open_concern_a_question ON concerns (audit_id, question_id)
WHERE closed_at IS NULL;

CREATE TABLE concern_contacts (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    concern_id  TEXT NOT NULL REFERENCES concerns (id),
    told        TEXT NOT NULL CHECK (length(told) > 0),
    told_at     TEXT NOT NULL,
    response    TEXT NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;

CREATE INDEX contacts_of_concern ON concern_contacts (concern_id, told_at);
