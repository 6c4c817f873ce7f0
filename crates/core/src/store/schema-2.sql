-- Schema 2: what is shared and with whom, pictures, one's own help lines, looking again, visits and proposals.
-- Every domain table has one primary key, is STRICT and NOT NULL throughout; children stand before parents in store::DOMAIN.

-- A visit: somebody sat beside the citizen and wrote along. Whether it goes on just now is a setting, outside the record.
-- ended = 0: not ended. next_on is a day, 2026-12-01, or empty. keep_reflection: the citizen wants the staff's ten answers kept.
CREATE TABLE visit (
    id              TEXT NOT NULL PRIMARY KEY,
    started         INTEGER NOT NULL,
    started_offset  INTEGER NOT NULL,
    ended           INTEGER NOT NULL,
    ended_offset    INTEGER NOT NULL,
    agenda          TEXT NOT NULL,
    agreed          TEXT NOT NULL,
    kept_private    TEXT NOT NULL,
    next_on         TEXT NOT NULL,
    next_note       TEXT NOT NULL,
    keep_reflection INTEGER NOT NULL CHECK (keep_reflection = 0 OR keep_reflection = 1)
) STRICT;

-- Who was there. author is the one their lines carry; the name is as it was, and may be empty.
CREATE TABLE visit_person (
    id     TEXT NOT NULL PRIMARY KEY,
    visit  TEXT NOT NULL REFERENCES visit (id),
    author TEXT NOT NULL REFERENCES author (id),
    name   TEXT NOT NULL,
    role   TEXT NOT NULL CHECK (role = 'staff' OR role = 'peer' OR role = 'relative' OR role = 'other'),
    place  TEXT NOT NULL
) STRICT;

CREATE INDEX visit_person_by_visit ON visit_person (visit, place, id);

-- A chapter the citizen opened for a visit. open = 0: shut again, and yet it was seen.
CREATE TABLE visit_chapter (
    id      TEXT NOT NULL PRIMARY KEY,
    visit   TEXT NOT NULL REFERENCES visit (id),
    chapter TEXT NOT NULL,
    open    INTEGER NOT NULL CHECK (open = 0 OR open = 1)
) STRICT;

CREATE INDEX visit_chapter_by_visit ON visit_chapter (visit, chapter);

-- What somebody else would like in the plan. Never part of it: accepting makes a line, a link, a place or a person of it.
-- author and name are who made it; visit is empty for one that came in a file. target is the line or person it is about, also
-- when that is yet to be made; wish and basis are JSON (visit/proposal.rs). edition counts how often its author wrote it anew.
CREATE TABLE proposal (
    id              TEXT NOT NULL PRIMARY KEY,
    visit           TEXT NOT NULL,
    author          TEXT NOT NULL,
    name            TEXT NOT NULL,
    role            TEXT NOT NULL CHECK (role = 'staff' OR role = 'peer' OR role = 'relative' OR role = 'other'),
    perspective     TEXT NOT NULL CHECK (perspective = 'first' OR perspective = 'second' OR perspective = 'third'),
    target          TEXT NOT NULL,
    wish            TEXT NOT NULL,
    basis           TEXT NOT NULL,
    edition         INTEGER NOT NULL,
    made            INTEGER NOT NULL,
    made_offset     INTEGER NOT NULL,
    state           TEXT NOT NULL CHECK (state = 'open' OR state = 'accepted' OR state = 'own-words' OR state = 'declined'),
    answered        INTEGER NOT NULL,
    answered_offset INTEGER NOT NULL
) STRICT;

CREATE INDEX proposal_by_state ON proposal (state, made, id);
CREATE INDEX proposal_by_target ON proposal (target, state);
CREATE INDEX proposal_by_visit ON proposal (visit, made, id);

-- Who does what after a visit. due is a day or empty; author is who wrote it down.
CREATE TABLE agreement (
    id     TEXT NOT NULL PRIMARY KEY,
    visit  TEXT NOT NULL REFERENCES visit (id),
    doer   TEXT NOT NULL CHECK (doer = 'me' OR doer = 'you' OR doer = 'others'),
    name   TEXT NOT NULL,
    text   TEXT NOT NULL,
    due    TEXT NOT NULL,
    done   INTEGER NOT NULL CHECK (done = 0 OR done = 1),
    author TEXT NOT NULL REFERENCES author (id),
    place  TEXT NOT NULL
) STRICT;

CREATE INDEX agreement_by_visit ON agreement (visit, place, id);

-- An answer about a visit: the citizen's own four questions, the five of the scale, or the staff's ten. value is -1 for none.
CREATE TABLE visit_answer (
    id       TEXT NOT NULL PRIMARY KEY,
    visit    TEXT NOT NULL REFERENCES visit (id),
    series   TEXT NOT NULL CHECK (series = 'visit' OR series = 'support' OR series = 'reflection'),
    question TEXT NOT NULL,
    value    INTEGER NOT NULL,
    text     TEXT NOT NULL
) STRICT;

CREATE INDEX visit_answer_by_visit ON visit_answer (visit, series, question);

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

-- A part of the book that was handed to somebody in a file. Neither the file nor its words are kept. secret opens the answers to it (an age key)
-- and nothing else; token stands in the file and must come back with them. closed = 1: no more answers are taken in.
CREATE TABLE handover (
    id          TEXT NOT NULL PRIMARY KEY,
    author      TEXT NOT NULL REFERENCES author (id),
    name        TEXT NOT NULL,
    role        TEXT NOT NULL CHECK (role = 'staff' OR role = 'peer' OR role = 'relative' OR role = 'other'),
    agenda      TEXT NOT NULL,
    secret      TEXT NOT NULL,
    token       TEXT NOT NULL,
    made        INTEGER NOT NULL,
    made_offset INTEGER NOT NULL,
    closed      INTEGER NOT NULL CHECK (closed = 0 OR closed = 1)
) STRICT;

-- A chapter that went along.
CREATE TABLE handover_chapter (
    id       TEXT NOT NULL PRIMARY KEY,
    handover TEXT NOT NULL REFERENCES handover (id),
    chapter  TEXT NOT NULL
) STRICT;

CREATE INDEX handover_chapter_by_handover ON handover_chapter (handover, chapter);

-- An answer that brought something new, and how many proposals of it were.
CREATE TABLE handover_answer (
    id           TEXT NOT NULL PRIMARY KEY,
    handover     TEXT NOT NULL REFERENCES handover (id),
    taken        INTEGER NOT NULL,
    taken_offset INTEGER NOT NULL,
    fresh        INTEGER NOT NULL
) STRICT;

CREATE INDEX handover_answer_by_handover ON handover_answer (handover, taken, id);

-- Somebody one writes with on two machines. recipient is the key that locks a hand-over to them; only they can open it.
CREATE TABLE cowriter (
    id        TEXT NOT NULL PRIMARY KEY,
    author    TEXT NOT NULL REFERENCES author (id),
    name      TEXT NOT NULL,
    role      TEXT NOT NULL CHECK (role = 'staff' OR role = 'peer' OR role = 'relative' OR role = 'other'),
    recipient TEXT NOT NULL
) STRICT;

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

-- Who a print is made ready for. A known reader (the ward, a relative …) has its kind as id, and a row only when
-- something was changed about it; empty title and form: as suggested for its kind.
CREATE TABLE preset (
    id       TEXT NOT NULL PRIMARY KEY,
    kind     TEXT NOT NULL,
    title    TEXT NOT NULL,
    form     TEXT NOT NULL CHECK (form = '' OR form = 'plan' OR form = 'supporter' OR form = 'card' OR form = 'doctor' OR form = 'book'),
    language TEXT NOT NULL CHECK (language = '' OR language = 'da' OR language = 'en'),
    large    INTEGER NOT NULL CHECK (large = 0 OR large = 1),
    place    TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state = 'plan' OR state = 'trash')
) STRICT;

-- What was ticked or unticked for a reader, against what is suggested. The nearest counts: line, section, chapter.
-- target is the id of a chapter, section, line or person; id is 'preset/target'.
CREATE TABLE preset_part (
    id     TEXT NOT NULL PRIMARY KEY,
    preset TEXT NOT NULL REFERENCES preset (id),
    what   TEXT NOT NULL CHECK (what = 'chapter' OR what = 'section' OR what = 'line'),
    target TEXT NOT NULL,
    shown  INTEGER NOT NULL CHECK (shown = 0 OR shown = 1)
) STRICT;

CREATE INDEX preset_part_by_preset ON preset_part (preset, target);

-- The register of copies. preset is whose choice it was (never a key: the reader may be removed, the copy is still out there).
-- revision: the version of the book it shows. back: when it came back, milliseconds since 1970; 0: it has not.
CREATE TABLE share (
    id        TEXT NOT NULL PRIMARY KEY,
    preset    TEXT NOT NULL,
    title     TEXT NOT NULL,
    whom      TEXT NOT NULL,
    form      TEXT NOT NULL CHECK (form = 'plan' OR form = 'supporter' OR form = 'card' OR form = 'doctor' OR form = 'book'),
    how       TEXT NOT NULL CHECK (how = 'paper' OR how = 'file' OR how = 'shown'),
    language  TEXT NOT NULL CHECK (language = 'da' OR language = 'en'),
    at        INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    revision  INTEGER NOT NULL,
    back      INTEGER NOT NULL,
    replaces  TEXT NOT NULL,
    state     TEXT NOT NULL CHECK (state = 'plan' OR state = 'trash')
) STRICT;

-- What stood on a copy: the line or person, and a digest of what it said, salted with the copy's id; never its words.
-- id is 'share/line'.
CREATE TABLE share_line (
    id    TEXT NOT NULL PRIMARY KEY,
    share TEXT NOT NULL REFERENCES share (id),
    line  TEXT NOT NULL,
    said  TEXT NOT NULL
) STRICT;

CREATE INDEX share_line_by_share ON share_line (share);
