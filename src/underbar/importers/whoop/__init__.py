"""Whoop: sleeps, cycles with resting pulse and HRV, workouts and journal, in the languages of its app."""
