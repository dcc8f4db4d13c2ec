-- What will change for a child because of what an audit found: who sees to it, by when, and what
-- showed that practice changed. Each text may be empty while the auditor is still writing.
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

CREATE INDEX actions_of_round ON actions (round_id);
CREATE INDEX actions_due ON actions (due_on) WHERE state = 'open';

-- What follows from one answer: an action, which may respond to several, or the reason for none.
CREATE TABLE action_links (
    audit_id     TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    question_id  TEXT NOT NULL,
    action_id    TEXT REFERENCES actions (id),
    none_because TEXT NOT NULL,
    PRIMARY KEY (audit_id, question_id),
    CHECK ((action_id IS NULL) = (none_because <> ''))
) STRICT, WITHOUT ROWID;

CREATE INDEX links_of_action ON action_links (action_id);
