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
