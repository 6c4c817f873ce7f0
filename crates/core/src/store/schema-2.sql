-- Schema 2: what is shared and with whom, pictures, one's own help lines, looking again, visits and proposals.
-- Every domain table has one primary key, is STRICT and NOT NULL throughout; children stand before parents in store::DOMAIN.

-- What was done in a book before it came in from a file, as the file tells it. Told as such, and never part of the chain: only what is
-- written here by a person goes into revision. record is one record of the open format (docs/open-format.md); entry the line it is about.
CREATE TABLE earlier (
    id     TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    entry  TEXT NOT NULL,
    record TEXT NOT NULL
) STRICT;

CREATE INDEX earlier_by_entry ON earlier (entry, number);

-- A picture or a recording on a line. bytes is the whole file as it was made by us from what was handed in (no place, no camera).
-- kind is 'image/jpeg', 'image/png' or what a recording is; alt what it shows, in the citizen's words.
CREATE TABLE picture (
    id     TEXT NOT NULL PRIMARY KEY,
    entry  TEXT NOT NULL REFERENCES entry (id),
    kind   TEXT NOT NULL,
    alt    TEXT NOT NULL,
    width  INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes  BLOB NOT NULL CHECK (length(bytes) <= 8388608),
    place  TEXT NOT NULL,
    state  TEXT NOT NULL CHECK (state = 'plan' OR state = 'trash')
) STRICT;

CREATE INDEX picture_by_entry ON picture (entry, state, place, id);
