-- Which event an article tells of. One row for every dated article that is no teaser.
CREATE TABLE article_event (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    event INTEGER NOT NULL,
    day INTEGER NOT NULL,     -- counted from the year 1
    copy_of INTEGER,          -- the article with nearly the same text that was there first
    vector BLOB NOT NULL,     -- what it speaks of, as magazine.library.likeness packs it
    bands BLOB NOT NULL       -- its rows in event_band
);

CREATE INDEX article_event_by_event ON article_event (event, article);

-- Where an event's neighbours are found: by their weightiest terms and their day …
CREATE TABLE event_term (
    term INTEGER NOT NULL,
    day INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (term, day, article)
) WITHOUT ROWID;

-- … and copies of a text, of whatever day: by parts of its MinHash.
CREATE TABLE event_band (
    band INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (band, article)
) WITHOUT ROWID;

-- In how many articles a term was seen; term -1 counts the articles. It only grows: shares
-- are wanted, and those hardly change when an article goes.
CREATE TABLE term_count (term INTEGER PRIMARY KEY, articles INTEGER NOT NULL);

-- Articles that are new or changed, and not yet placed in an event.
CREATE TABLE event_backlog (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    day TEXT                  -- as the article's
);

CREATE INDEX event_backlog_by_day ON event_backlog (day);

INSERT INTO event_backlog (article, day) SELECT number, day FROM article WHERE is_stub = 0 AND day IS NOT NULL;

CREATE TRIGGER event_backlog_insert AFTER INSERT ON article WHEN new.is_stub = 0 AND new.day IS NOT NULL BEGIN
    INSERT INTO event_backlog (article, day) VALUES (new.number, new.day);
END;

CREATE TRIGGER event_backlog_update AFTER UPDATE OF title, body ON article BEGIN
    INSERT OR REPLACE INTO event_backlog (article, day) VALUES (new.number, new.day);
END;

-- A topic's week is found without looking at the week's other articles.
ALTER TABLE article_topic ADD COLUMN day TEXT; -- of its article; NULL when undated or a teaser

UPDATE article_topic SET day = (SELECT day FROM article WHERE number = article AND is_stub = 0);

DROP INDEX article_topic_by_topic;
CREATE INDEX article_topic_by_topic ON article_topic (topic, day, article);
CREATE INDEX article_classified_by_day ON article_topic (day) WHERE place = 0;
