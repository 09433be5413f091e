"""intervals.icu: the table of wellness, one row a day."""
