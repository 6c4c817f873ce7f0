ch-shares = Delt med andre

pg-shares-page = Delt med andre
pg-shares-page-why = Her gør du et papir klar til ét menneske. Kun det, du vil vise lige den person, kommer med. Bagefter kan du se, hvem der har hvad, og hvad der er blevet gammelt.
pg-shares-page-example-1 = Min søster har arket på køleskabet.
pg-shares-page-example-2 = Lægen fik siden om medicin i marts. Jeg tog den med hjem igen.
pg-shares-page-example-3 = Kortet ligger i pungen bag buskortet.
