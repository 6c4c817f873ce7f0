help-checked = Tjekket { $date }

# What the citizen wrote, and when a line opens.
help-hours-unknown = Du har ikke skrevet, hvornår der er åbent. Prøv at ringe.
help-source-me = dig selv
help-not-tried = Du har ikke prøvet nummeret endnu.
help-tried = Du prøvede nummeret { $date }.
help-every-day = Hver dag
help-all-day = { $days }, hele døgnet.
help-open-from-to = { $days } kl. { $from }–{ $to }.
help-opens = åbner kl. { $time }
help-opens-perhaps = åbner måske kl. { $time }
help-opens-tomorrow = åbner i morgen kl. { $time }
help-opens-tomorrow-perhaps = åbner måske i morgen kl. { $time }
help-opens-day = åbner { $day } kl. { $time }
help-opens-day-perhaps = åbner måske { $day } kl. { $time }
