# Names of files the person saves. Neutral: the name on the desktop tells nothing.
shell-file-plan = Min plan { $day }
shell-file-picture = Min plan { $day }
shell-file-sheet = Tolv ord
shell-file-print = { $title } { $day }
