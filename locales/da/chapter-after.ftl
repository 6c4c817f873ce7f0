ch-after = Efter krisen

pg-after-home = De første dage hjemme
pg-after-home-why = Det kan være mærkeligt at komme hjem, også når man har glædet sig. Lav en rolig plan, så du ikke skal det hele på én gang.
pg-after-home-example-1 = Der skal være mælk i køleskabet og rent på sengen, fordi den første aften er den længste.
pg-after-home-example-2 = Jeg begynder på arbejdet med to timer om torsdagen.
pg-after-home-example-3 = Jeg vil sige tak til nattevagten, der satte sig ned hos mig.

sec-after-first-days = De første dage
sec-after-first-days-lead = Mad, søvn, lidt luft og en, der ved, at du er hjemme.
sec-after-first-days-add = Skriv noget til de første dage

sec-after-steps = Det tager jeg op igen, lidt ad gangen
sec-after-steps-lead = Sæt det letteste øverst. Du bestemmer selv farten.
sec-after-steps-add = Skriv noget, du vil tage op

sec-after-wait = Det kan vente
sec-after-wait-lead = Skriv det ned, så hovedet kan slippe det.
sec-after-wait-add = Skriv noget, der godt kan vente

sec-after-thank = Dem vil jeg sige tak til
sec-after-thank-lead = Når du får lyst. Et par ord er nok.
sec-after-thank-add = Skriv et navn

pg-after-talk = Min side af sagen
pg-after-talk-why = Her er der kun dine egne ord om det, der skete. Du kan bruge dem til en samtale bagefter, eller bare have dem.
pg-after-talk-gentle = Vent, til du har lyst, eller spring siden over. Der er seks spørgsmål, og ét om dagen er rigeligt. Du skal ikke overbevise nogen. Skriv den gerne sammen med en, du stoler på.
pg-after-talk-after = Læg det væk nu, og gør noget, der er rart for kroppen.
pg-after-talk-example-1 = Jeg oplevede, at alle talte på én gang, og at ingen sagde, hvad der nu skulle ske.
pg-after-talk-example-2 = Jeg tror, det gik galt, fordi jeg ikke havde sovet og ikke turde sige det.
pg-after-talk-example-3 = De kunne have spurgt min bror. Jeg kunne have sat mig ned.
pg-after-talk-note-1 = Har der været brugt tvang, skal personalet tilbyde dig en samtale bagefter, en eftersamtale. Det står i psykiatrilovens § 4, stk. 5 (lovbekendtgørelse 185 af 1. februar 2022). Du kan sige nej tak. Spørg, om du må tage en med. Dette er ikke juridisk rådgivning.

sec-after-talk = Sådan så det ud fra mig
sec-after-talk-lead = Først det, der skete. Så det, der kunne have været anderledes.
q-after-talk-experienced = Hvordan oplevede du det?
q-after-talk-experienced-help = Det, du så, hørte og mærkede. Der er ikke noget rigtigt svar.
q-after-talk-why = Hvorfor tror du, det kom dertil?
q-after-talk-why-help = Dine egne ord om det, også hvis andre ser det på en anden måde.
q-after-talk-others = Hvad kunne andre have gjort i stedet?
q-after-talk-others-help = Noget, de kunne have sagt, spurgt om eller ladet være med.
q-after-talk-me = Var der noget, du selv kunne have gjort?
q-after-talk-me-help = Kun det, der var muligt lige dér.
q-after-talk-ideas = Har du ideer til en anden gang?
q-after-talk-ideas-help = Også små ting. De kan blive til linjer i din plan bagefter.
q-after-talk-with = Hvem vil du have med til samtalen?
q-after-talk-with-help = Skriv også, hvor og hvornår du helst vil tale.

pg-after-reflection = Når jeg ser tilbage
pg-after-reflection-why = Når det er faldet lidt til ro, kan man få øje på noget, man ikke så imens. Det, du finder her, kan gøre din plan bedre.
pg-after-reflection-gentle = Vent, til du har lyst, eller spring siden over. Der er fem spørgsmål, og ét om dagen er rigeligt. Du skal ikke forsvare noget. Det er rart at have en at snakke med bagefter.
pg-after-reflection-after = Luk bogen for i dag, og gør noget, du plejer at være glad for.
pg-after-reflection-example-1 = Det begyndte, da jeg holdt op med at gå til kor. Jeg troede ikke, det betød så meget.
pg-after-reflection-example-2 = Det gode var, at min far og jeg begyndte at tale sammen igen.
pg-after-reflection-example-3 = Næste gang ringer jeg om tirsdagen, fordi alt er lukket, når det bliver weekend.

sec-after-reflection = Det ser jeg nu
sec-after-reflection-lead = Tilbageslag hører med for de fleste. Svar på det, du vil, i den rækkefølge, du vil.
q-after-reflection-arise = Hvordan begyndte det?
q-after-reflection-arise-help = Skriv det, som du husker det. Det behøver ikke være hele forklaringen.
q-after-reflection-good = Var der noget godt i det?
q-after-reflection-good-help = Et menneske, en samtale, noget, du klarede.
q-after-reflection-hard = Hvad var svært?
q-after-reflection-hard-help = Skriv kun så meget, du har lyst til.
q-after-reflection-learn = Hvad ved du nu, som du ikke vidste før?
q-after-reflection-learn-help = Om dig selv, om andre eller om det, der hjælper.
q-after-reflection-change = Hvad vil du lave om i din plan?
q-after-reflection-change-help = En linje mere, en linje mindre, et nyt navn.

sec-after-notes = Noter fra svære stunder
sec-after-notes-lead = Det, du skrev til dig selv, da det var svært. Det er kun for dig, til du selv siger andet.
sec-after-notes-add = Skriv en note

pg-after-changes = Det vil jeg lave om
pg-after-changes-why = Her kan det, du har lært, blive til noget i planen. Skriv én ting ad gangen, og læg den ind, når du er sikker.
pg-after-changes-example-1 = Ring til Mette, allerede når jeg ikke har sovet én nat.
pg-after-changes-example-2 = Spørg mig to gange, fordi jeg siger nej den første.
pg-after-changes-example-3 = Ikke to samtaler på samme dag.

sec-after-changes = Mine forslag til planen
sec-after-changes-lead = Intet bliver lavet om, før du selv siger ja herunder.
sec-after-changes-add = Skriv et forslag til dig selv
