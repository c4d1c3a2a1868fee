"""Diffs that the pages are tried on: an ordinary one, a hostile one, one from right to left, one that never breaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from revtrack import compare
from revtrack.model import Change, Claims, Diff, Figure, Label, Severity, Step, WordAccount
from revtrack.model.lives import Life, Stage
from revtrack.report import article_history
from revtrack.report.article_history import ArticleHistory
from tests.report.hand_made import (
    article,
    attribution,
    changed_value,
    edited,
    in_step,
    notice,
    op,
    passage,
    quote,
    revision,
)

EVIL = '<script>owned=1</script><img src=x onerror="owned=1">\'"><svg onload=owned=1>\u202e\x1b[31m&amp;{{7*7}}]]>-->'
LONG = "# Bridge falls at night\n\n" + "The bridge fell in the night and nobody was there to see it. " * 6


def toll() -> Diff:
    """A diff with a change, a move, a deletion, a notice and a line of publication time."""
    before = article(f"{LONG}\n\nRain fell. At least 12 people died.\n\nAll wept.\n\nNobody was seen.")
    after = article(f"{LONG}\n\nAt least 21 people died.\n\nAll wept. Rain fell.\n\n! Correction: not 12.")
    kept = [op(before, after, "equal", (n,), (n,)) for n in range(7)]
    ops = (
        *kept,
        op(before, after, "move", (7,), (9,)),
        op(before, after, "edit", (8,), (7,)),
        op(before, after, "equal", (9,), (8,)),
        op(before, after, "delete", (10,)),
        op(before, after, "add", (), (10,)),
    )
    change = replace(changed_value(before, after, "12", "21"), acknowledged=True)
    told = (notice(after, "Correction: not 12.", 0),)
    return Diff(before, after, ops, (change,), (change,), told, revision(1), revision(2))


def night() -> Diff:
    """A longer list: two changes with both sides, a sentence that brought two claims, one that took one away."""
    head, end = "# Ferry sinks\n\n", "\n\nAll wept."
    before = article(f"{head}About 12 men died.\n\n“We left,” Lee said.\n\nNobody came, Kim said.{end}")
    after = article(f"{head}Over 21 men died.\n\n“We fled,” Lee said.\n\n“Help is near,” Bo said.{end}")
    ops = (
        op(before, after, "equal", (0,), (0,)),
        op(before, after, "edit", (1,), (1,)),
        op(before, after, "edit", (2,), (2,)),
        op(before, after, "delete", (3,)),
        op(before, after, "add", (), (3,)),
        op(before, after, "equal", (4,), (4,)),
    )
    changes = (
        changed_value(before, after, "12", "21"),
        Change(
            "quote",
            ("words",),
            "high",
            quote(before, "“We left,”", "Lee"),
            quote(after, "“We fled,”", "Lee"),
            "quote altered (Lee): 'left' -> 'fled'",
            acknowledged=True,
        ),
        Change(
            "attribution",
            ("removed",),
            "medium",
            passage(before, "Nobody came, Kim said."),
            None,
            "attribution removed: Kim said: Nobody came",
        ),
        Change(
            "attribution",
            ("added",),
            "low",
            None,
            attribution(after, "Bo", "said", "“Help is near,”"),
            "attribution added: Bo said: Help is near",
        ),
        Change("quote", ("added",), "low", None, quote(after, "“Help is near,”", "Bo"), "quotation added (Bo)"),
    )
    return Diff(before, after, ops, changes, old=revision(1, note="First take"), new=revision(2))


def turned() -> Diff:
    """A statement that says the opposite, and sentences that were reworded, added and removed around it."""
    before = article("# Court rules\n\nThe court upheld the ban. Few came to hear it. Rain fell.\n\nAll wept.")
    after = article(
        "# Court rules\n\nThe court overturned the ban. The hall was all but empty. Hail fell.\n\nAll wept."
    )
    ops = (
        op(before, after, "equal", (0,), (0,)),
        op(before, after, "edit", (1,), (1,)),
        op(before, after, "edit", (2,), (2,)),
        op(before, after, "delete", (3,)),
        op(before, after, "add", (), (3,)),
        op(before, after, "equal", (4,), (4,)),
    )
    changes = (
        _stated("reversed", "high", before, after, "upheld the ban", "overturned the ban"),
        _stated("reworded", "low", before, after, "Few came to hear it", "The hall was all but empty"),
        _stated("removed", "low", before, after, "Rain fell.", ""),
        _stated("added", "low", before, after, "", "Hail fell."),
    )
    words = WordAccount(16, form=1, same_meaning=9, statements=6)
    return Diff(before, after, ops, changes, old=revision(1), new=revision(2), words=words)


def _stated(label: Label, severity: Severity, before: Claims, after: Claims, old: str, new: str) -> Change:
    sides = passage(before, old) if old else None, passage(after, new) if new else None
    return Change("statement", (label,), severity, *sides, f"{label}: {old} -> {new}")


def evil() -> Diff:
    diff = edited(f"# {EVIL}\n\n12 {EVIL} died. End.", f"# {EVIL}\n\n21 {EVIL} died. Ends.", ("12", "21"))
    known = revision(note=EVIL, by=EVIL, article=EVIL, time=EVIL, commit=EVIL, source="javascript:window.owned=1")
    changes = (replace(diff.changes[0], message=EVIL),) * 2
    told = (replace(notice(diff.after, "Ends.", 0), text=EVIL),)
    return replace(diff, changes=changes, furniture=changes, notices=told, old=known, new=known)


def right_to_left() -> Diff:
    old = "# سقط الجسر ليلا\n\nقتل 12 شخصا على الأقل.\n\nبكى الجميع."
    diff = edited(old, old.replace("12", "21"), ("12", "21"))
    return replace(diff, before=replace(diff.before, language="ar"), after=replace(diff.after, language="ar"))


def unbroken() -> Diff:
    """Words that have no place to break: nothing may stick out of a narrow screen."""
    word = "Rindfleischetikettierung" * 40
    diff = edited(f"# {word}\n\n12 {word} died.", f"# {word}\n\n21 {word}x died.", ("12", "21"))
    known = revision(note=word, by=word, article=word, source=f"https://a.example/{word}")
    return replace(diff, changes=(replace(diff.changes[0], message=word),), old=known, new=known)


def same() -> Diff:
    before, after = article("All wept."), article("All wept.")
    return Diff(before, after, in_step(before, after), ())


def typeset() -> Diff:
    """Markdown that is set: a link, lists one in the other, a quotation, a table, and figures that changed in each."""
    before = """# Port strike: what we know

## The terms

The union asked for [a rise of 7 percent](https://a.example/terms) and *no* job cuts; the port &quot;refused&quot;.

- The port loses $ 2m a day
- **12** ships are waiting
  1. Nine tankers
  2. Two ferries

> “We will not sign,” Ms Roe said.

| Day | Ships | Berths |
| --- | --- | --- |
| Monday | 12 |  |
| Tuesday | 15 | 4 |
"""
    edits = {"7 percent": "9 percent", "$ 2m": "$3m", "**12**": "**14**", "will not": "shall not", "| 15": "| 17"}
    after = before
    for old, new in edits.items():
        after = after.replace(old, new)
    return replace(compare(before, after), old=revision(1), new=revision(2))


def hospital() -> Diff:
    """A story of which three serious things changed, one of them owned up to, and three that are less serious."""
    before = """# Trust knew of fungus for 11 weeks before outbreak that killed 12 patients

The managers of Wexmouth General Hospital knew for 11 weeks that a fungus was growing in two of its theatres.

Mr Vance resigned on Friday evening, hours after the health secretary said that his position was “very difficult to
defend”. He will receive a payment of £165,000, according to a person with knowledge of his contract.

The trust runs three hospitals and employs 6,400 people. It was rated “requires improvement” in 2022.

The health secretary, Ruth Callan, told MPs that Mr Vance's position was “very difficult to defend”.

Inspectors took 214 samples over four days. Of these, 37 held the fungus.

“I would not operate on my dog in that room,” said Professor Edwin Lorne, who reviewed the minutes for this newspaper.
Experts called the levels alarming.

Nine families are seeking about £2m in damages. They said that the inspectors might hold a public inquiry.

The next meeting of the board is on Thursday.
"""
    edits = {
        "very difficult to\ndefend": "impossible to\ndefend",
        "very difficult to defend": "impossible to defend",
        "£165,000, according to a person with knowledge of his contract": "£135,000, the trust confirmed",
        "would not operate on my dog": "would not have operated",
        "alarming": "high",
        "about £2m": "at least £2m",
        "might hold": "would hold",
    }
    after = before
    for old, new in edits.items():
        after = after.replace(old, new)
    after += (
        "\nCorrection: An earlier version of this article gave the payment to Mr Vance as £165,000. It is £135,000.\n"
    )
    first, second = (
        revision(number, article="hospital", time=time, by=by, note=note)
        for number, time, by, note in (
            (9, "2024-09-21T16:00:00Z", "Investigations", ""),
            (10, "2024-09-22T22:00:00Z", "News desk", "Corrects the payment"),
        )
    )
    return replace(compare(before, after), old=first, new=second)


def very_long() -> Diff:
    """20,000 words, of which every hundredth sentence was edited."""
    old = [f"It rained in street {number} and nobody there saw the flood come." for number in range(1700)]
    new = [text.replace("nobody", "somebody") if number % 100 == 7 else text for number, text in enumerate(old)]
    paragraphs = range(0, len(old), 4)
    return edited(*("# Flood\n\n" + "\n\n".join(" ".join(copy[n : n + 4]) for n in paragraphs) for copy in (old, new)))  # type: ignore[arg-type]


EVERY = (toll, night, turned, typeset, evil, right_to_left, unbroken, same)


def steps(*copies: str, values: tuple[tuple[str, str], ...] = (), language: str = "en") -> list[Step]:
    """Revisions of an article with as many sentences each; `values[n]` are the figures that step n changed."""
    made: list[Step] = []
    for number, copy in enumerate(copies, 1):
        claims = replace(article(copy), language=language)
        diff = None
        if made:
            before = made[-1].claims
            pair = values[number - 2] if number - 2 < len(values) else ()
            changes = (changed_value(before, claims, *pair),) if pair else ()
            diff = Diff(before, claims, in_step(before, claims), changes, old=made[-1].revision, new=revision(number))
        known = revision(number, time=f"2024-10-{number:02}T08:00:00Z")
        made.append(Step(known, claims, diff))
    return made


def rising() -> list[Step]:
    """A toll that rises, stays, and falls back."""
    copy = "# Ferry sinks\n\nAbout {} men died.\n\nAll wept."
    return steps(*(copy.format(toll) for toll in ("12", "21", "21", "12")), values=(("12", "21"), (), ("21", "12")))  # type: ignore[arg-type]


def five_hundred() -> list[Step]:
    """A toll that changes 499 times."""
    tolls = [str(100 + number * 7 % 50) for number in range(500)]
    made = steps(*(f"# Ferry sinks\n\nAbout {toll} men died." for toll in tolls), values=tuple(pairwise(tolls)))
    start = datetime(2024, 10, 1, tzinfo=UTC)
    times = [(start + timedelta(minutes=37 * place)).strftime("%Y-%m-%dT%H:%M:%SZ") for place in range(len(made))]
    return [replace(step, revision=replace(step.revision, time=time)) for step, time in zip(made, times, strict=True)]


def hostile_history() -> list[Step]:
    known = dict.fromkeys(("note", "by", "article", "time", "commit"), EVIL) | {"source": "javascript:owned=1"}
    made = steps(
        *(f"# {EVIL}\n\n{toll} {EVIL} died. {EVIL}" for toll in ("12", "21", "12")), values=(("12", "21"), ("21", "12"))
    )
    evil_changes = [
        replace(step.diff, changes=tuple(replace(change, message=EVIL) for change in step.diff.changes))
        if step.diff
        else None
        for step in made
    ]
    return [
        replace(step, revision=revision(number, **known), diff=diff)
        for number, (step, diff) in enumerate(zip(made, evil_changes, strict=True), 1)
    ]


def unbroken_history() -> list[Step]:
    word = "Rindfleischetikettierung" * 40
    made = steps(f"# {word}\n\n12 {word} died.", f"# {word}\n\n21 {word} died.", values=(("12", "21"),))
    return [
        replace(step, revision=revision(number, note=word, by=word, article=word))
        for number, step in enumerate(made, 1)
    ]


def one_version() -> list[Step]:
    return steps("# Ferry sinks\n\nAll wept.")


EVERY_HISTORY = (rising, hostile_history, unbroken_history, one_version)


def shown(made: list[Step]) -> ArticleHistory:
    """The page of a history with one life, that of its toll."""
    return article_history.of(made, [toll_life(made)])


def toll_life(made: list[Step]) -> Life:
    """The life of the figure that the steps change; its subject is as hostile or long as the author's name."""
    stages: list[Stage] = []
    for step in made:
        (toll,) = [change.new for change in step.diff.changes] if step.diff and step.diff.changes else [None]
        if isinstance(toll, Figure):
            if not stages:
                stages.append(_stage(1, step.diff.changes[0].old))  # type: ignore[arg-type, union-attr]
            stages[-1] = replace(stages[-1], last=step.revision.number - 1)
            stages.append(_stage(step.revision.number, toll))
    if stages:
        stages[-1] = replace(stages[-1], last=made[-1].revision.number)
    return Life("figure", made[-1].revision.by, tuple(stages) or (Stage(1, 1, "first", (), ()),))


def _stage(number: int, toll: Figure) -> Stage:
    return Stage(number, number, "first" if number == 1 else "changed", (toll.text,), (toll,))
