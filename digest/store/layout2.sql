-- Layout 2: servers that asked to be left alone (Retry-After), which holds for all feeds on them.

CREATE TABLE rests (
  server BLOB PRIMARY KEY,  -- host:port
  until INTEGER NOT NULL
) WITHOUT ROWID;
