# Words on paper: the sheet for the one who helps, the page for the doctor, the card, the book, pages to write on, the sheet on top of a new copy.

print-supporter-title = Det gør du nu
print-supporter-lead = Tak, fordi du er her. Begynd øverst, og tag én ting ad gangen.
print-supporter-closing = Pas også på dig selv. Du skal ikke klare det alene, og du må gerne bede en anden om at tage over.
print-step-danger = Er der fare for liv?
print-step-alarm = Ring 112 med det samme.
print-step-see = Det kan du se på mig
print-step-do = Gør det her
print-step-not = Lad være med det her
print-step-may = Det må du og andre gerne gøre
print-step-call = Ring til en, der kender mig
print-step-call-lead = { $count ->
    [one] Får du ikke svar, så ring til lægevagten, eller 112, hvis der er fare for liv.
   *[other] Begynd med den øverste. Svarer de ikke, så tag den næste. Svarer ingen, så ring til lægevagten, eller 112, hvis der er fare for liv.
}
print-step-disagree = Er I ikke enige: { $what }
print-step-life = Det skal nogen tage sig af imens
print-step-over = Så tager jeg selv over igen

print-doctor-title = Til lægen
print-doctor-lead = Det er godt at vide om mig og medicin, før vi taler sammen.
print-doctor-questions = Det vil jeg spørge om

print-card-title = Hvis jeg har det svært
print-card-name = Kort til pungen
print-card-cut = Klip langs den tynde streg.
print-card-fold = Fold på midten, så teksten er udad.
print-card-squares = Den samme tekst til en telefon

print-book-title = Min bog
print-book-for = Til { $name }
print-book-ward = Til afdelingen
print-book-relative = Til en pårørende
print-book-residence = Til bostedet
print-book-doctor = Til lægen
print-book-jobcentre = Til Jobcentret
print-contents = Indhold

print-blank-title = Sider til at skrive på
print-blank-name = Navn
print-blank-phone = Telefon
print-blank-wanted = Sæt ring om: ja · nej. Skriv gerne hvorfor
print-blank-choice = Skriv hvad, og sæt ring om: helst · kan gå an · nej
print-blank-because = Fordi
print-blank-scale = Et tal fra 0 til 10

print-cover-title = Her er en ny udgave
print-cover-title-to = Ny udgave til { $whom }
print-cover-old = Du har fået »{ $title }« den { $date }. Den gælder ikke mere.
print-cover-destroy = Riv den gamle i stykker, eller giv den tilbage til mig. Brug den nye, der ligger under dette ark.
print-cover-news = Det er nyt
print-cover-more = { $count ->
    [one] Der er 1 ny linje mere i den nye udgave.
   *[other] Der er { $count } nye linjer mere i den nye udgave.
}
print-cover-gone = { $count ->
    [one] En linje er taget ud.
   *[other] { $count } linjer er taget ud.
}
