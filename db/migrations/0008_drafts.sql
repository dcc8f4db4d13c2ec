-- What somebody typed into a date or a row and nobody can read yet. It is no answer: nothing
-- counts it, and history leaves it out. It is kept so that no word is lost before it is put right.
CREATE TABLE drafts (
    audit_id    TEXT NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    person      TEXT NOT NULL CHECK (length(person) > 0),
    question_id TEXT NOT NULL,
    parts       TEXT NOT NULL CHECK (json_valid(parts)),
    PRIMARY KEY (audit_id, person, question_id)
) STRICT, WITHOUT ROWID;
