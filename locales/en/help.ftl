help-checked = Checked { $date }

# What the citizen wrote, and when a line opens.
help-hours-unknown = You have not written when it is open. Try ringing.
help-source-me = you
help-not-tried = You have not tried the number yet.
help-tried = You tried the number on { $date }.
help-every-day = Every day
help-all-day = { $days }, day and night.
help-open-from-to = { $days } { $from }–{ $to }.
help-opens = opens at { $time }
help-opens-perhaps = perhaps opens at { $time }
help-opens-tomorrow = opens tomorrow at { $time }
help-opens-tomorrow-perhaps = perhaps opens tomorrow at { $time }
help-opens-day = opens { $day } at { $time }
help-opens-day-perhaps = perhaps opens { $day } at { $time }
