"""Draws antonyms from WordNet, and checks the table of poles against it and against VADER."""
