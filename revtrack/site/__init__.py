"""The builder of static sites out of an archive."""
