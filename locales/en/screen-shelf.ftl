# Several books on this computer.

shelf = Several books on this computer
shelf-door = When you share the computer, or have one more book.
shelf-lead = Do you have a book of your own and one for work? Or do you share a computer? Each book has its own lock, and they never see each other.
shelf-here = This one is open now
shelf-unnamed = Book { $number }
shelf-switch = Switch to this book
shelf-switching = The book here is closed, and the other one opens in a new window.
shelf-add = New book
shelf-label = What should the book be called here?
shelf-label-hint = Everyone who uses the computer can see the name.
shelf-make = Make room for the book
shelf-rename = Give it another name
shelf-name-save = Save the name
shelf-other = Switch book
