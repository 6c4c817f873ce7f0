# Words on paper: the crisis plan and the sheet with the recovery words. Read by the citizen's people and by staff.

print-plan-title = My crisis plan
print-plan-lead = How you help me best when things are at their hardest. Read this page first.
print-plan-version = edition { $number }
print-plan-stamp = Example – an invented person
print-page = page
print-of = of
print-facts = About me
print-more = The rest is on page
print-rest = The rest is in the full plan.
print-see = see page
print-missing = □ stands for a character that could not be printed.

print-fact-called = Call me
print-fact-legal-name = Name on record
print-fact-birth = Born
print-fact-language = Language and interpreter
print-fact-senses = Hearing and sight
print-fact-pregnancy = Pregnant
print-fact-home-now = At home with me now
print-fact-physical = Physical illness
print-fact-whom = Who may know what
print-fact-whom-not = Who may know nothing
print-fact-until = Consent applies
print-fact-in-use = In use since
print-fact-allergy = Allergy

print-panel-call = Call
print-panel-call-not = Do not call
print-call-not = Do not call: { $names }
print-call-unset = Others I have not said yes or no to: { $names }
print-panel-helps = This helps
print-panel-never = This makes it worse
print-panel-medicine = Medicine

print-choice-preferred = Preferred
print-choice-acceptable = Acceptable
print-choice-not = No

print-people-wanted = People I want with me
print-people-not-wanted = People I do not want with me
print-people-unset = Others I have not said yes or no to
print-person-nameless = No name

print-life-children = Children
print-life-pets = Animals
print-life-plants = Plants
print-life-post = Post and Digital Post
print-life-money = Rent and bills
print-life-keys = Keys
print-life-work = Work and job centre
print-life-deliveries = Appointments and deliveries
print-life-home = My home
print-life-pick-up = Picking up medicine
print-life-tells = Who tells whom what
print-life-visits = Visits
print-life-skills = What I want to keep doing myself

print-consent-whom = Who may know what
print-consent-not = Who may know nothing
print-consent-until = Consent applies
print-relatives-involve = Talk to these people
print-relatives-how = How they should take part
print-relatives-disagree = When we do not agree
print-ward-arrive = The best way to receive me
print-ward-first = Try this first
print-ward-staff = Those I would rather have around me
print-ward-day = A good day on the ward
print-papers-testament = Treatment testament (behandlingstestamente)
print-papers-power = Future power of attorney (fremtidsfuldmagt)

print-numbers = Numbers that can help
print-advance-title = My wishes in advance
print-advance-lead = Wishes stated in advance under the Danish Mental Health Act, section 3. These are my own words to the ward that receives me.
print-advance-wishes = These are my wishes. If you cannot follow one of them, tell me why.
print-advance-other = A treatment testament (behandlingstestamente, since 1 January 2019, Danish Health Act, section 26) and a future power of attorney (fremtidsfuldmagt) are something else.
print-advance-sign-ward = Date and signature of someone on the ward who has read it

print-because = because { $why }
print-author = suggested by { $name }, and I said yes

print-confirm = Ask if this is the newest plan: { $who }
print-review = I will look through the plan again: { $when }
print-law = On a psychiatric ward in Denmark, staff must ask about my wishes and take them into account (Danish Mental Health Act, section 3, consolidated act 185 of 1 February 2022). This is not legal advice.
print-sign-me = Date and my signature
print-sign-witness = Date and signature of someone who has read the plan with me (if I wish)

print-sheet-title = Twelve words
print-sheet-lead-1 = The words open up again if the passphrase is forgotten.
print-sheet-lead-2 = Type them in the same order, one at a time.
print-sheet-closing-1 = Keep this sheet where others will not find it.
print-sheet-closing-2 = Do not show it to anyone, and do not take a picture of it. Whoever has the words can open.
print-sheet-closing-3 = If you make new words, the old ones stop working. Then tear up this sheet.
print-sheet-squares = The same twelve words for a camera

print-visit-title = Visit { $date }
print-visit-people = Who was here
print-visit-agenda = What I wanted out of it
print-visit-agreed = What we agreed
print-visit-who = Who does what
print-visit-next = Next time
print-visit-me = I
print-visit-you = You
print-visit-others = Others
print-visit-by = by { $date }
print-visit-closing = This sheet belongs to the person who wrote it. It shows nothing of the rest of the book.
