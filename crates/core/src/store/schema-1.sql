-- Schema 1. Frozen: a book of this version lives on people's computers. Changes go into a migration of their own.
-- Checks say OR, not IN: a list of three costs a table of its own for every row written.
-- Domain tables are recorded by a session and so must have a primary key; revision and revision_entry are the record itself.

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Who wrote a line. The name is as it was; never a key to person.
CREATE TABLE author (
    id   TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

-- Own chapters, and template chapters that were renamed, hidden or moved. Empty title or place: as in the template.
CREATE TABLE chapter (
    id     TEXT NOT NULL PRIMARY KEY,
    title  TEXT NOT NULL,
    place  TEXT NOT NULL,
    hidden INTEGER NOT NULL CHECK (hidden = 0 OR hidden = 1),
    own    INTEGER NOT NULL CHECK (own = 0 OR own = 1),
    state  TEXT NOT NULL CHECK (state = 'plan' OR state = 'trash')
) STRICT;

-- The same for sections. page is 'chapter.page', of an own chapter '<uuid>.page'.
CREATE TABLE section (
    id     TEXT NOT NULL PRIMARY KEY,
    page   TEXT NOT NULL,
    kind   TEXT NOT NULL,
    title  TEXT NOT NULL,
    place  TEXT NOT NULL,
    hidden INTEGER NOT NULL CHECK (hidden = 0 OR hidden = 1),
    own    INTEGER NOT NULL CHECK (own = 0 OR own = 1),
    state  TEXT NOT NULL CHECK (state = 'plan' OR state = 'trash')
) STRICT;

CREATE TABLE entry (
    id          TEXT NOT NULL PRIMARY KEY,
    chapter     TEXT NOT NULL,
    section     TEXT NOT NULL,
    prompt      TEXT NOT NULL,
    text        TEXT NOT NULL,
    because     TEXT NOT NULL,
    place       TEXT NOT NULL,
    author      TEXT NOT NULL REFERENCES author (id),
    perspective TEXT NOT NULL CHECK (perspective = 'first' OR perspective = 'second' OR perspective = 'third'),
    choice      TEXT NOT NULL CHECK (choice = 'unset' OR choice = 'preferred' OR choice = 'acceptable' OR choice = 'not'),
    marks       TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state = 'plan' OR state = 'trash')
) STRICT;

CREATE INDEX entry_by_section ON entry (section, state, place, id);

CREATE TABLE person (
    id       TEXT NOT NULL PRIMARY KEY,
    name     TEXT NOT NULL,
    relation TEXT NOT NULL,
    phone    TEXT NOT NULL,
    wanted   TEXT NOT NULL CHECK (wanted = 'unset' OR wanted = 'yes' OR wanted = 'no'),
    why      TEXT NOT NULL,
    place    TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state = 'plan' OR state = 'trash')
) STRICT;

CREATE TABLE link (
    id         TEXT NOT NULL PRIMARY KEY,
    from_entry TEXT NOT NULL REFERENCES entry (id),
    to_kind    TEXT NOT NULL CHECK (to_kind = 'tool' OR to_kind = 'person'),
    to_id      TEXT NOT NULL,
    place      TEXT NOT NULL
) STRICT;

CREATE INDEX link_by_from ON link (from_entry, place, id);

CREATE TABLE revision (
    seq            INTEGER NOT NULL PRIMARY KEY,
    id             TEXT NOT NULL,
    at             INTEGER NOT NULL,
    at_offset      INTEGER NOT NULL,
    author         TEXT NOT NULL,
    visit          TEXT NOT NULL,
    act            TEXT NOT NULL CHECK (act = 'do' OR act = 'undo' OR act = 'redo'),
    what           TEXT NOT NULL,
    page           TEXT NOT NULL,
    entry          TEXT NOT NULL,
    field          TEXT NOT NULL,
    step           INTEGER NOT NULL,
    undo_head      INTEGER NOT NULL,
    redo_head      INTEGER NOT NULL,
    digest         BLOB NOT NULL,
    payload_digest BLOB NOT NULL,
    chain          BLOB NOT NULL,
    changeset      BLOB NOT NULL
) STRICT;

CREATE INDEX revision_by_page ON revision (page);

CREATE TABLE revision_entry (
    entry    TEXT NOT NULL,
    revision INTEGER NOT NULL REFERENCES revision (seq),
    PRIMARY KEY (entry, revision)
) STRICT, WITHOUT ROWID;

INSERT INTO author (id, name) VALUES ('me', '');
