# The small rescue program, used in a terminal window, often with a helper on the phone. Calm, short, one step at a time.

rescue-help =
    holdepunkt-rescue: help for a book, without Holdepunkt itself. Your book is never changed.
    
    holdepunkt-rescue check BOOK                   see whether the book is whole
    holdepunkt-rescue export BOOK --to FOLDER      write everything out so that anyone can read it
    holdepunkt-rescue restore BOOK --to FOLDER     make a new book from a backup
    holdepunkt-rescue salvage BOOK --to FOLDER     save what can be read into a new book
    
    BOOK is the folder of the book, a folder with a backup, or the file itself. FOLDER must not be there yet.
    
      --words                 use the twelve words from the sheet
      --words-file FILE       read the twelve words from a file (- is what is sent in)
      --passphrase-file FILE  read the passphrase from a file (- is what is sent in)
      --keys FILE             the keys, when they do not lie beside the book
      --language da|en        the language here
    
    Answers for other programs: 0 all is well, 1 something to note, 2 not understood, 3 does not open this book,
    4 something is damaged, 5 newer or not ours, 6 the book is open, 7 cannot write, 8 not there, 9 other.
rescue-unclear = That was not understood: { $what }
rescue-ask-passphrase = Type the passphrase (it is not shown while you type). Then press Enter:
rescue-ask-words = Type the twelve words with spaces between (they are not shown while you type). Then press Enter:
rescue-no-secret = Neither passphrase nor words came. Nothing has been changed.
rescue-not-found = There is no book here: { $path }
rescue-target-taken = The folder is there already: { $path }. Choose a name that is not in use.
rescue-needs-target = Say where to put it too: --to and a folder that is not there yet.
rescue-copying = Copying the book to a safe place ({ $size } MB). The book itself is not touched.
rescue-using = Using the file { $path }
rescue-unlocking = Unlocking. This takes a moment.
rescue-reading = Reading the pages of the book.
rescue-reading-history = Reading the history, change by change.
rescue-progress = … { $done } of { $all }
rescue-keys-one = Only one of the two sets of keys is whole. Open the book in Holdepunkt and the other is written again.
rescue-pages-ok = All pages can be read.
rescue-pages-damaged = { $count ->
    [one] One page of the book cannot be read.
   *[other] { $count } pages of the book cannot be read.
}
rescue-history-ok = The history is whole: { $count ->
    [one] 1 change
   *[other] { $count } changes
}.
rescue-history-damaged = Something in the history does not fit together.
rescue-has = The book has { $lines ->
    [one] 1 line
   *[other] { $lines } lines
} and { $people ->
    [one] 1 person
   *[other] { $people } people
}.
rescue-check-ok = The book is whole.
rescue-check-damaged = Something is damaged. If you have a backup, try restore with it. Otherwise save what can be read with salvage.
rescue-check-notes = The book is whole. Read what is said above.
rescue-exported = Everything is written out in { $path }: anyone can read bog.md, pictures and recordings lie by themselves, and bog-hel.json is the whole book, which Holdepunkt can take in again. Take care: those files are not locked. Whoever has them can read them.
rescue-exported-part = But bog-hel.json is not among them: the history of the book is not whole. Try salvage for visits, agreements and help numbers.
rescue-restored = The new book is in { $path }. The same passphrase and the same words as for the backup open it.
rescue-restore-damaged = The backup is not whole, so no new book was made. Try an older backup, or use salvage.
rescue-saving = Saving the lines into a new book.
rescue-salvaged = The new book is in { $path }. The same passphrase and the same words open it.
rescue-salvaged-lines = { $count ->
    [one] 1 line is saved
   *[other] { $count } lines are saved
}, { $history } of them from the history.
rescue-salvaged-people = { $count ->
    [one] 1 person is saved.
   *[other] { $count } people are saved.
}
rescue-salvaged-others = { $count ->
    [one] 1 more thing is saved: pictures, help numbers, visits, copies and the rest.
   *[other] { $count } more things are saved: pictures, help numbers, visits, copies and the rest.
}
rescue-lost-kinds = Some of this could not be saved: { $kinds }.
rescue-kind-pictures = pictures and recordings
rescue-kind-numbers = help numbers
rescue-kind-copies = the list of copies
rescue-kind-earlier = the history from before the book was taken in
rescue-kind-handovers = those you wrote together with
rescue-kind-visits = visits, agreements and proposals
rescue-kind-rest = names, figures and choices
rescue-salvaged-history = { $kept ->
    [one] 1 change
   *[other] { $kept } changes
} of the history came along. { $lost ->
    [0] None is missing.
    [one] 1 could not be read or carried on.
   *[other] { $lost } could not be read or carried on.
}
rescue-salvaged-unplaced = { $count ->
    [one] 1 line is in the chapter “{ $title }”, because its own chapter could not be read.
   *[other] { $count } lines are in the chapter “{ $title }”, because their own chapters could not be read.
}
rescue-salvaged-chapter = Saved
rescue-lost-nothing = Nothing was lost.
rescue-lost-lines = { $count ->
    [one] We know there was 1 more line, but it cannot be read.
   *[other] We know there were { $count } more lines, but they cannot be read.
}
rescue-lost-unsure = A part of the book cannot be read. We cannot know whether more was written there.
rescue-lost-since = The last change that can be read is from { $at }.
rescue-title = My book
rescue-written = Written out { $at } by the rescue program.
rescue-rest = Visits, agreements, answers, proposals, help numbers and the list of copies are in the file bog-hel.json, which Holdepunkt can take in.
rescue-people = People
rescue-trash = Removed lines
rescue-history = The history
rescue-because = because { $because }
rescue-wanted = wanted
rescue-not-wanted = not wanted
rescue-private = only me
rescue-hidden = hidden
