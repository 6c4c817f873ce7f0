# When a file cannot be read or made. As errors.ftl: what happened, what is safe, what you can do.

err-file-too-big = The file is larger than we can read. Your book is as it was.
rec-file-too-big = We read files of up to 20 MB. If it is a whole book with many pictures, use a safe copy instead.

err-file-unreadable = The computer cannot read the file. Your book is as it was.
rec-file-unreadable = If the file is on a USB stick, take it out and put it in again. If that does not help, ask for the file once more.

err-file-not-ours = This is not a file we can read. Your book is as it was.
rec-file-not-ours = Choose a file that Holdepunkt has made. Its name ends in .holdepunkt, .json or .age.

err-file-broken = The file looks like one of ours, but something in it is not as it should be. So we took nothing in, and your book is as it was.
rec-file-broken = Fetch the file again from where you got it. If it was changed by hand, use the one that was not.

err-file-newer = The file was made with a newer Holdepunkt. Your book is as it was.
rec-file-newer = Get the newest Holdepunkt and try again.

err-file-words = Those words do not open the file. The file is locked as it should be, and your book is as it was.
rec-file-words = See that all six words are there and in the right order. Then try again, as often as you like.

err-file-costly = The file is made so that opening it would take the computer very long. So we left it alone, and your book is as it was.
rec-file-costly = Ask the one you have it from to make it again with Holdepunkt.

err-file-other-lock = The file is locked with a key, not with words. Your book is as it was.
rec-file-other-lock = Ask for a file that opens with words.

err-file-no-picture = We cannot read the picture or sound in the file. Nothing was put into your book.
rec-file-no-picture = A picture should end in .jpg, .png or .webp. A recording should end in .mp3, .m4a, .ogg or .wav.

err-file-picture-too-big = The file is too large to lie in the book. Nothing was put into your book.
rec-file-picture-too-big = Choose one below 8 MB. A recording can be made shorter.

err-file-no-people = We found no people in the file. Your book is as it was.
rec-file-no-people = Save the people from your address book as vCard. The file ends in .vcf.

err-file-picture-heic = The picture is kept in a format we cannot read (HEIC). Nothing has been put in your book.
rec-file-picture-heic = Save it as JPEG and try again. On an iPhone: Settings, Camera, Formats, “Most Compatible”. Then take the photo again.
