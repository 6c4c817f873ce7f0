# It is hard right now: large words, short sentences.
hard-lead = Good that you came. Take one thing at a time.
help-jump = Go to
help-tools = What usually helps me
help-smallest = This is enough today
help-signs = Signs I know
help-people = My people
help-no-answer = If nobody answers, ring the next one, or one of the numbers below.
help-lines = Others you can ring
open-now = open now
closed-now = closed now
checked = { $date } Source: { $source }.
checked-all = About all the numbers: { $date } Source: { $source }.
alarm = If life is in danger, ring
