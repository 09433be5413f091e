"""Hevy: `workout_data.csv`, in either unit and with the month names of the phone's language."""
