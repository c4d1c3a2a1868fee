"""A derived SQLite index of a store: which blob is which revision, and what was read of it."""
