"""Withings: `sleep.csv`, the raw states of its trackers, and `weight.csv`, in any language."""
