# Sider, der er skrevet i hånden, som fotos på deres side i bogen.
photo-title = Skrevet i hånden
photo-add = Læg et foto af en håndskrevet side ind
photo-add-lead = Har du skrevet siden på papir? Tag et foto af den, og læg det her. Så kan du skrive den ind, når du har ro til det.
photo-add-more = Læg flere fotos ind
photo-choose = Vælg et eller flere fotos af siden
photo-added = Fotoet er lagt ind. Det ligger også stadig dér, hvor du hentede det.
photo-wait = Skriv af i din egen fart. Det haster ikke.
photo-photo = Foto { $number } af { $count }
photo-next = Næste foto
photo-previous = Forrige foto
photo-larger = Større
photo-smaller = Mindre
photo-look = Foto af siden. Brug piletasterne til at flytte det.
photo-alt = Foto af siden »{ $page }«, skrevet i hånden
photo-typed = Det er skrevet ind
photo-put-away = Fotoet er lagt væk. Du finder det nederst på siden.
photo-away =
    { $count ->
        [one] Ét foto, der er skrevet ind
       *[other] { $count } fotos, der er skrevet ind
    }
photo-take-out = Tag det frem igen
photo-remove = Fjern fotoet
print-paper =
    { $count ->
        [one] (I bogen ligger også et foto af siden, skrevet i hånden.)
       *[other] (I bogen ligger også { $count } fotos af siden, skrevet i hånden.)
    }
