ch-angry = Når jeg er vred

pg-angry-page = Når jeg er vred
pg-angry-page-why = Vrede har tit en god grund. Men når det koger, er der ingen, der læser lange planer. Derfor er siden her kort.
pg-angry-page-example-1 = Jeg går ud og siger: Jeg er tilbage om en halv time.
pg-angry-page-example-2 = At stille sig i døren, fordi jeg skal kunne komme ud.
pg-angry-page-example-3 = At sige, at jeg skal tage det roligt. Spørg hellere, hvad der er sket.

sec-angry-notice = Sådan mærker jeg det
sec-angry-notice-lead = Kroppen ved det ofte først.
sec-angry-notice-add = Skriv, hvad du mærker

sec-angry-me = Det gør jeg
sec-angry-me-lead = Én eller to ting er nok.
sec-angry-me-add = Skriv det første, du gør

sec-angry-others = Det må andre gerne gøre
sec-angry-others-add = Skriv, hvad der hjælper

sec-angry-not = Det skal andre lade være med
sec-angry-not-lead = Også det, der er godt ment.
sec-angry-not-add = Skriv, hvad der gør det værre
