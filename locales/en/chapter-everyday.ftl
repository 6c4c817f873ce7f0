ch-everyday = My everyday

pg-everyday-page = My everyday
pg-everyday-page-why = An ordinary day can carry you a little way, even when you do not feel like it. Begin with the small things that are enough on a bad day. The rest can wait.
pg-everyday-page-example-1 = Up, dressed, curtains open. Then I have had a day.
pg-everyday-page-example-2 = I eat something hot every day, even if it is only porridge.
pg-everyday-page-example-3 = Once a month I go to my sister’s in the country, because it is so quiet there.

sec-everyday-smallest = The smallest good day
sec-everyday-smallest-lead = Three lines that are enough on a bad day. Make them so small that they can almost always be done.
sec-everyday-smallest-add = Write something small that is enough

sec-everyday-daily = What I do every day
sec-everyday-daily-lead = The things that belong to an ordinary day, when it is good enough.
sec-everyday-daily-add = Write something you do every day

sec-everyday-sometimes = What I need now and then
sec-everyday-sometimes-lead = Once a week perhaps, or twice a year.
sec-everyday-sometimes-add = Write something you need
