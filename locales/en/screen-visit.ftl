# A visit on the screen: beginning it, writing together, proposals, the end, and the record.

over-time = Over time
visits = Visits
visits-lead = Here you can write together with someone you feel safe with. You decide what they see. And nothing they write goes in before you say yes.
visits-none = There have been no visits in the book yet. You can begin when someone sits beside you.
visit-begin = Begin a visit
visit-waits = The visit is paused. You can go on where you stopped.
visit-resume = Go on with the visit
visit-look = See all about the visit
visit-with = With { $people }
visit-saw = You looked at: { $chapters }
visit-saw-nothing = No chapters were open.
visit-taken =
    { $count ->
        [0] No suggestions were taken in.
        [one] One suggestion was taken in.
       *[other] { $count } suggestions were taken in.
    }

visit-start-lead = Sit side by side, so that you can both see. You can skip anything.
visit-who = Who is here?
visit-name = Name
visit-name-hint = The name may be left out.
visit-role = Who are they to you?
visit-pick-staff = A worker
visit-pick-peer = A peer with experiences of their own
visit-pick-relative = A relative
visit-pick-other = Someone else
visit-known = Has been here before
visit-one-more = There is one more
visit-not-here = Not here today
visit-open = What do you open today?
visit-open-lead = The rest is closed until the visit is over. It is not just put out of sight: it is not on the screen at all. Lines marked “only me” are always closed.
visit-open-people = People and phone numbers belong to the crisis plan. They are seen only when it is open.
visit-agenda = What do you want out of it?
visit-agenda-hint = A few words are enough.
visit-start = Begin the visit
visit-save-open = Save what is open
visit-open-more-lead = Then whoever is visiting you can see more of your book.

visit-now = Visit
visit-now-nobody = Visit
visit-open-now = Open now:
visit-open-none = Nothing is open. You can talk.
visit-who-writes = Who is writing now?
visit-i-write = I write
visit-they-write = { $name } writes
visit-pen-theirs = { $name } has the pen and writes suggestions. You answer when you have it again.
visit-pen-mine = You have the pen.
visit-key-pen = Pass the pen on in a visit
visit-talk = Questions
visit-change-open = Open or close chapters
visit-pause = Take a break
visit-pause-lead = Then your whole book is here again. You can go on later.
visit-theirs = Something is not in the book
visit-theirs-lead = The book could not save this. It is gone once the pen is put down. You can go back and rewrite it, or copy the words now.
visit-theirs-from = { $name } wrote it.
visit-theirs-back = Go back
visit-theirs-on = Go on without it
visit-to-end = Round off
visit-secret-lead = Write your passphrase. Then we know that it is you.
visit-take-pen-first = Take the pen yourself first.

visit-talk-lead = Use what fits. You can leave the rest.
visit-talk-first = A first visit of 45 minutes
visit-talk-minutes = { $minutes } min.
visit-talk-goals = Eight questions about dreams
visit-ask-like-this = Ask like this
visit-rather-not = Rather not like this
visit-your-agenda = What you want out of it

proposals = Suggestions
proposals-lead = Others have suggested this. It is not in your plan before you say yes. You can also just leave it.
proposals-none = There are no suggestions. When someone else writes in a visit, you find it here.
proposals-more = Show more
proposals-shown = You see { $shown } of { $total }.
proposals-all =
    { $count ->
        [one] Take the suggestion in
       *[other] Take all { $count } in
    }
proposals-all-note = Those written over since stay where they are.
proposal-from = { $name } suggests
proposal-for-page = For the page { $page }
proposal-go = Go to the page
proposal-yes = Yes, take it in
proposal-own = In my own words
proposal-no = No thanks
proposal-own-save = Save my words
proposal-own-label = This is how I say it
proposal-own-because = Because (if you like)
proposal-own-left = Your own words
proposal-own-left-lead = You had begun them. The suggestion no longer waits. You can copy the words from here.
proposal-own-left-fine = Let the words go
proposal-never-mind = Never mind
proposal-note-yes = The suggestion is in.
proposal-note-all = The suggestions are in.
proposal-then = Then
proposal-now = Now
proposal-proposed = Suggestion
proposal-stale = You have written something else here since the suggestion was made. See them side by side.
proposal-use = Use the suggestion
proposal-keep = Keep what stands now
proposal-gone = What the suggestion was about is not here any more.
proposal-let-go = Let it go
proposal-new-line = A new line
proposal-rewrite = Other words for your line
proposal-order-first = Move “{ $text }” up to be the first
proposal-order-last = Move “{ $text }” down to be the last
proposal-order-after = Move “{ $text }” so that it stands after “{ $other }”
proposal-link = Show “{ $other }” beside “{ $text }”
proposal-person-new = A new person
proposal-person-change = New words about a person
proposal-added = (new)
proposal-removed = (gone)

perspective-first = Your own words
perspective-second = How we think it is from the inside
perspective-third = How it looks from the outside
perspective-legend = How is it seen?
perspective-pick-first = I write down what you say
perspective-pick-second = I try to see it from the inside
perspective-pick-third = I see it from the outside

suggest-line = Suggest a line
suggest-words = Suggest other words
suggest-up = Suggest up
suggest-down = Suggest down
suggest-link = Suggest a tool or a person
suggest-person = Suggest a person
suggest-text = Suggestion
suggest-because = Because (if you like)
suggest-waits = Your suggestion. It waits for a yes.
suggest-take-back = Take the suggestion back
suggest-du-test = Would you say it like that to the person?
suggest-du-yes = Yes, just like that
suggest-du-rewrite = I will write it differently
suggest-pick-link = What belongs to the line?

adopted = Suggested by { $name } · you said yes
adopted-rewritten = Suggested by { $name } · you have written in it
adopted-own = After a suggestion by { $name } · your words
only-my-words = Show only my own words
only-my-words-on = You see only your own words. The rest is still here.

visit-end = Round off
visit-end-lead = Take what you need. Everything may stay empty.
visit-agreed = What we agreed
visit-agreed-hint = In your own words.
visit-tasks = Who does what?
visit-task = What
visit-task-who = Who
visit-task-me = I
visit-task-you = You who are visiting
visit-task-others = Others
visit-task-name = Name
visit-task-due = By
visit-task-done = It is done
visit-task-add = Write an agreement
visit-task-remove = Remove the agreement
visit-task-by = Written by { $name }
visit-private = This stays in the book
visit-private-hint = It does not go on the sheet.
visit-next = Next time
visit-next-day = Day
visit-next-note = Where, when and what
visit-rate = How was it for you?
visit-rate-lead = 0 is not at all, 10 is wholly. You can skip it.
visit-rate-none = Not answered
visit-support = Support from my worker
visit-support-lead = Five sentences about working together, not about you.
visit-support-source = Source: Brief INSPIRE-O, as it stands in the Danish talk “Borgeren som erfarings-ekspert” (2021).
visit-support-0 = Not at all
visit-support-1 = A little
visit-support-2 = Somewhat
visit-support-3 = Quite a lot
visit-support-4 = Very much
visit-support-over-time = Support from my worker over time
visit-support-about = The figure goes from 0 to 100. It says something about the support that day. No figure is good or bad in itself.
visit-support-day = Day
visit-support-value = Support
visit-support-people = With
visit-reflect = Ten questions for the visitor
visit-reflect-lead = Talk about a few of them. They are for you who help, and the answers are not kept.
visit-reflect-keep = We would like to keep the answers
visit-reflect-source = After Shepherd, Boardman and Slade (2008), in our words.
visit-finish = The visit is over
visit-finish-lead = Then your whole book is here again.
visit-summary = A sheet about the visit
visit-summary-lead = One sheet with what you agreed. Nothing else from the book is on it.
visit-summary-show = Show the sheet
visit-summary-save = Save the sheet

visit-record-lead = Only you see this page.
visit-record-proposed = What was suggested
visit-state-open = waits
visit-state-accepted = taken in
visit-state-own-words = taken in, in your words
visit-state-declined = not taken in
visit-record-none = Nothing was suggested.
visit-record-save = Save all about the visit as a file
visit-erase = Erase the visit for good
visit-erase-lead = Everything about the visit goes, also what was suggested. Lines you said yes to stay. It cannot be undone.
visit-erase-sure = Yes, erase it for good
visit-erased = The visit is erased.
visit-rated = How it was for you

coming-title = You agreed on this
coming-due = by { $day }
coming-other = { $name } does it
