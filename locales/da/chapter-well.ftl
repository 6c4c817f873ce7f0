ch-well = Når jeg har det godt

pg-well-page = Når jeg har det godt
pg-well-page-why = Bogen begynder med dig på en god dag. Når det er svært, kan du læse her og kende dig selv igen. Og andre kan se, hvem du også er.
pg-well-page-example-1 = Jeg synger i bilen, også når der sidder nogen ved siden af.
pg-well-page-example-2 = Jeg læser avisen fra bagsiden, ligesom min far gjorde.
pg-well-page-example-3 = Min datter siger, at jeg driller mere, når jeg har det godt.

sec-well-like = Sådan er jeg
sec-well-like-lead = Tænk på en god dag. Det er lige meget, om den var i går eller for længe siden.
sec-well-like-add = Skriv, hvordan du er på en god dag

sec-well-others = Det lægger andre mærke til
sec-well-others-lead = Spørg gerne en, der holder af dig. Man ser det ikke altid selv.
sec-well-others-add = Skriv, hvad andre ser

sec-well-keeps = Det gør mig godt
sec-well-keeps-lead = Mennesker, vaner, steder, dyr, musik. Det må gerne være småt.
sec-well-keeps-add = Skriv noget, der gør dig godt
