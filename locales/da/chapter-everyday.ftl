ch-everyday = Min hverdag

pg-everyday-page = Min hverdag
pg-everyday-page-why = En hverdag kan bære dig et stykke, også når lysten mangler. Begynd med det lille, der er nok på en dårlig dag. Resten kan vente.
pg-everyday-page-example-1 = Op, i tøjet, gardinerne fra. Så har jeg haft en dag.
pg-everyday-page-example-2 = Jeg spiser noget varmt hver dag, om det så er havregrød.
pg-everyday-page-example-3 = En gang om måneden tager jeg ud til min søster på landet, fordi der er helt stille.

sec-everyday-smallest = Den mindste gode dag
sec-everyday-smallest-lead = Tre linjer, der er nok på en dårlig dag. Skriv dem så små, at de næsten altid kan lade sig gøre.
sec-everyday-smallest-add = Skriv noget lille, der er nok

sec-everyday-daily = Det gør jeg hver dag
sec-everyday-daily-lead = Det, der hører til en almindelig dag, når den er god nok.
sec-everyday-daily-add = Skriv noget, du gør hver dag

sec-everyday-sometimes = Det har jeg brug for ind imellem
sec-everyday-sometimes-lead = Måske en gang om ugen, måske to gange om året.
sec-everyday-sometimes-add = Skriv noget, du trænger til
