"""Two versions and the way between them: alignment, word marks, and where a span of one is in the other."""
