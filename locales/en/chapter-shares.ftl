ch-shares = Shared with others

pg-shares-page = Shared with others
pg-shares-page-why = Here you make a paper ready for someone: only what you want to show that person. Later you can see who has what, and what has grown old.
pg-shares-page-example-1 = My sister keeps the sheet on her fridge.
pg-shares-page-example-2 = The doctor had the page about medicine in March. I took it home again.
pg-shares-page-example-3 = The card is in my wallet behind the bus pass.
