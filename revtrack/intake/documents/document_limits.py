"""How much a reader takes from one document: whoever made it may want the machine to choke on it.

A document past a limit is refused with one line; nothing of it is read in part. `docs/inputs.md` lists the limits.
"""

from __future__ import annotations

MAX_BYTES = 50_000_000  # of a .docx, .odt, .rtf or .pdf file: pictures make up most of a large one
MAX_PAGE = 20_000_000  # bytes of a saved web page, which may hold its pictures as data: addresses
MAX_TEXT = 5_000_000  # characters of the text read, as in `revtrack add`

MAX_FILES = 5_000  # in a zip package; a document with 1,000 pictures has about 1,100
MAX_UNPACKED = 50_000_000  # bytes of one XML part; a novel of 200,000 words in Word takes 12 MB
MAX_RATIO = 300  # bytes out of one packed byte, once FREE bytes are out; XML reaches 10 to 40, zeros 1,032
FREE = 1_000_000

MAX_DEPTH = 200  # elements or groups inside one another; Word nests tables and text boxes about 60 deep
MAX_ELEMENTS = 2_000_000  # of one XML part: the novel has 900,000
MAX_NODES = 200_000  # elements and texts of a saved page; a live report of a day has 40,000
MAX_TOKENS = 1_500_000  # groups, control words and texts of an .rtf file: 15 to a line of copy in Word's
MAX_COLUMNS = 500  # cells of a row
MAX_REPEATED = 100  # times a cell or row of .odt stands for

MAX_PDF_PAGES = 1_000  # an article has 1 to 30, a report with annexes 600
MAX_PDF_GLYPHS = 50_000  # of one page; a broadsheet page in small type has 20,000
MAX_PDF_STREAM = 100_000_000  # bytes one packed stream of a PDF unpacks to
MAX_PDF_STREAMS = 500_000_000  # bytes all of them unpack to, pictures left out
