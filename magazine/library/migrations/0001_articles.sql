-- One row an article. The body stands last, so that reading the other columns leaves its pages alone.
CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    url TEXT,
    title TEXT NOT NULL,
    published TEXT,
    day TEXT,                 -- of `published` in Asia/Kolkata; NULL: undated
    category TEXT NOT NULL,
    source TEXT NOT NULL,
    author TEXT NOT NULL,
    language TEXT NOT NULL,
    licence TEXT NOT NULL,
    is_stub INTEGER NOT NULL,
    words INTEGER NOT NULL,
    text_hash TEXT NOT NULL,
    includes TEXT NOT NULL,   -- JSON list of signals, as `excludes`
    excludes TEXT NOT NULL,
    appraised TEXT NOT NULL,  -- by which taxonomy and version these figures and the topics were made
    body TEXT NOT NULL
);

CREATE INDEX article_by_day ON article (day) WHERE is_stub = 0;
CREATE INDEX article_by_url ON article (url);
CREATE INDEX article_by_appraisal ON article (appraised);

CREATE TABLE article_topic (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    topic TEXT NOT NULL,
    place INTEGER NOT NULL,   -- 0 is the best
    score REAL NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (article, topic)
) WITHOUT ROWID;

CREATE INDEX article_topic_by_topic ON article_topic (topic, article);

-- Mn and Mc keep Hindi words whole: by default they are cut at every vowel sign.
CREATE VIRTUAL TABLE article_text USING fts5 (
    title, body, content = 'article', content_rowid = 'number',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);

CREATE TRIGGER article_text_insert AFTER INSERT ON article BEGIN
    INSERT INTO article_text (rowid, title, body) VALUES (new.number, new.title, new.body);
END;

CREATE TRIGGER article_text_delete AFTER DELETE ON article BEGIN
    INSERT INTO article_text (article_text, rowid, title, body) VALUES ('delete', old.number, old.title, old.body);
END;

CREATE TRIGGER article_text_update AFTER UPDATE OF title, body ON article BEGIN
    INSERT INTO article_text (article_text, rowid, title, body) VALUES ('delete', old.number, old.title, old.body);
    INSERT INTO article_text (rowid, title, body) VALUES (new.number, new.title, new.body);
END;
