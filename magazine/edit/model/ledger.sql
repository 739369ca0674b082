-- Every attempt to get an answer, and what it came to. Rows are only ever added.
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY,
    request TEXT NOT NULL,      -- SHA-256 of what was asked, of whom, and of the answer's schema
    at TEXT NOT NULL,           -- UTC, ISO 8601
    purpose TEXT NOT NULL,      -- the prompt's name
    subject TEXT NOT NULL,      -- such as a story's id
    host TEXT NOT NULL,
    model TEXT NOT NULL,
    mode TEXT NOT NULL,
    outcome TEXT NOT NULL,      -- answered, or why not
    prompt INTEGER NOT NULL,    -- tokens
    cached INTEGER NOT NULL,    -- of these, kept by the server
    completion INTEGER NOT NULL,
    cost REAL,                  -- US dollars; NULL: not known
    seconds REAL NOT NULL,
    server_id TEXT NOT NULL,    -- the server's own name for the exchange
    answer TEXT                 -- as it came; NULL: none came
) STRICT;

CREATE INDEX attempts_by_request ON attempts (request) WHERE answer IS NOT NULL;

-- The form in which a server has answered, so that it need not be found out again.
CREATE TABLE forms (
    base_url TEXT NOT NULL,
    model TEXT NOT NULL,
    mode TEXT NOT NULL,
    room_name TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (base_url, model)
) STRICT, WITHOUT ROWID;
