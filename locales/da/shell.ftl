# Names of files the person saves. Neutral: the name on the desktop tells nothing.
shell-file-plan = Min plan { $day }
shell-file-picture = Min plan { $day }
shell-file-sheet = Tolv ord
shell-file-book = Min bog { $day }
shell-file-calendar = Min hverdag
shell-file-sound = Optagelse
shell-file-photograph = Billede
shell-file-visit = Besøg { $day }
shell-file-visit-record = Alt om besøget { $day }
shell-file-handover-record = Givet og kommet igen { $day }
shell-file-print = { $title } { $day }
