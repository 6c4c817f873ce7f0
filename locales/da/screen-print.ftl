# The crisis plan on paper.
paper-title = Min kriseplan på papir
paper-lead = Siderne her er dem, der bliver gemt. Du bestemmer selv, hvem der får dem.
paper-language = Sprog på papiret
save-pdf = Gem som PDF
save-picture = Gem som billede til telefonen
as-text = Vis som tekst
drawing = Jeg tegner siderne …
page-number = Side { $number }
saved-where = Gemt her: { $file }
not-saved = Ikke gemt.
open-it = Åbn
