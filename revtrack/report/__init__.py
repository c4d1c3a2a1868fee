"""Diffs, histories and findings as people read them: plain page models, printed as terminal text, Markdown and HTML."""
