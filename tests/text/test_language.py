"""A text is English where English function words are common in it; short texts get the benefit of the doubt."""

import pytest

from revtrack.text import language


@pytest.mark.parametrize(
    "text",
    [
        "The harbour board said on Monday that it would not pay for the new quay, and that the yard had been "
        "told of its decision in May.",
        "Fire kills 12 in Port Ansel",
        "",
        "12 34 56",
    ],
)
def test_english(text):
    assert language.of(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Der Hafenrat sagte am Montag in Ansel, er werde den neuen Kai nicht bezahlen; die Werft habe davon erfahren, "
        "und die Stadt wolle nun klagen.",
        "Le conseil du port a déclaré lundi que la ville ne paiera pas le nouveau quai, et que le chantier "
        "en a appris la nouvelle en mai.",
        "Havnerådet sagde mandag at byen ikke vil betale for den nye kaj, og at de fik det at vide i maj, men det er "
        "for sent at klage over det i år.",
        "Совет порта заявил в понедельник",
        "港湾委员会星期一表示",
    ],
)
def test_other_languages(text):
    assert language.of(text) == "und"
