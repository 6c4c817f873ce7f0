# Flere bøger på denne computer.

shelf = Flere bøger på denne computer
shelf-door = Når I deler computeren, eller du har en bog mere.
shelf-lead = Har du både din egen bog og en til arbejdet? Eller deler I en computer? Hver bog har sin egen lås, og de ser aldrig hinanden.
shelf-here = Den er åben nu
shelf-unnamed = Bog { $number }
shelf-switch = Skift til denne bog
shelf-switching = Bogen her bliver lukket, og den anden åbner i et nyt vindue.
shelf-add = Ny bog
shelf-label = Hvad skal bogen hedde her?
shelf-label-hint = Navnet kan ses af alle, der bruger computeren.
shelf-make = Lav plads til bogen
shelf-rename = Giv et andet navn
shelf-name-save = Gem navnet
shelf-other = Skift bog
