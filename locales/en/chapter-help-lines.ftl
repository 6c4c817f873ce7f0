# Help lines of workbook/help-lines.toml. No claim of being open day and night unless the data carries a source for it.

help-112-name = Emergency 112
help-112-whom = When a life is in danger right now.
help-112-hours = Always.

help-livslinien-name = Livslinien
help-livslinien-whom = When life is hard to bear, or you are worried about someone you care for.
help-livslinien-hours = Every day 11–05, perhaps already from 09.

help-psykiatrifonden-name = Psykiatrifonden
help-psykiatrifonden-whom = When you, or someone you care for, is having a hard time.
help-psykiatrifonden-hours = Monday–Thursday 10–22. Friday–Sunday 10–18.

help-sind-name = SIND
help-sind-whom = For you who are having a hard time, and for those close to you.
help-sind-hours = We do not know the opening hours. Try ringing.

help-boernetelefonen-name = BørneTelefonen (children’s helpline)
help-boernetelefonen-whom = For children and young people.
help-boernetelefonen-hours = We do not know the opening hours. Try ringing.

help-lev-uden-vold-name = Lev Uden Vold (Live Without Violence)
help-lev-uden-vold-whom = When someone close to you hits, threatens or controls you.
help-lev-uden-vold-hours = Day and night, as far as we know.

help-1813-name = Medical helpline 1813
help-1813-whom = When it cannot wait for your own doctor, and you live in the Capital Region.
help-1813-hours = We do not know the opening hours. Try ringing.

help-1818-name = Medical helpline 1818
help-1818-whom = When it cannot wait for your own doctor, and you live in Region Zealand.
help-1818-hours = We do not know the opening hours. Try ringing.

help-region-hovedstaden = Capital Region of Denmark
help-region-sjaelland = Region Zealand

help-source-notes = Holdepunkt’s own notes
help-not-checked = Not checked by us. Please check on a calm day that it still fits.
help-past-its-date = The regions may have become one. Please check that the number still works.
