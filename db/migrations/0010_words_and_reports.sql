-- What the lead says about a round, part by part, with the figures that it was written against.
-- Recommendations are one part: their list as JSON. What is taken back is no longer here.
CREATE TABLE round_words (
    round_id   TEXT NOT NULL REFERENCES rounds (id),
    part       TEXT NOT NULL CHECK (part IN ('headline', 'recommendations') OR part LIKE 'theme:_%'),
    text       TEXT NOT NULL CHECK (length(text) > 0),
    figures    TEXT NOT NULL CHECK (length(figures) = 64),
    written_by TEXT NOT NULL CHECK (length(written_by) > 0),
    written_at TEXT NOT NULL,
    PRIMARY KEY (round_id, part)
) STRICT, WITHOUT ROWID;

-- Every report that was saved: for whom, in which form, and the hashes of the file and of the
-- findings that it came from. Only the file's name is kept, never where it lies.
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

CREATE INDEX reports_of_round ON round_reports (round_id, made_at);
