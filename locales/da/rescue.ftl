# Det lille redningsprogram, der bruges i et terminalvindue, ofte med en hjælper i telefonen. Roligt, kort, ét skridt ad gangen.

rescue-help =
    holdepunkt-rescue: hjælp til en bog, uden selve Holdepunkt. Din bog bliver aldrig ændret.
    
    holdepunkt-rescue check BOG                   se efter, om bogen er hel
    holdepunkt-rescue export BOG --to MAPPE       skriv alt ud, så enhver kan læse det
    holdepunkt-rescue restore BOG --to MAPPE      lav en ny bog af en sikkerhedskopi
    holdepunkt-rescue salvage BOG --to MAPPE      red det, der kan læses, over i en ny bog
    
    BOG er mappen med bogen, en mappe med en sikkerhedskopi, eller selve filen. MAPPE må ikke findes i forvejen.
    
      --words                 brug de tolv ord fra arket
      --words-file FIL        læs de tolv ord fra en fil (- er det, der sendes ind)
      --passphrase-file FIL   læs adgangssætningen fra en fil (- er det, der sendes ind)
      --keys FIL              nøglerne, hvis de ligger et andet sted end bogen
      --language da|en        sproget her
    
    Svar til andre programmer: 0 alt er i orden, 1 der var noget at bemærke, 2 forstod ikke, 3 passer ikke til bogen,
    4 noget er gået i stykker, 5 bogen er ny eller fremmed, 6 bogen er åben, 7 kan ikke skrive, 8 findes ikke, 9 andet.
rescue-unclear = Det her forstod programmet ikke: { $what }
rescue-ask-passphrase = Skriv adgangssætningen (den kan ikke ses, mens du skriver). Tryk så Enter:
rescue-ask-words = Skriv de tolv ord med mellemrum (de kan ikke ses, mens du skriver). Tryk så Enter:
rescue-no-secret = Der kom hverken adgangssætning eller ord. Der er ikke ændret noget.
rescue-not-found = Der ligger ikke en bog her: { $path }
rescue-target-taken = Mappen findes i forvejen: { $path }. Vælg et navn, der ikke er brugt.
rescue-needs-target = Skriv også, hvor det skal lægges: --to og en mappe, der ikke findes endnu.
rescue-copying = Kopierer bogen et trygt sted hen ({ $size } MB). Den rigtige bog bliver ikke rørt.
rescue-using = Bruger filen { $path }
rescue-unlocking = Låser op. Det tager et øjeblik.
rescue-reading = Læser bogens sider igennem.
rescue-reading-history = Læser historien igennem, ændring for ændring.
rescue-progress = … { $done } af { $all }
rescue-keys-one = Kun det ene af de to sæt nøgler er i orden. Åbn bogen i Holdepunkt, så bliver det andet skrevet igen.
rescue-pages-ok = Alle sider kan læses.
rescue-pages-damaged = { $count ->
    [one] Én af bogens sider kan ikke læses.
   *[other] { $count } af bogens sider kan ikke læses.
}
rescue-history-ok = Historien er hel: { $count ->
    [one] 1 ændring
   *[other] { $count } ændringer
}.
rescue-history-damaged = Noget i historien passer ikke sammen.
rescue-has = Bogen har { $lines ->
    [one] 1 linje
   *[other] { $lines } linjer
} og { $people ->
    [one] 1 menneske
   *[other] { $people } mennesker
}.
rescue-check-ok = Bogen er hel.
rescue-check-damaged = Noget er gået i stykker. Har du en sikkerhedskopi, så prøv restore med den. Ellers red det, der kan læses, med salvage.
rescue-check-notes = Bogen er hel. Læs det, der står ovenfor.
rescue-exported = Alt er skrevet ud i { $path }: bog.md kan læses af enhver, billeder og optagelser ligger for sig, og bog-hel.json er hele bogen, som Holdepunkt kan hente ind igen. Pas på: de filer er ikke låst. Enhver, der har dem, kan læse dem.
rescue-exported-part = Men bog-hel.json er ikke med: historien i bogen er ikke hel. Prøv salvage, hvis du vil have besøg, aftaler og hjælpenumre med.
rescue-restored = Den nye bog ligger i { $path }. Den åbnes med den samme adgangssætning og de samme ord som kopien.
rescue-restore-damaged = Kopien er ikke hel, så der er ikke lavet en ny bog. Prøv en ældre kopi, eller brug salvage.
rescue-saving = Redder linjerne over i en ny bog.
rescue-salvaged = Den nye bog ligger i { $path }. Den åbnes med den samme adgangssætning og de samme ord.
rescue-salvaged-lines = { $count ->
    [one] 1 linje er reddet
   *[other] { $count } linjer er reddet
}, heraf { $history } fra historien.
rescue-salvaged-people = { $count ->
    [one] 1 menneske er reddet.
   *[other] { $count } mennesker er reddet.
}
rescue-salvaged-others = { $count ->
    [one] 1 ting mere er reddet: billeder, hjælpenumre, besøg, kopier og det øvrige.
   *[other] { $count } ting mere er reddet: billeder, hjælpenumre, besøg, kopier og det øvrige.
}
rescue-lost-kinds = Noget af det her kunne ikke reddes: { $kinds }.
rescue-kind-pictures = billeder og optagelser
rescue-kind-numbers = hjælpenumre
rescue-kind-copies = listen over kopier
rescue-kind-earlier = historien fra før bogen blev hentet ind
rescue-kind-handovers = dem, du har skrevet sammen med
rescue-kind-visits = besøg, aftaler og forslag
rescue-kind-rest = navne, tal og valg
rescue-salvaged-history = { $kept ->
    [one] 1 ændring
   *[other] { $kept } ændringer
} i historien er med. { $lost ->
    [0] Ingen mangler.
    [one] 1 kunne ikke læses eller føres videre.
   *[other] { $lost } kunne ikke læses eller føres videre.
}
rescue-salvaged-unplaced = { $count ->
    [one] 1 linje står i kapitlet »{ $title }«, fordi dens eget kapitel ikke kunne læses.
   *[other] { $count } linjer står i kapitlet »{ $title }«, fordi deres egne kapitler ikke kunne læses.
}
rescue-salvaged-chapter = Reddet
rescue-lost-nothing = Intet er gået tabt.
rescue-lost-lines = { $count ->
    [one] Vi ved, at der har været 1 linje mere, men den kan ikke læses.
   *[other] Vi ved, at der har været { $count } linjer mere, men de kan ikke læses.
}
rescue-lost-unsure = En del af bogen kan ikke læses. Vi kan ikke vide, om der stod mere dér.
rescue-lost-since = Den sidste ændring, der kan læses, er fra { $at }.
rescue-title = Min bog
rescue-written = Skrevet ud { $at } af redningsprogrammet.
rescue-rest = Besøg, aftaler, svar, forslag, hjælpenumre og listen over kopier står i filen bog-hel.json, som Holdepunkt kan hente ind.
rescue-people = Mennesker
rescue-trash = Fjernede linjer
rescue-history = Historien
rescue-because = fordi { $because }
rescue-wanted = ønskes
rescue-not-wanted = ønskes ikke
rescue-private = kun mig
rescue-hidden = skjult
