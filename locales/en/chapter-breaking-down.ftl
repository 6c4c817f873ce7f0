ch-breaking-down = When things are breaking down

pg-breaking-down-page = When things are breaking down
pg-breaking-down-page-why = It is clearly worse, but you are still the one steering. A short, firm plan is good to have then. Write it on a calm day.
pg-breaking-down-page-example-1 = Two nights without sleep. Then I ring the doctor, even if I think it will pass.
pg-breaking-down-page-example-2 = I stay with my sister for three days, because I sleep better with someone in the house.
pg-breaking-down-page-example-3 = I cancel everything except the dog.

sec-breaking-down-signs = How I know it is serious
sec-breaking-down-signs-lead = The things you cannot mistake.
sec-breaking-down-signs-add = Write a clear sign

sec-breaking-down-me = What I do, in this order
sec-breaking-down-me-lead = Put the most important at the top. Three to five lines are enough.
sec-breaking-down-me-add = Write the next thing you do

sec-breaking-down-others = What others are welcome to do
sec-breaking-down-others-lead = Write who may do what. And what they may see to for you for a few days.
sec-breaking-down-others-add = Write what others may do
