# The crisis plan on paper.
paper-title = Min kriseplan på papir
paper-lead = Sådan kommer planen til at se ud på papir. Du bestemmer selv, hvem der får den.
paper-language = Sproget i planens overskrifter
save-picture = Gem som billede til telefonen
as-text = Vis som tekst
more-papers = Andre papirer
page-number = Side { $number }
saved-where = Gemt her: { $file }
not-saved = Ikke gemt.
open-it = Åbn
