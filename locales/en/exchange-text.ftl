# Text to paste elsewhere, the calendar, and what paper says of pictures.
plain-closing = Taken from my own plan on { $date }. What is only mine is left out.
plain-replaces = This is a new edition. The one you got on { $date } no longer holds. Please delete it.
plain-not-wanted = is not to be called
calendar-review = Look my plan through
calendar-agreed = Something agreed
calendar-visit = A visit
print-picture = there is a picture here in the book
print-picture-of = there is a picture here in the book: { $what }
print-picture-plain = A picture
print-sound = there is a recording here in the book
print-sound-of = there is a recording here in the book: { $what }
file-pictures-left =
  { $count ->
    [one] There is no room for one of the pictures or recordings
   *[other] There is no room for { $count } of the pictures and recordings
  }
copy-book-locked = The whole book, locked file
copy-book-open = The whole book, file without a lock
copy-phone-picture = The crisis plan as a picture
copy-text = Text: { $chapters }
copy-text-many = { $count ->
    [one] Text from { $count } chapter
   *[other] Text from { $count } chapters
}
copy-headings = Chapters and headings
copy-links = What lines point at
copy-aims = Wishes after a crisis and reviews
copy-visits = Visits, agreements and proposals
