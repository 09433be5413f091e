"""Fitbit: Google Takeout in its old and new files, and the CSV of Fitbit's own site."""
