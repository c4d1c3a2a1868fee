"""What a kept sentence states, in words that are not a claim of another kind."""
