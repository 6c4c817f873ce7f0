# Screens around sharing: readers, ticks, the register of copies, more prints.
reader-ward = The ward
reader-ward-lead = The whole crisis plan. The first page can be read in a minute.
reader-relative = A relative
reader-relative-lead = A sheet that says what to do, one thing after the other.
reader-residence = My residence
reader-residence-lead = Your everyday life, and what others may do.
reader-doctor = My own doctor
reader-doctor-lead = A page about medicine with room for what you want to ask.
reader-jobcentre = The job centre
reader-jobcentre-lead = Almost nothing. You tick what they may know.
reader-me = Only me
reader-me-lead = The whole book on paper, for yourself.
reader-card = Card for the wallet
reader-card-lead = A small card with what helps, and the numbers of the people you said yes to.

share-ready = Make a paper ready
share-ready-lead = Nothing is sent. You get a file to print or hand on yourself.
share-own = Someone else
share-own-name = Who is it for?
share-own-like = Begin with the same as
share-own-add = Make ready for { $name }
share-own-begin = Make ready
share-last = Last time { $date }
share-news = { $count ->
    [one] 1 thing is new since
   *[other] { $count } things are new since
}
share-same = Nothing new since
share-blank = Empty pages to write on
share-blank-lead = The same chapters with lines, if you would rather write by hand.
share-files = A file or a text
share-files-lead = The whole book in one file, or text to paste somewhere else.
share-copies = What you have given
share-copies-none = When you save a paper, you can write down here who got it. Later you can see who has an old one.

copy-somebody = Someone you have not named
copy-how-paper = on paper
copy-how-file = as a file
copy-how-shown = shown on the screen
copy-standing-fresh = It still fits
copy-standing-dead = { $count ->
    [one] The words still fit, but a number did not work
   *[other] The words still fit, but { $count } numbers did not work
}
copy-standing-old = It is old now
copy-standing-replaced = A new one has taken its place
copy-standing-back = You have it back
copy-standing-back-on = You got it back { $date }
copy-standing-seen = It was only looked at
copy-news = New since
copy-news-own = { $count ->
    [one] 1 thing that is only yours
   *[other] { $count } things that are only yours
}
copy-news-gone = { $count ->
    [one] 1 line has been taken out
   *[other] { $count } lines have been taken out
}
copy-dead = { $count ->
    [one] A number on it did not work when you tried it
   *[other] { $count } numbers on it did not work when you tried them
}
copy-dead-way = { $count ->
    [one] Correct the number first, and then make a new edition.
   *[other] Correct the numbers first, and then make a new edition.
}
copy-replace = Make a new edition
copy-back = I have it back
copy-not-back = It is still out there
copy-edit = Edit
copy-remove = Take off the list
copy-of = { $title } for { $whom }

ticks = What to include
ticks-lead = Tick what may be shown. What you have marked “Only me” is not here and is never included.
ticks-reset = Back to the suggestion
ticks-all = { $title }: everything
ticks-count = { $shown } of { $lines }
ticks-none = Nothing is written here yet that can go on paper. Write a few lines first, and come back.
ticks-open = Choose line by line
ticks-news = New since { $date }
form = What should it be?
form-plan = The crisis plan
form-supporter = The sheet “What you do now”
form-card = The card for the wallet
form-doctor = The page “To the doctor”
form-book = Chapters from the book
print-options = How it should look
print-large = Large letters
print-squares = Squares for the phone
print-squares-lead = The words of the card as a square that a phone can read.
reader-name = Name on the list
reader-remove = Take off the list
share-preview = This is how it looks
share-preview-pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
share-save = Save as PDF
share-save-long = Choose where the file goes. Then it is written. It may take a few seconds …
share-waits = The pages are being set anew first …
share-laying = The pages are being set …
share-laying-long = There is much in your book. It may take a few seconds …
share-stopped = You stopped it. Nothing in your book has been changed.
share-lay-again = Set the pages again
share-dead = { $count ->
    [one] A number on the paper did not work when you tried it
   *[other] { $count } numbers on the paper did not work when you tried them
}
share-dead-way = { $count ->
    [one] It is best to correct it first. You can also use the paper as it is.
   *[other] It is best to correct them first. You can also use the paper as it is.
}
share-shown = I show it on the screen
share-replacing = This takes the place of the copy from { $date } ({ $whom }). On top comes a sheet that asks for the old one to be torn up.

give = Who is it for?
give-lead = Then you can see later who has what. You can also skip it.
give-whom = Name
give-how = How?
give-save = Put it on the list
give-skip = Skip
given = It is on the list.
given-see = See the list
blank-lead = Choose chapters. The pages have the same names as on the screen, so that you can write it in another day.
blank-chapters = Which chapters?
blank-none = Tick a chapter, and there are pages to write on.
back-to-shares = Back to Shared with others
