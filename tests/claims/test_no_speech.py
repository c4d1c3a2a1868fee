"""Words of saying that say nothing: passives of hearsay, acts, gestures, terms of anonymity."""

import pytest

from tests.claims.reading import said


@pytest.mark.parametrize(
    "text",
    [
        "Two men are believed to be missing.",
        "The ship is thought to have sunk.",
        "Three are feared dead.",
        "Rates are widely expected to fall.",
        "The painting is claimed to be a Vermeer.",
        "It is understood that talks have begun.",
        "The king is ill, it is understood.",
        "The reported deal is worth $4 million.",
        "The suspected arsonist was held.",
        "An expected rise in rates did not come.",
        "He's said to be in Spain.",
        "The former mayor is also accused of theft.",
        "They are known to carry knives.",
        "The company added 300 jobs in May.",
        "The flood claimed 40 lives.",
        "Rovers conceded two goals in the second half.",
        "The judge denied bail.",
        "Red warning as 40,000 lose power",
        "Flood warning in Halden",
        "She answered the phone.",
        "The crew maintained the road in winter.",
        "The army is seeking 400 recruits.",
        "Norvale has appealed to Orrin to use its influence on the islands.",
        "It is worth noting that the road was closed.",
        "It goes without saying that taxes will rise.",
        "The club is seeking a new ground.",
        "The council can add more days.",
        'Orrin has maintained a "no limits" partnership with Arvo.',
        "The deal was killed because of reports stating that it favoured Osk.",
        "The council will decide whether to close the pool.",
        "Lawyers have ten days to respond. The judge will then be heard.",
    ],
)
def test_nobody_says_anything(text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lind did not respond to a request for comment.",
        "Ida Lind added that the port was shut.",
        "Ida Lind recalled that the door was open.",
        "Ida Lind believes the men fled.",
        "Ida Lind denied the claims.",
        "Ida Lind claimed the men fled.",
        'Ida Lind appealed to both sides to "show some restraint" in the dispute.',
    ],
)
def test_somebody_says_something(text):
    assert [claim.source.text for claim in said(text) if claim.source] == ["Ida Lind"]


def test_what_is_believed_is_what_the_police_say():
    text = "The bomber is believed to have fled, police said."
    (claim,) = said(text)
    assert (claim.source and claim.source.text, claim.cue.text) == ("police", "said")


def test_a_gesture_behind_a_quotation_is_no_speech():
    assert "grinned" not in {claim.cue.text for claim in said('He read it out. "The gate is shut." Karin grinned.')}


def test_terms_of_anonymity_are_no_statement():
    text = "The road is mined, an army officer said, asking not to be named."
    (claim,) = said(text)
    assert claim.source is not None
    assert claim.source.anonymous
    assert [span.of(text) for span in claim.content] == ["The road is mined"]
