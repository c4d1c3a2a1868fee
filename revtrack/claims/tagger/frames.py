"""Whose a statement is where its form alone decides it: signs and word order that leave the tagger no choice.

"...," said Roe        a quotation belongs to the verb that follows it with nothing but its subject between
"...," Roe said        the two, and so does the next sentence where it is all quotation
The mayor said it was shut, the paper reported.     the last verb of a sentence tells all that is before it

The forms are tried in one order, and each leaves to the next what it does not decide; `trailing_sources` has those
that end a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack import lexicon
from revtrack.claims import occurrences
from revtrack.claims.tagger import (
    interruptions,
    leading_sources,
    saying_verbs,
    sentence_parts,
    set_phrases,
    trailing_sources,
    turning_points,
)
from revtrack.claims.tagger.decoder import TaggedStatement
from revtrack.claims.tagger.passage import TokenPassage
from revtrack.claims.tagger.sentence_parts import FINITE, MOST_SUBJECT, NO_SUBJECT, NOMINAL, SUBORDINATE
from revtrack.claims.verb_forms import is_past
from revtrack.model.named_tuple import NamedTuple

# How far back another verb of saying is looked for, in tokens: thousands of quotations may be one sentence.
REACH_BACK = 80
# Whose words a title is.
NOBODY = -1


class Frames(NamedTuple):
    """What form decides in a passage: the cues that quoted tokens and whole clauses belong to, and whole statements.

    `missed` are statements with their source at one end of the sentence that count where the tagger finds none.
    """

    quoted: dict[int, int]
    clauses: dict[int, int]
    turns: dict[int, int]
    statements: list[TaggedStatement]
    missed: list[TaggedStatement]

    def fixed(self, at: int, places: range) -> dict[int, str]:
        """Which of some tokens are content of the cue at a place ("C"), and which are nothing to it ("O")."""
        found: dict[int, str] = {}
        for owners in (self.clauses, self.quoted):
            inside = owners if len(owners) < len(places) else (n for n in places if n in owners)
            found |= {n: "C" if owners[n] == at else "O" for n in inside if n in places}
        if self.turns:
            turned = self.turns if len(self.turns) < len(places) else places
            found |= {n: "O" for n in turned if n in places and at < self.turns.get(n, at)}
        return found


def of(passage: TokenPassage) -> Frames:
    """The frames of a passage."""
    owners: dict[int, int] = {}
    before = -1
    for first, last in _quotations(passage):
        verb = _verb_behind(passage, last) if not _is_reported(passage, first) else None
        if verb is not None and _is_title(passage, first, last):
            owners.update(dict.fromkeys(range(first, last + 1), NOBODY))
            verb = None
        if verb is None and before >= 0 and _goes_on(passage, before, first, last):
            verb = before
        if verb is None:
            before = -1
            continue
        owners.update(dict.fromkeys(range(first, last + 1), verb))
        before = verb
    statements = [*_set(passage), *trailing_sources.of(passage)]
    clauses = {**dict(interruptions.of(passage)), **dict(_clauses(passage))}
    missed = [*trailing_sources.told_last(passage), *leading_sources.of(passage)]
    return Frames(owners, clauses, dict(turning_points.of(passage)), statements, missed)


def _set(passage: TokenPassage) -> Iterator[TaggedStatement]:
    for phrase in set_phrases.of(passage):
        yield sentence_parts.statement(phrase.verb, phrase.cue, phrase.source, phrase.content)


def _quotations(passage: TokenPassage) -> Iterator[tuple[int, int]]:
    """The first and the last token of each quotation that is closed."""
    first = -1
    for n, state in enumerate(passage.states):
        if state == "o":
            first = -1
        elif first < 0 or (state == "(" and passage.states[n - 1] == ")"):
            first = n
        if state == ")" and passage.states[n + 1 : n + 2] != [")"]:
            yield first, n


def _verb_behind(passage: TokenPassage, last: int) -> int | None:
    """The verb of saying that a quotation is followed by, only its subject between or behind."""
    words, states = passage.words, passage.states
    n, commas = last + 1, 0
    if words[last - 1] not in (",", "?", "!", "-", "\u2014") or n == len(words) or states[n] != "o":
        return None
    if saying_verbs.is_finite(passage, n):
        return n
    if words[n].lower() in NO_SUBJECT:
        return None
    end = min(len(words), n + MOST_SUBJECT)
    while n < end and states[n] == "o" and (words[n][0].isalnum() or words[n] in ("'s", ",", ".")):
        if words[n] == ",":
            commas += 1
        elif n > last + 1 and saying_verbs.is_finite(passage, n):
            return n if commas in (0, 2) else None
        elif "'" in words[n][1:] or (words[n].lower() in FINITE and not saying_verbs.is_finite(passage, n + 1)):
            return None
        n += 1
    return None


def _is_title(passage: TokenPassage, first: int, last: int) -> bool:
    """Whether a quotation inside a sentence is the name of something: On "Meet the Press," Roe said."""
    inside = [word for word in passage.words[first : last + 1] if word[0].isalnum()]
    names = all(word[0].isupper() or word.lower() in NOMINAL for word in inside)
    return names and passage.firsts[first] != first


def _is_reported(passage: TokenPassage, first: int) -> bool:
    """Whether a quotation goes on a sentence that another verb of saying has begun: "Roe said so because ..."."""
    return any(saying_verbs.is_finite(passage, n) for n in range(max(passage.firsts[first], first - REACH_BACK), first))


def _goes_on(passage: TokenPassage, verb: int, first: int, last: int) -> bool:
    """Whether a quotation goes on another: right behind its verb and a comma, or as the sentences behind the verb's."""
    if passage.words[verb + 1 : first] == [","]:
        return True
    starts = passage.firsts[first] == first
    ends = passage.lasts[last] == last or last + 1 == len(passage.words)
    return starts and ends and passage.lasts[verb] == first - 1


def _clauses(passage: TokenPassage) -> Iterator[tuple[int, int]]:
    """The tokens of clauses that a source and its verb end: "The mayor said it was shut, *the paper reported*."

    Whatever verbs of saying are in the clause, it is the last one that tells it.
    """
    words, states = passage.words, passage.states
    for n in occurrences.of(words, saying_verbs.forms()):
        if n < 3 or not saying_verbs.is_finite(passage, n) or not _is_end(passage, n + 1):
            continue
        first = passage.firsts[n]
        comma = next((at for at in range(n - 1, max(first, n - MOST_SUBJECT), -1) if words[at] == ","), first)
        subject = [word.lower() for word in words[comma + 1 : n]]
        if comma == first or not subject or subject[0] in NO_SUBJECT or states[comma] != "o":
            continue
        if any(word in FINITE or is_past(word) for word in subject) or words[first].lower() in SUBORDINATE:
            continue
        if "".join({*states[first:n]}) == "o" and sentence_parts.is_clause(passage, first, comma):
            yield from ((at, n) for at in range(first, comma))
            if _is_occasion(words, n + 1):
                yield from ((at, NOBODY) for at in range(n + 1, passage.lasts[n]))


def _is_occasion(words: Sequence[str], at: int) -> bool:
    """Whether the words at a place tell on what occasion it was said: "while speaking to the BBC"."""
    return " ".join(words[at : at + 3]) in ("while speaking to", "while talking to", "while speaking at")


def _is_end(passage: TokenPassage, at: int) -> bool:
    """Whether nothing but a day or a way of speaking stands behind a verb."""
    words, last = passage.words, len(passage.words) - 1
    if at < last and words[at] in lexicon.words("weekdays"):
        at += 1
    if at > last or words[at] == ".":
        return at > last or passage.lasts[at] == at
    if _is_occasion(words, at):
        return True
    return (
        words[at] == ","
        and at < last
        and words[at + 1].lower() in ("while", "speaking", "citing", "asking", "according")
    )
