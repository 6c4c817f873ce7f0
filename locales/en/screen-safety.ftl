# Safety and copies: what opening put right, a full disk, backups, safe copies, the trash, another key, a copy from elsewhere.
safety = Safety and copies
safety-door = Copies of the book, and what you have removed.
safety-lead = Your book is only on this computer. This is where you look after it.
safety-newest = Newest copy: { $when }. It has been checked and is whole.
safety-no-backup = There is no copy yet. The book makes the first one by itself when you have written a little.
safety-safe-copy-at = Last safe copy: { $when }.
safety-no-safe-copy = You have not made a safe copy yet.
days-ago = { $count ->
    [one] 1 day ago
   *[other] { $count } days ago
}

told-title = When the book was opened
disk-full = There is no more room on the computer. Your text is still here.
reserve = The computer is full.
reserve-lead = The last you wrote is saved in the room the book keeps for it. Delete or move something else that you can do without.
reserve-made = I have made room
reserve-not-yet = There is not enough room yet. What you have written is saved.
read-only-way-out = If you want to write, put the book where the computer may save, and open it again.
cloud-title = The book's folder is shared

backups = Copies of the book
backups-door = See them, make a new one, or go back to one.
backups-lead = The book makes copies by itself while you write and when you close. A copy only counts when it has been checked.
backup-now = Make a copy now
backup-done = The copy is made and checked. It is whole.
backups-list = Go back to a copy
backups-list-lead = First you see what will be different. Nothing happens before you say yes.
backup-see = See the difference
backup-see-of = See the difference between the book now and { $when }
backups-older = Show the older ones
elsewhere = A copy somewhere else
elsewhere-lead = If you have a safe copy on a stick, you can go back to that too.
elsewhere-go = Go to another copy
elsewhere-secret = The copy has another lock than the book
elsewhere-secret-lead = Write the passphrase or the twelve words you had when the copy was made.
elsewhere-open = Open the copy
reading-copy = Reading the copy …

restore-title = The book as it was { $when }
restore-lead = This will be different if you go back. Nothing has been changed yet.
restore-same = There is no difference. The book is as it was then.
restore-back = Comes back
restore-out = Is taken out of the book
restore-changed = Becomes what it was
restore-now = Now
restore-then = Then
restore-otherwise = { $count ->
    [one] 1 line says the same, but gets another mark, choice or place.
   *[other] { $count } lines say the same, but get another mark, choice or place.
}
restore-other = { $count ->
    [one] Also 1 thing that is not a line, such as the name of a chapter.
   *[other] Also { $count } things that are not lines, such as names of chapters.
}
restore-undo = You can undo it afterwards. The book as it is now is kept as a copy too.
restore-stays = Stays in the book
restore-stays-lead = Others have this, and it cannot be fetched home. So the book still knows of it, and answers can still come in.
restore-copies = { $count ->
    [one] 1 copy on the page Shared with others
   *[other] { $count } copies on the page Shared with others
}
restore-again = { $count ->
    [one] 1 suggestion you have said yes to since waits for your answer again.
   *[other] { $count } suggestions you have said yes to since wait for your answer again.
}
restore-do = Go back to it
restore-not = No, keep the book
restoring = Bringing the book back …
restored = The book is now as it was { $when }. You can undo it.

safe-copy = Safe copy
safe-copy-make = Make a safe copy
safe-copy-door = On a stick or in a folder that you choose.
safe-copy-lead = A copy of the whole book on a stick. It helps if the computer breaks or gets lost.
safe-copy-key = The copy is locked like the book. It opens with the passphrase and the twelve words you have today.
safe-copy-open = Your book has no lock. Whoever finds the copy can read it.
safe-copy-do = Choose a stick or a folder
safe-copy-done = The safe copy is made and checked. It is in { $folder }.
safe-copy-eject = Let the computer eject the stick before you take it.
safe-copy-same-disk = It is on the same disk as the book. Make one on a stick too, so that it is not lost together with the book.
safe-copy-shared = { $service } copies that folder to the internet. So there will be a copy with others as well.
copying = Copying the book … { $percent } %
copy-checking = Checking the copy …
copy-stay = You can go on writing meanwhile.

trash = What you have removed
trash-door = Bring it back, or delete it for good.
trash-lead = It stays here until you do something about it.
trash-empty = It is empty. If you remove something from the book, you can find it here.
trash-when = Removed { $when }
trash-from = Stood on the page “{ $page }”
trash-homeless = It cannot be brought back from here. Copy the text if you want to use it again.
trash-back = Bring back
trash-back-of = Bring back: { $text }
trash-came-back = It is back in its place.
trash-erase = Delete for good
trash-erase-of = Delete for good: { $text }
erase-reaches = It is taken out of the book and out of its history. The old copies on the computer are removed, and a new one is made.
erase-cannot = We cannot reach copies on sticks, on paper or with others. You delete a visit or a hand-over where you see it.
erase-undo = It cannot be undone. What you did earlier in the book can no longer be undone either.
erase-sure = Yes, delete it for good
erase-sure-all = Delete them for good
erase-not = No, let it be
erasing = Deleting, and clearing the copies …
erased = It is deleted for good, in the copies on the computer too.
erased-copies-wait = It is deleted for good in the book. The old copies go as soon as a new one can be made.
trash-old = { $count ->
    [one] 1 thing has been here for more than 30 days. Do you want to delete it for good?
   *[other] { $count } things have been here for more than 30 days. Do you want to delete them for good?
}
trash-old-short = { $count ->
    [one] 1 thing has been there for more than 30 days.
   *[other] { $count } things have been there for more than 30 days.
}
trash-old-do = Yes, delete for good
trash-old-not = Let them be

rekey = Someone may know my passphrase
rekey-door = Give the book a new key and a new sheet.
rekey-lead = The book gets a completely new key. You choose a new passphrase and get a new sheet.
rekey-after = Then the old passphrase and the old sheet no longer work. The old copies on the computer are removed.
rekey-sticks = Safe copies on sticks still open with the old ones. Delete them and make a new one.
rekey-only-change = Do you just want another passphrase?
rekey-do = Give the book a new key
rekey-done = The book has a new key. The old sheet no longer works, so tear it up.
rekey-writing = Writing the book anew with the new key …
rekey-checking = Checking the new book …
rekey-clearing = Clearing the old copies …
rekey-stop = If the computer shuts down meanwhile, you still have a whole book: the old one or the new one.
rekey-copies-wait = The old copies go as soon as a new one can be made.
give-lock = Give the book a lock
give-lock-door = Choose a passphrase and get a sheet with twelve words.
give-lock-lead = You choose a passphrase and get a sheet with twelve words. Then nobody can read the book without them.
give-lock-after = The old copies on the computer have no lock. They are removed.
give-lock-sticks = Copies on sticks still have no lock. Delete them and make a new one.
give-lock-done = The book has a lock now.
new-sheet-lead = This is your new sheet. Write the words on paper, or save the sheet.
sheet-kept = The sheet is in its place

get-in-safe = A safe copy
get-in-safe-how = Do you have a copy on a stick? It opens with what you used back then.
get-in-safe-go = Find a safe copy
have-copy = I have a copy of my book
copy-from = A copy from { $when }
copy-secret-lead = Write the passphrase or the twelve words you had when the copy was made.
copy-no-lock = The copy has no lock.
copy-sets-aside = The locked book is set aside. It is not deleted.
copy-use = Use the copy
copy-taking = Checking the copy and putting it in place …
copy-lead-new = Choose the stick or the folder that the copy is in. Then you go on where you left off.
