"""StrongLifts: the CSV of an exercise a row, and that of 2015 to 2018 of a workout a row."""
