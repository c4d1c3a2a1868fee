"""What must hold of every text, and of every two versions of one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable

import revtrack
from revtrack import changes, claims
from revtrack.model import Change, Claims, Diff, Label, Mark, Span
from revtrack.report import html, markdown, terminal
from revtrack.text.markup import shown

MIRROR: dict[Label, Label] = {
    "added": "removed",
    "dropped": "attributed",
    "anonymized": "identified",
    "quoted": "paraphrased",
    "stronger": "weaker",
}
MIRROR |= {there: here for here, there in MIRROR.items()}

INJECTED = "<script>orrin()"
_UNSEEN = str.maketrans("", "", "\ufeff\u200b\u00ad\u2060")

Labels = Counter[tuple[str, tuple[Label, ...]]]


def of_text(text: str) -> Claims:
    """Reading gives places that are in the text, in order, and is written and read back as it was."""
    copy = shown(text)
    assert len(copy.text) == len(text), "the copy without markup has another length"
    read = claims.of(text)
    assert read.text == text
    _ordered([(span.start, span.end) for span in read.sentences], len(text))
    _ordered([(block.start, block.end) for block in read.blocks], len(text))
    assert len({claim.id for claim in read.claims}) == len(read.claims), "two claims have one id"
    starts = [claim.start for claim in read.claims]
    assert starts == sorted(starts), "claims are not in text order"
    for claim in read.claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.text == text[claim.start : claim.end], "a claim's text is not its slice of the file"
        assert 0 <= claim.sentence < len(read.sentences)
    data = read.to_dict()
    json.dumps(data).encode()
    assert Claims.from_dict(data) == read, "claims are not read back as they were written"
    return read


def of_versions(old: str, new: str) -> None:
    """All that must hold of two versions."""
    for part in PARTS:
        part(old, new)


def of_known(old: str, new: str) -> None:
    """What is known of the old version does not change the reading of the new one."""
    before, after = of_text(old), claims.of(new)
    assert claims.of(new, known=before) == after, "what is known of the old version changed the reading of the new one"


def of_itself(old: str, new: str) -> None:
    """A text does not differ from itself."""
    for text in (old, new):
        read = claims.of(text)
        same = changes.between(read, read)
        assert not same.changes, "a text differs from itself"
        assert not same.furniture, "a text differs from itself"


def of_diff(old: str, new: str) -> None:
    """A diff has its places, marks and account of words, and is written and read back as it was."""
    before = claims.of(old)
    there = changes.between(before, claims.of(new, known=before))
    for change in (*there.changes, *there.furniture):
        _valid(change, old, new)
    _whole(there, old, new)
    account = there.words
    parts = (account.claims, account.form, account.same_meaning, account.statements)
    assert min(parts) >= 0, "a negative number of words"
    assert sum(parts) == account.changed, "the account of words does not add up"
    assert bool(account.changed) == (old != new), "words changed where the texts are equal, or the reverse"
    data = there.to_dict()
    json.dumps(data).encode()
    assert Diff.from_dict(data) == there, "a diff is not read back as it was written"


PARTS: tuple[Callable[[str, str], None], ...] = (of_diff, of_diff, of_known, of_itself)
"""What holds of two versions, in parts that are tried in turn, the one in which most was found twice as often."""


def of_mirror(old: str, new: str) -> None:
    """The way back has the labels of the way there, mirrored."""
    before = claims.of(old)
    after = claims.of(new, known=before)
    there, back = changes.between(before, after), changes.between(after, before)
    assert _labels(back) == _mirrored(there), f"not the mirror: {_labels(back)} {_mirrored(there)}"


def of_reports(diff: Diff) -> None:
    """All that must hold of what people are shown of any diff."""
    of_printed(diff)
    of_page(diff)


def of_printed(diff: Diff) -> None:
    """What is printed has no control character."""
    plain = terminal.diff(diff, colour=False, width=80, words=True, show_all=True)
    assert not _controls(plain), f"control characters on the terminal: {_controls(plain)}"
    markdown.diff(diff)


def of_page(diff: Diff) -> None:
    """A page runs nothing out of an article, and is the same each time."""
    page = html.diff(diff)
    assert page == html.diff(diff), "two pages of one diff differ"
    assert INJECTED not in page, "a script came out of an article"


def of_form(text: str, other: str) -> None:
    """A change of form alone is silent, both ways."""
    for old, new in ((text, other), (other, text)):
        found = revtrack.compare(old, new).changes
        assert not found, f"form alone is told: {[change.message for change in found]}"


def of_words(old: str, new: str) -> None:
    """The marks of two sentences cover both without a gap, and are mirrored the other way round."""
    marks = revtrack.words(old, new)
    at_old = at_new = 0
    for op, old_start, old_end, new_start, new_end in marks:
        assert (old_start, new_start) == (at_old, at_new), "a gap between marks"
        assert op != "equal" or old[old_start:old_end].split() == new[new_start:new_end].split(), (
            "unequal words are equal"
        )
        at_old, at_new = old_end, new_end
    assert (at_old, at_new) == (len(old), len(new)), "marks end before the sentence"


def _controls(text: str) -> set[str]:
    return {
        sign for sign in text if (sign < " " and sign != "\n") or "\x7f" <= sign <= "\x9f" or sign in "\u202a\u202e"
    }


def _ordered(spans: list[tuple[int, int]], length: int) -> None:
    at = 0
    for start, end in spans:
        assert at <= start < end <= length, f"spans out of order or of the text: {start}-{end} behind {at}"
        at = end


def _labels(diff: Diff) -> Labels:
    return Counter((change.kind, tuple(sorted(change.labels))) for change in diff.changes)


def _mirrored(diff: Diff) -> Labels:
    return Counter(
        (change.kind, tuple(sorted(MIRROR.get(label, label) for label in change.labels))) for change in diff.changes
    )


def _valid(change: Change, old: str, new: str) -> None:
    assert change.labels, "a change without a label"
    assert change.message.strip(), "a change without a message"
    assert "\n" not in change.message, "a message of two lines"
    for side, text in ((change.old, old), (change.new, new)):
        if side:
            assert 0 <= side.start < side.end <= len(text), "a change outside the text"
            assert side.text == text[side.start : side.end], "a change's text is not its slice of the file"
    for place in change.also:
        assert place.old is None or 0 <= place.old.start < place.old.end <= len(old)
        assert place.new is None or 0 <= place.new.start < place.new.end <= len(new)


def _whole(diff: Diff, old: str, new: str) -> None:
    """Every sentence of both versions is in one operation, and the marks of an edited one cover it."""
    for index, sentences in ((0, diff.before.sentences), (1, diff.after.sentences)):
        seen = [number for op in diff.sentences for number in (op.old, op.new)[index]]
        assert sorted(seen) == list(range(len(sentences))), "a sentence is in no operation, or in two"
    for op in diff.sentences:
        if op.op == "equal":
            assert _seen(op.old_spans, old) == _seen(op.new_spans, new), "an equal sentence has other words"
        else:
            _tiled(op.marks, op.old_spans, op.new_spans)


def _seen(spans: tuple[Span, ...], text: str) -> list[list[str]]:
    return [span.of(text).translate(_UNSEEN).split() for span in spans]


def _tiled(marks: tuple[Mark, ...], old_spans: tuple[Span, ...], new_spans: tuple[Span, ...]) -> None:
    assert marks, "an edited sentence without marks"
    at_old, at_new = marks[0].old_start, marks[0].new_start
    for mark in marks:
        assert (mark.old_start, mark.new_start) == (at_old, at_new), "a gap between marks"
        at_old, at_new = mark.old_end, mark.new_end
    if old_spans:
        assert (marks[0].old_start, at_old) == (old_spans[0].start, old_spans[-1].end), "marks beside the old sentence"
    if new_spans:
        assert (marks[0].new_start, at_new) == (new_spans[0].start, new_spans[-1].end), "marks beside the new sentence"
