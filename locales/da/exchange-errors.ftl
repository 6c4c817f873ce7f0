# Når en fil ikke kan læses eller laves. Som errors.ftl: hvad der skete, hvad der er i god behold, hvad du kan gøre.

err-file-too-big = Filen er større, end vi kan læse. Din bog er, som den var.
rec-file-too-big = Vi kan læse filer på op til 20 MB. Er det en hel bog med mange billeder, så brug en sikker kopi i stedet.

err-file-unreadable = Computeren kan ikke læse filen. Din bog er, som den var.
rec-file-unreadable = Er filen på et USB-stik, så tag det ud, og sæt det i igen. Hjælper det ikke, så bed om filen en gang til.

err-file-not-ours = Det er ikke en fil, vi kan læse. Din bog er, som den var.
rec-file-not-ours = Vælg en fil, som Holdepunkt har lavet. Den ender på .holdepunkt, .json eller .age.

err-file-broken = Filen ligner en af vores, men noget i den er ikke, som det skal være. Derfor har vi ikke taget noget ind, og din bog er, som den var.
rec-file-broken = Hent filen igen der, hvor du fik den. Er den rettet i hånden, så brug den, der ikke er rettet i.

err-file-newer = Filen er lavet med en nyere udgave af Holdepunkt. Din bog er, som den var.
rec-file-newer = Hent den nyeste udgave af Holdepunkt, og prøv igen.

err-file-words = De ord åbner ikke filen. Filen er låst, som den skal være, og din bog er, som den var.
rec-file-words = Se efter, om alle seks ord er med, og om de står i den rigtige rækkefølge. Prøv så igen, så mange gange du vil.

err-file-costly = Filen er lavet, så det vil tage computeren meget lang tid at åbne den. Derfor har vi ladet den ligge, og din bog er, som den var.
rec-file-costly = Spørg den, du har filen fra, om at lave den igen med Holdepunkt.

err-file-other-lock = Filen er låst med en nøgle, ikke med ord. Din bog er, som den var.
rec-file-other-lock = Bed om en fil, der åbnes med ord.

err-file-no-picture = Vi kan ikke læse billedet eller lyden i filen. Der er ikke lagt noget i din bog.
rec-file-no-picture = Et billede skal ende på .jpg, .png eller .webp. En lydoptagelse skal ende på .mp3, .m4a, .ogg eller .wav.

err-file-picture-too-big = Filen er for stor til at ligge i bogen. Der er ikke lagt noget i din bog.
rec-file-picture-too-big = Vælg en, der fylder under 8 MB. Lyd kan optages kortere.

err-file-no-people = Vi fandt ingen personer i filen. Din bog er, som den var.
rec-file-no-people = Gem personerne fra din adressebog som vCard. Filen ender på .vcf.

err-file-picture-heic = Billedet er gemt i et format, vi ikke kan læse (HEIC). Der er ikke lagt noget i din bog.
rec-file-picture-heic = Gem det som JPEG, og prøv igen. På en iPhone: Indstillinger, Kamera, Formater, »Mest kompatibel«. Tag så fotoet igen.
