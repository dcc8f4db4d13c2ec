-- Tools, rounds, draws and the audits themselves.

CREATE TABLE tools (
    tool_id  TEXT NOT NULL CHECK (length(tool_id) > 0),
    version  INTEGER NOT NULL CHECK (version >= 1),
    status   TEXT NOT NULL CHECK (status IN ('draft', 'published')),
    title    TEXT NOT NULL,
    document TEXT NOT NULL CHECK (json_valid(document)),
    PRIMARY KEY (tool_id, version)
) STRICT;

CREATE TRIGGER published_tools_never_change BEFORE UPDATE ON tools
WHEN OLD.status = 'published'
BEGIN
    SELECT RAISE(ABORT, 'a published tool never changes');
END;

CREATE TRIGGER published_tools_are_never_deleted BEFORE DELETE ON tools
WHEN OLD.status = 'published'
BEGIN
    SELECT RAISE(ABORT, 'a published tool is never deleted');
END;

CREATE TABLE rounds (
    id           TEXT PRIMARY KEY CHECK (length(id) = 36),
    name         TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
    purpose      TEXT NOT NULL,
    tool_id      TEXT NOT NULL,
    tool_version INTEGER NOT NULL,
    created_at   TEXT NOT NULL,
    FOREIGN KEY (tool_id, tool_version) REFERENCES tools (tool_id, version)
) STRICT;

CREATE TABLE draws (
    id       TEXT PRIMARY KEY CHECK (length(id) = 36),
    round_id TEXT NOT NULL REFERENCES rounds (id),
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    receipt  TEXT NOT NULL CHECK (json_valid(receipt)),
    UNIQUE (round_id, sequence)
) STRICT;

CREATE TRIGGER draws_are_never_deleted BEFORE DELETE ON draws
BEGIN
    SELECT RAISE(ABORT, 'a draw is never deleted');
END;

CREATE TABLE audits (
    id           TEXT PRIMARY KEY CHECK (length(id) = 36),
    round_id     TEXT NOT NULL REFERENCES rounds (id),
    case_id      TEXT NOT NULL REFERENCES cases (id),
    selection    TEXT NOT NULL CHECK (selection IN ('random', 'purposive')),
    state        TEXT NOT NULL CHECK (state IN ('not_started', 'in_progress', 'submitted')),
    auditor      TEXT NOT NULL,
    position     INTEGER NOT NULL CHECK (position >= 0),
    facts        TEXT NOT NULL CHECK (json_valid(facts)),
    started_at   TEXT,
    submitted_at TEXT,
    seal         TEXT NOT NULL CHECK (length(seal) IN (0, 64)),
    UNIQUE (round_id, case_id),
    CHECK ((state = 'submitted') = (submitted_at IS NOT NULL)),
    CHECK ((state = 'submitted') = (length(seal) = 64))
) STRICT;

CREATE INDEX audits_of_round ON audits (round_id, position);
CREATE INDEX audits_of_case ON audits (case_id);

CREATE TABLE answers (
    audit_id    TEXT NOT NULL REFERENCES audits (id),
    question_id TEXT NOT NULL CHECK (length(question_id) > 0),
    value       TEXT NOT NULL,
    absence     TEXT CHECK (absence IN ('not_evidenced', 'not_accessible', 'not_applicable')),
    evidence    TEXT NOT NULL,
    parts       TEXT NOT NULL CHECK (json_valid(parts)),
    answered_at TEXT NOT NULL,
    PRIMARY KEY (audit_id, question_id),
    CHECK (absence IS NULL OR value = '')
) STRICT, WITHOUT ROWID;

CREATE TABLE judgements (
    audit_id         TEXT NOT NULL REFERENCES audits (id),
    theme_id         TEXT NOT NULL CHECK (length(theme_id) > 0),
    grade            INTEGER CHECK (grade BETWEEN 1 AND 4),
    rationale        TEXT NOT NULL,
    strengths        TEXT NOT NULL,
    improvements     TEXT NOT NULL,
    lived_experience TEXT NOT NULL,
    suggested        INTEGER CHECK (suggested BETWEEN 1 AND 4),
    judged_at        TEXT NOT NULL,
    PRIMARY KEY (audit_id, theme_id)
) STRICT, WITHOUT ROWID;

-- A submitted audit is locked in the file itself, whatever a caller tries.
CREATE TRIGGER submitted_answers_are_locked BEFORE UPDATE ON answers
WHEN (SELECT state FROM audits WHERE id = NEW.audit_id) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'a submitted audit is locked');
END;

CREATE TRIGGER submitted_answers_are_complete BEFORE INSERT ON answers
WHEN (SELECT state FROM audits WHERE id = NEW.audit_id) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'a submitted audit is locked');
END;

CREATE TRIGGER submitted_judgements_are_locked BEFORE UPDATE ON judgements
WHEN (SELECT state FROM audits WHERE id = NEW.audit_id) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'a submitted audit is locked');
END;

CREATE TRIGGER submitted_judgements_are_complete BEFORE INSERT ON judgements
WHEN (SELECT state FROM audits WHERE id = NEW.audit_id) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'a submitted audit is locked');
END;
