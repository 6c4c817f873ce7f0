# Words on paper: the crisis plan and the sheet with the recovery words. Read by the citizen's people and by staff.

print-plan-title = Min kriseplan
print-plan-lead = Sådan hjælper du mig bedst, når jeg har det sværest. Læs denne side først.
print-plan-version = udgave { $number }
print-plan-stamp = Eksempel – en opdigtet person
print-page = side
print-of = af
print-facts = Om mig
print-more = Resten står på side
print-rest = Resten står i hele planen.
print-see = se side
print-missing = □ står for et tegn, som ikke kunne trykkes.

print-fact-called = Kald mig
print-fact-legal-name = Navn i papirerne
print-fact-birth = Født
print-fact-language = Sprog og tolk
print-fact-senses = Hørelse og syn
print-fact-pregnancy = Gravid
print-fact-home-now = Hjemme hos mig nu
print-fact-physical = Fysisk sygdom
print-fact-whom = Hvem må vide hvad
print-fact-whom-not = Hvem må intet vide
print-fact-until = Samtykket gælder
print-fact-in-use = Taget i brug
print-fact-allergy = Allergi

print-panel-call = Ring til
print-panel-call-not = Ring ikke til
print-call-not = Ring ikke til: { $names }
print-call-unset = Andre, som jeg ikke har sagt ja eller nej til: { $names }
print-panel-helps = Det hjælper
print-panel-never = Det gør det værre
print-panel-medicine = Medicin

print-choice-preferred = Helst
print-choice-acceptable = Kan gå an
print-choice-not = Nej

print-people-wanted = Dem vil jeg gerne have med
print-people-not-wanted = Dem vil jeg ikke have med
print-people-unset = Andre, som jeg ikke har sagt ja eller nej til
print-person-nameless = Uden navn

print-life-children = Børn
print-life-pets = Dyr
print-life-plants = Planter
print-life-post = Post og Digital Post
print-life-money = Husleje og regninger
print-life-keys = Nøgler
print-life-work = Arbejde og jobcenter
print-life-deliveries = Aftaler og leveringer
print-life-home = Hjemmet
print-life-pick-up = Hente medicin
print-life-tells = Hvem siger hvad til hvem
print-life-visits = Besøg
print-life-skills = Det vil jeg selv blive ved med

print-consent-whom = Hvem må vide hvad
print-consent-not = Hvem må intet vide
print-consent-until = Samtykket gælder
print-relatives-involve = Dem skal I tale med
print-relatives-how = Sådan skal de være med
print-relatives-disagree = Når vi ikke er enige
print-ward-arrive = Sådan tager I bedst imod mig
print-ward-first = Prøv det her først
print-ward-staff = Dem vil jeg helst have omkring mig
print-ward-day = En god dag på afdelingen
print-papers-testament = Behandlingstestamente
print-papers-power = Fremtidsfuldmagt

print-numbers = Numre, der kan hjælpe
print-advance-title = Mine ønsker på forhånd
print-advance-lead = Forhåndstilkendegivelser efter psykiatrilovens § 3. Det her er mine egne ord til den afdeling, der tager imod mig.
print-advance-wishes = Det er mine ønsker. Kan I ikke følge et af dem, så fortæl mig hvorfor.
print-advance-other = Et behandlingstestamente (siden 1. januar 2019, sundhedslovens § 26) og en fremtidsfuldmagt er noget andet.
print-advance-sign-ward = Dato og underskrift fra en på afdelingen, der har læst det

print-because = fordi { $why }
print-author = foreslået af { $name }, og jeg har sagt ja

print-confirm = Spørg, om det er den nyeste plan: { $who }
print-review = Jeg ser planen igennem igen: { $when }
print-law = På en psykiatrisk afdeling skal personalet spørge til mine ønsker og tage hensyn til dem (psykiatriloven § 3, lovbekendtgørelse 185 af 1. februar 2022). Dette er ikke juridisk rådgivning.
print-sign-me = Dato og min underskrift
print-sign-witness = Dato og underskrift fra en, der har læst planen med mig (hvis jeg vil)

print-sheet-title = Tolv ord
print-sheet-lead-1 = Ordene lukker op, hvis koden er glemt.
print-sheet-lead-2 = Skriv dem i samme rækkefølge, ét ad gangen.
print-sheet-closing-1 = Læg arket et sted, hvor andre ikke finder det.
print-sheet-closing-2 = Vis det ikke til nogen, og tag ikke et billede af det. Den, der har ordene, kan lukke op.
print-sheet-closing-3 = Laver du nye ord, gælder de gamle ikke mere. Riv så dette ark i stykker.
print-sheet-squares = De samme tolv ord til et kamera

print-visit-title = Besøg { $date }
print-visit-people = Hvem var her
print-visit-agenda = Det ville jeg have ud af det
print-visit-agreed = Det blev vi enige om
print-visit-who = Hvem gør hvad
print-visit-next = Næste gang
print-visit-me = Jeg
print-visit-you = Du
print-visit-others = Andre
print-visit-by = senest { $date }
print-visit-closing = Arket hører til den, der har skrevet det. Det viser ikke noget fra resten af bogen.
