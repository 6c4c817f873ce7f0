# Skriv sammen på to computere: give en del af bogen, hente svar, åbne noget, en anden har givet.

handover = På to computere
handover-lead = Du kan give en del af din bog til en, du skriver sammen med. Den bliver åbnet på en anden computer, og alt, der skrives dér, er forslag. Intet kommer med i din plan, før du siger ja.
hand-begin = Giv en del af bogen
hand-take = Hent et svar
hand-open-file = Åbn noget, du har fået

hand-give = Giv en del af bogen
hand-give-lead = Du laver en fil, der er låst. Du kan give den på et USB-stik eller sende den, som du plejer.
hand-who = Hvem får den?
hand-known-one = Åbnes med deres nøgle
hand-someone = En anden
hand-open = Hvad åbner du?
hand-open-lead = Kun det, du vælger, kommer med. Linjer med »kun mig«, billeder og det, du har skjult, bliver hjemme.
hand-agenda = Hvad vil du gerne have hjælp til?
hand-make = Lås og gem filen
hand-locking = Filen bliver låst. Om lidt vælger du, hvor den skal ligge.
hand-made = Filen er gemt
hand-made-where = Den ligger her: { $file }
hand-words = Seks ord åbner filen
hand-words-lead = Sig dem højt til hinanden, eller skriv dem på papir. Send dem aldrig sammen med filen. Vi gemmer dem ikke, så du ser dem kun nu.
hand-words-seen = Ordene er givet videre
hand-made-key = Filen åbnes med nøglen fra { $name }. Ingen ord skal huskes.
hand-what-now = Når der kommer en fil tilbage, henter du den her. Din plan er, som den var.

hand-given = Det har du givet
hand-none = Du har ikke givet noget fra dig endnu.
hand-to = Til { $name }
hand-along = Med: { $chapters }
hand-answer-none = Der er ikke kommet svar endnu.
hand-answer-came = Svar hentet { $when }
hand-waits =
    { $count ->
        [one] Ét forslag venter på dig.
       *[other] { $count } forslag venter på dig.
    }
hand-came = Det blev foreslået
hand-save = Gem det som fil
hand-close = Tag ikke imod flere svar
hand-closed = Du tager ikke imod flere svar her.
hand-reopen = Åbn for svar igen
hand-erase = Slet for altid
hand-erase-lead = Det, du gav, og alt, der blev foreslået, forsvinder hos dig. Linjer, du har sagt ja til, bliver. Det, der ligger hos andre, kan vi ikke slette. Det kan ikke fortrydes.
hand-erase-sure = Ja, slet det for altid
hand-erased = Det er slettet hos dig.

hand-taken =
    { $count ->
        [0] Der er ikke noget nyt i svaret. Du har det hele.
        [one] { $name } har skrevet ét forslag.
       *[other] { $name } har skrevet { $count } forslag.
    }
hand-taken-where = De venter under Forslag, til du har lyst. Din plan er, som den var.
hand-taken-before = Noget af det har du allerede svaret på. Det bliver, som du svarede.
hand-see = Se forslagene

hand-keys = Nøgler i stedet for ord
hand-keys-lead = Skriver I tit sammen, kan I bruge en nøgle. Så skal ingen huske ord.
hand-own-key = Min nøgle
hand-own-key-lead = Giv den til dem, der skal kunne give dig noget. Den kan kun låse, ikke åbne.
hand-own-key-show = Vis min nøgle
hand-own-key-save = Gem nøglen som fil
hand-spoken = Fire ord at læse højt: { $words }
hand-spoken-lead = Ser I de samme fire ord, er det den rigtige nøgle.
hand-cowriters = Dem, du har en nøgle fra
hand-cowriter-add = Tilføj en nøgle
hand-cowriter-key = Nøglen, du har fået
hand-cowriter-key-hint = Den begynder med age1. Sæt den ind her.
hand-cowriter-keep = Gem nøglen
hand-cowriter-drop = Fjern nøglen

guest = En andens bog
guest-choose-lead = Har du fået en del af en andens bog? Vælg filen her. Den bliver ikke en del af din egen bog.
guest-choose = Vælg filen
guest-words = De seks ord
guest-words-hint = Dem har du fået for sig selv, ved siden af filen.
guest-unlock = Lås op
guest-unlocking = Filen bliver låst op. Det tager et øjeblik.
guest-by-key = Filen er låst til din nøgle. Der skal ingen ord til.
guest-from = Fra { $owner }
guest-owner = ejeren
guest-owner-first = Ejeren
guest-made = Lavet { $when }
guest-lead = Du ser kun det, der er åbnet for dig. Alt, du skriver, er forslag. { $owner } bestemmer, hvad der kommer med.
guest-agenda = Det vil { $owner } gerne have hjælp til
guest-you-are = Du skriver som { $name }, { $role }.
guest-name = Hvad hedder du?
guest-stays = Bogen ligger kun her, så længe den er åben. Når vinduet lukkes, er den væk. Gem dit svar først. Går computeren i stå, er det, du har skrevet, ikke tabt. Det ligger låst her i 30 dage og er der, når du åbner filen igen.
guest-begin = Åbn bogen
guest-banner = Det er ikke din bog
guest-banner-lead = { $owner } har åbnet den for dig. Du skriver forslag.
guest-written =
    { $count ->
        [0] Intet forslag endnu
        [one] Ét forslag
       *[other] { $count } forslag
    }
guest-hand-back = Gem svaret
guest-handed = Svaret er gemt her: { $file }
guest-handed-lead = Giv filen til { $owner }. Skriver du mere, så gem svaret igen. Intet kommer med to gange.
guest-finish = Færdig
guest-finish-lead = Så bliver bogen slettet her på computeren.
guest-finish-yes = Slet bogen her
guest-finish-not-yet = Du har skrevet noget, der ikke er med i et svar endnu. Det er væk, når bogen er slettet.
guest-before-closing = Før du lukker
guest-unsent-rests = Lås bogen op igen, så kan du gemme svaret først.
guest-finish-anyway = Slet uden at gemme
guest-write-on = Skriv videre
guest-gone = Bogen er slettet her
guest-gone-lead = Det, der lå på computeren, er slettet. Det var låst hele tiden. Er der rester tilbage på disken, kan de ikke læses uden filen og det, der åbner den.
guest-gone-not = Det her kan vi ikke slette for dig:
guest-gone-file = Filen, du fik. Slet den selv, der hvor den ligger.
guest-gone-answer = Svaret, du gemte. Slet det, når du har givet det videre.
guest-gone-copies = Kopier i din mail, i papirkurven og i sikkerhedskopier af computeren.
guest-gone-memory = Det, du husker. Pas godt på det.
guest-gone-on = Videre
guest-waits = Bogen hviler
guest-waits-words = Skriv de seks ord igen, så kan du gå videre, hvor du slap. Dine forslag er her endnu.
guest-waits-key = Skriv din egen adgangssætning, så kan du gå videre, hvor du slap. Dine forslag er her endnu.
guest-waits-secret = Din adgangssætning
handover-short = Er I ikke samme sted? Giv en del af bogen i en fil, og få forslag tilbage.
handover-go = Skriv sammen på to computere
guest-resumed = Det, du skrev sidst, er her igen. Det er ikke i et svar endnu.
guest-resumed-damaged = Noget, du skrev sidst, kan ikke læses. Alt andet er, som det skal være.
