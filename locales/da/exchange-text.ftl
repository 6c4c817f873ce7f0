# Tekst til at sætte ind andre steder, kalender og det, der står på papir om billeder.
plain-closing = Taget fra min egen plan { $date }. Det, der kun er mit, er ikke med.
plain-replaces = Det her er en ny udgave. Den, du fik den { $date }, gælder ikke mere. Slet den gamle.
plain-not-wanted = skal ikke ringes op
calendar-review = Se min plan igennem
calendar-agreed = En aftale
calendar-visit = Besøg
print-picture = her ligger et billede i bogen
print-picture-of = her ligger et billede i bogen: { $what }
print-picture-plain = Et billede
print-sound = her ligger en lydoptagelse i bogen
print-sound-of = her ligger en lydoptagelse i bogen: { $what }
file-pictures-left =
  { $count ->
    [one] Der er ikke plads til et af billederne eller en af optagelserne
   *[other] Der er ikke plads til { $count } af billederne og optagelserne
  }
copy-book-locked = Hele bogen, låst fil
copy-book-open = Hele bogen, fil uden lås
copy-phone-picture = Kriseplanen som billede
copy-text = Tekst: { $chapters }
copy-text-many = { $count ->
    [one] Tekst fra { $count } kapitel
   *[other] Tekst fra { $count } kapitler
}
copy-headings = Kapitler og overskrifter
copy-links = Det, linjer peger på
copy-aims = Ønsker efter en krise og gennemgange
copy-visits = Besøg, aftaler og forslag
