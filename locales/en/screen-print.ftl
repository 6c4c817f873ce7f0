# The crisis plan on paper.
paper-title = My crisis plan on paper
paper-lead = This is how the plan will look on paper. You decide who gets it.
paper-language = Language of the headings in the plan
save-picture = Save as a picture for the phone
picture-replacing = You are making a new picture in place of the one from { $date } ({ $whom }). Nobody can see from a picture whether it is new. Ask for the old one to be deleted.
as-text = Show as text
more-papers = Other papers
page-number = Page { $number }
saved-where = Saved here: { $file }
not-saved = Not saved.
open-it = Open

paper-empty = Your crisis plan comes here when you have written the first of it. A single line is enough to begin with. You can also print the pages empty and write on them by hand.
paper-empty-first = Write what helps you
paper-by-hand = Pages to write on by hand
