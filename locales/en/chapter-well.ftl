ch-well = When I am well

pg-well-page = When I am well
pg-well-page-why = The book begins with you on a good day. When things are hard, you can read this and know yourself again. And others can see who you also are.
pg-well-page-example-1 = I sing in the car, even when someone is sitting next to me.
pg-well-page-example-2 = I read the paper from the back page, like my dad did.
pg-well-page-example-3 = My daughter says I tease her more when I am well.

sec-well-like = What I am like
sec-well-like-lead = Think of a good day. It does not matter if it was yesterday or long ago.
sec-well-like-add = What you are like on a good day

sec-well-others = What other people notice
sec-well-others-lead = Ask someone who is fond of you. We do not always see it ourselves.
sec-well-others-add = Write what others see

sec-well-keeps = What does me good
sec-well-keeps-lead = People, habits, places, animals, music. Small things count.
sec-well-keeps-add = Write something that does you good
