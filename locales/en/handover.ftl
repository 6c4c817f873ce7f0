# When a hand-over or an answer cannot be used: what happened, what is safe, what you can do.

err-hand-not-handover = The file is an answer. It belongs in the book the hand-over came from.
rec-hand-not-handover = Give the file to the person who gave you the book. Here you need the file you were given first.

err-hand-not-answer = This is a hand-over, not an answer. Your book is as it was.
rec-hand-not-answer = Choose the file you got back.

err-hand-other-book = The answer belongs to another book, or to a hand-over you have erased. Your book is as it was.
rec-hand-other-book = Check whether you have the right book open. Otherwise hand over again, and ask for a new answer.

err-hand-closed = You said that you take no more answers here. Your book is as it was.
rec-hand-closed = If you want this answer, open for answers again beside the hand-over.

err-hand-forged = The answer does not fit what you gave away. It speaks in somebody else’s name, or about pages you did not open. So nothing was taken in.
rec-hand-forged = Ask the person you gave the book to whether they sent it. Keep the file if you want to ask others for advice.

err-hand-no-key = The file is locked to the key of one particular book, and that book is not open.
rec-hand-no-key = If you chose your own answer, choose the file you were given first. Otherwise open your own book and try again. If you have none, ask for a file that opens with words.

err-hand-other-key = The file is locked to somebody else’s key. Your book cannot open it.
rec-hand-other-key = If you chose your own answer, choose the file you were given first. Otherwise give your key to the person who sent the file, or ask for a file that opens with words.

err-hand-not-a-key = That is not a key we can use. Nothing was kept.
rec-hand-not-a-key = A key begins with age1 and is 62 characters long. Copy all of it and paste it again.

err-hand-nothing = You have not opened anything yet, so there is nothing to give.
rec-hand-nothing = Choose at least one chapter.

# Steps in the history.
step-hand-over = part of the book given in a file
step-take-answer = answer taken in from a file
step-close-handover = no more answers to a hand-over
step-open-handover = open for answers again
step-keep-cowriter = co-writer kept
step-drop-cowriter = co-writer let go

# Names of files and windows. A name on the desktop does not tell whom it is about.
hand-file-out = To write in { $day }
hand-file-back = Answer { $day }
hand-file-key = My key
hand-choose-handover = Choose the file you were given
hand-choose-answer = Choose the answer
hand-key-file =
    This is my key in Holdepunkt. With it you can lock a file so that only I can open it.

    { $key }

    Read the four words aloud to me when you have pasted the key: { $spoken }
