"""What is fuzzed: each target makes one input from bytes and holds what must hold of it.

An error of `revtrack.errors` is an answer; any other exception is a finding.
"""

from __future__ import annotations

from collections.abc import Callable

from fuzz import archive_targets, document_targets, operand_targets, table_targets, text_targets

Target = Callable[[bytes], None]

TARGETS: dict[str, Target] = {
    "texts": text_targets.texts,
    "raw": text_targets.raw,
    "versions": text_targets.versions,
    "mirrors": text_targets.mirrors,
    "reports": text_targets.reports,
    "forms": text_targets.forms,
    "words": text_targets.words,
    "web_pages": document_targets.web_pages,
    "packages": document_targets.packages,
    "rich_text": document_targets.rich_text,
    "pdfs": document_targets.pdfs,
    "bare": document_targets.bare,
    "house_rules": table_targets.house_rules,
    "fields": table_targets.fields,
    "json_lines": table_targets.json_lines,
    "csv_rows": table_targets.csv_rows,
    "mapped_tables": archive_targets.mapped_tables,
    "wiki_pages": archive_targets.wiki_pages,
    "wiki_dumps": archive_targets.wiki_dumps,
    "capture_lists": archive_targets.capture_lists,
    "wordpress_posts": archive_targets.wordpress_posts,
    "operands": operand_targets.operands,
    "saved_diffs": operand_targets.saved_diffs,
    "growing": text_targets.growing,
}
