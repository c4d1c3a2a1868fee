"""The article with word marks: every word of both texts is there, the removed ones where they stood."""

import revtrack
from revtrack.model import Claims, Diff, SentenceOp
from revtrack.report import diff_page, html, marked_article
from revtrack.report.marked_article import Paragraph, paragraphs
from tests.report.hand_made import article, edited, in_step, op


def shown(diff: Diff) -> list[str]:
    """Paragraphs with [-removed-] and {+added+} words."""
    return ["".join(_sentence(one) for one in part.sentences) for part in paragraphs(diff, ())]


def _sentence(one: object) -> str:
    signs = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    text = "".join(signs[run.state].format(run.text) for run in one.runs)  # type: ignore[attr-defined]
    return f"({one.moved} {one.move}: {text})" if one.moved else f"<{text}>"  # type: ignore[attr-defined]


def made(before: Claims, after: Claims, *ops: SentenceOp) -> Diff:
    return Diff(before, after, ops, ())


def test_an_equal_article_has_no_marks() -> None:
    diff = edited("One. Two.\n\nThree.", "One. Two.\n\nThree.")
    assert shown(diff) == ["<One.><Two.>", "<Three.>"]
    assert not any(part.changed for part in paragraphs(diff, ()))


def test_replaced_words_stand_side_by_side_with_the_space_they_had() -> None:
    assert shown(edited("It sent 8,000 men.", "It sent 9,000 men.")) == ["<It sent [-8,000-][- -]{+9,000+} men.>"]


def test_letters_replaced_inside_a_word_get_no_space() -> None:
    from revtrack.model import Mark

    before, after = article("Smith left."), article("Smyth left.")
    marks = (Mark("equal", 0, 2, 0, 2), Mark("replace", 2, 3, 2, 3), Mark("equal", 3, 11, 3, 11))
    edit = SentenceOp("edit", (0,), (0,), before.sentences, after.sentences, marks)
    assert shown(made(before, after, edit)) == ["<Sm[-i-]{+y+}th left.>"]


def test_a_deleted_sentence_stands_behind_the_one_before_it() -> None:
    before, after = article("One. Two. Three."), article("One. Three.")
    ops = (
        op(before, after, "equal", (0,), (0,)),
        op(before, after, "delete", (1,)),
        op(before, after, "equal", (2,), (1,)),
    )
    assert shown(made(before, after, *ops)) == ["<One.><[-Two.-]><Three.>"]


def test_a_deleted_first_sentence_stands_before_the_next() -> None:
    before, after = article("Top.\n\nOne. Two."), article("Top.\n\nTwo.")
    ops = (
        op(before, after, "equal", (0,), (0,)),
        op(before, after, "delete", (1,)),
        op(before, after, "equal", (2,), (1,)),
    )
    assert shown(made(before, after, *ops)) == ["<Top.>", "<[-One.-]><Two.>"]


def test_a_deleted_paragraph_is_a_paragraph_where_it_stood() -> None:
    before, after = article("Lead. Gone.\n\nAll. Gone too.\n\nEnd."), article("Lead.\n\nEnd.")
    ops = (
        op(before, after, "equal", (0,), (0,)),
        *(op(before, after, "delete", (n,)) for n in (1, 2, 3)),
        op(before, after, "equal", (4,), (1,)),
    )
    diff = made(before, after, *ops)
    assert shown(diff) == ["<Lead.><[-Gone.-]>", "<[-All.-]><[-Gone too.-]>", "<End.>"]
    assert [part.whole for part in paragraphs(diff, ())] == ["kept", "removed", "kept"]


def test_an_article_deleted_whole_is_all_there() -> None:
    before, after = article("One.\n\nTwo."), article("")
    ops = op(before, after, "delete", (0,)), op(before, after, "delete", (1,))
    assert shown(made(before, after, *ops)) == ["<[-One.-]>", "<[-Two.-]>"]


def test_a_moved_sentence_stands_where_it_is_with_a_pointer_where_it_was() -> None:
    before, after = article("One. Two.\n\nThree."), article("One.\n\nThree. Two.")
    ops = (
        op(before, after, "equal", (0,), (0,)),
        op(before, after, "move", (1,), (2,)),
        op(before, after, "equal", (2,), (1,)),
    )
    assert shown(made(before, after, *ops)) == ["<One.>(away 1: Two.)", "<Three.>(here 1: Two.)"]


def test_a_sentence_split_over_two_paragraphs_is_marked_in_both() -> None:
    before, after = article("It rained and all wept."), article("It rained.\n\nAll wept.")
    assert shown(made(before, after, op(before, after, "split", (0,), (0, 1)))) == [
        "<It rained[- and all-]{+.+}>",
        "<{+All+} wept.>",
    ]


def test_every_word_of_the_new_text_is_kept_or_added_and_of_the_old_kept_or_removed() -> None:
    diff = edited("At least 12 died, Lee said. All wept.", "More than 21 people died. None wept, he said.")
    runs = [run for part in paragraphs(diff, ()) for one in part.sentences for run in [*one.runs, _space()]]
    assert _words(runs, "added") == diff.after.text.split()
    assert _words(runs, "removed") == diff.before.text.split()


def test_ten_thousand_deleted_sentences_of_one_paragraph_are_printed_once_each() -> None:
    before, after = article("Gone. " * 10_000), article("New.")
    ops = (*(op(before, after, "delete", (n,)) for n in range(10_000)), op(before, after, "add", (), (0,)))
    (gone, new) = paragraphs(made(before, after, *ops), ())
    assert isinstance(gone, Paragraph)
    assert (len(gone.sentences), new.whole) == (10_000, "added")


def test_sentences_of_both_sides_survive_in_step() -> None:
    before, after = article("One.\n\nTwo."), article("One.\n\nTo.")
    assert shown(made(before, after, *in_step(before, after))) == ["<One.>", "<[-Two-]{+To+}.>"]


def _space() -> object:
    from revtrack.report.marked_text import MarkedRun

    return MarkedRun(" ")


def _words(runs: list[object], other: str) -> list[str]:
    return "".join(run.text for run in runs if run.state in ("kept", other)).split()  # type: ignore[attr-defined]


def test_words_are_set_as_the_article_sets_them() -> None:
    """Bold and italics of Markdown and HTML; a star that is read is a star."""
    old = "# Fire *at* depot\n\nA **big fire** broke out at *the Arms*. It cost 2 * 3 * 4 pounds and <b>more</b>.\n"
    diff = revtrack.compare(old, old.replace("big", "huge"))
    assert diff_page.title(diff.after) == "Fire at depot"
    runs = [run for one in marked_article.paragraphs(diff, ()) for sentence in one.sentences for run in sentence.runs]
    looks = [(run.look, run.state, run.text.strip()) for run in runs if run.look]
    assert looks == [
        ("em", "kept", "at"),
        ("strong", "removed", "big"),
        ("strong", "added", "huge"),
        ("strong", "kept", "fire"),
        ("em", "kept", "the Arms"),
        ("strong", "kept", "more"),
    ]
    assert "2 * 3 * 4" in "".join(run.text for run in runs)
    page = html.diff(diff)
    assert "<ins><strong>huge</strong></ins>" in page
    assert "<em>the Arms</em>" in page
