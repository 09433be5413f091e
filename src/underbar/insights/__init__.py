"""What it means: statistics on a diary. Every result carries its numbers, its width and what it leaves out."""
