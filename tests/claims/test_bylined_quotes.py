"""Quotations that name their speaker behind a dash, or before a colon in a transcript: a sign instead of a verb."""

import pytest

from revtrack import claims, extract
from revtrack.claims import bylined_quotes
from tests.claims.reading import quotes, said

ASKED = "Piet Arends of Bay Radio asked Nora Falk, the mayor, about the bridge. This was said:"
TALK = '"ARENDS: When will it open?\n\n"FALK: In May.\n\n"If the steel comes.\n\n"ARENDS: Thank you."'


@pytest.mark.parametrize(
    "text",
    [
        '"Nobody told us," - a sentence that the board denies.',
        '"Nobody told us" -- Norvale papers wrote that for weeks -- was the slogan of the year.',
        'They put up signs: "WARNING: Thin ice". Nora Falk, the mayor, stood by.',
        'The list:\n\n"UPDATE: Two more found.\n\n"WATCH: The rescue."',
        "Nobody told us.\n\n— Ruth Okoye",
    ],
)
def test_a_dash_or_a_word_in_capitals_alone_signs_nothing(text: str) -> None:
    assert not [claim for claim in said(text) if bylined_quotes.is_bylined(text, claim)]


@pytest.mark.parametrize("gap", [" — ", " ― ", "―\u00a0", "\n— ", "\n\n– ", "\n>\n> -- ", "\n\n-"])
def test_a_name_behind_a_dash_is_the_source(gap: str) -> None:
    text = f'"We drive forty minutes more."{gap}Ruth Okoye\n\nThe bridge is closed.'
    (one,) = said(text)
    assert (one.source and one.source.name, one.cue.lemma, one.mode) == ("Ruth Okoye", ":", "direct")
    assert [span.of(text) for span in one.content] == ['"We drive forty minutes more."']
    assert [(quote.speaker, quote.attribution) for quote in quotes(text)] == [("Ruth Okoye", one.id)]


def test_what_is_told_of_the_name_belongs_to_it() -> None:
    (one,) = said('"Close it for good." — Tomas Brandt, fisherman')
    assert one.source
    assert one.source.text == "Tomas Brandt, fisherman"
    assert (one.source.name, one.source.role) == ("Tomas Brandt", "fisherman")


def test_letters_follow_one_another() -> None:
    text = '"Close it for good." ― Tomas Brandt\n"Build a new one soon." ― Ruth Okoye.\n"Run a ferry." ― Hanne Moll'
    assert [quote.speaker for quote in quotes(text)] == ["Tomas Brandt", "Ruth Okoye", "Hanne Moll"]


def test_a_transcript_names_its_speakers_in_capitals() -> None:
    text = f"{ASKED}\n\n{TALK}"
    assert [quote.speaker for quote in quotes(text)] == ["Piet Arends", "Nora Falk", "Piet Arends"]
    assert [quote.words for quote in quotes(text)][1] == "FALK: In May. If the steel comes."
    assert [one.source and one.source.text for one in said(text)] == ["ARENDS", "FALK", "ARENDS"]


def test_a_transcript_needs_a_speaker_whom_the_article_names() -> None:
    assert not said(f"This was said on the radio.\n\n{TALK}")


def test_claims_are_numbered_in_text_order() -> None:
    text = f'"It is late," said Hanne Moll.\n\n"Close it." — Tomas Brandt\n\n{ASKED}\n\n{TALK}\n\nShe said it was over.'
    found = said(text)
    assert [one.id for one in found] == [f"a{number}" for number in range(1, len(found) + 1)]
    assert [one.cue.start for one in found] == sorted(one.cue.start for one in found)


@pytest.mark.parametrize("new", ["The bridge is open.\n\n", ""])
def test_another_version_changes_nothing(new: str) -> None:
    """A quotation and its name lie in two paragraphs: neither is taken over alone."""
    old = f'{ASKED}\n\n{TALK}\n\n"Close it."\n\n— Tomas Brandt'
    for text in (new + old, old.replace("Close it", "Build it"), old.replace("Tomas Brandt", "Ruth Okoye")):
        assert claims.of(text, known=claims.of(old)) == claims.of(text)


@pytest.mark.parametrize(
    "post",
    [
        "> We lost 14 people.\n>\n> \u2014 Ida Lind (@idalind) May 3, 2024\n",
        '<blockquote class="twitter-tweet"><p>We lost 14 people.</p>&mdash; Ida Lind (@idalind) '
        '<a href="https://x.com/idalind/status/1">May 3, 2024</a></blockquote>\n',
    ],
)
def test_an_embedded_post_is_a_quotation_of_its_author(post: str) -> None:
    found = extract(f"It rained.\n\n{post}\nThe mayor left.\n").claims
    (quote,) = [claim for claim in found if claim.kind == "quote"]
    (spoken,) = [claim for claim in found if claim.kind == "attribution"]
    assert spoken.source
    assert (quote.form, spoken.source.text, spoken.source.name) == ("block", "Ida Lind (@idalind)", "Ida Lind")
