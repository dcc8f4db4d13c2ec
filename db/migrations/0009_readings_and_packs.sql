-- Files read twice, what a moderator settled, and packs that travel. A further reading is an
-- audit like the first, of the same case in the same round, so the table is built anew: its
-- old rule allowed one audit a case. Foreign keys are off while a step runs, and checked at
-- its end.

CREATE TABLE audits_with_readings (
    id           TEXT PRIMARY KEY CHECK (length(id) = 36),
    round_id     TEXT NOT NULL REFERENCES rounds (id),
    case_id      TEXT NOT NULL REFERENCES cases (id),
    reading      INTEGER NOT NULL DEFAULT 1 CHECK (reading >= 1),
    selection    TEXT NOT NULL CHECK (selection IN ('random', 'purposive')),
    state        TEXT NOT NULL CHECK (state IN ('not_started', 'in_progress', 'submitted')),
    auditor      TEXT NOT NULL,
    position     INTEGER NOT NULL CHECK (position >= 0),
    facts        TEXT NOT NULL CHECK (json_valid(facts)),
    started_at   TEXT,
    submitted_at TEXT,
    seal         TEXT NOT NULL CHECK (length(seal) IN (0, 64)),
    due_on       TEXT,
    UNIQUE (round_id, case_id, reading),
    CHECK ((state = 'submitted') = (submitted_at IS NOT NULL)),
    CHECK ((state = 'submitted') = (length(seal) = 64))
) STRICT;

INSERT INTO audits_with_readings
    (id, round_id, case_id, reading, selection, state, auditor, position, facts, started_at,
     submitted_at, seal, due_on)
SELECT id, round_id, case_id, 1, selection, state, auditor, position, facts, started_at,
       submitted_at, seal, due_on
FROM audits;

DROP TABLE audits;

ALTER TABLE audits_with_readings RENAME TO audits;

CREATE INDEX audits_of_round ON audits (round_id, position);

CREATE INDEX audits_of_case ON audits (case_id);

-- Which register a pack came from is told by this, also after the file was copied or renamed.
INSERT INTO settings (key, value) VALUES ('register_id', '"' || lower(hex(randomblob(16))) || '"');

CREATE TABLE people (
    id      TEXT PRIMARY KEY CHECK (length(id) = 36),
    name    TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
    roles   TEXT NOT NULL CHECK (json_valid(roles)),
    left_on TEXT CHECK (length(left_on) = 10)
) STRICT;

CREATE TABLE second_reading_rules (
    round_id      TEXT PRIMARY KEY REFERENCES rounds (id),
    grades        TEXT NOT NULL CHECK (json_valid(grades)),
    share_percent INTEGER NOT NULL CHECK (share_percent BETWEEN 0 AND 100),
    seed          INTEGER NOT NULL,
    set_by        TEXT NOT NULL,
    set_at        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Why a further reading is made. It never travels in a pack: the reason tells the first grade.
CREATE TABLE second_readings (
    audit_id  TEXT PRIMARY KEY REFERENCES audits (id) ON DELETE CASCADE,
    how       TEXT NOT NULL CHECK (how IN ('rule', 'hand', 'calibration')),
    reason    TEXT NOT NULL CHECK (length(reason) > 0),
    chosen_by TEXT NOT NULL,
    chosen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- audit_id is the first reading's; item is 'judgement/THEME', 'judgement/overall' or
-- 'answer/QUESTION'. seals are those of the readings that were compared: once one of them is
-- opened again and submitted otherwise, what was settled from it no longer stands.
CREATE TABLE settlements (
    audit_id   TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    item       TEXT NOT NULL CHECK (item LIKE 'judgement/_%' OR item LIKE 'answer/_%'),
    value      TEXT NOT NULL,
    absence    TEXT CHECK (absence IN ('not_evidenced', 'not_accessible', 'not_applicable')),
    reason     TEXT NOT NULL CHECK (length(reason) > 0),
    moderator  TEXT NOT NULL CHECK (length(moderator) > 0),
    settled_at TEXT NOT NULL,
    seals      TEXT NOT NULL CHECK (json_valid(seals)),
    PRIMARY KEY (audit_id, item),
    CHECK ((absence IS NULL) = (value <> ''))
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_feedback (
    audit_id         TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    moderator        TEXT NOT NULL CHECK (length(moderator) > 0),
    judges_impact    TEXT NOT NULL CHECK (judges_impact IN ('', 'yes', 'partly', 'no')),
    names_failings   TEXT NOT NULL CHECK (names_failings IN ('', 'yes', 'partly', 'no')),
    specifies_action TEXT NOT NULL CHECK (specifies_action IN ('', 'yes', 'partly', 'no')),
    words            TEXT NOT NULL,
    given_at         TEXT NOT NULL,
    PRIMARY KEY (audit_id, moderator)
) STRICT, WITHOUT ROWID;

-- The packs that this register gave out. What a pack itself knows stands in its settings.
CREATE TABLE packs (
    id        TEXT PRIMARY KEY CHECK (length(id) = 36),
    round_id  TEXT NOT NULL REFERENCES rounds (id),
    person    TEXT NOT NULL CHECK (length(person) > 0),
    kind      TEXT NOT NULL CHECK (kind IN ('first', 'second')),
    made_by   TEXT NOT NULL,
    made_at   TEXT NOT NULL,
    due_on    TEXT CHECK (length(due_on) = 10),
    note      TEXT NOT NULL,
    file_name TEXT NOT NULL
) STRICT;

CREATE INDEX packs_of_round ON packs (round_id);

-- Who has an audit: an open line is custody; base is the hash of what was handed out.
CREATE TABLE pack_audits (
    pack_id   TEXT NOT NULL REFERENCES packs (id),
    audit_id  TEXT NOT NULL REFERENCES audits (id),
    base      TEXT NOT NULL CHECK (length(base) = 64),
    since     TEXT NOT NULL,
    ended_at  TEXT,
    ended_by  TEXT NOT NULL DEFAULT '',
    ended_how TEXT CHECK (ended_how IN ('returned', 'taken back')),
    reason    TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (pack_id, audit_id),
    CHECK ((ended_at IS NULL) = (ended_how IS NULL)),
    CHECK (ended_how IS NOT 'taken back' OR reason <> '')
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX one_holder_an_audit ON pack_audits (audit_id) WHERE ended_at IS NULL;

-- Each state of a pack that was taken in, told by the last hash of its history.
CREATE TABLE pack_returns (
    pack_id   TEXT NOT NULL REFERENCES packs (id),
    head      TEXT NOT NULL CHECK (length(head) = 64),
    lines     INTEGER NOT NULL CHECK (lines >= 1),
    file_name TEXT NOT NULL,
    merged_by TEXT NOT NULL,
    merged_at TEXT NOT NULL,
    PRIMARY KEY (pack_id, head)
) STRICT, WITHOUT ROWID;

CREATE TABLE pack_return_audits (
    pack_id  TEXT NOT NULL,
    head     TEXT NOT NULL,
    audit_id TEXT NOT NULL REFERENCES audits (id),
    content  TEXT NOT NULL CHECK (length(content) = 64),
    PRIMARY KEY (pack_id, head, audit_id),
    FOREIGN KEY (pack_id, head) REFERENCES pack_returns (pack_id, head)
) STRICT, WITHOUT ROWID;

-- The packs' own records as they came back; a line that two returns share is kept once.
CREATE TABLE pack_history (
    pack_id    TEXT NOT NULL REFERENCES packs (id),
    hash       TEXT NOT NULL CHECK (length(hash) = 64),
    seq        INTEGER NOT NULL CHECK (seq >= 1),
    at         TEXT NOT NULL,
    who        TEXT NOT NULL,
    action     TEXT NOT NULL CHECK (length(action) > 0),
    subject    TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    before     TEXT CHECK (before IS NULL OR json_valid(before)),
    after      TEXT CHECK (after IS NULL OR json_valid(after)),
    previous   TEXT NOT NULL CHECK (length(previous) = 64),
    PRIMARY KEY (pack_id, hash)
) STRICT, WITHOUT ROWID;

CREATE INDEX pack_history_of_subject ON pack_history (subject, subject_id, seq);

CREATE TRIGGER pack_history_is_never_changed BEFORE UPDATE ON pack_history
BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;

CREATE TRIGGER pack_history_is_never_deleted BEFORE DELETE ON pack_history
BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;

-- Two versions of one audit: both are kept, and a person chooses.
CREATE TABLE pack_conflicts (
    pack_id    TEXT NOT NULL,
    head       TEXT NOT NULL,
    audit_id   TEXT NOT NULL REFERENCES audits (id),
    ours       TEXT NOT NULL CHECK (json_valid(ours)),
    theirs     TEXT NOT NULL CHECK (json_valid(theirs)),
    found_at   TEXT NOT NULL,
    chosen     TEXT CHECK (chosen IN ('ours', 'theirs', 'superseded')),
    chosen_by  TEXT NOT NULL DEFAULT '',
    chosen_at  TEXT,
    reason     TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (pack_id, head, audit_id),
    FOREIGN KEY (pack_id, head) REFERENCES pack_returns (pack_id, head),
    CHECK ((chosen IS NULL) = (chosen_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX open_conflicts ON pack_conflicts (audit_id) WHERE chosen IS NULL;

-- Two people who never met may each have raised a concern for the same answer: both stay open.
DROP INDEX one_open_concern_a_question;

CREATE INDEX concerns_of_audit ON concerns (audit_id, question_id);
