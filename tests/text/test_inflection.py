"""What a word may be a form of."""

from __future__ import annotations

import pytest

from revtrack import lexicon
from revtrack.text.inflection import bases, regular_bases

FORMS = """
win       wins winning won winner
lose      loses losing lost loser
rise      rises rising rose risen
find      finds finding found
leave     leaves leaving left
lie       lies lying lay lain
die       dies dying died
tie       ties tying tied
deny      denies denying denied
ban       bans banning banned
agree     agrees agreeing agreed
free      frees freeing freed freer
pass      passes passing passed
close     closes closing closed closer closest
travel    travels travelling traveling travelled traveled traveller
panic     panics panicking panicked
veto      vetoes vetoing vetoed
go        goes going went gone
be        am is are was were been being
battery   batteries
wife      wives
crisis    crises
child     children child's children's
company   company's companies companies'
bus       buses bus's
big       bigger biggest
busy      busier busiest
good      better best
bad       worse worst
few       fewer fewest
"""


@pytest.mark.parametrize("word", ["his", "news", "status", "class", "crisis", "red", "this", "as", "the", "five", "20"])
def test_a_word_comes_first_among_its_bases(word: str) -> None:
    assert bases(word)[0] == word


@pytest.mark.parametrize("word", ["his", "this", "bus", "class", "us", "is", "status", "crisis"])
def test_no_s_is_cut_off_that_ends_the_word_itself(word: str) -> None:
    assert not [base for base in regular_bases(word) if base == word[:-1]]


@pytest.mark.parametrize("row", FORMS.strip().splitlines())
def test_forms_lead_to_their_base(row: str) -> None:
    base, *forms = row.split()
    assert [form for form in forms if base not in bases(form)] == []


def test_a_form_of_two_words_leads_to_both() -> None:
    assert {"lay", "lie"} <= set(bases("lay"))
    assert {"wind", "wound"} <= set(bases("wound"))


def test_the_table_holds_only_what_no_rule_undoes() -> None:
    rows = lexicon.table("irregular_forms")
    assert [row for row in rows for form in row[1].split() if row[0] in regular_bases(form)] == []
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
