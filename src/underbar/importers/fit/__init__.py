"""FIT files of watches: sets of strength workouts, and stages of sleep."""
