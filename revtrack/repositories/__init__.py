"""Other people's Git repositories: the newsroom's own work tree, its staged edits, and histories to import."""
