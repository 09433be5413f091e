"""Samsung Health: the sleep, sleep stages, weight and HRV of "Download personal data"."""
