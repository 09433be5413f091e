"""Sleep as Android: `sleep-export.csv`, alone or in the zip of the app's backup."""
