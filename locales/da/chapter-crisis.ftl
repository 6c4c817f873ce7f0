ch-crisis = Min kriseplan

# The front page
pg-crisis-front = Forsiden
pg-crisis-front-why = Forsiden er til den, der ikke kender dig: en nattevagt, en vagtlæge, en ny i akutteamet. Skriv kun det, du vil have dem til at vide.
pg-crisis-front-gentle = Vi begynder med det lette: navn, sprog og det, der er godt at vide med det samme. Det tager cirka ti minutter, og du kan springe over, hvad du vil. De færreste skriver en hel kriseplan på én dag.
pg-crisis-front-after = Det var det praktiske, og på næste side handler det om dig på en god dag.
pg-crisis-front-example-1 = Kald mig Bent. Jeg hedder Bjarne i papirerne, men det har ingen sagt siden skolen.
pg-crisis-front-example-2 = Sæt dig på min højre side, fordi jeg hører dårligt på det andet øre.
pg-crisis-front-example-3 = Min kat hedder Sally. Naboen på anden sal har en nøgle.

sec-crisis-front = Om mig
sec-crisis-front-lead = Det, der er godt at vide i det første minut.
q-crisis-front-called = Hvad vil du gerne kaldes?
q-crisis-front-called-help = Det navn, du helst vil høre, når det er svært.
q-crisis-front-legal-name = Hvad hedder du i dine papirer?
q-crisis-front-legal-name-help = Så kan personalet finde den rigtige journal.
q-crisis-front-birth = Hvornår er du født?
q-crisis-front-birth-help = Dag, måned og år er nok. Skriv ikke de sidste fire tal i dit CPR-nummer.
q-crisis-front-home-now = Er der børn eller dyr hjemme hos dig?
q-crisis-front-home-now-help = Skriv, hvem de er, og hvem der kan være hos dem i dag.
q-crisis-front-physical = Er der noget med din krop, som andre skal kende til?
q-crisis-front-physical-help = Sukkersyge, epilepsi, en dårlig ryg. Allergi har sin egen plads på siden om medicin.
q-crisis-front-pregnancy = Er du gravid, eller kan du være det?
q-crisis-front-pregnancy-help = Det har betydning for, hvilken medicin du kan få.
q-crisis-front-senses = Hører eller ser du dårligt?
q-crisis-front-senses-help = Skriv om briller og høreapparat, og hvilken side man skal stå på.
q-crisis-front-language = Hvilket sprog vil du helst tale?
q-crisis-front-language-help = Skriv også, om du vil have tolk, og hvem der ikke skal tolke for dig.

sec-crisis-validity = Om denne plan
sec-crisis-validity-lead = Så kan andre se, om de står med den nyeste.
q-crisis-validity-in-use = Hvornår tog du planen i brug?
q-crisis-validity-in-use-help = En dato er nok.
q-crisis-validity-confirm = Hvem kan sige, om planen er den nyeste?
q-crisis-validity-confirm-help = En, der kender dig. Gerne med telefonnummer.
q-crisis-validity-review = Hvornår vil du se på planen igen?
q-crisis-validity-review-help = Måske om et halvt år eller omkring din fødselsdag.

# 1
pg-crisis-me = Mig, når jeg har det godt
pg-crisis-me-why = De, der læser din kriseplan, har måske aldrig set dig på en god dag. Her møder de dig, før de læser om det svære.
pg-crisis-me-gentle = Det her er en af de lette sider. Fem minutter er nok, og det meste har du måske skrevet før. Du kan også bare læse den og gå videre.
pg-crisis-me-after = Læs det, som om en ven havde skrevet det om dig.
pg-crisis-me-example-1 = Jeg er stille af mig, også når jeg har det godt. Det er ikke et tegn på noget.
pg-crisis-me-example-2 = Jeg er tømrer og har bygget mit eget hus. Tal med mig om træ.
pg-crisis-me-example-3 = Jeg laver sjov med dem, jeg kan lide. Bliver jeg høflig, er der noget galt.

sec-crisis-well = Sådan er jeg
sec-crisis-well-lead = Det er de linjer, du skrev om en god dag. Ret dem dér, så er de også rettet her.
sec-crisis-me = Godt at vide, når man ikke kender mig
sec-crisis-me-lead = Måske noget, man let kan tage fejl af.
sec-crisis-me-add = Skriv noget, en fremmed bør vide

# 2
pg-crisis-signs = Tegn på, at andre skal træde til
pg-crisis-signs-why = Somme tider er det for svært at styre selv. Her skriver du, hvordan andre kan se det. Så er det dine egne ord, de går efter.
pg-crisis-signs-gentle = Det kan være tungt at tænke på. Sæt ti minutter af, gerne sammen med en, der var der, da det var svært. To linjer er nok, og du kan stoppe når som helst.
pg-crisis-signs-after = Læg det fra dig nu, og find noget frem fra værktøjskassen, bare fordi det er rart.
pg-crisis-signs-example-1 = Hvis jeg glemmer hunden, så træd til, fordi jeg ellers aldrig glemmer den.
pg-crisis-signs-example-2 = Jeg tør ikke tage telefonen, heller ikke når det er min søn.
pg-crisis-signs-example-3 = Jeg har ikke rørt maden i to dage, heller ikke min søsters.

sec-crisis-signs = Det kan andre se eller høre
sec-crisis-signs-lead = Skriv hellere lidt og tydeligt end meget.
sec-crisis-signs-add = Skriv, hvad andre kan se

# 3
pg-crisis-supporters = Hvem jeg vil have hos mig
pg-crisis-supporters-why = I en krise er det godt at vide, hvem der skal ringes til, og hvem der ikke skal. Du bestemmer begge dele.
pg-crisis-supporters-gentle = Et enkelt navn og fem minutter er nok til at begynde med. Det kan gøre ondt at skrive, hvem man ikke vil have hos sig. Er det sådan i dag, så lad det ligge til en anden dag.
pg-crisis-supporters-after = Måske er der én på listen, du har lyst til at sige hej til i dag.
pg-crisis-supporters-example-1 = Ring til min moster først, fordi hun bliver rolig, når andre bliver nervøse.
pg-crisis-supporters-example-2 = Min makker fra bandet må gerne komme. Han behøver ikke sige noget.
pg-crisis-supporters-example-3 = Ikke min eks. Han mener det godt, men jeg lukker helt i, når han er der.

sec-crisis-people = Mine mennesker
sec-crisis-people-lead = Sæt dem øverst, der skal ringes til først. Skriv gerne hvorfor, både ved ja og ved nej.
sec-crisis-people-add = Skriv et navn

sec-crisis-disagree = Hvis de ikke er enige
sec-crisis-disagree-lead = Folk, der holder af dig, kan mene hver sit. Skriv, hvem du vil have til at afgøre det.
sec-crisis-disagree-add = Skriv, hvad der så skal ske

# 4
pg-crisis-medicine = Medicin
pg-crisis-medicine-why = Du ved, hvad der har hjulpet dig, og hvad der ikke har. Skriv hvorfor. Det er lettere at følge et ønske, når man kender grunden.
pg-crisis-medicine-gentle = Find din medicinliste frem, hvis du har en. Regn med et kvarter. Kan du ikke huske navnene, så skriv, hvordan det virkede på dig. Lægen eller apoteket kan hjælpe med resten.
pg-crisis-medicine-after = Nu er det skrevet, så hold en god pause med noget, du kan lide.
pg-crisis-medicine-example-1 = Tabletter, fordi jeg så selv er med til det.
pg-crisis-medicine-example-2 = Det, jeg fik i foråret. Mine ben kunne ikke ligge stille.
pg-crisis-medicine-example-3 = Noget at sove på de første nætter.

sec-crisis-medicine = Det mener jeg om medicin
sec-crisis-medicine-lead = Vælg ved hver linje: helst, kan gå an eller nej. Skriv gerne hvorfor.
sec-crisis-medicine-add = Skriv navnet, eller hvordan den virkede

sec-crisis-allergies = Det kan jeg ikke tåle
sec-crisis-allergies-lead = Medicin, mad, plaster. Skriv også, hvad der sker, hvis du får det.
sec-crisis-allergies-add = Skriv noget, du ikke tåler

sec-crisis-medicine-notes = Andet om medicin
sec-crisis-medicine-notes-lead = Måske hvem din læge er, hvilket apotek du bruger, eller hvornår på dagen det passer dig.
sec-crisis-medicine-notes-add = Skriv frit

# 5
pg-crisis-treatments = Behandling
pg-crisis-treatments-why = Medicin er kun en del af det. Samtaler, ro, luft, musik og selskab kan også hjælpe. Her siger du ja og nej.
pg-crisis-treatments-gentle = Skriv om det, du har prøvet, og spring resten over. Ti minutter er nok. Bliver det for meget, så skriv kun det, du gerne vil have.
pg-crisis-treatments-after = Måske står der noget på listen, du kan unde dig allerede i dag.
pg-crisis-treatments-example-1 = Gåture med en fra personalet. Jeg taler bedst, når vi går.
pg-crisis-treatments-example-2 = Gruppe de første dage. Jeg kan ikke følge med, når mange taler.
pg-crisis-treatments-example-3 = Jeg vil gerne tale med præsten. Ikke for at bede, bare for at snakke.

sec-crisis-treatments = Det mener jeg om behandling
sec-crisis-treatments-lead = For eksempel samtaler, gruppe, motion, ECT eller ro på eget værelse.
sec-crisis-treatments-add = Skriv en slags behandling

# 6
pg-crisis-home = Hvis jeg kan blive hjemme
pg-crisis-home-why = Måske kan du blive hjemme eller låne en seng et roligt sted. Skriv, hvad der skal til, for at det kan gå.
pg-crisis-home-gentle = Måske kender du ikke alt det, der findes, hvor du bor. Skriv det, du kender, og spørg om resten en dag. Ti minutter er fint, og alt kan laves om.
pg-crisis-home-after = Se dig omkring derhjemme, og find én ting, du er glad for.
pg-crisis-home-example-1 = Min bror sover på sofaen de første nætter, fordi det er værst at vågne alene.
pg-crisis-home-example-2 = En fra akutteamet kigger ind hver dag. Jeg skal ikke rydde op først.
pg-crisis-home-example-3 = Den brugerstyrede seng. Sidst var jeg klar til at gå hjem efter tre dage.

sec-crisis-home = Så kan jeg blive hjemme
sec-crisis-home-lead = Skriv, hvem der kommer, hvor tit, og hvad de gør.
sec-crisis-home-add = Skriv, hvad der skal til

sec-crisis-respite = Steder, hvor jeg kan få ro
sec-crisis-respite-lead = Et akuttilbud, en brugerstyret seng eller en vens sofa.
sec-crisis-respite-add = Skriv et sted

# 7
pg-crisis-places = Hvis jeg skal indlægges
pg-crisis-places-why = Et sted kan være godt for én og svært for en anden. Du kan ikke altid vælge, men det hjælper, at andre kender dine ønsker.
pg-crisis-places-gentle = Siden kan vække minder. Tag den i små bidder, og gå fra den, når du har brug for det. Ti minutter er rigeligt. Er der en, der var der sammen med dig, så skriv den gerne sammen.
pg-crisis-places-after = Tænk til sidst på et sted, du er glad for, og bliv der lidt i tankerne.
pg-crisis-places-example-1 = Den lille afdeling, fordi der er en have.
pg-crisis-places-example-2 = Enestue betyder mere for mig end hvilken by.
pg-crisis-places-example-3 = Der, hvor jeg var sidst. Vi var tre på stuen, og jeg sov ikke.

sec-crisis-places = Her vil jeg helst være, og her vil jeg ikke
sec-crisis-places-lead = Skriv også det, der gør et sted lettere at være på.
sec-crisis-places-add = Skriv et sted

# 8
pg-crisis-helps = Det hjælper, og det hjælper ikke
pg-crisis-helps-why = Andre hjælper, som de bedst kan. Her kan de se, hvad der virker på dig, og hvad der gør det værre.
pg-crisis-helps-gentle = Siden har fire dele, og de to tungeste er til sidst. Tag én ad gangen, gerne på hver sin dag og sammen med en, du stoler på. Du kan også nøjes med den første.
pg-crisis-helps-after = Læs den øverste liste en gang til, for der står det, der hjælper.
pg-crisis-helps-example-1 = Sæt dig ned, når vi taler, fordi jeg bliver urolig, når folk står op.
pg-crisis-helps-example-2 = Spørg, før du rører ved mig. Så siger jeg som regel ja.
pg-crisis-helps-example-3 = Tal til mig som til en voksen, og kun én ad gangen.

sec-crisis-helps = Det hjælper
sec-crisis-helps-lead = Det må gerne være småt: en rolig stemme, en kop te, en dør på klem.
sec-crisis-helps-add = Skriv noget, der hjælper

sec-crisis-never = Det gør det værre
sec-crisis-never-lead = Også når det er godt ment.
sec-crisis-never-add = Skriv noget, der gør det værre

sec-crisis-danger = Hvis jeg eller andre er i fare
sec-crisis-danger-lead = Er der fare lige nu, så ring 112, eller tryk på »Det er svært lige nu«. Her skriver du, hvad andre skal gøre, og hvem de skal ringe til.
sec-crisis-danger-add = Skriv, hvad andre skal gøre

sec-crisis-coercion = Mine ønsker, hvis nogen vil bruge tvang
sec-crisis-coercion-lead = Skriv, hvad der skal prøves først, og hvordan de skal være over for dig imens. Skriv også, om de må røre ved dig.
sec-crisis-coercion-add = Skriv et ønske

# 8, continued: forhåndstilkendegivelser
pg-crisis-advance = Mine ønsker på forhånd
pg-crisis-advance-why = Hvis du bliver indlagt på en psykiatrisk afdeling, skal personalet spørge, hvad du ønsker. Her kan du svare i ro og mag, mens du har det godt. Det hedder også forhåndstilkendegivelser.
pg-crisis-advance-gentle = Siden følger det, en afdeling spørger om. Regn med tyve minutter, gerne delt over to dage. Tag en med, der kender dig. Du kan nøjes med at skrive, hvem der må få noget at vide.
pg-crisis-advance-after = Nu er det sagt. Find noget frem, der ikke handler om det her.
pg-crisis-advance-example-1 = Min søster må få alt at vide. Min chef må kun vide, at jeg er syg.
pg-crisis-advance-example-2 = Prøv først at gå en tur med mig. Det virker næsten altid, hvis der er tid.
pg-crisis-advance-example-3 = Sig dit navn, hver gang du kommer ind, fordi jeg glemmer navne, når jeg er bange.
pg-crisis-advance-note-1 = Om loven: På en psykiatrisk afdeling skal personalet spørge til dine ønsker og tage hensyn til dem. Det står i psykiatrilovens § 3 (lovbekendtgørelse 185 af 1. februar 2022). Det er ønsker. Vi kan ikke love, at de altid bliver fulgt.
pg-crisis-advance-note-2 = Et behandlingstestamente er noget andet. Det handler om behandling, der forlænger livet, og ikke om en psykisk krise. Man har kunnet lave det siden 1. januar 2019 (sundhedslovens § 26).
pg-crisis-advance-note-3 = En fremtidsfuldmagt er også noget andet. Den skal i et register og til en notar.
pg-crisis-advance-note-4 = Det her er skrevet i november 2026, og love bliver lavet om. Dette er ikke juridisk rådgivning.

sec-crisis-consent = Det må personalet fortælle
sec-crisis-consent-lead = Det er tydeligst på skrift. På papiret er der plads til dato og din underskrift.
q-crisis-consent-whom = Hvem må personalet tale med, og om hvad?
q-crisis-consent-whom-help = For eksempel: Min søster må få at vide, hvor jeg er. Hun skal ikke vide, hvilken medicin jeg får.
q-crisis-consent-not = Hvem må intet få at vide?
q-crisis-consent-not-help = Skriv gerne hvorfor. Det gør det lettere at huske for den, der tager telefonen.
q-crisis-consent-until = Hvor længe gælder det?
q-crisis-consent-until-help = For eksempel: Til 1. maj 2027. Du kan altid tage det tilbage.

sec-crisis-relatives = Mine pårørende
sec-crisis-relatives-lead = Du bestemmer, hvem der er dine pårørende. Det behøver ikke være familie.
q-crisis-relatives-involve = Hvem vil du have med, når noget skal aftales?
q-crisis-relatives-involve-help = Skriv, hvem de skal ringe til, og hvem der må komme med til samtaler.
q-crisis-relatives-how = Hvordan skal de være med?
q-crisis-relatives-how-help = For eksempel: Spørg ham, hvordan jeg plejer at være. Lad mig selv fortælle resten.
q-crisis-relatives-disagree = Hvad skal der ske, når I ikke er enige?
q-crisis-relatives-disagree-help = Skriv, hvem der skal lyttes mest til.

sec-crisis-ward = På afdelingen
sec-crisis-ward-lead = Det, du gerne vil have, at de gør, og i hvilken rækkefølge.
q-crisis-ward-arrive = Hvordan bliver du bedst taget imod?
q-crisis-ward-arrive-help = Tænk på de første ti minutter: lys, lyd, hvor mange der er i rummet.
q-crisis-ward-first = Hvad skal de prøve først, når du er meget urolig?
q-crisis-ward-first-help = Skriv det, der kan prøves, før der er tale om tvang.
q-crisis-ward-staff = Hvem af personalet vil du helst have omkring dig?
q-crisis-ward-staff-help = Mand eller kvinde, en bestemt person, en, der selv har prøvet det.
q-crisis-ward-day = Hvad er en god dag på en afdeling?
q-crisis-ward-day-help = Ting, du vil have med, mad, søvn, frisk luft, tro og bøn.

sec-crisis-advance-medicine = Medicin
sec-crisis-advance-medicine-lead = Det har du skrevet på siden om medicin. Ret det dér.
sec-crisis-advance-treatments = Behandling
sec-crisis-advance-treatments-lead = Det har du skrevet på siden om behandling. Ret det dér.
sec-crisis-advance-coercion = Hvis nogen vil bruge tvang
sec-crisis-advance-coercion-lead = Det har du skrevet på siden om det, der hjælper. Ret det dér.

sec-crisis-papers = Andre papirer, jeg har lavet
sec-crisis-papers-lead = De gælder noget andet end dine ønsker her på siden. Har du et af dem, så skriv det her. Så ved andre, at det findes.
q-crisis-papers-testament = Har du et behandlingstestamente?
q-crisis-papers-testament-help = Skriv datoen, og hvor det ligger, hvis du vil. For eksempel: 3. maj 2024. En kopi ligger i den blå mappe.
q-crisis-papers-power = Har du en fremtidsfuldmagt?
q-crisis-papers-power-help = Skriv datoen, og hvor den ligger, hvis du vil. For eksempel: 12. juni 2025. Min søster ved, hvor den er.

# 8, continued
pg-crisis-life = Mit almindelige liv
pg-crisis-life-why = Katten skal have mad, og huslejen skal betales, også når du har det svært. Når nogen har styr på det, kan du slippe det imens.
pg-crisis-life-gentle = Tretten små spørgsmål om hverdagen. De fleste tager et minut og kan klares med et navn. Spring over det, der ikke passer på dig, og tag resten over nogle dage. Naboen eller familien kan hjælpe.
pg-crisis-life-after = Alt det her er dit, og nu ved andre, hvordan de passer på det.
pg-crisis-life-example-1 = Naboen tager hunden. Den sover bedst, når radioen er tændt.
pg-crisis-life-example-2 = Farmor skal sige det til Malte, fordi hun siger tingene, som de er.
pg-crisis-life-example-3 = Sig på arbejdet, at jeg er syg. Resten fortæller jeg selv.

sec-crisis-life = Det skal nogen tage sig af
sec-crisis-life-lead = Skriv, hvem der gør det, og hvad de skal vide.
q-crisis-life-children = Hvem tager sig af dine børn?
q-crisis-life-children-help = Skriv, hvem der henter, hvor de sover, og hvad de skal have at vide.
q-crisis-life-pets = Hvem passer dine dyr?
q-crisis-life-pets-help = Skriv, hvad de spiser, og hvad de er vant til.
q-crisis-life-plants = Hvem vander dine planter?
q-crisis-life-plants-help = Også altanen eller haven, hvis du har en.
q-crisis-life-post = Hvem holder øje med din post?
q-crisis-life-post-help = Både postkassen og Digital Post. I Digital Post kan du give en anden lov til at læse med.
q-crisis-life-money = Hvem sørger for husleje og regninger?
q-crisis-life-money-help = Skriv, hvad der bliver betalt af sig selv, og hvad nogen skal huske. Skriv ingen koder her.
q-crisis-life-keys = Hvem har en nøgle til dit hjem?
q-crisis-life-keys-help = Skriv, hvem der må låse sig ind.
q-crisis-life-work = Hvem giver dit arbejde eller jobcentret besked?
q-crisis-life-work-help = Også skole eller praktik. Skriv, hvad de må få at vide.
q-crisis-life-deliveries = Hvad skal stoppes eller flyttes?
q-crisis-life-deliveries-help = Måltidskasser, avis, pakker, en tid hos tandlægen.
q-crisis-life-home = Hvem ser til dit hjem?
q-crisis-life-home-help = Skraldet ud, køleskabet tømt, varmen skruet ned.
q-crisis-life-pick-up = Hvem henter din medicin?
q-crisis-life-pick-up-help = Skriv også, hvilket apotek det er.
q-crisis-life-tells = Hvem siger hvad til hvem?
q-crisis-life-tells-help = For eksempel: Min søster ringer til vores mor. Ingen siger noget til naboerne.
q-crisis-life-visits = Hvem må besøge dig?
q-crisis-life-visits-help = Skriv også, hvor længe de må blive, og hvad de gerne må tage med.
q-crisis-life-skills = Hvad vil du selv blive ved med at gøre?
q-crisis-life-skills-help = Lave kaffe, vaske tøj, læse, løbe. Så ved andre, hvad du gerne selv vil gøre.

# 9
pg-crisis-over = Når planen ikke skal bruges mere
pg-crisis-over-why = Planen skal kun bruges, så længe du har brug for den. Her skriver du, hvordan andre kan se, at du tager over igen. Så kan de give slip i tide.
pg-crisis-over-gentle = Den sidste side er en lys side. Fem minutter rækker, og den er god at skrive sammen med en, der har set dig komme tilbage før.
pg-crisis-over-after = Det var det sidste i planen, så sæt kaffe over, eller gå en tur.
pg-crisis-over-example-1 = Når jeg brokker mig over kaffen.
pg-crisis-over-example-2 = Jeg har sovet tre nætter i træk og spørger selv efter avisen.
pg-crisis-over-example-3 = Når jeg ringer til min søster af mig selv, fordi jeg kun gør det, når jeg har noget at fortælle.

sec-crisis-over = Så tager jeg selv over igen
sec-crisis-over-lead = Skriv også, hvad du gerne vil have tilbage først.
sec-crisis-over-add = Skriv et godt tegn
