# When something cannot be done. err-… says what happened and what is safe. rec-… says what to do now.
# No blame, no alarm, no jargon.

err-wrong-secret = That does not fit your book. The book is locked, as it should be, and nothing has happened to it.
rec-wrong-secret = Try again as often as you like. See whether capital letters are switched on. You can also use the twelve words from your sheet.

err-wrong-present = That does not fit your book. Nothing has been changed.
rec-wrong-present = See whether capital letters are switched on, and try again. You can also use the twelve words from your sheet.

err-wrong-words = The words do not fit your book. The book is locked, as it should be, and nothing has happened to it.
rec-wrong-words = If you have made a new sheet since, the words on the new one are those that count. See also whether the words are in the right order.

err-unknown-word = We do not know word number { $number }. Your book is safe.
rec-unknown-word = Look at the sheet to see how that word is spelt. The first four letters are enough.

err-words-do-not-match = Those words do not belong together that way. Your book is safe.
rec-words-do-not-match = Count that there are twelve. Write them in the same order as on the sheet. If you have several sheets, use the newest.

err-empty-passphrase = The field is still empty. Nothing has been changed.
rec-empty-passphrase = Write your passphrase and try again.

err-keyring-missing = The computer’s keyring does not answer. Your book is safe.
rec-keyring-missing = Use the passphrase or the twelve words instead. If the keyring works again later, you can use it again.

err-keyring-locked = The computer’s keyring is locked right now. Your book is safe.
rec-keyring-locked = Unlock the keyring and try again. Or use the passphrase or the twelve words.

err-keyring-empty = The key to your book is not in the computer’s keyring. That can happen when a computer has been set up anew. Your book is safe.
rec-keyring-empty = Use the passphrase or the twelve words instead.

err-keyring-other = The key in the computer’s keyring does not fit your book. Your book is safe.
rec-keyring-other = Use the passphrase or the twelve words instead.

err-keys-missing = The book is here, but the file with its keys is gone. All you have written is still there, but it is locked.
rec-keys-missing = If you have a copy of the folder, find the file book.keys in it. Put it beside book.db and try again. Do not delete anything meanwhile.

err-book-missing = The keys are here, but the book itself is not in the folder. We have not changed anything.
rec-book-missing = The book is called book.db. It may have been moved, or it may be on a USB stick. Put it back beside the keys and try again.

err-keys-damaged = The file with the book's keys is damaged. The book itself has not been touched.
rec-keys-damaged = If you have a copy of the folder, take the file book.keys from it. If you have no copy, leave everything as it is and ask someone you trust to help.

err-already-open = Your book is already open in another window. It is safe.
rec-already-open = Find the other window and go on writing there. Or close it and try again here.

err-newer = The book was saved with a newer version of Holdepunkt. It is safe, and we have not changed anything in it.
rec-newer = Get the newest version of Holdepunkt and open the book with that.

err-foreign = The file in the folder is not a book from Holdepunkt. We have left it exactly as it was.
rec-foreign = Move the file book.db somewhere else if it belongs to something else. Or choose another folder for your book.

err-damaged = Something in the file with your book is damaged. The file is still there, and we have not altered it.
rec-damaged = First make a copy of the whole folder. If you have an older copy, you can open that instead. It is fine to ask someone you trust to help.

err-book-exists = There is already a book in the folder. We have not touched it.
rec-book-exists = Open the book that is there. Or choose another folder for the new one.

err-no-book = There is no book in the folder yet. Nothing has been changed.
rec-no-book = Begin a new book here. Or choose the folder where your book is.

err-wrong-cipher = The part of the program that locks your book is not the right one. So we do not open the book, and it stays locked.
rec-wrong-cipher = Install Holdepunkt again and then try once more.

err-disk-full = There is no more room on the computer. Everything shown as saved is saved.
rec-disk-full = Leave the window open. Move or delete something else you can do without, and try again.

err-read-only = The computer does not let us write here. Everything saved in your book is safe.
rec-read-only = If the book is on a USB stick with a switch, turn the switch off. Otherwise move it to a folder you may write in.

err-folder-missing = We cannot reach the folder with your book right now. That does not mean the book is gone.
rec-folder-missing = Put the USB stick in if the book is on one. See whether the folder has been moved, and try again.

err-no-data-folder = We cannot find a place for your book on the computer. Nothing has been changed.
rec-no-data-folder = Choose a folder yourself: start Holdepunkt with --data-dir and the name of the folder.

err-no-randomness = The computer could not make a safe key just now. Nothing has been changed.
rec-no-randomness = Wait a moment and try again. If that does not help, restart the computer.

err-io = The computer could not read or write just now. Everything shown as saved is saved.
rec-io = Try again. If it happens several times, make a copy of the folder somewhere else.

err-database = Something went wrong in the program. Everything shown as saved is saved.
rec-database = Try again. If that does not help, close Holdepunkt and open it again.

err-copy-stopped = The copy was not finished, because the book was in use meanwhile. Your book and your older copies are safe.
rec-copy-stopped = Try again in a moment.

err-stopped = You stopped it. Nothing has been changed.
rec-stopped = You can begin again whenever you like.

err-rekey-stopped = The new key was not finished. Your book is whole.
rec-rekey-stopped = Try again here. Unlock with the new passphrase. If it does not work, use the one you had before.

err-target-gone = The copy was not finished, because the folder can no longer be reached. The stick may have been pulled out. Your book is safe.
rec-target-gone = Put the stick back in and try once more. A folder whose name begins with unfinished is not a copy and can be deleted.

err-target-full = There is not enough room for the copy there. Your book is safe.
rec-target-full = Delete something on the stick that you can do without. Or choose another place.

err-target-read-only = Nothing may be written in that folder. Your book is safe.
rec-target-read-only = Choose another folder. If the stick has a small lock on its side, slide it off.

err-no-copy = There is no copy of a book in that folder. Nothing has been changed.
rec-no-copy = Choose the stick, or the folder that the copy is in. The folder's name begins with holdepunkt.

err-other-book = The copy belongs to another book. Your book is as it was.
rec-other-book = Choose a copy of the book that you have open now.

err-copy-damaged = Something in the copy is damaged, so it cannot be used. Your book is as it was.
rec-copy-damaged = Try another copy. Keep this one too, if it is the only one.

err-locked = Your book is locked. Everything you have saved is in it.
rec-locked = Unlock it and go on where you left off.

err-not-found = It is no longer here. The rest of your book is as it was.
rec-not-found = Go back to the page. If you removed it yourself, you can undo with Ctrl+Z.

err-too-long = The text is too long for one field. What was saved before is still saved.
rec-too-long = Split it in two or make it shorter.

err-not-here = That cannot be done here. Nothing has been changed.
rec-not-here = Go back and choose something else.

err-day-has-been = That day is already over. Nothing has been changed.
rec-day-has-been = Choose today or a later day.

err-nothing-to-undo = There is nothing more to undo. Everything you see is saved.
rec-nothing-to-undo = You can safely go on writing.

err-nothing-to-redo = There is nothing to redo. Everything you see is saved.
rec-nothing-to-redo = You can safely go on writing.

err-nothing-to-print = There is nothing on the page yet. The rest of the book is as it was.
rec-nothing-to-print = Write just one line and there is something to print. Half a plan is a plan too.

err-card-full = There is not room for all of it on the card. The { $side ->
    [front] front
   *[back] back
} is about { $lines ->
    [one] one line
   *[other] { $lines } lines
} too long.
rec-card-full = { $side ->
    [front] Untick a name or an allergy, or write them shorter.
   *[back] Untick some lines about what helps and what nobody should do. Or write them shorter.
}

err-file-name = The name is too long for a file, or it holds a character a file cannot have. Nothing is saved yet.
rec-file-name = Save again, and give the file a short name.

err-no-such-folder = The folder is no longer there. The file was not saved, but your book is as it was.
rec-no-such-folder = If it was a USB stick, plug it in again. Or choose another folder.

err-no-viewer = The file lies where you saved it, but the computer has no program that can show it.
rec-no-viewer = Take the file on a USB stick to a computer with a printer, for example at the library.

err-print = We could not make the pages for print. Everything shown as saved is saved.
rec-print = Try again. If that does not help, close Holdepunkt and open it again.

err-not-your-pen = Only the person this book belongs to can do that. Nothing was changed.
rec-not-your-pen = Take the pen yourself if this is your book.

err-shut-now = The chapter is closed while you have a visit. It is still there, and nobody can see it.
rec-shut-now = Open it for the visit if you like. Or pause until you are alone.

err-visit-goes-on = This waits while you have a visit. Nobody sees more than you have opened.
rec-visit-goes-on = Pause the visit, or end it. Then everything is here again.

err-changed-since = Something else has been written here since the suggestion was made. Nothing was changed.
rec-changed-since = Look at the two side by side, and choose for yourself.
