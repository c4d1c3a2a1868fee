"""Derives tables of words from WordNet: synonyms that share a sense, and words that look like slips of others."""
