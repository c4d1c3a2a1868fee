"""What every place that keeps articles agrees on: which files are articles, how bytes become text, times, operands."""
