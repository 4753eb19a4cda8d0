CREATE TABLE file (
    name TEXT PRIMARY KEY,
    read INTEGER NOT NULL,                         -- bytes that are in the index
    head BLOB NOT NULL                             -- its first bytes: another file may come under its name
) WITHOUT ROWID;
CREATE TABLE article (
    id      INTEGER PRIMARY KEY,
    place   TEXT UNIQUE NOT NULL,                  -- file:offset
    url     TEXT,
    site    TEXT,
    fetched REAL NOT NULL,                         -- Unix time
    last    INTEGER NOT NULL DEFAULT 1             -- no later version is known
);
CREATE INDEX article_url ON article (url) WHERE last;
CREATE INDEX article_fetched ON article (fetched) WHERE last;
CREATE VIRTUAL TABLE words USING fts5 (title, text, content = '', tokenize = "unicode61 remove_diacritics 2");
