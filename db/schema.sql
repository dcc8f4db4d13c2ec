-- Generated from db/migrations by: python -m tests.schema

CREATE TABLE action_links (
    audit_id     TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    question_id  TEXT NOT NULL,
    action_id    TEXT REFERENCES actions (id),
    none_because TEXT NOT NULL,
    PRIMARY KEY (audit_id, question_id),
    CHECK ((action_id IS NULL) = (none_because <> ''))
) STRICT, WITHOUT ROWID;

CREATE TABLE actions (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    round_id    TEXT NOT NULL REFERENCES rounds (id),
    change      TEXT NOT NULL,
    owner       TEXT NOT NULL,
    due_on      TEXT,
    state       TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    outcome     TEXT NOT NULL,
    audit_id    TEXT REFERENCES audits (id),
    question_id TEXT NOT NULL,
    created_by  TEXT NOT NULL,
    created_at  TEXT NOT NULL,
    changed_at  TEXT NOT NULL,
    ended_by    TEXT NOT NULL,
    ended_at    TEXT,
    CHECK ((audit_id IS NULL) = (question_id = '')),
    CHECK ((state = 'open') = (ended_at IS NULL)),
    CHECK ((state = 'open') = (outcome = ''))
) STRICT;

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

CREATE TABLE "audits" (
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

CREATE TABLE case_events (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    case_id     TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL CHECK (kind IN ('missing', 'strategy', 'supervision')),
    happened    TEXT NOT NULL CHECK (length(happened) >= 10),
    facts       TEXT NOT NULL CHECK (json_valid(facts)),
    imported_at TEXT NOT NULL,
    UNIQUE (case_id, kind, happened)
) STRICT;

CREATE TABLE case_lookup (
    case_id   TEXT PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
    system_id TEXT NOT NULL UNIQUE CHECK (length(system_id) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    reference   TEXT NOT NULL UNIQUE CHECK (length(reference) > 0),
    facts       TEXT NOT NULL CHECK (json_valid(facts)),
    imported_at TEXT NOT NULL
, closed_on TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE concern_contacts (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    concern_id  TEXT NOT NULL REFERENCES concerns (id),
    told        TEXT NOT NULL CHECK (length(told) > 0),
    told_at     TEXT NOT NULL,
    response    TEXT NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;

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

CREATE TABLE declarations (
    audit_id        TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    auditor         TEXT NOT NULL CHECK (length(auditor) > 0),
    statement       TEXT NOT NULL CHECK (statement IN ('independent', 'involved')),
    declared_at     TEXT NOT NULL,
    PRIMARY KEY (audit_id, auditor)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
    audit_id    TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    person      TEXT NOT NULL CHECK (length(person) > 0),
    question_id TEXT NOT NULL,
    parts       TEXT NOT NULL CHECK (json_valid(parts)),
    PRIMARY KEY (audit_id, person, question_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE draws (
    id       TEXT PRIMARY KEY CHECK (length(id) = 36),
    round_id TEXT NOT NULL REFERENCES rounds (id),
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    receipt  TEXT NOT NULL CHECK (json_valid(receipt)), profile TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(profile)),
    UNIQUE (round_id, sequence)
) STRICT;

CREATE TABLE former_staff (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    role    TEXT NOT NULL CHECK (length(role) > 0),
    name    TEXT NOT NULL CHECK (length(name) > 0),
    until   TEXT NOT NULL,
    PRIMARY KEY (case_id, role, name)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE independence_overrides (
    audit_id  TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    auditor   TEXT NOT NULL CHECK (length(auditor) > 0),
    conflict  TEXT NOT NULL CHECK (length(conflict) > 0),
    reason    TEXT NOT NULL CHECK (length(reason) > 0),
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (audit_id, auditor)
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

CREATE TABLE last_places (
    audit_id    TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    person      TEXT NOT NULL CHECK (length(person) > 0),
    theme_id    TEXT NOT NULL,
    question_id TEXT NOT NULL,
    left_at     TEXT NOT NULL,
    PRIMARY KEY (audit_id, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE list_members (
    list_id TEXT NOT NULL REFERENCES lists (id),
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    PRIMARY KEY (case_id, list_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE lists (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    name        TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
    headings    TEXT NOT NULL CHECK (json_valid(headings)),
    imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE not_identifiers (
    audit_id TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    kind     TEXT NOT NULL CHECK (length(kind) > 0),
    passage  TEXT NOT NULL CHECK (length(passage) > 0),
    PRIMARY KEY (audit_id, kind, passage)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE pack_return_audits (
    pack_id  TEXT NOT NULL,
    head     TEXT NOT NULL,
    audit_id TEXT NOT NULL REFERENCES audits (id),
    content  TEXT NOT NULL CHECK (length(content) = 64),
    PRIMARY KEY (pack_id, head, audit_id),
    FOREIGN KEY (pack_id, head) REFERENCES pack_returns (pack_id, head)
) STRICT, WITHOUT ROWID;

CREATE TABLE pack_returns (
    pack_id   TEXT NOT NULL REFERENCES packs (id),
    head      TEXT NOT NULL CHECK (length(head) = 64),
    lines     INTEGER NOT NULL CHECK (lines >= 1),
    file_name TEXT NOT NULL,
    merged_by TEXT NOT NULL,
    merged_at TEXT NOT NULL,
    PRIMARY KEY (pack_id, head)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE people (
    id      TEXT PRIMARY KEY CHECK (length(id) = 36),
    name    TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
    roles   TEXT NOT NULL CHECK (json_valid(roles)),
    left_on TEXT CHECK (length(left_on) = 10)
) STRICT;

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

CREATE TABLE round_reports (
    id            TEXT PRIMARY KEY CHECK (length(id) = 36),
    round_id      TEXT NOT NULL REFERENCES rounds (id),
    made_at       TEXT NOT NULL,
    made_by       TEXT NOT NULL,
    audience      TEXT NOT NULL,
    what          TEXT NOT NULL CHECK (length(what) > 0),
    file_name     TEXT NOT NULL CHECK (length(file_name) > 0),
    file_hash     TEXT NOT NULL CHECK (length(file_hash) = 64),
    findings_hash TEXT NOT NULL CHECK (length(findings_hash) = 64)
) STRICT;

CREATE TABLE round_words (
    round_id   TEXT NOT NULL REFERENCES rounds (id),
    part       TEXT NOT NULL CHECK (part IN ('headline', 'recommendations') OR part LIKE 'theme:_%'),
    text       TEXT NOT NULL CHECK (length(text) > 0),
    figures    TEXT NOT NULL CHECK (length(figures) = 64),
    written_by TEXT NOT NULL CHECK (length(written_by) > 0),
    written_at TEXT NOT NULL,
    PRIMARY KEY (round_id, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE rounds (
    id           TEXT PRIMARY KEY CHECK (length(id) = 36),
    name         TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
    purpose      TEXT NOT NULL,
    tool_id      TEXT NOT NULL,
    tool_version INTEGER NOT NULL,
    created_at   TEXT NOT NULL,
    FOREIGN KEY (tool_id, tool_version) REFERENCES tools (tool_id, version)
) STRICT;

CREATE TABLE second_reading_rules (
    round_id      TEXT PRIMARY KEY REFERENCES rounds (id),
    grades        TEXT NOT NULL CHECK (json_valid(grades)),
    share_percent INTEGER NOT NULL CHECK (share_percent BETWEEN 0 AND 100),
    seed          INTEGER NOT NULL,
    set_by        TEXT NOT NULL,
    set_at        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE second_readings (
    audit_id  TEXT PRIMARY KEY REFERENCES audits (id) ON DELETE CASCADE,
    how       TEXT NOT NULL CHECK (how IN ('rule', 'hand', 'calibration')),
    reason    TEXT NOT NULL CHECK (length(reason) > 0),
    chosen_by TEXT NOT NULL,
    chosen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    key   TEXT PRIMARY KEY CHECK (length(key) > 0),
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

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

CREATE TABLE tools (
    tool_id  TEXT NOT NULL CHECK (length(tool_id) > 0),
    version  INTEGER NOT NULL CHECK (version >= 1),
    status   TEXT NOT NULL CHECK (status IN ('draft', 'published')),
    title    TEXT NOT NULL,
    document TEXT NOT NULL CHECK (json_valid(document)),
    PRIMARY KEY (tool_id, version)
) STRICT;

CREATE INDEX actions_due ON actions (due_on) WHERE state = 'open';

CREATE INDEX actions_of_round ON actions (round_id);

CREATE INDEX audits_of_case ON audits (case_id);

CREATE INDEX audits_of_round ON audits (round_id, position);

CREATE INDEX concerns_of_audit ON concerns (audit_id, question_id);

CREATE INDEX contacts_of_concern ON concern_contacts (concern_id, told_at);

CREATE INDEX history_of_subject ON history (subject, subject_id, seq);

CREATE INDEX links_of_action ON action_links (action_id);

CREATE UNIQUE INDEX one_holder_an_audit ON pack_audits (audit_id) WHERE ended_at IS NULL;

CREATE INDEX open_conflicts ON pack_conflicts (audit_id) WHERE chosen IS NULL;

CREATE INDEX pack_history_of_subject ON pack_history (subject, subject_id, seq);

CREATE INDEX packs_of_round ON packs (round_id);

CREATE INDEX reports_of_round ON round_reports (round_id, made_at);

CREATE TRIGGER draws_are_never_deleted BEFORE DELETE ON draws
BEGIN
    SELECT RAISE(ABORT, 'a draw is never deleted');
END;

CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON history
BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;

CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history
BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;

CREATE TRIGGER pack_history_is_never_changed BEFORE UPDATE ON pack_history
BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;

CREATE TRIGGER pack_history_is_never_deleted BEFORE DELETE ON pack_history
BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;

CREATE TRIGGER published_tools_are_never_deleted BEFORE DELETE ON tools
WHEN OLD.status = 'published'
BEGIN
    SELECT RAISE(ABORT, 'a published tool is never deleted');
END;

CREATE TRIGGER published_tools_never_change BEFORE UPDATE ON tools
WHEN OLD.status = 'published'
BEGIN
    SELECT RAISE(ABORT, 'a published tool never changes');
END;

CREATE TRIGGER submissions_are_never_changed BEFORE UPDATE ON submissions
BEGIN
    SELECT RAISE(ABORT, 'a kept submission never changes');
END;

CREATE TRIGGER submissions_are_never_deleted BEFORE DELETE ON submissions
BEGIN
    SELECT RAISE(ABORT, 'a kept submission is never deleted');
END;

CREATE TRIGGER submitted_answers_are_complete BEFORE INSERT ON answers
WHEN (SELECT state FROM audits WHERE id = NEW.audit_id) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'a submitted audit is locked');
END;

CREATE TRIGGER submitted_answers_are_locked BEFORE UPDATE ON answers
WHEN (SELECT state FROM audits WHERE id = NEW.audit_id) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'a submitted audit is locked');
END;

CREATE TRIGGER submitted_contributions_are_complete BEFORE INSERT ON contributions
WHEN (SELECT state FROM audits WHERE id = NEW.audit_id) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'a submitted audit is locked');
END;

CREATE TRIGGER submitted_contributions_are_locked BEFORE UPDATE ON contributions
WHEN (SELECT state FROM audits WHERE id = NEW.audit_id) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'a submitted audit is locked');
END;

CREATE TRIGGER submitted_judgements_are_complete BEFORE INSERT ON judgements
WHEN (SELECT state FROM audits WHERE id = NEW.audit_id) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'a submitted audit is locked');
END;

CREATE TRIGGER submitted_judgements_are_locked BEFORE UPDATE ON judgements
WHEN (SELECT state FROM audits WHERE id = NEW.audit_id) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'a submitted audit is locked');
END;
