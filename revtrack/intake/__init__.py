"""Archives of others, read record by record: JSON lines, CSV, databases, pages, WARC files.

A reader turns a file or a stream into records, knows nothing of the store, and holds no more than one record in
memory. What it cannot use it gives as `Skipped`, what is no version of an article as `SetAside`, each with its place.
"""
