"""House rules: what an edit of a published article must not do silently, as findings with stable codes.

It gets a Diff and the house's configuration as text, and gives findings; it reads no file and no clock.
"""
