# Når noget ikke kan lade sig gøre. err-… siger, hvad der skete, og hvad der er i god behold. rec-… siger, hvad du kan gøre nu.
# Ingen skyld, ingen alarm, ingen fagord.

err-wrong-secret = Det passer ikke til din bog. Bogen er låst, som den skal være, og der er ikke sket noget med den.
rec-wrong-secret = Prøv igen, så mange gange du vil. Se efter, om store bogstaver er slået til. Du kan også bruge de tolv ord fra dit ark.

err-wrong-present = Det passer ikke til din bog. Der er ikke ændret noget.
rec-wrong-present = Se efter, om store bogstaver er slået til, og prøv igen. Du kan også bruge de tolv ord fra dit ark.

err-wrong-words = Ordene passer ikke til din bog. Bogen er låst, som den skal være, og der er ikke sket noget med den.
rec-wrong-words = Har du lavet et nyt ark siden, er det ordene på det nye, der gælder. Se også, om ordene står i den rigtige rækkefølge.

err-unknown-word = Ord nummer { $number } kender vi ikke. Din bog er i god behold.
rec-unknown-word = Se på arket, hvordan det ord er stavet. De første fire bogstaver er nok.

err-words-do-not-match = De ord hører ikke sammen på den måde. Din bog er i god behold.
rec-words-do-not-match = Tæl efter, om der er tolv. Skriv dem i samme rækkefølge som på arket. Har du flere ark, så brug det nyeste.

err-empty-passphrase = Feltet er tomt endnu. Der er ikke ændret noget.
rec-empty-passphrase = Skriv din adgangssætning, og prøv igen.

err-keyring-missing = Computerens nøglering svarer ikke. Bogen er i god behold.
rec-keyring-missing = Brug adgangssætningen eller de tolv ord i stedet. Virker nøgleringen igen senere, kan du bruge den igen.

err-keyring-locked = Computerens nøglering er låst lige nu. Bogen er i god behold.
rec-keyring-locked = Lås nøgleringen op, og prøv igen. Eller brug adgangssætningen eller de tolv ord.

err-keyring-empty = Nøglen til din bog ligger ikke i computerens nøglering. Det kan ske, når computeren er sat op på ny. Bogen er i god behold.
rec-keyring-empty = Brug adgangssætningen eller de tolv ord i stedet.

err-keyring-other = Nøglen i computerens nøglering passer ikke til din bog. Bogen er i god behold.
rec-keyring-other = Brug adgangssætningen eller de tolv ord i stedet.

err-keys-missing = Bogen ligger her, men filen med dens nøgler er væk. Alt, du har skrevet, ligger der stadig, men det er låst.
rec-keys-missing = Har du en kopi af mappen, så find filen book.keys i den. Læg den ved siden af book.db, og prøv igen. Slet ikke noget imens.

err-book-missing = Nøglerne ligger her, men selve bogen er ikke i mappen. Vi har ikke ændret noget.
rec-book-missing = Bogen hedder book.db. Måske er den flyttet, eller den ligger på et USB-stik. Læg den tilbage ved siden af nøglerne, og prøv igen.

err-keys-damaged = Filen med bogens nøgler er gået i stykker. Selve bogen er ikke rørt.
rec-keys-damaged = Har du en kopi af mappen, så tag filen book.keys fra den. Har du ingen kopi, så lad alt ligge, og få en, du stoler på, til at hjælpe.

err-already-open = Din bog er allerede åben i et andet vindue. Den er i god behold.
rec-already-open = Find det andet vindue, og skriv videre der. Eller luk det, og prøv igen her.

err-newer = Bogen er gemt med en nyere udgave af Holdepunkt. Den er i god behold, og vi har ikke ændret noget i den.
rec-newer = Hent den nyeste udgave af Holdepunkt, og åbn bogen med den.

err-foreign = Filen i mappen er ikke en bog fra Holdepunkt. Vi har ladet den ligge, præcis som den var.
rec-foreign = Flyt filen book.db et andet sted hen, hvis den hører til noget andet. Eller vælg en anden mappe til din bog.

err-damaged = Noget i filen med din bog er gået i stykker. Filen ligger der stadig, og vi har ikke rettet i den.
rec-damaged = Tag først en kopi af hele mappen. Har du en ældre kopi, kan du åbne den i stedet. Få gerne en, du stoler på, til at hjælpe.

err-book-exists = Der ligger allerede en bog i mappen. Vi har ikke rørt den.
rec-book-exists = Åbn den bog, der er. Eller vælg en anden mappe til den nye.

err-no-book = Der er ingen bog i mappen endnu. Der er ikke ændret noget.
rec-no-book = Begynd en ny bog her. Eller vælg den mappe, hvor din bog ligger.

err-wrong-cipher = Den del af programmet, der låser din bog, er ikke den rigtige. Derfor åbner vi ikke bogen, og den bliver ved med at være låst.
rec-wrong-cipher = Installér Holdepunkt igen, og prøv så en gang til.

err-disk-full = Der er ikke mere plads på computeren. Alt, der står som gemt, er gemt.
rec-disk-full = Lad vinduet stå åbent. Flyt eller slet noget andet, du kan undvære, og prøv igen.

err-read-only = Computeren giver os ikke lov til at skrive her. Alt, der er gemt i din bog, er i god behold.
rec-read-only = Ligger bogen på et USB-stik med lås, så slå låsen fra. Ellers flyt den til en mappe, du må skrive i.

err-folder-missing = Vi kan ikke nå mappen med din bog lige nu. Det betyder ikke, at bogen er væk.
rec-folder-missing = Sæt USB-stikket i, hvis bogen ligger på et. Se efter, om mappen er flyttet, og prøv igen.

err-no-data-folder = Vi kan ikke finde et sted til din bog på computeren. Der er ikke ændret noget.
rec-no-data-folder = Vælg selv en mappe: start Holdepunkt med --data-dir og mappens navn.

err-no-randomness = Computeren kunne ikke lave en sikker nøgle lige nu. Der er ikke ændret noget.
rec-no-randomness = Vent et øjeblik, og prøv igen. Hjælper det ikke, så genstart computeren.

err-io = Computeren kunne ikke læse eller skrive lige nu. Alt, der står som gemt, er gemt.
rec-io = Prøv igen. Sker det flere gange, så tag en kopi af mappen til et andet sted.

err-database = Der gik noget galt i programmet. Alt, der står som gemt, er gemt.
rec-database = Prøv igen. Hjælper det ikke, så luk Holdepunkt, og åbn det igen.

err-copy-stopped = Kopien blev ikke færdig, fordi bogen blev brugt imens. Din bog og dine ældre kopier er i god behold.
rec-copy-stopped = Prøv igen om et øjeblik.

err-stopped = Du stoppede det. Der er ikke ændret noget.
rec-stopped = Du kan begynde igen, når du vil.

err-rekey-stopped = Den nye nøgle blev ikke færdig. Din bog er hel.
rec-rekey-stopped = Prøv igen her. Lås op med den nye adgangssætning. Virker den ikke, så brug den, du havde før.

err-target-gone = Kopien blev ikke færdig, for mappen kan ikke nås mere. Måske er stikket taget ud. Din bog er i god behold.
rec-target-gone = Sæt stikket i igen, og prøv en gang til. En mappe, hvis navn begynder med unfinished, er ikke en kopi og kan slettes.

err-target-full = Der er ikke plads nok til kopien dér. Din bog er i god behold.
rec-target-full = Slet noget på stikket, du kan undvære. Eller vælg et andet sted.

err-target-read-only = Der må ikke skrives i den mappe. Din bog er i god behold.
rec-target-read-only = Vælg en anden mappe. Har stikket en lille lås på siden, så slå den fra.

err-no-copy = Der ligger ingen kopi af en bog i den mappe. Der er ikke ændret noget.
rec-no-copy = Vælg stikket eller den mappe, kopien ligger i. Mappens navn begynder med holdepunkt.

err-other-book = Kopien hører til en anden bog. Din bog er, som den var.
rec-other-book = Vælg en kopi af den bog, du har åben nu.

err-copy-damaged = Noget i kopien er gået i stykker, så den kan ikke bruges. Din bog er, som den var.
rec-copy-damaged = Prøv med en anden kopi. Behold også den her, hvis det er den eneste.

err-locked = Din bog er låst. Alt, du har gemt, er i den.
rec-locked = Lås den op, og skriv videre, hvor du slap.

err-not-found = Det er her ikke længere. Resten af din bog er, som den var.
rec-not-found = Gå tilbage til siden. Har du selv fjernet det, kan du fortryde med Ctrl+Z.

err-too-long = Teksten er for lang til et felt. Det, der var gemt før, er stadig gemt.
rec-too-long = Del den i to, eller gør den kortere.

err-not-here = Det kan man ikke gøre her. Der er ikke ændret noget.
rec-not-here = Gå tilbage, og vælg noget andet.

err-day-has-been = Den dag er allerede forbi. Der er ikke ændret noget.
rec-day-has-been = Vælg i dag eller en senere dag.

err-nothing-to-undo = Der er ikke mere at fortryde. Alt, du ser, er gemt.
rec-nothing-to-undo = Du kan roligt skrive videre.

err-nothing-to-redo = Der er ikke noget at gentage. Alt, du ser, er gemt.
rec-nothing-to-redo = Du kan roligt skrive videre.

err-nothing-to-print = Der står ikke noget på siden endnu. Resten af bogen er, som den var.
rec-nothing-to-print = Skriv bare en linje, så er der noget at printe. En halv plan er også en plan.

err-card-full = Der er ikke plads til det hele på kortet. { $side ->
    [front] Forsiden
   *[back] Bagsiden
} er cirka { $lines ->
    [one] en linje
   *[other] { $lines } linjer
} for lang.
rec-card-full = { $side ->
    [front] Tag flueben fra et navn eller noget, du ikke tåler, eller skriv dem kortere.
   *[back] Tag flueben fra nogle linjer om det, der hjælper, og det, ingen må gøre. Eller skriv dem kortere.
}

err-file-name = Navnet er for langt til en fil, eller der er et tegn i det, som en fil ikke kan hedde. Intet er gemt endnu.
rec-file-name = Gem igen, og giv filen et kort navn.

err-no-such-folder = Mappen er der ikke mere. Filen blev ikke gemt, men bogen er, som den var.
rec-no-such-folder = Var det et USB-stik, så sæt det i igen. Eller vælg en anden mappe.

err-no-viewer = Filen ligger, hvor du gemte den, men computeren har ikke et program, der kan vise den.
rec-no-viewer = Tag filen med på et USB-stik til en computer med printer, for eksempel på biblioteket.

err-print = Vi kunne ikke lave siderne til print. Alt, der står som gemt, er gemt.
rec-print = Prøv igen. Hjælper det ikke, så luk Holdepunkt, og åbn det igen.

err-not-your-pen = Det er kun den, bogen tilhører, der kan gøre det. Der er ikke ændret noget.
rec-not-your-pen = Er det din bog, så tag selv pennen.

err-shut-now = Kapitlet er lukket, så længe I har besøg. Det er der stadig, og ingen kan se det.
rec-shut-now = Åbn det for besøget, hvis du vil. Eller hold pause, til du er alene.

err-visit-goes-on = Det venter, så længe I har besøg. Så ser ingen mere, end du har åbnet.
rec-visit-goes-on = Hold pause i besøget, eller afslut det. Så er alting her igen.

err-changed-since = Der er skrevet noget andet her, siden forslaget blev lavet. Der er ikke ændret noget.
rec-changed-since = Se de to ved siden af hinanden, og vælg selv.
