# Når bogen åbnes, og noget måtte bringes i orden. Rolige sætninger: hvad skete der, hvad er i god behold.
safety-brought-back = Sidst lukkede bogen ikke helt, som den skulle. Det sidste, du skrev, er hentet ind igen. Intet er tabt.
safety-journal-renewed = En af bogens sikkerhedsfiler var ikke hel. Din bog er hel, og vi har lavet en ny. Intet er tabt.
safety-restored = Noget i filen med din bog var gået i stykker. Vi har samlet bogen igen ud fra en sikkerhedskopi fra { $made }.
safety-restored-from-journal = Noget i filen med din bog var gået i stykker. Vi har samlet bogen igen, linje for linje.
safety-nothing-lost = Alt, hvad du har gemt, er med.
safety-lost = Det, du har skrevet efter { $since }, kan mangle. Resten er med.
safety-damaged-kept = Den ødelagte fil er gemt i mappen { $folder }.

# Mappen ligger i en tjeneste, der deler filer.
safety-cloud = Din bog ligger i en mappe, som { $service } kopierer til nettet. Bogen er låst, men kopien ligger hos andre, og to computere kan skrive oven i hinanden.
safety-cloud-way-out = Læg hellere bogen i en mappe, der kun er på denne computer. Tag en sikker kopi på et USB-stik i stedet.

# Sikkerhedskopier.
safety-other-pages = Andet
safety-visit = { $when } med { $people }
safety-proposals = Forslag, der venter
safety-given = En del af bogen til { $name }, { $when }
safety-today = i dag kl. { $time }
safety-yesterday = i går kl. { $time }
safety-choose-target = Vælg et stik eller en mappe
safety-choose-copy = Vælg den mappe, kopien ligger i

# What else than lines lies in the trash.
trash-person = Person
trash-picture = Billede
trash-sound = Optagelse
trash-heading = Overskrift
trash-chapter = Kapitel
trash-reader = Modtager
trash-copy = Udgave på listen
trash-help-line = Nummer
