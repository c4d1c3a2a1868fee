"""The changes of every article in SQLite, which search and statistics ask."""
