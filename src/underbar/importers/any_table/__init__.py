"""Any table with a column of dates, by what the lifter says of its columns."""
