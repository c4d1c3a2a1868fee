"""The tables of `watch.sqlite`, in the order in which revtrack came to need them."""

from __future__ import annotations

# Of each version of the file, what it has beyond the one before.
VERSIONS = (
    """
CREATE TABLE target (
    id INTEGER PRIMARY KEY, place TEXT NOT NULL, url TEXT NOT NULL, follow TEXT NOT NULL, kind TEXT NOT NULL, due REAL,
    found REAL NOT NULL, every INTEGER NOT NULL, article TEXT NOT NULL, story TEXT NOT NULL, looked REAL NOT NULL,
    etag TEXT NOT NULL, modified TEXT NOT NULL, digest TEXT NOT NULL, failures INTEGER NOT NULL, status TEXT NOT NULL,
    reading BLOB, doubt TEXT NOT NULL, doubt_since REAL NOT NULL, page BLOB NOT NULL, text TEXT NOT NULL,
    host TEXT NOT NULL,
    UNIQUE (place, kind)
);
CREATE INDEX target_due ON target (due) WHERE due IS NOT NULL;
CREATE INDEX target_story ON target (story) WHERE story != '';
CREATE INDEX target_text ON target (text) WHERE text != '';
CREATE INDEX target_follow ON target (follow);
CREATE TABLE host (host TEXT PRIMARY KEY, free_at REAL NOT NULL, failures INTEGER NOT NULL);
CREATE TABLE robots (origin TEXT PRIMARY KEY, rules TEXT, until REAL NOT NULL);
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, kind TEXT NOT NULL, url TEXT NOT NULL,
    article TEXT NOT NULL, detail TEXT NOT NULL, revision TEXT NOT NULL, facts TEXT NOT NULL
);
CREATE TABLE waiting (event INTEGER PRIMARY KEY, revision TEXT NOT NULL)
""",
    """
ALTER TABLE target ADD COLUMN variants TEXT NOT NULL DEFAULT '';
CREATE TABLE headline (
    host TEXT NOT NULL, line TEXT NOT NULL, target INTEGER NOT NULL, PRIMARY KEY (host, line, target)
) WITHOUT ROWID;
CREATE TABLE notifier (name TEXT PRIMARY KEY, heard INTEGER NOT NULL, digested REAL NOT NULL);
CREATE TABLE untold (
    notifier TEXT NOT NULL, event INTEGER NOT NULL, story TEXT NOT NULL, PRIMARY KEY (notifier, event)
);
CREATE TABLE story_told (
    notifier TEXT NOT NULL, story TEXT NOT NULL, time REAL NOT NULL, PRIMARY KEY (notifier, story)
);
CREATE TABLE message (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, notifier TEXT NOT NULL, body TEXT NOT NULL, due REAL,
    failures INTEGER NOT NULL
);
CREATE INDEX message_due ON message (notifier, due) WHERE due IS NOT NULL;
CREATE TABLE capture (
    event INTEGER PRIMARY KEY, revision TEXT NOT NULL, url TEXT NOT NULL, job TEXT NOT NULL, due REAL NOT NULL,
    failures INTEGER NOT NULL
);
CREATE TABLE errand (name TEXT PRIMARY KEY, due REAL NOT NULL, failures INTEGER NOT NULL)
""",
)
