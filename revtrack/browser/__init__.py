"""revtrack as a static page: two versions are compared in the reader's browser, and no text leaves it.

The page runs this very package in Pyodide, a Python for browsers that lies beside it; it requests nothing from
elsewhere.
"""
