ch-signs = Tidlige tegn

pg-signs-page = Tidlige tegn
pg-signs-page-why = En dårlig dag er som regel bare en dårlig dag. Men før det bliver rigtig svært, kommer der tit små tegn. Kender du et par, kan du gøre noget i god tid.
pg-signs-page-example-1 = Jeg lader telefonen ligge, også når det er nogen, jeg holder af.
pg-signs-page-example-2 = Jeg går ned og handler tre gange om dagen, fordi jeg ikke kan sidde stille derhjemme.
pg-signs-page-example-3 = Min mand siger, at jeg taler hurtigere og glemmer frokosten.

sec-signs-inner = Det kan jeg mærke
sec-signs-inner-lead = Små ting i søvnen, kroppen, tankerne eller humøret. Et par stykker er nok.
sec-signs-inner-add = Skriv noget, du kan mærke

sec-signs-seen = Det kan andre se
sec-signs-seen-lead = Spørg en, du stoler på. Andre ser det somme tider først.
sec-signs-seen-add = Skriv noget, andre kan se

sec-signs-me = Det gør jeg
sec-signs-me-lead = Noget lille, du kan gøre samme dag.
sec-signs-me-add = Skriv det første, du gør

sec-signs-others = Det må andre gerne gøre
sec-signs-others-lead = Skriv også, hvordan de må sige det til dig.
sec-signs-others-add = Skriv, hvad andre må sige eller gøre
