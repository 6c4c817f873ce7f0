ch-triggers = Det, der kan vælte mig

pg-triggers-page = Det, der kan vælte mig
pg-triggers-page-why = Noget udefra kan vælte én, også efter en god tid. Når du ved, hvad der rammer dig, kan du have noget klar.
pg-triggers-page-example-1 = Et brev fra kommunen. Jeg åbner det sammen med min kontaktperson, fordi vi så er to om det.
pg-triggers-page-example-2 = Når min chef siger: Har du lige to minutter?
pg-triggers-page-example-3 = Juleaften. Jeg har aftalt med min mor, at jeg går klokken ni.

sec-triggers-what = Det kan ramme mig
sec-triggers-what-lead = Datoer, breve, besøg, larm eller noget, der bliver sagt. Skriv kun det, du har lyst til at tænke på i dag.
sec-triggers-what-add = Skriv noget, der kan ramme dig

sec-triggers-me = Det gør jeg
sec-triggers-me-lead = Det første, du kan gøre, når det sker. Hent gerne noget fra værktøjskassen.
sec-triggers-me-add = Skriv noget, du kan gøre

sec-triggers-others = Det må andre gerne gøre
sec-triggers-others-lead = Mange vil gerne hjælpe, men ved ikke hvordan. Her kan du sige det.
sec-triggers-others-add = Skriv, hvad andre må gøre
