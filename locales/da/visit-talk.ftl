# Beside the page in a visit: questions, an order for a first visit, and what is asked at the end.

visit-first-arrive = Sæt jer til rette
visit-first-arrive-text = Sig, hvad bogen er, og hvem den tilhører. I behøver ikke skrive noget i dag.
visit-first-agenda = Hvad vil du have ud af det?
visit-first-agenda-text = Den, bogen tilhører, siger det først. Skriv de ord, der bliver sagt.
visit-first-well = Når jeg har det godt
visit-first-well-text = Begynd med noget godt. Hvem er du, når dagen er god?
visit-first-tools = Det, der hjælper
visit-first-tools-text = Find tre ting, der plejer at hjælpe. Små ting er fine.
visit-first-signs = Et tidligt tegn
visit-first-signs-text = Kun hvis der er ro til det. Ét tegn er nok, og hvad du så gør.
visit-first-agree = Hvad har vi aftalt?
visit-first-agree-text = Hvem gør hvad, og hvornår? Én ting er nok.
visit-first-end = Slut med noget godt
visit-first-end-text = Hvad var godt i dag? Sig tak for samtalen.

visit-step-understand = Forstå
visit-step-understand-lead = Vær nysgerrig. Lad stilheden være der.
visit-ask-day = Hvordan ser en helt almindelig dag ud for dig?
visit-rather-day = Hvordan går det så med at få struktur på?
visit-ask-happened = Hvad er der sket, siden vi sås?
visit-rather-happened = Hvad er der galt?
visit-ask-inside = Hvordan var det indefra?
visit-rather-inside = Er du sikker på, at det var sådan?
visit-ask-helps = Hvad har hjulpet dig før?
visit-rather-helps = Har du nu gjort det, vi talte om?

visit-step-ahead = Se frem
visit-step-ahead-lead = Håb må gerne være småt.
visit-ask-good = Hvad skal der være i en god uge?
visit-rather-good = Hvad er et realistisk mål for dig?
visit-ask-miss = Hvad savner du at gøre?
visit-rather-miss = Burde du ikke snart i gang igen?
visit-ask-small = Hvad er det mindste, der ville gøre en forskel?
visit-rather-small = Hvad er planen for hele året?
visit-ask-if-better = Hvis det var lidt lettere i morgen, hvad ville du så gøre?
visit-rather-if-better = Det skal nok gå over.

visit-step-explore = Undersøg
visit-step-explore-lead = Led sammen. Den, bogen tilhører, ved mest om sit eget liv.
visit-ask-tried = Hvad har du prøvet, og hvad lærte du af det?
visit-rather-tried = Hvorfor gjorde du ikke bare sådan her?
visit-ask-why-not-lower = Du siger fire ud af ti. Hvorfor ikke to?
visit-rather-why-not-lower = Kun fire? Hvad skal der til for at komme op på ti?
visit-ask-others = Hvem ville du gerne have med i det?
visit-rather-others = Det må du aftale med din familie.
visit-ask-risk = Hvad kan du vinde ved det, og hvad gør vi, hvis det ikke går?
visit-rather-risk = Det er nok ikke en god idé.

visit-step-agree = Aftal
visit-step-agree-lead = Én ting er nok. Den skal være til at nå.
visit-ask-want = Hvad har du lyst til at begynde med?
visit-rather-want = Så siger vi, at du gør det her.
visit-ask-who = Hvad gør du, hvad gør jeg, og hvem kan ellers hjælpe?
visit-rather-who = Det klarer du selv, ikke?
visit-ask-hard = Hvad kan komme i vejen, og hvad gør du så?
visit-rather-hard = Det må du love mig.
visit-ask-words = Hvordan vil du selv skrive det?
visit-rather-words = Jeg skriver det lige for dig.

visit-goal-alive = Hvornår har du følt dig mest i live?
visit-goal-fun = Hvornår grinede du sidst rigtigt?
visit-goal-difference = Hvad ville gøre en mærkbar forskel i dit liv?
visit-goal-dream = Hvad drømmer du om, også når det virker langt væk?
visit-goal-wish = Hvad ønsker du dig mere af?
visit-goal-better = Hvad ville gøre din hverdag bedre?
visit-goal-meaning = Hvad ville give dit liv mere mening?
visit-goal-more-fun = Hvad ville gøre livet sjovere?

visit-rate-heard = Jeg blev hørt i dag.
visit-rate-mine = Vi talte om det, jeg ville tale om.
visit-rate-words = Det, der blev skrevet, er mit.
visit-rate-useful = Det her kan jeg bruge.

# Word for word from the source (Brief INSPIRE-O, as printed there).
visit-support-others = Min fagprofessionelle samarbejdspartner hjælper mig til at føle mig støttet af andre mennesker
visit-support-hope = Min fagprofessionelle samarbejdspartner hjælper mig med at have håb og drømme om fremtiden
visit-support-self = Min fagprofessionelle samarbejdspartner hjælper mig med at have det godt med mig selv
visit-support-matters = Min fagprofessionelle samarbejdspartner hjælper mig med at gøre ting, som betyder noget for mig
visit-support-control = Min fagprofessionelle samarbejdspartner hjælper mig med at føle, at jeg har kontrol over mit liv.

visit-reflect-listened = Lyttede jeg, så jeg nu forstår det bedre indefra?
visit-reflect-goals = Fandt vi frem til det, du selv vil, og ikke det, jeg gerne så?
visit-reflect-strengths = Viste jeg, at jeg tror på det, du kan?
visit-reflect-hope = Fortalte jeg om noget, jeg selv eller andre har levet igennem, som kan give håb?
visit-reflect-roles = Lagde jeg mærke til det, hvor du giver noget til andre?
visit-reflect-resources = Så vi på venner, steder og fællesskaber uden for psykiatrien?
visit-reflect-self-care = Hjalp jeg dig med at styre det selv?
visit-reflect-wishes = Talte vi om den hjælp, du ønsker, og tog jeg det alvorligt?
visit-reflect-respect = Var vi ligeværdige, og gjorde jeg mig umage?
visit-reflect-setbacks = Holdt jeg fast i håbet, også da vi talte om det svære?
