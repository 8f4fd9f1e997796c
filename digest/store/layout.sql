-- Times are microseconds since 1970 in UTC, days count from 0001-01-01 (Python's ordinals).
-- Texts that come from elsewhere are bytes (UTF-8, lone surrogates let through): they come back as they were.

CREATE TABLE feeds (
  id INTEGER PRIMARY KEY,
  location BLOB NOT NULL UNIQUE,
  settings BLOB NOT NULL DEFAULT x'7b7d',  -- JSON, as last configured, without headers and credentials
  title BLOB,
  etag BLOB,
  last_modified BLOB,
  moved_to BLOB,
  last_poll INTEGER,
  last_success INTEGER,
  retry_until INTEGER,
  ttl INTEGER,
  max_age INTEGER,
  gone INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  first_failure INTEGER,
  problem BLOB,
  problem_kind TEXT,
  listed INTEGER NOT NULL DEFAULT 0  -- day on which a document of it was last read
);

CREATE TABLE digests (
  day INTEGER PRIMARY KEY,
  done INTEGER NOT NULL DEFAULT 0,
  notes BLOB NOT NULL,  -- JSON: problems, number of feeds, the entry in the feed of digests, who is quoted
  places BLOB NOT NULL DEFAULT x'7b7d'  -- JSON: where the stories stand that were written
);

CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  feed INTEGER NOT NULL REFERENCES feeds (id),
  key BLOB NOT NULL,  -- BLAKE2b of the entry's own id
  first_seen INTEGER NOT NULL,
  time INTEGER NOT NULL,  -- its plausible date, else first_seen
  since INTEGER,  -- the feed's last successful poll before the one that brought it
  place INTEGER NOT NULL,
  single INTEGER NOT NULL DEFAULT 0,
  listed INTEGER NOT NULL,  -- day on which its feed's document last held it
  address BLOB,
  state INTEGER NOT NULL DEFAULT 0,  -- 0 undecided, 1 published, 2 counted under "N more", 3 seen
  reason BLOB,
  day INTEGER REFERENCES digests (day),
  twin INTEGER REFERENCES entries (id),
  UNIQUE (feed, key),
  CHECK ((state IN (1, 2)) = (day IS NOT NULL))
);
CREATE INDEX entries_undecided ON entries (feed) WHERE state = 0;
CREATE INDEX entries_by_listing ON entries (feed, listed);
CREATE INDEX entries_of_day ON entries (day) WHERE day IS NOT NULL;
CREATE INDEX entries_by_address ON entries (address) WHERE day IS NOT NULL AND address IS NOT NULL;
CREATE INDEX entries_by_twin ON entries (twin) WHERE twin IS NOT NULL;

CREATE TABLE texts (
  entry INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
  time INTEGER NOT NULL,
  body BLOB NOT NULL  -- JSON, deflated: all that an entry says
);
CREATE INDEX texts_by_time ON texts (time);

CREATE TABLE files (
  path BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  day INTEGER NOT NULL,
  PRIMARY KEY (path, sha256)
) WITHOUT ROWID;

CREATE TABLE issues (
  number INTEGER PRIMARY KEY,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  UNIQUE (since, until)
);

CREATE TABLE mails (
  message BLOB NOT NULL,  -- named by what it tells: a digest's day and entries, an issue's number
  recipient BLOB NOT NULL,
  outcome TEXT NOT NULL,
  reason BLOB NOT NULL,
  time INTEGER NOT NULL,
  PRIMARY KEY (message, recipient)
) WITHOUT ROWID;

CREATE TABLE changes (number INTEGER NOT NULL);
INSERT INTO changes VALUES (0);
