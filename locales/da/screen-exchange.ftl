# Tag med og hent ind: hele bogen i en fil, filer udefra, tekst, personer, kalender, billeder på linjer.
out = Tag med og hent ind
out-door = Hele bogen i en fil, tekst, kalender og personer.
out-of = Tag med
out-into = Hent ind
out-lead = Bogen er din. Du kan altid tage den med ud, og du kan hente noget ind i den. Intet bliver sendt.
out-book = Hele bogen i én fil
out-book-door = Til en anden computer, eller til at have liggende.
file-in = Hent en fil ind
file-in-door = En hel bog, eller linjer fra en anden bog.
text-out = Tekst til at sætte ind et andet sted
text-out-door = For eksempel i kommunens journal.
people-in = Personer fra din adressebog
people-in-door = Vælg selv, hvem der kommer med.
calendar-out = Hverdagen i din kalender
calendar-out-door = Det, du gør hver dag, dine aftaler og dagen, du ser planen igennem.
calendar-saved = Åbn filen i din kalender, så kommer dagene med. Det, der kun er dit, er ikke med.

out-book-lead = Alt, hvad der står i bogen, kommer med: alle sider, personer, billeder, det, der kun er dit, besøg, det, du har sagt nej til, og hele historikken.
out-locked = Låst med seks ord
out-locked-lead = Kun den, der har ordene, kan åbne filen. Skriv dem ned, før du gemmer. Vi gemmer dem ikke.
out-draw = Lav seks ord
out-draw-again = Lav seks andre
out-wrote = Jeg har skrevet ordene ned
out-save-locked = Gem den låste fil
out-open = Uden lås
out-open-lead = Alle, der får fat i filen, kan læse den. Andre programmer kan også. Vælg den, hvis du vil bruge din tekst et andet sted.
out-save-open = Gem uden lås
out-large = Filen fylder mere end 20 MB. Så store filer kan bogen ikke hente ind igen. Det er billeder og lyd, der fylder. Lav en sikker kopi også.
out-keep-words = Læg ordene et andet sted end filen.
out-replacing = Den her fil afløser den fra { $date } ({ $whom }). Bed om, at den gamle bliver slettet, når du giver den nye.
out-shares = Se, hvem der har fået hvad
file-give-lead = Giver du det her til nogen, kan du skrive det på listen. Så ser du senere, om det er blevet gammelt.
file-give = Skriv, hvem der får det

file-in-lead = Først ser du, hvad der er i filen. Intet kommer ind i bogen, før du siger ja.
file-choose = Vælg en fil
file-choose-other = Vælg en anden fil
file-words = Filen er låst
file-words-lead = Skriv de seks ord, der hører til filen.
file-words-label = De seks ord
file-unlock = Åbn filen
file-of = Filen er skrevet af { $name }.
file-blank-lead = Din bog er tom endnu. Derfor kan hele bogen komme ind, som den er, med historik og det hele.
file-history = { $count ->
    [one] Der følger én ændring med i historikken, fra { $from }.
   *[other] Der følger { $count } ændringer med i historikken, fra { $from } til { $until }.
}
file-history-mark = I historikken står der, at de kommer fra filen.
file-take-whole = Hent hele bogen ind
file-some-lead = Sæt flueben ved det, du vil have med. Det, der står i din bog nu, bliver stående.
file-take-some = { $count ->
    [0] Vælg noget først
    [one] Hent 1 ind
   *[other] Hent { $count } ind
}
file-whose = Hvem har skrevet det?
file-mine = Det er mine egne ord
file-theirs = Det er skrevet af { $name }
file-all = Vælg alt nyt i { $title }
file-none = Fjern alle flueben i { $title }
file-people = Personer
file-nothing = Der er ikke noget i filen, som ikke allerede står i din bog.
file-new = nyt
file-same = står i bogen
file-other = står anderledes i bogen nu: { $now }
file-thrown = har du smidt ud før
file-person-wanted = ønskes, når det er svært
file-person-not-wanted = ønskes ikke, når det er svært
file-private = kun mig
file-by = skrevet af { $name }
file-unseen = { $count ->
    [one] Én linje mere kan vi ikke vise her.
   *[other] { $count } linjer mere kan vi ikke vise her.
}
file-thrown-count = { $count ->
    [one] Én linje ligger i filens papirkurv.
   *[other] { $count } linjer ligger i filens papirkurv.
}
file-later = Filen er lavet med en nyere udgave. Noget af den kan ikke komme med her.
file-taken = Det er hentet ind. Fortryder du, så tryk på Fortryd.
going-copying = Først laver vi en kopi af din bog …
going-checking = Kopien bliver tjekket …
going-unlocking = Filen bliver låst op …
going-reading = Filen bliver læst …
going-pictures = Billederne i filen bliver set efter …
going-comparing = Vi ser, hvad der står i forvejen …
going-taking = Det bliver hentet ind …
going-keeping = Nu bliver det gemt …
going-stop = Stop
going-stop-means = Så er din bog, som den var.
going-stopping = Stopper …
going-too-late = Det er næsten færdigt. Fortryder du, kan det tages ud igen med ét tryk.
file-making = Laver filen. Det kan tage et øjeblik.

text-out-lead = Vælg kapitler. Det, der kun er dit, kommer aldrig med.
text-plain = Almindelig tekst
text-markdown = Med overskrifter (Markdown)
text-kind = Hvordan
text-chapters = Kapitler
text-none = Her er ikke skrevet noget endnu. Skriv et par linjer i bogen først, og kom tilbage.
text-copy = Kopiér teksten
text-save = Gem som fil
text-copied = Teksten er kopieret. Sæt den ind, hvor du vil. Den bliver i udklipsholderen, til du kopierer noget andet.
text-by-hand = Markér teksten herunder, og tryk på Ctrl+C.
text-see = Sådan bliver den
text-replacing = Teksten afløser den fra { $date } ({ $whom }). Øverst står der, at den gamle skal slettes.

people-in-lead = Gem dine kontakter som en vCard-fil fra telefonen eller computeren. Vælg så filen her. Vi tager kun navn og telefon.
people-choose = Vælg en adressebog
people-pick = Hvem skal med?
people-take = { $count ->
    [0] Vælg nogen først
    [one] Hent 1 person ind
   *[other] Hent { $count } personer ind
}
people-taken = { $count ->
    [one] 1 person er hentet ind.
   *[other] { $count } personer er hentet ind.
}
people-nameless = Uden navn

out-choose-book = Vælg en fil fra Holdepunkt
out-choose-people = Vælg en adressebog
out-choose-picture = Vælg et billede eller en lydoptagelse

add-picture = Billede eller lyd
picture-what = Hvad viser billedet?
sound-what = Hvad siger du i optagelsen?
picture-remove = Fjern billedet
sound-remove = Fjern optagelsen
sound-title = Lydoptagelse
sound-hear = Gem optagelsen for at høre den
sound-hear-lead = Bogen kan ikke selv spille lyd. Vælg, hvor filen skal ligge. Så ligger den også uden for bogen.
picture-save = Gem billedet som fil
picture-plain = Billede
