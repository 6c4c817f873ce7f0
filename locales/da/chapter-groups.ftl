# The three groups of chapters.
group-plan = Min plan
group-who = Hvem jeg er
group-time = Over tid
