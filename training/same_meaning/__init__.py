"""Derives tables of words from WordNet: synonyms that share a sense, common words, and words one slip from those."""
