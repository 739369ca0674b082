-- One row a feed that was ever asked, by its address. The configuration says which are read.
CREATE TABLE feed (
    url TEXT PRIMARY KEY,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    not_before TEXT,              -- ISO time in UTC; until then the server does not want to be asked
    is_gone INTEGER NOT NULL,     -- the server said 410
    moved_to TEXT NOT NULL,
    asked_at TEXT NOT NULL,       -- ISO time in UTC, of the last request
    succeeded_at TEXT,            -- of the last one that was answered
    failures INTEGER NOT NULL,    -- since then
    trouble TEXT NOT NULL,        -- why the last one failed; empty when it did not
    counts TEXT NOT NULL          -- JSON object: what the last one came to
) WITHOUT ROWID;

-- The items that the feed had when it was last read, and that are in the library or were once.
CREATE TABLE feed_item (
    feed TEXT NOT NULL REFERENCES feed ON DELETE CASCADE,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (feed, key)
) WITHOUT ROWID;
