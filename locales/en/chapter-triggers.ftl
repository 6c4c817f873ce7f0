ch-triggers = Triggers

pg-triggers-page = Triggers
pg-triggers-page-why = Something from outside can knock you over, even after a good spell. When you know what hits you, you can have something ready.
pg-triggers-page-example-1 = A letter from the council. I open it with my support worker, because then there are two of us.
pg-triggers-page-example-2 = When my boss says: have you got two minutes?
pg-triggers-page-example-3 = Christmas Eve. I have agreed with my mum that I leave at nine.

sec-triggers-what = What can hit me hard
sec-triggers-what-lead = Dates, letters, visits, noise, something someone says. Only write what you feel like thinking about today.
sec-triggers-what-add = Write something that can hit you

sec-triggers-me = What I do
sec-triggers-me-lead = The first thing you can do when it happens. Borrow something from the toolbox if you like.
sec-triggers-me-add = Write something you can do

sec-triggers-others = What others are welcome to do
sec-triggers-others-lead = Many people want to help but do not know how. You can tell them here.
sec-triggers-others-add = Write what others may do
