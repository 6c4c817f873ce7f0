# Writing together on two computers: giving a part of the book, taking in answers, opening what somebody else gave.

handover = On two computers
handover-lead = You can give part of your book to someone you write with. They open it on their own computer and write suggestions. Nothing joins your plan before you say yes.
hand-begin = Give part of the book
hand-take = Take in an answer
hand-open-file = Open something you were given

hand-give = Give part of the book
hand-give-lead = You make a file that is locked. Hand it over on a USB stick, or send it the way you usually do.
hand-who = Who gets it?
hand-known-one = Opens with their key
hand-someone = Someone else
hand-open = What do you open?
hand-open-lead = Only what you choose goes along. Lines marked “only me”, pictures, and what you have hidden stay at home.
hand-agenda = What would you like help with?
hand-make = Lock and save the file
hand-locking = The file is being locked. In a moment you choose where to keep it.
hand-made = The file is saved
hand-made-where = It is here: { $file }
hand-words = Six words open the file
hand-words-lead = Say them aloud to each other, or write them on paper. Never send them together with the file. We do not keep them, so you only see them now.
hand-words-seen = The words are passed on
hand-made-key = The file opens with { $name }’s key. No words to remember.
hand-what-now = When a file comes back, take it in here. Your plan is as it was.

hand-given = What you have given
hand-none = You have not given anything away yet.
hand-to = To { $name }
hand-along = With: { $chapters }
hand-answer-none = No answer has come yet.
hand-answer-came = Answer taken in { $when }
hand-waits =
    { $count ->
        [one] One suggestion waits for you.
       *[other] { $count } suggestions wait for you.
    }
hand-came = What was suggested
hand-save = Save it as a file
hand-close = Take no more answers
hand-closed = You take no more answers here.
hand-reopen = Open for answers again
hand-erase = Erase for good
hand-erase-lead = What you gave, and everything that was suggested, disappears here. Lines you said yes to stay. What others have is beyond our reach. This cannot be undone.
hand-erase-sure = Yes, erase it for good
hand-erased = It is erased here.

hand-taken =
    { $count ->
        [0] There is nothing new in the answer. You have all of it.
        [one] { $name } has written one suggestion.
       *[other] { $name } has written { $count } suggestions.
    }
hand-taken-where = They wait under Suggestions until you feel like it. Your plan is as it was.
hand-taken-before = You have already answered some of it. That stays as you answered.
hand-see = See the suggestions

hand-keys = Keys instead of words
hand-keys-lead = If you often write together, you can use a key. Then nobody has to remember words.
hand-own-key = My key
hand-own-key-lead = Give it to those who will hand you something. It can only lock, not open.
hand-own-key-show = Show my key
hand-own-key-save = Save the key as a file
hand-spoken = Four words to read aloud: { $words }
hand-spoken-lead = If you both see the same four words, it is the right key.
hand-cowriters = People whose key you have
hand-cowriter-add = Add a key
hand-cowriter-key = The key you were given
hand-cowriter-key-hint = It begins with age1. Paste it here.
hand-cowriter-keep = Keep the key
hand-cowriter-drop = Remove the key

guest = Someone else’s book
guest-choose-lead = Were you given part of someone else’s book? Choose the file here. It does not become part of your own book.
guest-choose = Choose the file
guest-words = The six words
guest-words-hint = You were given them separately from the file.
guest-unlock = Unlock
guest-unlocking = The file is being unlocked. It takes a moment.
guest-by-key = The file is locked to your key. No words are needed.
guest-from = From { $owner }
guest-owner = the owner
guest-owner-first = The owner
guest-made = Made { $when }
guest-lead = You see only what was opened for you. Everything you write is a suggestion. It is for { $owner } to say what joins the plan.
guest-agenda = What { $owner } would like help with
guest-you-are = You write as { $name }, { $role }.
guest-name = What is your name?
guest-stays = The book is only here as long as it is open. When the window is closed, it is gone. Save your answer first. If the computer stops, what you have written is not lost. It lies here locked for 30 days, and is there when you open the file again.
guest-begin = Open the book
guest-banner = This is not your book
guest-banner-lead = { $owner } has opened it for you. You write suggestions.
guest-written =
    { $count ->
        [0] No suggestion yet
        [one] One suggestion
       *[other] { $count } suggestions
    }
guest-hand-back = Save the answer
guest-handed = The answer is saved here: { $file }
guest-handed-lead = Give the file to { $owner }. If you write more, save the answer again. Nothing comes in twice.
guest-finish = Done
guest-finish-lead = Then the book is deleted from this computer.
guest-finish-yes = Delete the book here
guest-finish-not-yet = You have written something that is not in an answer yet. It is gone when the book is deleted.
guest-before-closing = Before you close
guest-unsent-rests = Unlock the book again, and you can save the answer first.
guest-finish-anyway = Delete without saving
guest-write-on = Keep writing
guest-gone = The book is deleted here
guest-gone-lead = What lay on this computer has been deleted. It was locked all the time. If anything is left on the disk, it cannot be read without the file and what opens it.
guest-gone-not = This is what we cannot delete for you:
guest-gone-file = The file you were given. Delete it yourself, where it lies.
guest-gone-answer = The answer you saved. Delete it when you have passed it on.
guest-gone-copies = Copies in your mail, in the bin, and in backups of the computer.
guest-gone-memory = What you remember. Take good care of it.
guest-gone-on = Go on
guest-waits = The book is resting
guest-waits-words = Write the six words again, and you can go on where you stopped. Your suggestions are still here.
guest-waits-key = Write your own passphrase, and you can go on where you stopped. Your suggestions are still here.
guest-waits-secret = Your passphrase
handover-short = Not in the same place? Give part of the book in a file, and get suggestions back.
handover-go = Write together on two computers
guest-resumed = What you wrote last time is here again. It is in no answer yet.
guest-resumed-damaged = Something you wrote last time cannot be read. All else is as it should be.
