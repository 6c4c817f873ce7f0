ch-toolbox = My toolbox

pg-toolbox-page = My toolbox
pg-toolbox-page-why = Gather everything here that tends to help. The other pages can borrow from it. Change something here, and it changes everywhere.
pg-toolbox-page-example-1 = I peel potatoes, because it gives my hands something to do.
pg-toolbox-page-example-2 = I ring my brother and say: tell me about your day.
pg-toolbox-page-example-3 = The cat on my lap. If the cat is out, the heavy duvet.

sec-toolbox-tools = What helps me
sec-toolbox-tools-lead = Mark what also works on a hard day. Personal medicine is something you do because it makes you want to live your life: choir, hens, a long walk.
sec-toolbox-tools-add = Write something that helps
