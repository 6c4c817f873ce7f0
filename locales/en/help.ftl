help-checked = Checked { $date }
