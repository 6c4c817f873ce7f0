# When the book is opened and something had to be put right. Calm sentences: what happened, what is safe.
safety-brought-back = Last time the book did not close quite as it should. The last you wrote has been fetched back. Nothing is lost.
safety-journal-renewed = One of the book's safety files was not whole. Your book is whole, and we have made a new one. Nothing is lost.
safety-restored = Something in the file with your book was damaged. We have put the book together again from a backup of { $made }.
safety-restored-from-journal = Something in the file with your book was damaged. We have put the book together again, line by line.
safety-nothing-lost = Everything you saved is in it.
safety-lost = What you wrote after { $since } may be missing. The rest is in it.
safety-damaged-kept = The damaged file is kept in the folder { $folder }.

# The folder lies in a service that shares files.
safety-cloud = Your book is in a folder that { $service } copies to the internet. The book is locked, but the copy is with others, and two computers can write over each other.
safety-cloud-way-out = Better to keep the book in a folder that is only on this computer. Make a safe copy on a USB stick instead.

# Backups.
safety-other-pages = Other
safety-visit = { $when } with { $people }
safety-proposals = Suggestions that wait
safety-given = A part of the book to { $name }, { $when }
safety-today = today at { $time }
safety-yesterday = yesterday at { $time }
safety-choose-target = Choose a stick or a folder
safety-choose-copy = Choose the folder that the copy is in

# What else than lines lies in the trash.
trash-person = Person
trash-picture = Picture
trash-sound = Recording
trash-heading = Heading
trash-chapter = Chapter
trash-reader = Reader
trash-copy = Copy on the list
trash-help-line = Number
