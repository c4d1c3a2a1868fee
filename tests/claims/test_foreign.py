"""Figures and dates in other languages: as they are written there, and nothing where two readings are possible."""

import pytest

import revtrack
from revtrack.model import Date, Figure
from revtrack.report import diff_page
from revtrack.text import language

TEXTS = {
    "de": "Die Werft in Ansel zahlt mindestens 8.000 Kunden 1,5 Millionen Euro, das sind 3,2 Prozent mehr als im Jahr "
    "2014, sagte der Chef am Donnerstag; der Vertrag ist vom 12. Dezember 2015 und gilt für zwölf Schiffe.",
    "fr": "Le chantier de la ville est dans une crise qui dure depuis 2014: au moins 8 000 clients, 1,5 million "
    "d'euros et 3,2 % de plus, a dit le maire lundi 12 décembre 2015 pour les douze bateaux.",
    "es": "El astillero de la ciudad paga 1,5 millones de euros, un 3,2 por ciento más, según los dueños, que lo "
    "dijeron el 12 de diciembre de 2015 en una carta para los doce barcos y al menos 8.000 personas.",
    "it": "Il cantiere della città paga 1,5 milioni di euro, il 3,2 per cento, ha detto il sindaco che non è con gli "
    "altri il 12 dicembre 2015, per una delle dodici navi e almeno 8.000 persone.",
    "pt": "O estaleiro da cidade paga 1,5 milhões de euros, ou 3,2 por cento, em 12 de dezembro de 2015, por doze "
    "barcos e pelo menos 8.000 pessoas que não foram com uma das outras.",
    "nl": "De werf van de stad betaalt 1,5 miljoen euro, dat is 3,2 procent, en niet op 12 december 2015 voor de "
    "twaalf schepen met minstens 8.000 mensen aan het water.",
}
VALUES = {"8000": None, "1500000": "EUR", "3.2": "percent", "12": None}


def values(text: str) -> dict[str, str | None]:
    figures = (claim for claim in revtrack.extract(text).claims if isinstance(claim, Figure))
    return {f"{figure.value.normalize():f}": figure.unit for figure in figures if figure.value is not None}


@pytest.mark.parametrize("name", TEXTS)
def test_numbers_and_dates_are_those_of_the_language(name: str) -> None:
    text = TEXTS[name]
    assert language.of_numbers(text, language.of(text)) == name
    assert values(text) == VALUES
    dates = [claim.value for claim in revtrack.extract(text).claims if isinstance(claim, Date)]
    assert "2015-12-12" in dates


@pytest.mark.parametrize("name", TEXTS)
def test_reports_say_what_is_read(name: str) -> None:
    assert diff_page.warnings(revtrack.extract(TEXTS[name]))[0].startswith(f"Read as {language.NAMES[name]}:")


def test_english_needs_no_warning() -> None:
    text = "Police in Los Altos said that Juan de la Cruz paid 12 of the men on Monday."
    assert diff_page.warnings(revtrack.extract(text)) == ()
    assert values(text) == {"12": None}


def test_a_language_that_is_not_known_gives_no_number_that_may_be_wrong() -> None:
    text = (
        "Havnerådet sagde mandag at byen ikke vil betale 3,5 millioner for den nye kaj, og at 120 personer fik 8.000 "
        "kroner og 4 millioner det at vide i maj, men det er for sent at klage over det i år."
    )
    assert values(text) == {"120": None}


def test_a_separator_is_form() -> None:
    old = "ANSEL - Mindestens 8.000 Soldaten sind in der Region Ansel, teilte das Amt mit."
    assert not [
        change for change in revtrack.compare(old, old.replace("8.000", "8000")).changes if change.kind == "figure"
    ]
