ch-crisis = My crisis plan

# The front page
pg-crisis-front = Front page
pg-crisis-front-why = The front page is for someone who does not know you: a night nurse, a duty doctor, a new face on the crisis team. Only write what you want them to know.
pg-crisis-front-gentle = We begin with the easy part: name, language and what is good to know at once. It takes about ten minutes, and you can skip what you like. Few people write a whole crisis plan in one day.
pg-crisis-front-after = That was the practical part, and the next page is about you on a good day.
pg-crisis-front-example-1 = Call me Bent. My papers say Bjarne, but nobody has used that since school.
pg-crisis-front-example-2 = Sit on my right, because I do not hear well with the other ear.
pg-crisis-front-example-3 = My cat is called Sally. My neighbour on the second floor has a key.

sec-crisis-front = About me
sec-crisis-front-lead = What is good to know in the first minute.
q-crisis-front-called = What would you like to be called?
q-crisis-front-called-help = The name you would most like to hear when things are hard.
q-crisis-front-legal-name = What is your name in your papers?
q-crisis-front-legal-name-help = So that staff can find the right record.
q-crisis-front-birth = When were you born?
q-crisis-front-birth-help = Day, month and year are enough. Leave out the last four digits of your CPR number.
q-crisis-front-home-now = Are there children or animals at your home?
q-crisis-front-home-now-help = Write who they are, and who can be with them today.
q-crisis-front-physical = Is there anything physical others should know about?
q-crisis-front-physical-help = Diabetes, epilepsy or a bad back, for example. Allergies have their own place on the page about medicine.
q-crisis-front-pregnancy = Are you pregnant, or could you be?
q-crisis-front-pregnancy-help = It makes a difference to which medicines you can have.
q-crisis-front-senses = Do you have trouble hearing or seeing?
q-crisis-front-senses-help = Write about glasses and hearing aids, and which side people should stand on.
q-crisis-front-language = Which language do you prefer to speak?
q-crisis-front-language-help = Write whether you want an interpreter, and who should not interpret for you.

sec-crisis-validity = About this plan
sec-crisis-validity-lead = So that others can see if they have the newest one.
q-crisis-validity-in-use = When did you start using the plan?
q-crisis-validity-in-use-help = A date is enough.
q-crisis-validity-confirm = Who can say if this is the newest plan?
q-crisis-validity-confirm-help = Someone who knows you. A phone number helps.
q-crisis-validity-review = When will you look at the plan again?
q-crisis-validity-review-help = In six months perhaps, or around your birthday.

# 1
pg-crisis-me = Me when I am well
pg-crisis-me-why = The people who read your crisis plan may never have seen you on a good day. Here they meet you before they read about the hard part.
pg-crisis-me-gentle = This is one of the easy pages. Five minutes are enough, and you may have written most of it before. You can also just read it and move on.
pg-crisis-me-after = Read it as if a friend had written it about you.
pg-crisis-me-example-1 = I am a quiet person, also when I am well. It is not a sign of anything.
pg-crisis-me-example-2 = I am a joiner and I built my own house. Talk to me about wood.
pg-crisis-me-example-3 = I joke with the people I like. If I turn polite, something is wrong.

sec-crisis-well = What I am like
sec-crisis-well-lead = These are the lines you wrote about a good day. Change them there, and they change here too.
sec-crisis-me = Good to know if you have not met me
sec-crisis-me-lead = Perhaps something that is easy to get wrong.
sec-crisis-me-add = Write something a stranger should know

# 2
pg-crisis-signs = Signs that others need to step in
pg-crisis-signs-why = Sometimes it is too hard to steer by yourself. Write here how others can tell. Then it is your own words they go by.
pg-crisis-signs-gentle = This can be heavy to think about. Take ten minutes, if you like with someone who was there when it was hard. Two lines are enough. You can stop at any time.
pg-crisis-signs-after = Put it down now, and pick something from your toolbox, just because it is nice.
pg-crisis-signs-example-1 = If I forget the dog, step in, because I never forget her otherwise.
pg-crisis-signs-example-2 = I dare not answer the phone, not even when it is my son.
pg-crisis-signs-example-3 = I have not touched my food for two days, not even my sister’s cooking.

sec-crisis-signs = What others can see or hear
sec-crisis-signs-lead = Better a little and clear than a lot.
sec-crisis-signs-add = Write what others can see

# 3
pg-crisis-supporters = Who I want with me
pg-crisis-supporters-why = In a crisis it is good to know who should be called, and who should not. You decide both.
pg-crisis-supporters-gentle = One name and five minutes are enough to begin with. It can hurt to write who you do not want there. If it is like that today, leave it for another day.
pg-crisis-supporters-after = Perhaps there is someone on the list you would like to say hello to today.
pg-crisis-supporters-example-1 = Ring my aunt first, because she goes calm when others get nervous.
pg-crisis-supporters-example-2 = My mate from the band is welcome. He does not need to say anything.
pg-crisis-supporters-example-3 = Not my ex. He means well, but I close up completely when he is there.

sec-crisis-people = My people
sec-crisis-people-lead = Put those who should be called first at the top. Say why if you like, both for a yes and a no.
sec-crisis-people-add = Write a name

sec-crisis-disagree = If they do not agree
sec-crisis-disagree-lead = People who are fond of you may not think alike. Write who you want to settle it.
sec-crisis-disagree-add = Write what should happen then

# 4
pg-crisis-medicine = Medicine
pg-crisis-medicine-why = You know what has helped you, and what has not. Write why. A wish is easier to follow when people know the reason.
pg-crisis-medicine-gentle = Find your medicine list, if you have one. It takes about fifteen minutes. If you do not remember the names, write what it did to you. The doctor or pharmacy can help with the rest.
pg-crisis-medicine-after = Now it is written, so take a good break with something you like.
pg-crisis-medicine-example-1 = Tablets, because then I have a part in it.
pg-crisis-medicine-example-2 = What I had in the spring. My legs could not lie still.
pg-crisis-medicine-example-3 = Something to help me sleep the first few nights.

sec-crisis-medicine = What I think of medicine
sec-crisis-medicine-lead = For each line, choose: preferred, acceptable or no. Say why if you like.
sec-crisis-medicine-add = Write its name, or what it did

sec-crisis-allergies = What I cannot tolerate
sec-crisis-allergies-lead = Medicine, food, plasters. Write what happens if you get it, too.
sec-crisis-allergies-add = Write something you cannot tolerate

sec-crisis-medicine-notes = More about medicine
sec-crisis-medicine-notes-lead = Perhaps who your doctor is, which pharmacy you use, or what time of day suits you.
sec-crisis-medicine-notes-add = Write freely

# 5
pg-crisis-treatments = Treatment
pg-crisis-treatments-why = Medicine is only part of it. Talking, quiet, fresh air, music and company can help as well. Here you say yes and no.
pg-crisis-treatments-gentle = Write about what you have tried, and skip the rest. Ten minutes are enough. If it gets too much, only write what you would like to have.
pg-crisis-treatments-after = There may be something on the list you can treat yourself to today.
pg-crisis-treatments-example-1 = Walks with one of the staff. I talk best when we walk.
pg-crisis-treatments-example-2 = Groups the first days. I cannot follow when many people talk.
pg-crisis-treatments-example-3 = I would like to see the chaplain. Not to pray, just to talk.

sec-crisis-treatments = What I think of treatment
sec-crisis-treatments-lead = For example talks, groups, exercise, ECT or quiet in my own room.
sec-crisis-treatments-add = Write a kind of treatment

# 6
pg-crisis-home = If I can stay at home
pg-crisis-home-why = Perhaps you can stay at home, or borrow a bed somewhere quiet. Write what it takes to make it work.
pg-crisis-home-gentle = You may not know all there is where you live. Write what you know, and ask about the rest one day. Ten minutes is fine, and it can all be changed.
pg-crisis-home-after = Look around your home, and find one thing you are fond of.
pg-crisis-home-example-1 = My brother sleeps on the sofa the first nights, because waking up alone is the worst.
pg-crisis-home-example-2 = Someone from the crisis team looks in every day. I do not have to tidy up first.
pg-crisis-home-example-3 = The bed I can book myself. Last time I was ready to go home after three days.

sec-crisis-home = Then I can stay at home
sec-crisis-home-lead = Write who comes, how often, and what they do.
sec-crisis-home-add = Write what it takes

sec-crisis-respite = Places where I can rest
sec-crisis-respite-lead = A crisis house, a bed you can book yourself or a friend’s sofa.
sec-crisis-respite-add = Write a place

# 7
pg-crisis-places = If I need to go into hospital
pg-crisis-places-why = A place can be good for one person and hard for another. You cannot always choose, but it helps when others know your wishes.
pg-crisis-places-gentle = This page can stir up memories. Take it in small bites, and leave it when you need to. Ten minutes are plenty. If someone was there with you, you could write it together.
pg-crisis-places-after = Last of all, think of a place you are fond of, and stay there a little in your thoughts.
pg-crisis-places-example-1 = The small ward, because it has a garden.
pg-crisis-places-example-2 = A room of my own matters more to me than which town.
pg-crisis-places-example-3 = Where I was last time. We were three to a room and I did not sleep.

sec-crisis-places = Where I would rather be, and where not
sec-crisis-places-lead = Write what makes a place easier to be in, too.
sec-crisis-places-add = Write a place

# 8
pg-crisis-helps = What helps, and what does not
pg-crisis-helps-why = Others help as best they can. Here they can see what works for you, and what makes it worse.
pg-crisis-helps-gentle = This page has four parts, and the two heaviest come last. Take one at a time, on separate days if you like, and with someone you trust. You can also do just the first.
pg-crisis-helps-after = Read the top list once more, because that is where the help is.
pg-crisis-helps-example-1 = Sit down when we talk, because I get restless when people stand.
pg-crisis-helps-example-2 = Ask before you touch me. Then I usually say yes.
pg-crisis-helps-example-3 = Talk to me like an adult, and only one at a time.

sec-crisis-helps = What helps
sec-crisis-helps-lead = Small things count: a calm voice, a cup of tea, a door left ajar.
sec-crisis-helps-add = Write something that helps

sec-crisis-never = This makes it worse
sec-crisis-never-lead = Even when it is kindly meant.
sec-crisis-never-add = Write something that makes it worse

sec-crisis-danger = If I or others are in danger
sec-crisis-danger-lead = If there is danger right now, ring 112, or press “It is hard right now”. Here you write what others should do, and who they should call.
sec-crisis-danger-add = Write what others should do

sec-crisis-coercion = My wishes, if someone wants to use force
sec-crisis-coercion-lead = Write what should be tried first, and how they should be with you meanwhile. Write whether they may touch you, too.
sec-crisis-coercion-add = Write a wish

# 8, continued: wishes in advance
pg-crisis-advance = My wishes in advance
pg-crisis-advance-why = If you are admitted to a psychiatric ward, staff must ask what you wish. Here you can answer in peace and quiet, while you are well. In Danish law it is called forhåndstilkendegivelser.
pg-crisis-advance-gentle = The page follows what a ward asks about. Allow twenty minutes, perhaps over two days. Bring someone who knows you. It is enough to write who may be told something.
pg-crisis-advance-after = Now it has been said. Find something that is not about this.
pg-crisis-advance-example-1 = My sister may be told everything. My boss may only know that I am off sick.
pg-crisis-advance-example-2 = Try a walk with me first. It nearly always works if there is time.
pg-crisis-advance-example-3 = Say your name every time you come in, because I forget names when I am afraid.
pg-crisis-advance-note-1 = About the law: on a psychiatric ward in Denmark, staff must ask about your wishes and take them into account. It is in the Danish Mental Health Act, section 3 (consolidated act 185 of 1 February 2022). They are wishes. We cannot promise that they are always followed.
pg-crisis-advance-note-2 = A treatment testament (behandlingstestamente) is something else. It is about treatment that prolongs life, and not about a mental crisis. It has existed since 1 January 2019 (Danish Health Act, section 26).
pg-crisis-advance-note-3 = A future power of attorney (fremtidsfuldmagt) is something else too. It needs a register and a notary.
pg-crisis-advance-note-4 = This was written in November 2026, and laws change. This is not legal advice.

sec-crisis-consent = What staff may tell others
sec-crisis-consent-lead = It is clearest in writing. On paper there is room for the date and your signature.
q-crisis-consent-whom = Who may staff talk to, and about what?
q-crisis-consent-whom-help = For example: My sister may be told where I am. She need not know what medicine I get.
q-crisis-consent-not = Who may be told nothing?
q-crisis-consent-not-help = Feel free to write why. It makes it easier to remember for whoever picks up the phone.
q-crisis-consent-until = How long does this apply?
q-crisis-consent-until-help = For example: Until 1 May 2027. You can always take it back.

sec-crisis-relatives = Those close to me
sec-crisis-relatives-lead = You decide who is close to you. It need not be family.
q-crisis-relatives-involve = Who do you want with you when something is agreed?
q-crisis-relatives-involve-help = Write whom they should ring, and who may come along to talks.
q-crisis-relatives-how = How should they take part?
q-crisis-relatives-how-help = For example: Ask him what I am usually like. Let me tell the rest myself.
q-crisis-relatives-disagree = What should happen when you do not agree?
q-crisis-relatives-disagree-help = Write who should be listened to most.

sec-crisis-ward = On the ward
sec-crisis-ward-lead = What you would like them to do, and in which order.
q-crisis-ward-arrive = What is the best way to receive you?
q-crisis-ward-arrive-help = Think of the first ten minutes: light, noise, how many people are in the room.
q-crisis-ward-first = What should they try first when you are very restless?
q-crisis-ward-first-help = Write what can be tried before there is any talk of coercion.
q-crisis-ward-staff = Which staff would you rather have around you?
q-crisis-ward-staff-help = A man or a woman, a certain person, someone who has been there themselves.
q-crisis-ward-day = What is a good day on a ward?
q-crisis-ward-day-help = Things you want to bring, food, sleep, fresh air, faith and prayer.

sec-crisis-advance-medicine = Medicine
sec-crisis-advance-medicine-lead = You wrote this on the page about medicine. Change it there.
sec-crisis-advance-treatments = Treatment
sec-crisis-advance-treatments-lead = You wrote this on the page about treatment. Change it there.
sec-crisis-advance-coercion = If someone wants to use coercion
sec-crisis-advance-coercion-lead = You wrote this on the page about what helps. Change it there.

sec-crisis-papers = Other papers I have made
sec-crisis-papers-lead = They are about something other than your wishes on this page. If you have one of them, write it here. Then others know that it exists.
q-crisis-papers-testament = Do you have a treatment testament (behandlingstestamente)?
q-crisis-papers-testament-help = Write the date, and where it is if you want to. For example: 3 May 2024. A copy is in the blue folder.
q-crisis-papers-power = Do you have a future power of attorney (fremtidsfuldmagt)?
q-crisis-papers-power-help = Write the date, and where it is if you want to. For example: 12 June 2025. My sister knows where it is.

# 8, continued
pg-crisis-life = My ordinary life
pg-crisis-life-why = The cat needs food and the rent needs paying, also when things are hard for you. When someone has it in hand, you can let go of it for a while.
pg-crisis-life-gentle = Thirteen small questions about daily life. Most take a minute and can be answered with a name. Skip what does not fit you, and spread the rest over some days. A neighbour or your family can help.
pg-crisis-life-after = All this is yours, and now others know how to look after it.
pg-crisis-life-example-1 = The neighbour takes the dog. She sleeps best with the radio on.
pg-crisis-life-example-2 = Granny should tell Malte, because she says things as they are.
pg-crisis-life-example-3 = Tell them at work that I am ill. I will tell them the rest myself.

sec-crisis-life = What someone needs to look after
sec-crisis-life-lead = Write who does it, and what they need to know.
q-crisis-life-children = Who looks after your children?
q-crisis-life-children-help = Write who picks them up, where they sleep, and what they should be told.
q-crisis-life-pets = Who looks after your animals?
q-crisis-life-pets-help = Write what they eat, and what they are used to.
q-crisis-life-plants = Who waters your plants?
q-crisis-life-plants-help = The balcony or the garden too, if you have one.
q-crisis-life-post = Who keeps an eye on your post?
q-crisis-life-post-help = Both the letter box and Digital Post. In Digital Post you can let someone else read along.
q-crisis-life-money = Who sees to rent and bills?
q-crisis-life-money-help = Write what gets paid by itself, and what someone has to remember. Do not write any codes here.
q-crisis-life-keys = Who has a key to your home?
q-crisis-life-keys-help = Write who may let themselves in.
q-crisis-life-work = Who tells your work or the job centre?
q-crisis-life-work-help = School or a placement too. Write what they may be told.
q-crisis-life-deliveries = What should be stopped or moved?
q-crisis-life-deliveries-help = Meal boxes, the paper, parcels, a dentist appointment.
q-crisis-life-home = Who looks in on your home?
q-crisis-life-home-help = Rubbish out, fridge emptied, heating turned down.
q-crisis-life-pick-up = Who picks up your medicine?
q-crisis-life-pick-up-help = Write which pharmacy it is, too.
q-crisis-life-tells = Who tells what to whom?
q-crisis-life-tells-help = For example: My sister rings our mum. Nobody says anything to the neighbours.
q-crisis-life-visits = Who may visit you?
q-crisis-life-visits-help = Write how long they may stay, and what they are welcome to bring.
q-crisis-life-skills = What do you want to keep doing yourself?
q-crisis-life-skills-help = Making coffee, doing laundry, reading, running. Then others know what you would like to do yourself.

# 9
pg-crisis-over = When the plan is no longer needed
pg-crisis-over-why = The plan is only for as long as you need it. Write here how others can see that you are taking over again. Then they can let go in time.
pg-crisis-over-gentle = The last page is a bright one. Five minutes will do, and it is good to write with someone who has seen you come back before.
pg-crisis-over-after = That was the last of the plan, so put the kettle on, or go for a walk.
pg-crisis-over-example-1 = When I grumble about the coffee.
pg-crisis-over-example-2 = I have slept three nights in a row and I ask for the newspaper myself.
pg-crisis-over-example-3 = When I ring my sister on my own, because I only do that when I have something to tell her.

sec-crisis-over = Then I take over again myself
sec-crisis-over-lead = Write what you would like back first, too.
sec-crisis-over-add = Write a good sign
