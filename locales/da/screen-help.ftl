# It is hard right now: large words, short sentences.
hard-lead = Godt, at du kom. Tag én ting ad gangen.
help-jump = Gå til
help-tools = Det plejer at hjælpe mig
help-smallest = Det er nok i dag
help-signs = Tegn, jeg kender
help-people = Mine mennesker
help-no-answer = Får du ikke svar, så ring til den næste eller til et af numrene herunder.
help-lines = Andre, du kan ringe til
open-now = åbent nu
closed-now = lukket nu
checked = { $date } Kilde: { $source }.
checked-all = Om alle numrene: { $date } Kilde: { $source }.
alarm = Er der fare for liv, så ring
