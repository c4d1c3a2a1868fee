"""What holds of every article: nothing against itself, nothing for form, mirrored labels, valid spans, one result."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import revtrack
from revtrack import changes, claims
from revtrack.model import Change, Diff, Label, Mark, Span

EXAMPLES = settings().max_examples  # of the profile

MIRROR: dict[Label, Label] = {
    "added": "removed",
    "dropped": "attributed",
    "anonymized": "identified",
    "quoted": "paraphrased",
    "stronger": "weaker",
}
MIRROR |= {there: here for here, there in MIRROR.items()}

NAMES = ("Ida Lind", "Olaf Berg", "Nils Roe", "Marta Quist")
PLACES = ("Orrin", "Arvo", "Halden", "Tisby")
THINGS = ("boats", "soldiers", "voters", "houses", "nurses")
NUMBERS = ("12", "21", "300", "4,500", "10,000", "1.2 million")
DAYS = ("Monday", "Thursday", "Friday", "March 4", "2019")
MODALS = ("will", "may", "could", "will not")
TEMPLATES = (
    "At least {number} {things} were counted in {place} on {day}.",
    "The council of {place} {modal} pay {number} {things} by {day}.",
    "“We have lost {number} {things} and we will not give up,” said {name}.",
    "{name} said the harbour of {place} was shut on {day}.",
    "About 10% of the {things} in {place} came from abroad.",
    "The work in {place} cost $3 million, {name} said.",
    "According to {name}, the {things} left {place} before {day}.",
    "{name} called the plan for {place} “a waste of good money” on {day}.",
    "Some {number} {things} reportedly reached {place}.",
    "An official denied that {number} {things} had been sold.",
)
SENTENCES = st.builds(
    lambda template, number, things, place, day, modal, name: template.format(
        number=number, things=things, place=place, day=day, modal=modal, name=name
    ),
    *(st.sampled_from(row) for row in (TEMPLATES, NUMBERS, THINGS, PLACES, DAYS, MODALS, NAMES)),
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)
ARTICLES = st.lists(PARAGRAPHS, min_size=1, max_size=4).map("\n\n".join)

FORMS = {
    "straight marks": lambda text: text.replace("“", '"').replace("”", '"'),
    "doubled marks": lambda text: text.replace("“", "``").replace("”", "''"),
    "spaces in numbers": lambda text: text.replace("10,000", "10 000").replace("4,500", "4 500"),
    "no-break spaces in numbers": lambda text: text.replace("10,000", "10\u00a0000"),
    "number words": lambda text: text.replace(" 10,000 ", " ten thousand "),
    "short money": lambda text: text.replace("$3 million", "$3m"),
    "percent words": lambda text: text.replace("10%", "10 percent"),
    "per cent": lambda text: text.replace("10%", "10 per cent"),
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "no-break spaces": lambda text: text.replace(" on ", " on\u00a0"),
    "one line break": lambda text: text.replace("\n\n", "\n"),
    "comma outside the marks": lambda text: text.replace("up,” said", "up”, said"),
}


def inverted(text: str) -> str:
    for name in NAMES:
        text = text.replace(f"” said {name}.", f"” {name} said.")
    return text


def labels(diff: Diff) -> Counter[tuple[str, tuple[str, ...]]]:
    return Counter((change.kind, tuple(sorted(change.labels))) for change in diff.changes)


def mirrored(diff: Diff) -> Counter[tuple[str, tuple[str, ...]]]:
    return Counter(
        (change.kind, tuple(sorted(MIRROR.get(label, label) for label in change.labels))) for change in diff.changes
    )


def test_a_number_in_another_form_is_no_other_statement() -> None:
    """A short statement is mostly its number."""
    old = "An official denied that 10,000 boats had been sold."
    for new in (old.replace("10,000", "10\u00a0000"), old.replace("10,000", "10 000")):
        assert shown(revtrack.compare(f"{old} {old}", f"{old} {new}")) == []


def shown(diff: Diff) -> list[str]:
    return [f"{change.kind}/{change.labels}: {change.message}" for change in diff.changes]


def both_ways(old: str, new: str) -> tuple[Diff, Diff]:
    """The diff of two versions and the diff back, with each version read once, as `revtrack.compare` reads them."""
    before = claims.of(old)
    after = claims.of(new, known=before)
    return changes.between(before, after), changes.between(after, before)


@given(ARTICLES)
def test_an_article_against_itself_has_no_changes(text: str) -> None:
    diff = revtrack.compare(text, text)
    assert diff.changes == ()
    assert {op.op for op in diff.sentences} <= {"equal"}


@pytest.mark.parametrize("form", [*FORMS, "inverted cue"])
@given(text=ARTICLES)
@settings(max_examples=EXAMPLES * 3 // 5)
def test_an_article_in_another_form_has_no_changes(form: str, text: str) -> None:
    other = inverted(text) if form == "inverted cue" else FORMS[form](text)
    assert [shown(diff) for diff in both_ways(text, other)] == [[], []]


@given(ARTICLES, ARTICLES)
@settings(max_examples=EXAMPLES * 3 // 2)
def test_swapping_the_versions_mirrors_the_labels(old: str, new: str) -> None:
    there, back = both_ways(old, new)
    assert labels(back) == mirrored(there), (shown(there), shown(back))


@given(
    st.lists(PARAGRAPHS, min_size=2, max_size=5, unique=True).flatmap(
        lambda paragraphs: st.tuples(st.just(paragraphs), st.permutations(paragraphs))
    )
)
def test_paragraphs_in_another_order_change_no_figure_date_or_quoted_word(orders: tuple[list[str], list[str]]) -> None:
    old, new = ("\n\n".join(paragraphs) for paragraphs in orders)
    diff = revtrack.compare(old, new)
    assert [line for line in shown(diff) if line.startswith(("figure", "date", "quote"))] == []


@given(ARTICLES, st.sampled_from(TEMPLATES))
def test_a_sentence_that_stands_on_its_own_adds_its_claims_alone(text: str, template: str) -> None:
    added = template.format(
        number="77", things="lanterns", place="Vesterholm", day="November 30", modal="must", name="Xenia Oduya"
    )
    diff = revtrack.compare(text, f"{text}\n\n{added}")
    start = len(text) + 2
    assert {label for change in diff.changes for label in change.labels} <= {"added"}
    assert all(change.new and change.new.start >= start for change in diff.changes)
    expected = Counter(claim.kind for claim in diff.after.claims if claim.start >= start and claim.kind != "name")
    assert Counter(change.kind for change in diff.changes for _ in range(1 + len(change.also))) == expected


@given(ARTICLES, ARTICLES)
def test_every_span_is_valid_and_marks_tile(old: str, new: str) -> None:
    diff = revtrack.compare(old, new)
    for change in diff.changes:
        assert_valid(change, old, new)
    for op in diff.sentences:
        if op.op == "equal":
            assert [span.of(old).split() for span in op.old_spans] == [span.of(new).split() for span in op.new_spans]
        else:
            assert_tiles(op.marks, op.old_spans, op.new_spans)
    for index, sentences in ((0, diff.before.sentences), (1, diff.after.sentences)):
        seen = [n for op in diff.sentences for n in (op.old, op.new)[index]]
        assert sorted(seen) == list(range(len(sentences)))


def assert_valid(change: Change, old: str, new: str) -> None:
    assert change.labels
    assert change.message
    assert "\n" not in change.message
    for side, text in ((change.old, old), (change.new, new)):
        if side:
            assert 0 <= side.start < side.end <= len(text)
            assert side.text == text[side.start : side.end]
    for place in change.also:
        assert place.old is None or place.old.of(old)
        assert place.new is None or place.new.of(new)


def assert_tiles(marks: tuple[Mark, ...], old_spans: tuple[Span, ...], new_spans: tuple[Span, ...]) -> None:
    assert marks
    i, j = marks[0].old_start, marks[0].new_start
    for mark in marks:
        assert (mark.old_start, mark.new_start) == (i, j)
        i, j = mark.old_end, mark.new_end
    if old_spans:
        assert (marks[0].old_start, i) == (old_spans[0].start, old_spans[-1].end)
    if new_spans:
        assert (marks[0].new_start, j) == (new_spans[0].start, new_spans[-1].end)


@given(ARTICLES, ARTICLES)
def test_a_text_with_other_words_has_marks(old: str, new: str) -> None:
    marks = [mark for op in revtrack.compare(old, new).sentences for mark in op.marks if mark.op != "equal"]
    assert bool(marks) or sorted(old.split()) == sorted(new.split())


FIRST = {"number": "12", "things": "boats", "place": "Orrin", "day": "Monday", "modal": "will", "name": "Ida Lind"}
LAST = {"number": "21", "things": "nurses", "place": "Arvo", "day": "Friday", "modal": "may", "name": "Nils Roe"}
OLD = "\n\n".join(template.format(**FIRST) for template in TEMPLATES)
NEW = "\n\n".join(template.format(**LAST) for template in reversed(TEMPLATES))


def test_the_result_is_the_same_in_every_process() -> None:
    code = f"import json, revtrack; print(json.dumps(revtrack.compare({OLD!r}, {NEW!r}).to_dict()))"
    results = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert results == {json.dumps(revtrack.compare(OLD, NEW).to_dict()) + "\n"}
