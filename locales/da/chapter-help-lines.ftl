# Help lines of workbook/help-lines.toml. No claim of being open day and night unless the data carries a source for it.

help-112-name = Alarm 112
help-112-whom = Når der er fare for liv lige nu.
help-112-hours = Altid.

help-livslinien-name = Livslinien
help-livslinien-whom = Når livet er svært at holde ud, eller du er bekymret for et menneske, du holder af.
help-livslinien-hours = Hver dag kl. 11–05, måske allerede fra kl. 09.

help-psykiatrifonden-name = Psykiatrifonden
help-psykiatrifonden-whom = Når du eller en, du holder af, har det svært.
help-psykiatrifonden-hours = Mandag–torsdag kl. 10–22. Fredag–søndag kl. 10–18.

help-sind-name = SIND
help-sind-whom = For dig, der har det svært, og for dine pårørende.
help-sind-hours = Vi kender ikke åbningstiden. Prøv at ringe.

help-boernetelefonen-name = BørneTelefonen
help-boernetelefonen-whom = For børn og unge.
help-boernetelefonen-hours = Vi kender ikke åbningstiden. Prøv at ringe.

help-lev-uden-vold-name = Lev Uden Vold
help-lev-uden-vold-whom = Når en, der er tæt på dig, slår, truer eller styrer dig.
help-lev-uden-vold-hours = Døgnet rundt, så vidt vi ved.

help-1813-name = Akuttelefonen 1813
help-1813-whom = Når det ikke kan vente på din egen læge, og du bor i Region Hovedstaden.
help-1813-hours = Vi kender ikke åbningstiden. Prøv at ringe.

help-1818-name = Akuttelefonen 1818
help-1818-whom = Når det ikke kan vente på din egen læge, og du bor i Region Sjælland.
help-1818-hours = Vi kender ikke åbningstiden. Prøv at ringe.

help-region-hovedstaden = Region Hovedstaden
help-region-sjaelland = Region Sjælland

help-source-notes = Holdepunkts egne noter
help-not-checked = Ikke tjekket af os. Tjek selv på en rolig dag, om det stadig passer.
help-past-its-date = Regionerne kan være lagt sammen. Tjek selv, om nummeret stadig gælder.
