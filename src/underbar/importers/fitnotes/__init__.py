"""FitNotes: the CSV of workouts and of the body tracker, Android and iOS; days without times."""
