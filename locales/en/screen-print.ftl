# The crisis plan on paper.
paper-title = My crisis plan on paper
paper-lead = This is how the plan will look on paper. You decide who gets it.
paper-language = Language of the headings in the plan
save-picture = Save as a picture for the phone
as-text = Show as text
more-papers = Other papers
page-number = Page { $number }
saved-where = Saved here: { $file }
not-saved = Not saved.
open-it = Open
