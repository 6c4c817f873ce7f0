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

-- Help lines the citizen added (own = 1), and shipped ones that were written on, hidden or put in order: their id is the
-- one in workbook/help-lines.toml. An empty text or place means: as shipped.
-- hours: when it is open, in the citizen's words. opening: the same for the clock, 'mon-fri 10:00-22:00, sat 10:00-18:00'.
-- checked: the day the citizen tried the number, '2026-11-28'; empty when never.
CREATE TABLE help_line (
    id      TEXT NOT NULL PRIMARY KEY,
    name    TEXT NOT NULL,
    number  TEXT NOT NULL,
    whom    TEXT NOT NULL,
    hours   TEXT NOT NULL,
    opening TEXT NOT NULL,
    checked TEXT NOT NULL,
    place   TEXT NOT NULL,
    hidden  INTEGER NOT NULL CHECK (hidden = 0 OR hidden = 1),
    own     INTEGER NOT NULL CHECK (own = 0 OR own = 1),
    state   TEXT NOT NULL CHECK (state = 'plan' OR state = 'trash')
) STRICT;

-- What a line of after.changes would change; its id is the line's. target: the line whose words it would take the place
-- of, empty for a new line in section. It holds no words of its own, so that erasing a line for good leaves none here.
CREATE TABLE aim (
    id      TEXT NOT NULL PRIMARY KEY,
    section TEXT NOT NULL,
    target  TEXT NOT NULL,
    state   TEXT NOT NULL CHECK (state = 'open' OR state = 'taken')
) STRICT;

-- Looking again. id: 'plan' (day: when the plan is looked through next; answer 'no': it is never asked), a page
-- ('signs.page'), or a number that was tried ('person:<id>', 'line:<id>').
CREATE TABLE review (
    id     TEXT NOT NULL PRIMARY KEY,
    day    TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer = 'yes' OR answer = 'no' OR answer = 'later')
) STRICT;
