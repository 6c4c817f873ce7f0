# Beside the page in a visit: questions, an order for a first visit, and what is asked at the end.

visit-first-arrive = Settle in
visit-first-arrive-text = Sit comfortably. Say what the book is and whose it is. Nothing has to be written today.
visit-first-agenda = What do you want out of it?
visit-first-agenda-text = The owner of the book says it first. Write the words that are said.
visit-first-well = When I am well
visit-first-well-text = Begin with something good. Who are you on a good day?
visit-first-tools = What helps
visit-first-tools-text = Find three things that usually help. Small things are fine.
visit-first-signs = An early sign
visit-first-signs-text = Only if there is calm for it. One sign is enough, and what you do then.
visit-first-agree = What have we agreed?
visit-first-agree-text = Who does what, and when? One thing is enough.
visit-first-end = End with something good
visit-first-end-text = What was good today? Say thank you for the talk.

visit-step-understand = Understand
visit-step-understand-lead = Be curious. Let silence be.
visit-ask-day = What does a quite ordinary day look like for you?
visit-rather-day = So how are you doing with getting some structure?
visit-ask-happened = What has happened since we last met?
visit-rather-happened = What is wrong?
visit-ask-inside = What was it like from the inside?
visit-rather-inside = Are you sure that is how it was?
visit-ask-helps = What has helped you before?
visit-rather-helps = Did you do what we talked about?

visit-step-ahead = Look ahead
visit-step-ahead-lead = Hope may be small.
visit-ask-good = What would a good week have in it?
visit-rather-good = What is a realistic goal for you?
visit-ask-miss = What do you miss doing?
visit-rather-miss = Shouldn't you be getting on with things soon?
visit-ask-small = What is the smallest thing that would make a difference?
visit-rather-small = What is the plan for the whole year?
visit-ask-if-better = If it were a little easier tomorrow, what would you do?
visit-rather-if-better = It will pass.

visit-step-explore = Explore
visit-step-explore-lead = Search together. The owner of the book knows most about their own life.
visit-ask-tried = What have you tried, and what did you learn from it?
visit-rather-tried = Why didn't you just do it this way?
visit-ask-why-not-lower = You say four out of ten. Why not two?
visit-rather-why-not-lower = Only four? What would it take to get to ten?
visit-ask-others = Who would you like to have with you in this?
visit-rather-others = You will have to sort that out with your family.
visit-ask-risk = What can you win by it, and what do we do if it does not work out?
visit-rather-risk = That is probably not a good idea.

visit-step-agree = Agree
visit-step-agree-lead = One thing is enough. It has to be within reach.
visit-ask-want = What would you like to begin with?
visit-rather-want = Then let us say that you do this.
visit-ask-who = What do you do, what do I do, and who else can help?
visit-rather-who = You can manage that yourself, can't you?
visit-ask-hard = What can get in the way, and what do you do then?
visit-rather-hard = You have to promise me.
visit-ask-words = How would you write it yourself?
visit-rather-words = I will just write it for you.

visit-goal-alive = When have you felt most alive?
visit-goal-fun = When did you last really laugh?
visit-goal-difference = What would make a real difference in your life?
visit-goal-dream = What do you dream of, even when it seems far away?
visit-goal-wish = What do you wish for more of?
visit-goal-better = What would make your everyday life better?
visit-goal-meaning = What would give your life more meaning?
visit-goal-more-fun = What would make life more fun?

visit-rate-heard = I was heard today.
visit-rate-mine = We talked about what I wanted to talk about.
visit-rate-words = What was written is mine.
visit-rate-useful = I can use this.

# The Danish items are the source's; these say the same.
visit-support-others = My worker helps me to feel supported by other people
visit-support-hope = My worker helps me to have hopes and dreams for the future
visit-support-self = My worker helps me to feel good about myself
visit-support-matters = My worker helps me to do things that mean something to me
visit-support-control = My worker helps me to feel in control of my life

visit-reflect-listened = Did I listen, so that I understand it better from the inside?
visit-reflect-goals = Did we find what you want, and not what I would like to see?
visit-reflect-strengths = Did I show that I believe in what you can do?
visit-reflect-hope = Did I tell of something I or others have lived through that can give hope?
visit-reflect-roles = Did I notice where you give something to others?
visit-reflect-resources = Did we look at friends, places and communities outside psychiatry?
visit-reflect-self-care = Did I help you to be in charge yourself?
visit-reflect-wishes = Did we talk about the help you want, and did I take it seriously?
visit-reflect-respect = Were we equals, and did I make an effort?
visit-reflect-setbacks = Did I hold on to hope, also when we talked about what is hard?
