ch-toolbox = Min værktøjskasse

pg-toolbox-page = Min værktøjskasse
pg-toolbox-page-why = Her samler du alt det, der plejer at hjælpe. De andre sider kan hente ting herfra. Retter du noget her, er det rettet alle steder.
pg-toolbox-page-example-1 = Jeg skræller kartofler, fordi hænderne så har noget at lave.
pg-toolbox-page-example-2 = Jeg ringer til min bror og siger: Fortæl mig om din dag.
pg-toolbox-page-example-3 = Katten på skødet. Er katten ude, så den tunge dyne.

sec-toolbox-tools = Det hjælper mig
sec-toolbox-tools-lead = Sæt mærke ved det, der også virker på en svær dag. Personlig medicin er noget, du gør, fordi det giver dig lyst til livet: kor, høns, en lang gåtur.
sec-toolbox-tools-add = Skriv noget, der hjælper
