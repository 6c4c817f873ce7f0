ch-signs = Early signs

pg-signs-page = Early signs
pg-signs-page-why = A bad day is usually just a bad day. But small signs often come before it gets really hard. If you know a few, you can do something in good time.
pg-signs-page-example-1 = I leave my phone alone, even when it is someone I am fond of.
pg-signs-page-example-2 = I go down to the shop three times a day, because I cannot sit still at home.
pg-signs-page-example-3 = My husband says I talk faster and forget to have lunch.

sec-signs-inner = What I can feel
sec-signs-inner-lead = Small things in your sleep, body, thoughts or mood. A few are enough.
sec-signs-inner-add = Write something you can feel

sec-signs-seen = What others can see
sec-signs-seen-lead = Ask someone you trust. Others sometimes see it first.
sec-signs-seen-add = Write something others can see

sec-signs-me = What I do
sec-signs-me-lead = Something small that you can do the same day.
sec-signs-me-add = Write the first thing you do

sec-signs-others = What others are welcome to do
sec-signs-others-lead = Write how they may say it to you, too.
sec-signs-others-add = Write what others may say or do
