"""A plan as the pages show it: Today's rows and whys, the steps of the gym, the table for a phone."""
