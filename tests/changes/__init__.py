"""Tests of what differs; a package, so that its modules may bear the names of those they test."""
