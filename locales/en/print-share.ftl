# Words on paper: the sheet for the one who helps, the page for the doctor, the card, the book, pages to write on, the sheet on top of a new copy.

print-supporter-title = What you do now
print-supporter-lead = Thank you for being here. Start at the top, and take one thing at a time.
print-supporter-closing = Look after yourself too. You do not have to do this alone, and you may ask someone else to take over.
print-step-danger = Is a life in danger?
print-step-alarm = Call 112 at once.
print-step-see = What you can see in me
print-step-do = Do this
print-step-not = Do not do this
print-step-may = What you and others are welcome to do
print-step-call = Call someone who knows me
print-step-call-lead = { $count ->
    [one] If you get no answer, call the out-of-hours doctor, or 112 if a life is in danger.
   *[other] Start with the first. If they do not answer, try the next. If nobody answers, call the out-of-hours doctor, or 112 if a life is in danger.
}
print-step-disagree = If you do not agree: { $what }
print-step-life = Someone needs to see to this meanwhile
print-step-over = Then I take over again myself

print-doctor-title = To the doctor
print-doctor-lead = Good to know about me and medicine before we talk.
print-doctor-questions = What I want to ask

print-card-title = If I am having a hard time
print-card-name = Card for the wallet
print-card-cut = Cut along the thin line.
print-card-fold = Fold in the middle with the words outside.
print-card-squares = The same words for a phone

print-book-title = My book
print-book-for = To { $name }
print-book-ward = To the ward
print-book-relative = To a relative
print-book-residence = To the residence
print-book-doctor = To the doctor
print-book-jobcentre = To the job centre
print-contents = Contents

print-blank-title = Pages to write on
print-blank-name = Name
print-blank-phone = Phone
print-blank-wanted = Circle: yes · no. Write why if you like
print-blank-choice = Write what, and circle: preferred · acceptable · no
print-blank-because = Because
print-blank-scale = A number from 0 to 10

print-cover-title = Here is a new edition
print-cover-title-to = New edition for { $whom }
print-cover-old = You were given “{ $title }” on { $date }. It no longer counts.
print-cover-destroy = Tear up the old one, or give it back to me. Use the new one under this sheet.
print-cover-news = This is new
print-cover-more = { $count ->
    [one] There is 1 more new line in the new edition.
   *[other] There are { $count } more new lines in the new edition.
}
print-cover-gone = { $count ->
    [one] One line has been taken out.
   *[other] { $count } lines have been taken out.
}
