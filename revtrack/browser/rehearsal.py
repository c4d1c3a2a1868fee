"""Everything that the page asks of revtrack, asked once before its memory is written down.

It runs in the Python for browsers when the page is made; story.txt is an article. What it gives is the loaded modules,
as JSON. Nothing imports it.
"""

import gc
import importlib
import json
import random
import sys
import zipimport
from pathlib import Path

from revtrack.browser import inside

story = Path("/story.txt").read_text(encoding="utf-8")
changed = story.replace("12", "21").replace("said", "denied").replace("Thursday", "Friday")
for form in ("html", "markdown", "text", "json"):
    inside.compared(story, changed, form)
inside.claims(changed)
inside.notice(story, changed, "plain", "2024-10-31")
inside.read("story.txt", story.encode())
inside.read("story.html", f"<article><h1>Ferry sinks</h1><p>{story}</p></article>".encode())
inside.pasted("<h2>Ferry sinks</h2><ul><li>12 died</li></ul>", "Ferry sinks 12 died")
inside.forget()
for table in ("surnames", "towns"):
    sys.modules["revtrack.lexicon"].listed(table)  # held for good, so that their files need not be shipped
# What is not drawn yet comes from the browser's own chance, and the files that are left lie elsewhere in their zip.
random.seed(0)
importlib.invalidate_caches()
zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]
loaded = [f"{name.replace('.', '/')}{end}" for name in sorted(sys.modules) for end in (".py", "/__init__.py")]
gc.collect()
json.dumps(loaded)
