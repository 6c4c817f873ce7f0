# Take along and bring in: the whole book in a file, files from outside, text, people, calendar, pictures on lines.
out = Take along and bring in
out-door = The whole book in a file, text, calendar and people.
out-of = Take along
out-into = Bring in
out-lead = The book is yours. You can always take it out, and you can bring things in. Nothing is sent.
out-book = The whole book in one file
out-book-door = For another computer, or to keep.
file-in = Bring a file in
file-in-door = A whole book, or lines from another book.
text-out = Text to paste somewhere else
text-out-door = For instance into the municipality’s records.
people-in = People from your address book
people-in-door = You choose who comes along.
calendar-out = The everyday in your calendar
calendar-out-door = What you do every day, what was agreed, and the day you look your plan through.
calendar-saved = Open the file in your calendar and the days come along. What is only yours is left out.

out-book-lead = Everything in the book comes along: all pages, people, pictures, what is only yours, visits, what you said no to, and the whole history.
out-locked = Locked with six words
out-locked-lead = Only someone who has the words can open the file. Write them down before you save. We do not keep them.
out-draw = Make six words
out-draw-again = Make six others
out-wrote = I have written the words down
out-save-locked = Save the locked file
out-open = Without a lock
out-open-lead = Anyone who gets hold of the file can read it. Other programs can too. Choose it when you want to use your text somewhere else.
out-save-open = Save without a lock
out-large = The file is larger than 20 MB. The book cannot bring in files that large again. Pictures and sound take the room. Make a safe copy too.
out-keep-words = Keep the words somewhere else than the file.
out-replacing = This file takes the place of the one from { $date } ({ $whom }). Ask for the old one to be deleted when you give the new one.
out-shares = See who has got what
file-give-lead = If you give this to someone, you can put it on the list. Later you can see whether it has grown old.
file-give = Write down who gets it

file-in-lead = First you see what is in the file. Nothing comes into the book before you say yes.
file-choose = Choose a file
file-choose-other = Choose another file
file-words = The file is locked
file-words-lead = Write the six words that belong to the file.
file-words-label = The six words
file-unlock = Open the file
file-of = The file was written by { $name }.
file-blank-lead = Your book is still empty. So the whole book can come in as it is, history and all.
file-history = { $count ->
    [one] One change comes along in the history, from { $from }.
   *[other] { $count } changes come along in the history, from { $from } to { $until }.
}
file-history-mark = The history says that they come from the file.
file-take-whole = Bring the whole book in
file-some-lead = Tick what you want. What stands in your book now stays.
file-take-some = { $count ->
    [0] Choose something first
    [one] Bring 1 in
   *[other] Bring { $count } in
}
file-whose = Who wrote it?
file-mine = They are my own words
file-theirs = They were written by { $name }
file-all = Choose everything new in { $title }
file-none = Untick all in { $title }
file-people = People
file-nothing = There is nothing in the file that is not in your book already.
file-new = new
file-same = in the book
file-other = says something else in the book now: { $now }
file-thrown = you threw it out earlier
file-person-wanted = wanted when it is hard
file-person-not-wanted = not wanted when it is hard
file-private = only me
file-by = written by { $name }
file-unseen = { $count ->
    [one] There is one more line that we cannot show here.
   *[other] There are { $count } more lines that we cannot show here.
}
file-thrown-count = { $count ->
    [one] One line lies in the file’s trash.
   *[other] { $count } lines lie in the file’s trash.
}
file-later = The file was made with a newer version. Some of it cannot come along here.
file-taken = It has been brought in. If you change your mind, press Undo.
going-copying = First we make a copy of your book …
going-checking = The copy is being checked …
going-unlocking = The file is being unlocked …
going-reading = The file is being read …
going-pictures = The pictures in the file are being looked at …
going-comparing = We see what is there already …
going-taking = It is coming in …
going-keeping = Now it is being saved …
going-stop = Stop
going-stop-means = Then your book is as it was.
going-stopping = Stopping …
going-too-late = It is nearly done. If you change your mind, one press takes it out again.
file-making = Making the file. It may take a moment.

text-out-lead = Choose chapters. What is only yours never comes along.
text-plain = Plain text
text-markdown = With headings (Markdown)
text-kind = How
text-chapters = Chapters
text-none = Nothing is written here yet. Write a few lines in the book first, and come back.
text-copy = Copy the text
text-save = Save as a file
text-copied = The text is copied. Paste it where you like. It stays in the clipboard until you copy something else.
text-by-hand = Select the text below and press Ctrl+C.
text-see = This is how it will be
text-replacing = The text takes the place of the one from { $date } ({ $whom }). Its first line asks for the old one to be deleted.

people-in-lead = Save your contacts as a vCard file from the telephone or computer. Then choose the file here. We take only name and telephone.
people-choose = Choose an address book
people-pick = Who comes along?
people-take = { $count ->
    [0] Choose someone first
    [one] Bring 1 person in
   *[other] Bring { $count } people in
}
people-taken = { $count ->
    [one] 1 person has been brought in.
   *[other] { $count } people have been brought in.
}
people-nameless = Without a name

out-choose-book = Choose a file from Holdepunkt
out-choose-people = Choose an address book
out-choose-picture = Choose a picture or a recording

add-picture = Picture or sound
picture-what = What does the picture show?
sound-what = What do you say in the recording?
picture-remove = Take the picture off
sound-remove = Take the recording off
sound-title = Recording
sound-hear = Save the recording to hear it
sound-hear-lead = The book cannot play sound itself. Choose where the file should lie. It will then lie outside the book too.
picture-save = Save the picture as a file
picture-plain = Picture
