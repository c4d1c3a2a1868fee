"""Quotations as they stand between their marks: direct, partial, in blocks over several paragraphs."""

import pytest

from tests.claims.reading import quotes


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("\u201cWe are ready for May,\u201d she said.", "direct"),
        ("She called it a \u201cno limits\u201d partnership.", "partial"),
        ("She said it was \u201ca long way for all of us\u201d to go.", "partial"),
        ("She said:\n\n\u201cWe are ready.\n\n\u201cIt was a long way.\u201d", "block"),
    ],
)
def test_forms(text, form):
    (quote,) = quotes(text)
    assert quote.form == form


def test_a_block_is_one_quotation_of_several_pieces():
    text = "She said:\n\n\u201cWe are ready.\n\n\u201cIt was a long way.\u201d"
    (quote,) = quotes(text)
    assert quote.words == "We are ready. It was a long way."
    assert [span.of(text) for span in quote.spans] == ["We are ready.", "It was a long way."]


def test_words_are_folded():
    (quote,) = quotes("She said: \u201cWe\u00a0can\u2019t  go.\u201d")
    assert quote.words == "We can't go."
