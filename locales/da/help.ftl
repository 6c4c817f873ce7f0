help-checked = Efterprøvet { $date }
