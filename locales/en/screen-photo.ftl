# Pages filled in by hand, as photographs on their page of the book.
photo-title = Written by hand
photo-add = Put in a photo of a page written by hand
photo-add-lead = Have you filled in this page on paper? Take a photo of it and put it here. Then you can type it in when you feel like it.
photo-add-more = Put in more photos
photo-choose = Choose one or more photos of the page
photo-added = The photo is in. It is also still where you took it from.
photo-wait = Type it in at your own pace. There is no hurry.
photo-photo = Photo { $number } of { $count }
photo-next = Next photo
photo-previous = Previous photo
photo-larger = Larger
photo-smaller = Smaller
photo-look = Photo of the page. Use the arrow keys to move it.
photo-alt = Photo of the page “{ $page }”, written by hand
photo-typed = It is typed in
photo-put-away = The photo is put away. You will find it at the foot of the page.
photo-away =
    { $count ->
        [one] One photo that is typed in
       *[other] { $count } photos that are typed in
    }
photo-take-out = Take it out again
photo-remove = Remove the photo
print-paper =
    { $count ->
        [one] (The book also holds a photo of this page, written by hand.)
       *[other] (The book also holds { $count } photos of this page, written by hand.)
    }
