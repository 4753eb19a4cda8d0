CREATE TABLE url (
    id           INTEGER PRIMARY KEY,
    fingerprint  BLOB UNIQUE,                      -- NULL: never filtered
    url          TEXT NOT NULL,
    host         TEXT NOT NULL,
    site         TEXT NOT NULL,
    priority     INTEGER NOT NULL,
    request      TEXT NOT NULL,                    -- JSON: the rest of the request
    state        TEXT NOT NULL DEFAULT 'pending',
    run          INTEGER NOT NULL,                 -- the run that queued it last
    attempts     INTEGER NOT NULL DEFAULT 0,       -- in vain, in that run
    deaths       INTEGER NOT NULL DEFAULT 0,       -- of a process while the row was in work, in that run
    revisit      INTEGER NOT NULL DEFAULT 0,       -- a list: fetched again in each run that finds it
    due          REAL,                             -- when to look again, Unix time; NULL: never
    since        REAL,                             -- when its outcome was last a new one, Unix time
    content_hash TEXT,                             -- of the article's last version
    version      TEXT,                             -- what makes it differ from the next one
    etag         TEXT,
    modified     TEXT,
    record       TEXT,                             -- file:offset of the outcome
    article      TEXT,                             -- file:offset of the article's last version
    parts        TEXT,                             -- JSON: file:offset of each archived page
    whole        INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX url_pending ON url (host, priority DESC, id) WHERE state = 'pending' AND deaths < 3;
CREATE INDEX url_suspect ON url (id) WHERE state = 'pending' AND deaths >= 3;  -- taken alone, when all else is done
CREATE INDEX url_due ON url (due) WHERE due IS NOT NULL;
CREATE TABLE alias (                               -- other URLs of a page: redirects, later pages
    fingerprint BLOB PRIMARY KEY,
    id          INTEGER NOT NULL REFERENCES url
) WITHOUT ROWID;
CREATE TABLE robots (
    origin TEXT PRIMARY KEY,
    digest TEXT NOT NULL                           -- of the rules last read
) WITHOUT ROWID;
CREATE TABLE twin (                                -- other URLs under which an article may be found
    fingerprint BLOB PRIMARY KEY,
    id          INTEGER NOT NULL REFERENCES url
) WITHOUT ROWID;
CREATE TABLE form (                                -- what the pages of each form of URLs were
    form     TEXT PRIMARY KEY,                     -- host and form
    pages    INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    lists    INTEGER NOT NULL,
    led      INTEGER NOT NULL,                     -- articles that its pages were the first to lead to
    new      INTEGER NOT NULL,                     -- pages of other forms that they were the first to name
    skipped  INTEGER NOT NULL                      -- pages that were not asked for
) WITHOUT ROWID;
CREATE TABLE idle (                                -- query parameters that choose no page
    form TEXT NOT NULL,                            -- host and form of the URLs that have it
    name TEXT NOT NULL,
    PRIMARY KEY (form, name)
) WITHOUT ROWID;
CREATE TABLE route (                               -- which URLs are followed and cleaned, as it was said last
    site   TEXT PRIMARY KEY,
    routes TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE file (
    name   TEXT PRIMARY KEY,
    length INTEGER NOT NULL                        -- committed bytes
) WITHOUT ROWID;
CREATE TABLE run (
    id       INTEGER PRIMARY KEY,
    started  REAL NOT NULL,
    ended    REAL,                                 -- its last process; NULL before one ended in order
    reason   TEXT,                                 -- why it ended
    over     INTEGER NOT NULL DEFAULT 0            -- nothing is left to do: the next process begins a new run
);
CREATE TABLE tally (
    run    INTEGER NOT NULL,
    site   TEXT NOT NULL,
    what   TEXT NOT NULL,
    detail TEXT NOT NULL,
    count  INTEGER NOT NULL,
    PRIMARY KEY (run, site, what, detail)
) WITHOUT ROWID;
