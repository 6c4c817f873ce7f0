# Names of files the person saves. Neutral: the name on the desktop tells nothing.
shell-file-plan = My plan { $day }
shell-file-picture = My plan { $day }
shell-file-sheet = Twelve words
shell-file-book = My book { $day }
shell-file-calendar = My everyday
shell-file-sound = Recording
shell-file-photograph = Picture
shell-file-visit = Visit { $day }
shell-file-visit-record = All about the visit { $day }
shell-file-handover-record = Given and come back { $day }
shell-file-print = { $title } { $day }
