"""Forms with many fields: what can be logged, and what is told once (lifter, lift, gym)."""
