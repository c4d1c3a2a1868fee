"""What changed beside the claims, in words, so that no changed word is left untold.

2 sentences reworded; 1 sentence added; 3 words in another form; 5 words that mean the same; 1 sentence moved
"""

from __future__ import annotations

from collections import Counter

from revtrack.model import Diff
from revtrack.report import label_words
from revtrack.versions import phrases

_VERBS = ("reworded", "added", "removed")


def sentences(diff: Diff) -> str:
    """The sentences without a claim: "2 sentences reworded; 1 sentence added"; empty for none."""
    counts = Counter(label_words.verb(change.labels[0]) for change in diff.changes if change.is_rewording)
    return label_words.gathered({("sentence", verb): counts[verb] for verb in _VERBS if counts[verb]})


def aside(diff: Diff) -> list[str]:
    """What changed beside the claims, each as a clause; what did not is left out."""
    words = diff.words
    parts = ["the article was rewritten"] if diff.rewritten else []
    if words.form and not _is_layout(diff):
        parts.append(f"{phrases.count(words.form, 'word')} in another form")
    if words.same_meaning:
        reworded = any("reworded" in change.labels for change in diff.changes)
        same = "that mean the same" if words.same_meaning > 1 else "that means the same"
        how = f"reworded, or {same}" if reworded else same
        parts.append(f"{phrases.count(words.same_meaning, 'word')} {how}")
    moved = sum(op.op == "move" for op in diff.sentences)
    return [*parts, f"{phrases.count(moved, 'sentence')} moved"] if moved else parts


def unchanged(diff: Diff) -> str:
    """The sentence about a diff in which no claim changed: what did change, if anything."""
    if diff.before.text == diff.after.text:
        return "The two texts are identical."
    parts = [*filter(None, [sentences(diff)]), *aside(diff)]
    if not (diff.words.claims or diff.words.statements):
        parts = ["no claims changed", *(parts or [_unaccounted(diff)])]
    elif not any(change.is_rewording for change in diff.changes):
        parts = [_apart(diff), *parts]
    told = "; ".join(parts)
    return f"{told[0].upper()}{told[1:]}."


def _is_layout(diff: Diff) -> bool:
    """Whether spaces, marks or markup are all that changed: that is counted as one word, and is none."""
    return diff.words.changed == diff.words.form and all(op.op == "equal" for op in diff.sentences)


def _unaccounted(diff: Diff) -> str:
    """What is left where no words were counted: the layout, or a diff that was saved before words were."""
    edited = sum(op.op not in ("equal", "move") for op in diff.sentences)
    if edited and not diff.words.changed:
        return f"{phrases.count(edited, 'sentence')} edited"
    return "the texts differ only in form"


def _apart(diff: Diff) -> str:
    """Where words changed that make no change: in notices, lines of publication time, or hidden front matter."""
    places = ["notices"] if diff.notices else []
    places += ["lines that give the time of publication"] if diff.furniture else []
    return f"only {' and '.join(places or ['front matter that readers do not see'])} changed"
