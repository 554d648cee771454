-- 0002 blocks: facts lie side by side in blocks, the events of a case in its row. One row for each fact
-- and each event took ten times as long to write as the facts themselves, and three times as long to read.
-- Facts move as they are. Tables they add up to are made anew; the program fills them (see upgrade).

-- Facts recorded together by one origin, one after the other.
CREATE TABLE fact_block (
  first_position INTEGER PRIMARY KEY,               -- of its first fact; positions have no gaps
  batch_id       INTEGER NOT NULL REFERENCES batch,
  origin_id      INTEGER NOT NULL REFERENCES origin,
  first_seq      INTEGER NOT NULL,                  -- of its first fact; 1, 2, 3, ... within the origin
  facts          TEXT    NOT NULL,  -- JSON list of [kind, happened_on, recorded_by, {all other fields}];
                                    -- recorded_by is null where it is the batch's, the fields are canonical
  hashes         BLOB    NOT NULL   -- for each fact BLAKE2b-256 over the previous hash and the fact
) STRICT;

INSERT INTO fact_block (first_position, batch_id, origin_id, first_seq, facts, hashes)
SELECT min(position), batch_id, origin_id, min(seq),
       '[' || group_concat('[' || json_quote(kind) || ',' || json_quote(happened_on) || ',' ||
                           coalesce(json_quote(recorded_by), 'null') || ',' || body || ']', ','
                           ORDER BY position) || ']',
       unhex(group_concat(hex(hash), '' ORDER BY position))
FROM (SELECT *, position - row_number() OVER (ORDER BY position) AS gap FROM fact)
GROUP BY batch_id, origin_id, seq - position, gap, position / 64
ORDER BY min(position);

DROP TABLE case_event;
DROP TABLE statistic;
DROP TABLE case_record;
DROP TABLE official_oversees;
DROP TABLE official;
DROP TABLE unit_alias;
DROP TABLE unit;
DROP TABLE county;
DROP TABLE fact;
DROP TABLE subject;  -- every fact says itself what it is about

CREATE TRIGGER fact_block_is_not_changed BEFORE UPDATE ON fact_block
BEGIN SELECT RAISE(ABORT, '台账只增不改'); END;
CREATE TRIGGER fact_block_is_not_deleted BEFORE DELETE ON fact_block
BEGIN SELECT RAISE(ABORT, '台账只增不改'); END;

-- One row a fact, for whoever reads with SQL.
CREATE VIEW fact AS
SELECT fact_block.first_position + item.key AS position,
       fact_block.batch_id,
       fact_block.origin_id,
       fact_block.first_seq + item.key AS seq,
       item.value ->> 0 AS kind,
       item.value ->> 1 AS happened_on,
       item.value ->> 2 AS recorded_by,                            -- NULL = the batch's
       item.value -> 3 AS body,
       substr(fact_block.hashes, 1 + 32 * item.key, 32) AS hash
FROM fact_block
JOIN json_each(fact_block.facts) AS item;

-- ---- Projections, as before: `position` is that of the fact a row comes from ------------------

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
  position      INTEGER
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
  position     INTEGER
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
  position          INTEGER,
  -- JSON list of what happened, by day, then by recording: [happened_on, kind, position, unit_id,
  -- code, number, party, official_id, unit_official_id, until] without the NULLs at its end.
  events            TEXT    NOT NULL
) STRICT;

-- One row an event, for whoever reads with SQL.
CREATE VIEW case_event AS
SELECT case_record.case_record_id * 1048576 + item.key AS case_event_id,
       case_record.case_record_id,
       item.value ->> 0 AS happened_on,
       item.value ->> 1 AS kind,               -- the kind of the fact
       item.value ->> 2 AS position,
       item.value ->> 3 AS unit_id,
       item.value ->> 4 AS code,               -- ground, rating, result, level of lead; flags: key,-grave
       item.value ->> 5 AS number,             -- days, progress in percent; leads: 1 plan + 2 task force
       item.value ->> 6 AS party,              -- who was rated
       item.value ->> 7 AS official_id,        -- county side
       item.value ->> 8 AS unit_official_id,
       item.value ->> 9 AS until               -- resolve by, suspended until, Monday of the week
FROM case_record
JOIN json_each(case_record.events) AS item;

CREATE TABLE statistic (
  statistic_id INTEGER PRIMARY KEY,
  unit_id      INTEGER REFERENCES unit,
  period       TEXT    NOT NULL,                   -- YYYY-MM
  indicator    TEXT    NOT NULL,
  numerator    INTEGER NOT NULL,
  denominator  INTEGER NOT NULL,
  position     INTEGER
) STRICT;
