ch-after = After the crisis

pg-after-home = The first days home
pg-after-home-why = Coming home can feel strange, even when you have looked forward to it. Make a calm plan, so you do not have to do it all at once.
pg-after-home-example-1 = There must be milk in the fridge and clean sheets, because the first evening is the longest.
pg-after-home-example-2 = I start back at work with two hours on Thursdays.
pg-after-home-example-3 = I want to thank the night nurse who sat down with me.

sec-after-first-days = The first days
sec-after-first-days-lead = Food, sleep, a bit of fresh air and someone who knows you are home.
sec-after-first-days-add = Write something for the first days

sec-after-steps = What I take up again, a little at a time
sec-after-steps-lead = Put the easiest at the top. You set the pace.
sec-after-steps-add = Write something to take up again

sec-after-wait = What can wait
sec-after-wait-lead = Write it down, so your head can let go of it.
sec-after-wait-add = Write something that can wait

sec-after-thank = People I want to thank
sec-after-thank-lead = When you feel like it. A few words are enough.
sec-after-thank-add = Write a name

pg-after-talk = My side of it
pg-after-talk-why = Here are only your own words about what happened. You can use them for a talk afterwards, or just have them.
pg-after-talk-gentle = Wait until you feel like it, or skip the page. There are six questions, and one a day is plenty. You need not convince anyone. You may write it with someone you trust.
pg-after-talk-after = Put it away now, and do something that is good for your body.
pg-after-talk-example-1 = To me it was everyone talking at once, and nobody saying what was going to happen.
pg-after-talk-example-2 = I think it went wrong because I had not slept and did not dare to say so.
pg-after-talk-example-3 = They could have asked my brother. I could have sat down.
pg-after-talk-note-1 = If coercion was used, staff must offer you a talk afterwards (eftersamtale). It is in the Danish Mental Health Act, section 4(5) (consolidated act 185 of 1 February 2022). You can say no. Ask if you may bring someone. This is not legal advice.

sec-after-talk = How it looked from where I was
sec-after-talk-lead = First what happened. Then what could have been different.
q-after-talk-experienced = How did you experience it?
q-after-talk-experienced-help = What you saw, heard and felt. There is no right answer.
q-after-talk-why = Why do you think it came to that?
q-after-talk-why-help = Your own words for it, also if others see it differently.
q-after-talk-others = What could others have done instead?
q-after-talk-others-help = Something they could have said, asked about or left alone.
q-after-talk-me = Was there anything you could have done yourself?
q-after-talk-me-help = Only what was possible right then.
q-after-talk-ideas = Do you have ideas for another time?
q-after-talk-ideas-help = Small things too. They can become lines of your plan afterwards.
q-after-talk-with = Who do you want with you for the talk?
q-after-talk-with-help = Write where and when you would rather talk, too.

pg-after-reflection = Looking back
pg-after-reflection-why = When things have settled a little, you may see something you did not see at the time. What you find here can make your plan better.
pg-after-reflection-gentle = Wait until you feel like it, or skip the page. There are five questions, and one a day is plenty. You do not have to defend anything. It is good to have someone to talk to afterwards.
pg-after-reflection-after = Close the book for today, and do something you usually enjoy.
pg-after-reflection-example-1 = It began when I stopped going to choir. I did not think it meant that much.
pg-after-reflection-example-2 = The good thing was that my dad and I started talking again.
pg-after-reflection-example-3 = Next time I will ring on the Tuesday, because everything is closed once it is the weekend.

sec-after-reflection = What I see now
sec-after-reflection-lead = Setbacks are part of it for most people. Answer what you like, in the order you like.
q-after-reflection-arise = How did it begin?
q-after-reflection-arise-help = Write it as you remember it. It need not be the whole story.
q-after-reflection-good = Was there anything good in it?
q-after-reflection-good-help = A person, a conversation, something you managed.
q-after-reflection-hard = What was hard?
q-after-reflection-hard-help = Write only as much as you feel like.
q-after-reflection-learn = What do you know now that you did not know before?
q-after-reflection-learn-help = About yourself, about others or about what helps.
q-after-reflection-change = What would you like to change in your plan?
q-after-reflection-change-help = A line more, a line less, a new name.

sec-after-notes = Notes from hard moments
sec-after-notes-lead = What you wrote to yourself when it was hard. It is only for you until you say otherwise.
sec-after-notes-add = Write a note

pg-after-changes = What I want to change
pg-after-changes-why = Here what you have learned can become part of the plan. Write one thing at a time, and put it in when you are sure.
pg-after-changes-example-1 = Ring Mette already when I have not slept for one night.
pg-after-changes-example-2 = Ask me twice, because I say no the first time.
pg-after-changes-example-3 = Not two talks on the same day.

sec-after-changes = My suggestions for the plan
sec-after-changes-lead = Nothing is changed before you say yes yourself, below.
sec-after-changes-add = Write a suggestion to yourself
