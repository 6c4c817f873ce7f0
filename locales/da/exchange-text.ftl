# Tekst til at sætte ind andre steder, kalender og det, der står på papir om billeder.
plain-closing = Taget fra min egen plan { $date }. Det, der kun er mit, er ikke med.
plain-not-wanted = skal ikke ringes op
calendar-review = Se min plan igennem
print-picture = her ligger et billede i bogen
print-picture-of = her ligger et billede i bogen: { $what }
print-picture-plain = Et billede
print-sound = her ligger en lydoptagelse i bogen
print-sound-of = her ligger en lydoptagelse i bogen: { $what }
