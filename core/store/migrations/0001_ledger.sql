-- 0001 ledger: facts in the order of recording, and the tables they add up to.
-- New file: there are no rows yet.

-- ---- What is true: rows are only ever added -------------------------------------------------

-- The file itself; one row.
CREATE TABLE ledger (
  ledger_id  INTEGER PRIMARY KEY CHECK (ledger_id = 1),
  demo       INTEGER NOT NULL CHECK (demo IN (0, 1)),  -- 1 = invented data, for ever
  origin_id  INTEGER NOT NULL REFERENCES origin,       -- the chain this file adds to
  created_at TEXT    NOT NULL                          -- YYYY-MM-DDTHH:MM:SS, local
) STRICT;

-- A chain of facts: everything one file recorded. A fact's id is `prefix-seq`.
CREATE TABLE origin (
  origin_id INTEGER PRIMARY KEY,
  prefix    TEXT NOT NULL UNIQUE CHECK (length(prefix) = 6)
) STRICT;

-- Facts recorded together, in one transaction, by one person.
CREATE TABLE batch (
  batch_id    INTEGER PRIMARY KEY,
  recorded_at TEXT NOT NULL,  -- YYYY-MM-DDTHH:MM:SS, local time of the recording device
  recorded_by TEXT NOT NULL CHECK (recorded_by <> '')
) STRICT;

-- What facts are about. Each once: the program holds all of them in memory while it writes, and looks
-- when it opens the file; an index would cost as much as the facts' own rows.
CREATE TABLE subject (
  subject_id INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind <> ''),  -- county, unit, official, case, ...
  key        TEXT NOT NULL                      -- the natural key; empty where there is none
) STRICT;

CREATE TABLE fact (
  position    INTEGER PRIMARY KEY,               -- 1, 2, 3, ... without gaps: order of recording
  batch_id    INTEGER NOT NULL REFERENCES batch,
  origin_id   INTEGER NOT NULL REFERENCES origin,
  seq         INTEGER NOT NULL,                  -- 1, 2, 3, ... without gaps within the origin
  subject_id  INTEGER NOT NULL REFERENCES subject,
  kind        TEXT    NOT NULL,
  happened_on TEXT    NOT NULL,                  -- ISO 8601 date
  recorded_by TEXT,                              -- NULL = the batch's
  body        TEXT    NOT NULL,                  -- all other fields, canonical JSON
  hash        BLOB    NOT NULL                   -- BLAKE2b-256 over the previous hash and this fact
) STRICT;

CREATE TRIGGER ledger_is_not_changed BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, '台账只增不改'); END;
CREATE TRIGGER ledger_is_not_deleted BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, '台账只增不改'); END;
CREATE TRIGGER origin_is_not_changed BEFORE UPDATE ON origin
BEGIN SELECT RAISE(ABORT, '台账只增不改'); END;
CREATE TRIGGER origin_is_not_deleted BEFORE DELETE ON origin
BEGIN SELECT RAISE(ABORT, '台账只增不改'); END;
CREATE TRIGGER batch_is_not_changed BEFORE UPDATE ON batch
BEGIN SELECT RAISE(ABORT, '台账只增不改'); END;
CREATE TRIGGER batch_is_not_deleted BEFORE DELETE ON batch
BEGIN SELECT RAISE(ABORT, '台账只增不改'); END;
CREATE TRIGGER subject_is_not_changed BEFORE UPDATE ON subject
BEGIN SELECT RAISE(ABORT, '台账只增不改'); END;
CREATE TRIGGER subject_is_not_deleted BEFORE DELETE ON subject
BEGIN SELECT RAISE(ABORT, '台账只增不改'); END;
CREATE TRIGGER fact_is_not_changed BEFORE UPDATE ON fact
BEGIN SELECT RAISE(ABORT, '台账只增不改'); END;
CREATE TRIGGER fact_is_not_deleted BEFORE DELETE ON fact
BEGIN SELECT RAISE(ABORT, '台账只增不改'); END;

-- ---- Projections: what the facts add up to, for whoever reads with SQL -----------------------
-- Written in the transaction of the facts, and equal to a replay of all facts. Codes are the words
-- of the contract, NULL = not stated. `position` is the fact a row comes from. Keys are the places
-- in the folded state, counted from 1.

CREATE TABLE county (
  county_id INTEGER PRIMARY KEY CHECK (county_id = 1),
  name      TEXT NOT NULL,
  code      TEXT NOT NULL
) STRICT;

CREATE TABLE unit (
  unit_id       INTEGER PRIMARY KEY,
  code          TEXT NOT NULL,
  name          TEXT NOT NULL,                     -- the latest
  type          TEXT,
  unit_group    TEXT,
  successor     TEXT NOT NULL,                     -- code of the unit that took over; '' = none
  registered_on TEXT,                              -- ISO 8601 date; NULL = only mentioned
  retired_on    TEXT,                              -- ISO 8601 date
  position      INTEGER REFERENCES fact (position)
) STRICT;

CREATE TABLE unit_alias (
  unit_id INTEGER NOT NULL REFERENCES unit,
  place   INTEGER NOT NULL,                        -- 0, 1, 2, ... within the unit
  alias   TEXT    NOT NULL,
  PRIMARY KEY (unit_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE official (
  official_id  INTEGER PRIMARY KEY,
  key          TEXT NOT NULL,
  name         TEXT NOT NULL,
  post         TEXT NOT NULL,
  rank         TEXT,
  unit_id      INTEGER REFERENCES unit,            -- NULL for county leaders
  appointed_on TEXT,                               -- ISO 8601 date; NULL = only mentioned
  left_on      TEXT,                               -- ISO 8601 date; NULL = in office
  position     INTEGER REFERENCES fact (position)
) STRICT;

CREATE TABLE official_oversees (
  official_id INTEGER NOT NULL REFERENCES official,
  place       INTEGER NOT NULL,                    -- 0, 1, 2, ... within the official
  unit_id     INTEGER NOT NULL REFERENCES unit,
  PRIMARY KEY (official_id, place)
) STRICT, WITHOUT ROWID;

-- The summary of a case stands in its facts only.
CREATE TABLE case_record (
  case_record_id    INTEGER PRIMARY KEY,
  number            TEXT    NOT NULL,
  title             TEXT    NOT NULL,
  category          TEXT    NOT NULL,
  petitioner        TEXT    NOT NULL,              -- masked
  received_on       TEXT,                          -- ISO 8601 date; NULL = only mentioned
  registered_on     TEXT,                          -- ISO 8601 date
  imported_deadline TEXT,                          -- ISO 8601 date
  unit_id           INTEGER REFERENCES unit,       -- as registered
  form              TEXT,
  purpose           TEXT,
  collective        INTEGER NOT NULL,
  first_time        INTEGER NOT NULL,
  people            INTEGER NOT NULL,
  position          INTEGER REFERENCES fact (position)
) STRICT;

CREATE TABLE case_event (
  -- case_record_id * 1048576 + place of the event, ordered by day, then by recording: the events
  -- of a case stand together without a second index.
  case_event_id    INTEGER PRIMARY KEY,
  case_record_id   INTEGER NOT NULL REFERENCES case_record,
  happened_on      TEXT    NOT NULL,               -- ISO 8601 date
  kind             TEXT    NOT NULL,               -- the kind of the fact
  code             TEXT,                           -- ground, rating, result, level of lead; flags: key,-grave
  number           INTEGER,                        -- days, progress in percent; leads: 1 plan + 2 task force
  party            TEXT,                           -- who was rated
  unit_id          INTEGER REFERENCES unit,
  official_id      INTEGER REFERENCES official,    -- county side
  unit_official_id INTEGER REFERENCES official (official_id),
  until            TEXT,                           -- ISO 8601 date: resolve by, suspended until, Monday of the week
  position         INTEGER REFERENCES fact (position)
) STRICT;

CREATE TABLE statistic (
  statistic_id INTEGER PRIMARY KEY,
  unit_id      INTEGER REFERENCES unit,
  period       TEXT    NOT NULL,                   -- YYYY-MM
  indicator    TEXT    NOT NULL,
  numerator    INTEGER NOT NULL,
  denominator  INTEGER NOT NULL,
  position     INTEGER REFERENCES fact (position)
) STRICT;
