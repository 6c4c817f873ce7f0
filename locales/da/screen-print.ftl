# The crisis plan on paper.
paper-title = Min kriseplan på papir
paper-lead = Sådan kommer planen til at se ud på papir. Du bestemmer selv, hvem der får den.
paper-language = Sproget i planens overskrifter
save-picture = Gem som billede til telefonen
picture-replacing = Du er ved at lave et nyt billede i stedet for det fra { $date } ({ $whom }). Man kan ikke se på et billede, om det er nyt. Bed om, at det gamle bliver slettet.
as-text = Vis som tekst
more-papers = Andre papirer
page-number = Side { $number }
saved-where = Gemt her: { $file }
not-saved = Ikke gemt.
open-it = Åbn

paper-empty = Her kommer din kriseplan, når du har skrevet det første. En enkelt linje er nok til at begynde med. Du kan også printe siderne tomme og skrive på dem i hånden.
paper-empty-first = Skriv, hvad der hjælper dig
paper-by-hand = Sider til at skrive på i hånden
