"""What can go wrong in a way a person can act on: the cause, then the next step."""


class RevtrackError(Exception):
    """An expected failure; its text is one line for a person and ends with the next step."""


class InputError(RevtrackError):
    """A file, a text or a time that cannot be read as what it should be."""


class UnknownError(RevtrackError):
    """No such article or revision, or more than one that fits."""


class StoreError(RevtrackError):
    """The store is missing, locked, damaged, or Git failed on it."""


class RefusedError(RevtrackError):
    """A revision that was read well but is not taken without `--force`."""
