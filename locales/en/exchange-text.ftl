# Text to paste elsewhere, the calendar, and what paper says of pictures.
plain-closing = Taken from my own plan on { $date }. What is only mine is left out.
plain-not-wanted = is not to be called
calendar-review = Look my plan through
print-picture = there is a picture here in the book
print-picture-of = there is a picture here in the book: { $what }
print-picture-plain = A picture
print-sound = there is a recording here in the book
print-sound-of = there is a recording here in the book: { $what }
