"""A Diff on paper, knowing nothing of how it was found: a plain page model, printed in three formats."""
