ch-breaking-down = Når det er ved at gå galt

pg-breaking-down-page = Når det er ved at gå galt
pg-breaking-down-page-why = Det er tydeligt værre, men du styrer stadig selv. Så er en kort og fast plan god at have. Skriv den på en rolig dag.
pg-breaking-down-page-example-1 = To nætter uden søvn. Så ringer jeg til lægen, også selv om jeg tror, det går over.
pg-breaking-down-page-example-2 = Jeg bor hos min søster i tre dage, fordi jeg sover bedre, når der er nogen i huset.
pg-breaking-down-page-example-3 = Jeg aflyser alt undtagen hunden.

sec-breaking-down-signs = Sådan ved jeg, at det er alvor
sec-breaking-down-signs-lead = Det, der ikke er til at tage fejl af.
sec-breaking-down-signs-add = Skriv et tydeligt tegn

sec-breaking-down-me = Det gør jeg, i den her rækkefølge
sec-breaking-down-me-lead = Sæt det vigtigste øverst. Tre til fem linjer er nok.
sec-breaking-down-me-add = Skriv det næste, du gør

sec-breaking-down-others = Det må andre gerne gøre
sec-breaking-down-others-lead = Skriv, hvem der må gøre hvad. Også det, de må klare for dig et par dage.
sec-breaking-down-others-add = Skriv, hvad andre må gøre
