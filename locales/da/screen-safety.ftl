# Safety and copies: what opening put right, a full disk, backups, safe copies, the trash, another key, a copy from elsewhere.
safety = Sikkerhed og kopier
safety-door = Kopier af bogen, og det, du har fjernet.
safety-lead = Din bog ligger kun på denne computer. Her passer du på den.
safety-newest = Nyeste kopi: { $when }. Den er tjekket og hel.
safety-no-backup = Der er ingen kopi endnu. Bogen laver selv den første, når du har skrevet lidt.
safety-safe-copy-at = Sidste sikre kopi: { $when }.
safety-no-safe-copy = Du har ikke lavet en sikker kopi endnu.
days-ago = { $count ->
    [one] for 1 dag siden
   *[other] for { $count } dage siden
}

told-title = Da bogen blev åbnet
disk-full = Der er ikke mere plads på computeren. Din tekst er her stadig.
reserve = Computeren er fuld.
reserve-lead = Det sidste, du skrev, er gemt i den plads, bogen holder fri til det. Slet eller flyt noget andet, du kan undvære.
reserve-made = Jeg har gjort plads
reserve-not-yet = Der er ikke plads nok endnu. Det, du har skrevet, er gemt.
read-only-way-out = Vil du skrive, så læg bogen et sted, hvor computeren må gemme, og åbn den igen.
cloud-title = Bogens mappe bliver delt

backups = Kopier af bogen
backups-door = Se dem, lav en ny, eller gå tilbage til en.
backups-lead = Bogen laver selv kopier, mens du skriver, og når du lukker. En kopi tæller først, når den er tjekket.
backup-now = Lav en kopi nu
backup-done = Kopien er lavet og tjekket. Den er hel.
backups-list = Gå tilbage til en kopi
backups-list-lead = Først ser du, hvad der bliver anderledes. Intet sker, før du siger ja.
backup-see = Se forskellen
backup-see-of = Se forskellen på bogen nu og { $when }
backups-older = Vis de ældre
elsewhere = En kopi et andet sted
elsewhere-lead = Har du en sikker kopi på et stik, kan du også gå tilbage til den.
elsewhere-go = Gå til en anden kopi
elsewhere-secret = Kopien har en anden lås end bogen
elsewhere-secret-lead = Skriv den adgangssætning eller de tolv ord, du havde, da kopien blev lavet.
elsewhere-open = Åbn kopien
reading-copy = Kopien bliver åbnet …

restore-title = Bogen, som den var { $when }
restore-lead = Det her bliver anderledes, hvis du går tilbage. Intet er ændret endnu.
restore-same = Der er ingen forskel. Bogen er, som den var dengang.
restore-back = Kommer tilbage
restore-out = Tages ud af bogen
restore-changed = Bliver, som det var
restore-now = Nu
restore-then = Dengang
restore-otherwise = { $count ->
    [one] 1 linje står ens, men får et andet mærke, valg eller sted.
   *[other] { $count } linjer står ens, men får et andet mærke, valg eller sted.
}
restore-other = { $count ->
    [one] Desuden 1 ting, der ikke er en linje, for eksempel et navn på et kapitel.
   *[other] Desuden { $count } ting, der ikke er linjer, for eksempel navne på kapitler.
}
restore-undo = Du kan fortryde det bagefter. Bogen, som den er nu, bliver også gemt som kopi.
restore-stays = Bliver i bogen
restore-stays-lead = Det her er hos andre og kan ikke hentes hjem. Derfor husker bogen det stadig, og svar kan stadig komme ind.
restore-copies = { $count ->
    [one] 1 udgave på siden Delt med andre
   *[other] { $count } udgaver på siden Delt med andre
}
restore-again = { $count ->
    [one] 1 forslag, du har sagt ja til siden, venter igen på dit svar.
   *[other] { $count } forslag, du har sagt ja til siden, venter igen på dit svar.
}
restore-do = Gå tilbage til den
restore-not = Nej, behold bogen
restoring = Bogen bliver hentet frem …
restored = Bogen er nu, som den var { $when }. Du kan fortryde det.

safe-copy = Sikker kopi
safe-copy-make = Lav en sikker kopi
safe-copy-door = På et stik eller i en mappe, du selv vælger.
safe-copy-lead = En kopi af hele bogen på et stik. Den hjælper, hvis computeren går i stykker eller bliver væk.
safe-copy-key = Kopien er låst som bogen. Den åbnes med den adgangssætning og de tolv ord, du har i dag.
safe-copy-open = Din bog har ingen lås. Den, der finder kopien, kan læse den.
safe-copy-do = Vælg et stik eller en mappe
safe-copy-done = Den sikre kopi er lavet og tjekket. Den ligger i { $folder }.
safe-copy-eject = Lad computeren skubbe stikket ud, før du tager det.
safe-copy-same-disk = Den ligger på samme disk som bogen. Lav også en på et stik, så den ikke går tabt sammen med bogen.
safe-copy-shared = { $service } kopierer den mappe til nettet. Så ligger der også en kopi hos andre.
copying = Bogen bliver kopieret … { $percent } %
copy-checking = Kopien bliver tjekket …
copy-stay = Du kan roligt skrive videre imens.

trash = Det, du har fjernet
trash-door = Hent det tilbage, eller slet det for altid.
trash-lead = Det ligger her, til du selv gør noget ved det.
trash-empty = Her er tomt. Fjerner du noget i bogen, kan du finde det her igen.
trash-when = Fjernet { $when }
trash-from = Stod på siden »{ $page }«
trash-homeless = Det kan ikke hentes tilbage herfra. Kopiér teksten, hvis du vil bruge den igen.
trash-back = Hent tilbage
trash-back-of = Hent tilbage: { $text }
trash-came-back = Det er tilbage på sin plads.
trash-erase = Slet for altid
trash-erase-of = Slet for altid: { $text }
erase-reaches = Det bliver taget ud af bogen og af dens historik. De gamle kopier på computeren bliver fjernet, og en ny bliver lavet.
erase-cannot = Vi kan ikke nå kopier på stik, papir eller hos andre. Et besøg eller en overlevering sletter du dér, hvor du ser den.
erase-undo = Det kan ikke fortrydes. Det, du har gjort før i bogen, kan heller ikke fortrydes mere.
erase-sure = Ja, slet det for altid
erase-sure-all = Slet dem for altid
erase-not = Nej, lad det ligge
erasing = Det bliver slettet, og kopierne bliver ryddet …
erased = Det er slettet for altid, også i kopierne på computeren.
erased-copies-wait = Det er slettet for altid i bogen. De gamle kopier forsvinder, så snart der kan laves en ny.
trash-old = { $count ->
    [one] 1 ting har ligget her i mere end 30 dage. Vil du slette den for altid?
   *[other] { $count } ting har ligget her i mere end 30 dage. Vil du slette dem for altid?
}
trash-old-short = { $count ->
    [one] 1 ting har ligget der i mere end 30 dage.
   *[other] { $count } ting har ligget der i mere end 30 dage.
}
trash-old-do = Ja, slet for altid
trash-old-not = Lad dem ligge

rekey = Nogen kender måske min adgangssætning
rekey-door = Giv bogen en ny nøgle og et nyt ark.
rekey-lead = Bogen får en helt ny nøgle. Du vælger en ny adgangssætning og får et nyt ark.
rekey-after = Så virker den gamle adgangssætning og det gamle ark ikke mere. De gamle kopier på computeren bliver fjernet.
rekey-sticks = Sikre kopier på stik åbnes stadig med det gamle. Slet dem, og lav en ny.
rekey-only-change = Vil du bare have en anden adgangssætning?
rekey-do = Giv bogen en ny nøgle
rekey-done = Bogen har en ny nøgle. Det gamle ark virker ikke mere, så riv det i stykker.
rekey-writing = Bogen får sin nye nøgle …
rekey-checking = Den nye bog bliver tjekket …
rekey-clearing = De gamle kopier bliver ryddet …
rekey-stop = Lukker computeren imens, har du stadig en hel bog: den gamle eller den nye.
rekey-copies-wait = De gamle kopier forsvinder, så snart der kan laves en ny.
give-lock = Giv bogen en lås
give-lock-door = Vælg en adgangssætning, og få et ark med tolv ord.
give-lock-lead = Du vælger en adgangssætning og får et ark med tolv ord. Så kan ingen læse bogen uden.
give-lock-after = De gamle kopier på computeren har ingen lås. De bliver fjernet.
give-lock-sticks = Kopier på stik har stadig ingen lås. Slet dem, og lav en ny.
give-lock-done = Bogen har fået en lås.
new-sheet-lead = Det her er dit nye ark. Skriv ordene på papir, eller gem arket.
sheet-kept = Arket er på plads

get-in-safe = En sikker kopi
get-in-safe-how = Har du en kopi på et stik? Den åbnes med det, du brugte dengang.
get-in-safe-go = Find en sikker kopi
have-copy = Jeg har en kopi af min bog
copy-from = En kopi fra { $when }
copy-secret-lead = Skriv den adgangssætning eller de tolv ord, du havde, da kopien blev lavet.
copy-no-lock = Kopien har ingen lås.
copy-sets-aside = Den låste bog bliver lagt til side. Den bliver ikke slettet.
copy-use = Brug kopien
copy-taking = Kopien bliver tjekket og lagt på plads …
copy-lead-new = Vælg det stik eller den mappe, kopien ligger i. Så fortsætter du, hvor du slap.
