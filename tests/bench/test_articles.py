"""The made-up articles that speed is measured with."""

from __future__ import annotations

from bench.articles import article, revised


def test_the_same_seed_gives_the_same_article() -> None:
    """Two runs of the bench measure the same text."""
    assert article(900, 7) == article(900, 7)
    assert article(900, 7) != article(900, 8)


def test_an_article_has_the_words_asked_for() -> None:
    """As long as asked for, and at most a paragraph longer."""
    assert 900 <= len(article(900).split()) < 1000


def test_a_revision_touches_some_paragraphs_and_leaves_most() -> None:
    """The pair that `compare` is timed on is edited like a real one: here and there."""
    old = article(900).split("\n\n")
    new = set(revised("\n\n".join(old)).rstrip("\n").split("\n\n"))
    kept = sum(paragraph.rstrip("\n") in new for paragraph in old)
    assert len(old) * 0.6 < kept < len(old)
