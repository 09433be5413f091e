"""What it means: statistics on a diary. Each result carries its numbers, its width and what it leaves out."""
