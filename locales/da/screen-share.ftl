# Screens around sharing: readers, ticks, the register of copies, more prints.
reader-ward = Afdelingen
reader-ward-lead = Hele kriseplanen. Den første side kan læses på et minut.
reader-relative = En pårørende
reader-relative-lead = Et ark, der siger, hvad man kan gøre, én ting ad gangen.
reader-residence = Bostedet
reader-residence-lead = Din hverdag, og det, andre må gerne gøre.
reader-doctor = Egen læge
reader-doctor-lead = En side om medicin med plads til det, du vil spørge om.
reader-jobcentre = Jobcentret
reader-jobcentre-lead = Næsten ingenting. Du sætter selv flueben ved det, de må vide.
reader-me = Kun mig
reader-me-lead = Hele bogen på papir, til dig selv.
reader-card = Kort til pungen
reader-card-lead = Et lille kort med det, der hjælper, og numrene på dem, du har sagt ja til.

share-ready = Gør et papir klar
share-ready-lead = Intet bliver sendt. Du får en fil, som du selv printer eller giver videre.
share-own = En anden
share-own-name = Hvem er det til?
share-own-like = Begynd med det samme som
share-own-add = Gør klar til { $name }
share-own-begin = Gør klar
share-last = Sidst { $date }
share-news = { $count ->
    [one] 1 ny ting siden
   *[other] { $count } nye ting siden
}
share-same = Intet nyt siden
share-blank = Tomme sider til at skrive på
share-blank-lead = De samme kapitler med streger i, hvis du hellere vil skrive i hånden.
share-files = En fil eller en tekst
share-files-lead = Hele bogen i én fil, eller tekst til at sætte ind et andet sted.
share-copies = Det har du givet
share-copies-none = Når du gemmer et papir, kan du skrive her, hvem der fik det. Så kan du senere se, hvem der har en gammel udgave.

copy-somebody = En, du ikke har skrevet navn på
copy-how-paper = på papir
copy-how-file = som fil
copy-how-shown = vist på skærmen
copy-standing-fresh = Den passer stadig
copy-standing-dead = { $count ->
    [one] Ordene passer stadig, men et nummer virkede ikke
   *[other] Ordene passer stadig, men { $count } numre virkede ikke
}
copy-standing-old = Den er gammel nu
copy-standing-replaced = Den har fået en afløser
copy-standing-back = Du har fået den tilbage
copy-standing-back-on = Du fik den tilbage { $date }
copy-standing-seen = Den er kun set
copy-news = Det er nyt siden
copy-news-own = { $count ->
    [one] 1 ting, der kun er din
   *[other] { $count } ting, der kun er dine
}
copy-news-gone = { $count ->
    [one] 1 linje er taget ud
   *[other] { $count } linjer er taget ud
}
copy-dead = { $count ->
    [one] Et nummer på den virkede ikke, da du prøvede det
   *[other] { $count } numre på den virkede ikke, da du prøvede dem
}
copy-dead-way = { $count ->
    [one] Ret nummeret først, og lav så en ny udgave.
   *[other] Ret numrene først, og lav så en ny udgave.
}
copy-replace = Lav en ny udgave
copy-back = Jeg har fået den tilbage
copy-not-back = Den er ude endnu
copy-edit = Ret
copy-remove = Fjern fra listen
copy-of = { $title } til { $whom }

ticks = Det skal være med
ticks-lead = Sæt flueben ved det, der må vises. Det, du har mærket »Kun mig«, er her ikke og kommer ikke med.
ticks-reset = Tilbage til forslaget
ticks-all = { $title }: alt
ticks-count = { $shown } af { $lines }
ticks-none = Her er ikke skrevet noget endnu, som kan komme på papir. Skriv et par linjer først, og kom tilbage.
ticks-open = Vælg linje for linje
ticks-news = Nyt siden { $date }
form = Hvad skal det være?
form-plan = Kriseplanen
form-supporter = Arket »Det gør du nu«
form-card = Kortet til pungen
form-doctor = Siden »Til lægen«
form-book = Kapitler fra bogen
print-options = Sådan skal det se ud
print-large = Store bogstaver
print-squares = Firkanter til telefonen
print-squares-lead = Kortets tekst som en firkant, en telefon kan læse.
reader-name = Navn på listen
reader-remove = Fjern fra listen
share-preview = Sådan ser det ud
share-preview-pages = { $count ->
    [one] 1 side
   *[other] { $count } sider
}
share-save = Gem som PDF
share-save-long = Vælg, hvor filen skal ligge. Så bliver den skrevet. Det kan tage et par sekunder …
share-waits = Siderne bliver sat op på ny først …
share-laying = Siderne bliver sat op …
share-laying-long = Der er meget i din bog. Det kan tage et par sekunder …
share-stopped = Du stoppede. Der er ikke ændret noget i din bog.
share-lay-again = Sæt siderne op igen
share-dead = { $count ->
    [one] Et nummer på papiret virkede ikke, da du prøvede det
   *[other] { $count } numre på papiret virkede ikke, da du prøvede dem
}
share-dead-way = { $count ->
    [one] Ret det gerne først. Du kan også bruge papiret, som det er.
   *[other] Ret dem gerne først. Du kan også bruge papiret, som det er.
}
share-shown = Jeg viser det på skærmen
share-replacing = Det her afløser udgaven fra { $date } ({ $whom }). Øverst kommer et ark, der beder om, at den gamle bliver revet i stykker.

give = Hvem skal have den?
give-lead = Så kan du se senere, hvem der har hvad. Du kan også springe det over.
give-whom = Navn
give-how = Hvordan?
give-save = Skriv det på listen
give-skip = Spring over
given = Skrevet på listen.
given-see = Se listen
blank-lead = Vælg kapitler. Siderne hedder det samme som på skærmen, så du kan skrive ind fra papiret en anden dag.
blank-chapters = Hvilke kapitler?
blank-none = Sæt flueben ved et kapitel, så er der sider at skrive på.
back-to-shares = Tilbage til Delt med andre
