"""How much a reader takes from an archive: whoever made it may want the machine to choke on it.

What is past a limit is skipped with its place; `docs/import.md` lists them for readers.
"""

from __future__ import annotations

MAX_TEXT = 5_000_000  # bytes of an article's text, as in `revtrack add`
MAX_LINE = 32_000_000  # bytes of a line of JSON: a text of 5 MB may be written as \u escapes, six bytes a character
MAX_UNENDED = 256_000_000  # bytes of a line that are read over in search of its end
MAX_STRANGE = 1_000  # lines at the beginning, none of which is a record
MAX_FIELD = 10_000_000  # characters of a field of CSV, bytes of a value in SQLite
MAX_FIELDS = 200  # columns of CSV

MAX_PAGE = 5_000_000  # bytes of an HTML page
MAX_STATED = 1_000_000  # characters of JSON-LD in one page
MAX_VALUES = 10_000  # values of JSON-LD that are looked at

MAX_RATIO = 200  # bytes out of one byte of gzip, once FREE bytes are out; text reaches 5 to 20, zeros 1,032
MAX_DUMP_RATIO = 2_000  # of bzip2 and xz: a page of a wiki is packed together with its own thousand versions
FREE = 100_000_000
MAX_UNBROKEN = 16_000_000  # bytes of a WARC file without a line end
MAX_WARC_RECORD = 4_000_000_000  # bytes that a WARC record says it has
MAX_ADDRESS = 4_000  # characters of a URL
