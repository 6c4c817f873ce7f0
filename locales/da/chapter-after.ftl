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
