# The three groups of chapters.
group-plan = My plan
group-who = Who I am
group-time = Over time
