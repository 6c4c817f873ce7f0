ch-angry = When I am angry

pg-angry-page = When I am angry
pg-angry-page-why = Anger often has a good reason. But nobody reads a long plan when it boils. That is why this page is short.
pg-angry-page-example-1 = I go out and say: I will be back in half an hour.
pg-angry-page-example-2 = Standing in the doorway, because I need to be able to get out.
pg-angry-page-example-3 = Telling me to calm down. Rather ask me what happened.

sec-angry-notice = How I notice it
sec-angry-notice-lead = The body often knows first.
sec-angry-notice-add = Write what you notice

sec-angry-me = What I do
sec-angry-me-lead = One or two things are enough.
sec-angry-me-add = Write the first thing you do

sec-angry-others = What others are welcome to do
sec-angry-others-add = Write what helps

sec-angry-not = What others should not do
sec-angry-not-lead = Even when it is kindly meant.
sec-angry-not-add = Write what makes it worse
