# Når en overlevering eller et svar ikke kan bruges: hvad der skete, hvad der er i god behold, hvad du kan gøre.

err-hand-not-handover = Filen er et svar. Den hører hjemme i den bog, den er et svar til.
rec-hand-not-handover = Giv filen til den, der gav dig bogen. Hos dig skal du åbne den fil, du fik først.

err-hand-not-answer = Det er en del af en bog, ikke et svar. Din bog er, som den var.
rec-hand-not-answer = Vælg den fil, du har fået tilbage.

err-hand-other-book = Svaret hører til en anden bog, eller til noget, du har slettet igen. Din bog er, som den var.
rec-hand-other-book = Se efter, om du har åbnet den rigtige bog. Ellers giv en ny del af bogen, og bed om et nyt svar.

err-hand-closed = Du har sagt, at du ikke tager imod flere svar her. Din bog er, som den var.
rec-hand-closed = Vil du have svaret med, så åbn for svar igen under »På to computere«.

err-hand-forged = Svaret passer ikke til det, du gav fra dig. Det taler i en andens navn eller om sider, du ikke åbnede. Derfor har vi ikke taget noget ind.
rec-hand-forged = Spørg den, du gav bogen til, om de har sendt det. Gem filen, hvis du vil spørge andre til råds.

err-hand-no-key = Filen er låst til nøglen i en bestemt bog, og den bog er ikke åben.
rec-hand-no-key = Har du valgt dit eget svar, så vælg den fil, du fik først. Ellers åbn din egen bog, og prøv igen. Har du ingen, så bed om en fil, der åbnes med ord.

err-hand-other-key = Filen er låst til en andens nøgle. Din bog kan ikke åbne den.
rec-hand-other-key = Har du valgt dit eget svar, så vælg den fil, du fik først. Ellers giv din nøgle til den, der sendte filen, eller bed om en fil, der åbnes med ord.

err-hand-not-a-key = Det er ikke en nøgle, vi kan bruge. Der er ikke gemt noget.
rec-hand-not-a-key = En nøgle begynder med age1 og er 62 tegn lang. Kopiér den hele, og sæt den ind igen.

err-hand-nothing = Du har ikke åbnet noget endnu, så der er ikke noget at give.
rec-hand-nothing = Vælg mindst ét kapitel.

# Trin i historien.
step-hand-over = del af bogen givet i en fil
step-take-answer = svar hentet ind fra en fil
step-close-handover = lukket for flere svar
step-open-handover = åbnet for svar igen
step-keep-cowriter = medskriver gemt
step-drop-cowriter = medskriver fjernet

# Navne på filer og vinduer. Navnet på skrivebordet fortæller ikke, hvem det handler om.
hand-file-out = Til at skrive i { $day }
hand-file-back = Svar { $day }
hand-file-key = Min nøgle
hand-choose-handover = Vælg den fil, du har fået
hand-choose-answer = Vælg svaret
hand-key-file =
    Det her er min nøgle i Holdepunkt. Med den kan du låse en fil, så kun jeg kan åbne den.

    { $key }

    Læs de fire ord højt for mig, når du har sat nøglen ind: { $spoken }
