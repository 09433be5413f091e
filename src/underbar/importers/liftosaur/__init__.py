"""Liftosaur: the CSV of a set a row, and the JSON backup. No real backup was at hand: untested on one."""
