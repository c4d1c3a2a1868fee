"""Trains the tagger of attributions on annotated articles: `python -m training ANNOTATED.jsonl`."""
