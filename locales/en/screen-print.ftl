# The crisis plan on paper.
paper-title = My crisis plan on paper
paper-lead = The pages here are the ones that are saved. You decide who gets them.
paper-language = Language on paper
save-pdf = Save as PDF
save-picture = Save as a picture for the phone
as-text = Show as text
drawing = Drawing the pages …
page-number = Page { $number }
saved-where = Saved here: { $file }
not-saved = Not saved.
open-it = Open
