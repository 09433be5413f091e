"""Garmin: the JSON files of an account's data export, and what Garmin Connect answers to programs."""
