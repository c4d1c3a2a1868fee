"""Whose a statement is where its form alone decides it: signs and word order that leave the tagger no choice.

"...," said Roe        a quotation belongs to the verb that follows it with nothing but its subject between
"...," Roe said        the two, and so does the next sentence where it is all quotation
..., says the board.   a verb behind a comma, and a noun phrase up to the end of the sentence
..., per the board     likewise; "per" and "in the words of" attribute nowhere else
..., a source told The Post Friday.     a verb behind its subject, with a hearer and a day at most up to the end; it
                       counts only where the tagger finds nothing
..., according to port estimates.       "estimates" is a noun here, which the tagger takes for a verb

The forms are one module because they are tried in one order, and each leaves to the next what it does not decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.claims.cue_table import meanings
from revtrack.claims.tagger import interruptions, set_phrases, turning_points
from revtrack.claims.tagger.decoder import TaggedStatement
from revtrack.claims.tagger.passage import TokenPassage
from revtrack.claims.verb_forms import is_past
from revtrack.model.named_tuple import NamedTuple

# So many tokens back another verb of saying is looked for: thousands of quotations may be one sentence.
REACH_BACK = 80
# How many words the subject between a quotation and its verb may have, with its apposition.
MOST_SUBJECT = 14
# How many words a source behind its verb may have.
MOST_SOURCE = 12
# A statement of which the form decides is surer than all others.
CERTAIN = 1 << 30
# Whose words a title is.
NOBODY = -1

_PHRASES = {"per": ("per",), "in": ("in", "the", "words", "of")}
LEADS = frozenset(_PHRASES)
_INVERTED = lexicon.words("inverted_verbs")
_FINITE = lexicon.words("finite_verbs")
_BE = frozenset(("be", "been", "being", "is", "are", "was", "were"))
_ENDS = frozenset((".", ",", ";"))
# What a noun phrase holds beside nouns, and what it cannot begin with.
_NOMINAL = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "for",
        "in",
        "at",
        "on",
        "and",
        "'s",
        "&",
        ".",
        "from",
        "with",
        "its",
        "his",
        "her",
        "their",
        "one",
        "two",
        "three",
    )
)
_SUBORDINATE = frozenset(("when", "if", "while", "although", "though", "as", "because", "after", "before", "since"))
_NO_SUBJECT = frozenset(
    (
        "and",
        "but",
        "or",
        "as",
        "while",
        "which",
        "who",
        "that",
        "to",
        "of",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "by",
        "when",
        "if",
        "because",
        "after",
        "before",
        "than",
        "not",
    )
)
_NO_SOURCE = frozenset(
    (
        "that",
        "to",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "there",
        "this",
        "what",
        "how",
        "if",
        "whether",
        "no",
        "more",
        "when",
        "why",
    )
)

# What a statement that trails behind another is told with, and whom it may be told to, and when.
_TRAILING = frozenset(
    (
        "said",
        "says",
        "say",
        "told",
        "showed",
        "shows",
        "show",
        "reported",
        "announced",
        "confirmed",
        "indicated",
        "revealed",
    )
)
_TOLD = frozenset(("told", "tells", "tell"))
_HEARERS = frozenset(
    ("the", "reporters", "journalists", "a", "news", "conference", "briefing", "radio", "agency", "us", "me")
)
_DAYS = lexicon.words("weekdays") | {"yesterday", "today"}
# Participles that a source is described with.
_MADE = frozenset(("briefed", "unsealed", "released", "published", "involved", "named", "obtained", "familiar"))


class Frames(NamedTuple):
    """What form decides in a passage: the cues that quoted tokens and whole clauses belong to, and whole statements.

    `trailing` are statements at the end of their sentences that count where the tagger finds none.
    """

    quoted: dict[int, int]
    clauses: dict[int, int]
    turns: dict[int, int]
    statements: list[TaggedStatement]
    trailing: list[TaggedStatement]

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
    statements = [*_set(passage), *_inverted(passage), *_phrased(passage), *_according(passage)]
    clauses = {**dict(interruptions.of(passage, _is_verb)), **dict(_clauses(passage))}
    return Frames(owners, clauses, dict(turning_points.of(passage, _is_verb)), statements, list(_trailing(passage)))


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
    if _is_verb(passage, n):
        return n
    if words[n].lower() in _NO_SUBJECT:
        return None
    end = min(len(words), n + MOST_SUBJECT)
    while n < end and states[n] == "o" and (words[n][0].isalnum() or words[n] in ("'s", ",", ".")):
        if words[n] == ",":
            commas += 1
        elif n > last + 1 and _is_verb(passage, n):
            return n if commas in (0, 2) else None
        elif "'" in words[n][1:] or (words[n].lower() in _FINITE and not _is_verb(passage, n + 1)):
            return None
        n += 1
    return None


def _is_title(passage: TokenPassage, first: int, last: int) -> bool:
    """Whether a quotation inside a sentence is the name of something: On "Meet the Press," Roe said."""
    inside = [word for word in passage.words[first : last + 1] if word[0].isalnum()]
    names = all(word[0].isupper() or word.lower() in _NOMINAL for word in inside)
    return names and passage.firsts[first] != first


def _is_reported(passage: TokenPassage, first: int) -> bool:
    """Whether a quotation goes on a sentence that another verb of saying has begun: "Roe said so because ..."."""
    return any(_is_verb(passage, n) for n in range(max(passage.firsts[first], first - REACH_BACK), first))


def _is_verb(passage: TokenPassage, at: int) -> bool:
    """Whether a finite verb of saying is here, and not its participle or a noun of the same form."""
    words = passage.words
    if at >= len(words) or words[at] not in _telling() or passage.states[at] != "o":
        return False
    meaning = meanings()[words[at]]
    if meaning == "doubting" and (words[at - 1][0].isupper() or words[at - 1] in ("he", "she", "they")):
        meaning = "neutral"
    if meaning not in ("neutral", "committing", "arguing", "demanding"):
        return False
    before = words[at - 1].lower()
    if (
        set_phrases.quotes_another(words, at)
        or before in _BE
        or before in ("the", "a", "an", "his", "her", "their", "to")
    ):
        return False
    return (
        words[at] == "say" or words[at] not in _nouns() or before.endswith("s") or before in ("i", "you", "we", "they")
    )


@cache
def _telling() -> frozenset[str]:
    """The finite forms of verbs that may be of saying; few of a text's words are."""
    told = ("neutral", "committing", "arguing", "demanding", "doubting")
    return frozenset(
        form for form, meaning in meanings().items() if meaning in told and form.islower() and not form.endswith("ing")
    )


@cache
def _nouns() -> frozenset[str]:
    """The base forms of verbs of saying, which may be nouns: "the IMF report stated"."""
    return frozenset(row[0] for row in lexicon.table("cues"))


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
    telling = _telling()
    for n in range(3, len(words)):
        if words[n] not in telling or not _is_verb(passage, n) or not _is_end(passage, n + 1):
            continue
        first = passage.firsts[n]
        comma = next((at for at in range(n - 1, max(first, n - MOST_SUBJECT), -1) if words[at] == ","), first)
        subject = [word.lower() for word in words[comma + 1 : n]]
        if comma == first or not subject or subject[0] in _NO_SUBJECT or states[comma] != "o":
            continue
        if any(word in _FINITE or is_past(word) for word in subject) or words[first].lower() in _SUBORDINATE:
            continue
        if "".join({*states[first:n]}) == "o" and _is_clause(passage, first, comma):
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


def _inverted(passage: TokenPassage) -> Iterator[TaggedStatement]:
    words, states = passage.words, passage.states
    for n in range(2, len(words) - 1):
        if words[n - 1] != "," or {"o"} != {*states[n - 2 : n + 1]}:
            continue
        named = words[n] not in _INVERTED
        if named and not (_is_verb(passage, n) and is_past(words[n])):
            continue
        end = _phrase_end(passage, n + 1)
        if named and not all(word[0].isupper() or word in ("'s", ".") for word in words[n + 1 : end]):
            continue
        first = passage.firsts[n]
        if end > n + 1 and _is_clause(passage, first, n - 1) and (words[end] != "," or _is_last(passage, end)):
            yield _statement(n, range(n, n + 1), range(n + 1, end), range(first, n - 1))


def _trailing(passage: TokenPassage) -> Iterator[TaggedStatement]:
    """Statements that end with who told it to whom and when: "..., a person close to the talks told The Post"."""
    words, states = passage.words, passage.states
    for n in range(4, len(words)):
        if words[n] not in _TRAILING:
            continue
        first, last = passage.firsts[n], passage.lasts[n]
        if "".join({*states[first : last + 1]}) != "o" or words[first].lower() in _SUBORDINATE:
            continue
        begin = _subject(passage, first, n) if _is_verb(passage, n) else None
        if begin is not None and _tells_no_more(words, n + 1, last) and _is_clause(passage, first, begin - 1):
            end = n - (words[n - 1] == ",")
            yield _statement(n, range(n, n + 1), range(begin, end), range(first, begin - 1))


def _according(passage: TokenPassage) -> Iterator[TaggedStatement]:
    """Statements that end with what looks like a verb of saying and is none: "..., according to studio estimates"."""
    words, states = passage.words, passage.states
    for n in range(4, len(words) - 2):
        if words[n] != "according" or words[n - 1] != "," or words[n + 1] != "to":
            continue
        first, last = passage.firsts[n], passage.lasts[n]
        end = last - (words[last - 1] in _DAYS)
        if "".join({*states[first : last + 1]}) != "o" or words[first].lower() in _SUBORDINATE:
            continue
        misleads = "," not in words[n:last] and not _telling().isdisjoint(words[n + 2 : end])
        if misleads and _is_clause(passage, first, n - 1):
            yield _statement(n, range(n, n + 2), range(n + 2, end), range(first, n - 1))


def _subject(passage: TokenPassage, first: int, verb: int) -> int | None:
    """Where the subject of a verb begins, behind a comma; between two more its apposition may stand."""
    words = passage.words
    commas = [at for at in range(verb - 1, max(first, verb - MOST_SUBJECT), -1) if words[at] == ","]
    wanted = 2 if words[verb - 1] == "," else 0
    if len(commas) <= wanted or commas[wanted] >= verb - 1:
        return None
    subject = [word.lower() for word in words[commas[wanted] + 1 : verb]]
    plain = not any(word in _FINITE or (is_past(word) and word not in _MADE) for word in subject)
    return commas[wanted] + 1 if plain and subject[0] not in _NO_SUBJECT and subject[0].isalpha() else None


def _tells_no_more(words: Sequence[str], at: int, last: int) -> bool:
    """Whether a hearer and a day at most stand behind a verb, up to the end of its sentence."""
    if words[at - 1] in _TOLD:
        begin = at
        while (
            at < last
            and (words[at][0].isupper() or words[at] in _HEARERS)
            and words[at] not in lexicon.words("weekdays")
        ):
            at += 1
        if at == begin:
            return False
    if at < last and words[at].lower() in ("on", "late", "early"):
        at += 1
    if at < last and words[at] in _DAYS:
        at += 1
    return at >= last


def _phrased(passage: TokenPassage) -> Iterator[TaggedStatement]:
    """Statements of "per the board" and "in the words of Roe", before a comma or behind one."""
    words, states = passage.words, passage.states
    for n, word in enumerate(map(str.lower, words)):
        if word not in _PHRASES:
            continue
        phrase = _PHRASES[word]
        if states[n] != "o" or tuple(other.lower() for other in words[n : n + len(phrase)]) != phrase:
            continue
        first, last, begin = passage.firsts[n], passage.lasts[n], n + len(phrase)
        end = _phrase_end(passage, begin)
        if end <= begin or not (n == first or words[n - 1] == ",") or _is_rate(words[begin:end]):
            continue
        behind = range(end + 1, last)
        content = behind if len(behind) > 1 and words[end] == "," else range(first, n - 1)
        if content:
            yield _statement(n, range(n, begin), range(begin, end), content)


def _set(passage: TokenPassage) -> Iterator[TaggedStatement]:
    for phrase in set_phrases.of(passage):
        yield _statement(phrase.verb, phrase.cue, phrase.source, phrase.content)


def _is_rate(words: Sequence[str]) -> bool:
    """Whether "per" is of a rate: "per person", "per head of cattle", not "per police", "per the board"."""
    first = words[0]
    return first.islower() and first not in _NOMINAL and not first.endswith("s") and first != "police"


def _statement(verb: int, cue: range, source: range, content: range) -> TaggedStatement:
    parts = ((cue, "Q"), (source, "S"), (content, "C"))
    first, last = min(places.start for places, _ in parts), max(places.stop for places, _ in parts)
    labels = ["O"] * (last - first)
    for places, label in parts:
        for n in places:
            labels[n - first] = label
    return TaggedStatement(verb, first, "".join(labels), CERTAIN)


def _phrase_end(passage: TokenPassage, begin: int) -> int:
    """Where the noun phrase at a place ends at a comma or the end of its sentence; the place itself if it does not."""
    words, last = passage.words, passage.lasts[begin] if begin < len(passage.words) else 0
    if begin >= last or passage.words[begin].lower() in _NO_SOURCE:
        return begin
    for n in range(begin, min(last, begin + MOST_SOURCE) + 1):
        word, lower = words[n], words[n].lower()
        if passage.states[n] != "o":
            return begin
        if word in _ENDS and (n == last or word != "."):
            return n
        if lower in ("who", "whose") and n > begin:
            return last
        if lower in _NOMINAL or word[0].isupper():
            continue
        if not word[0].isalpha() or lower in _NO_SOURCE or lower in _FINITE or is_past(lower):
            return begin
        if lower in meanings() and lower not in _nouns():
            return begin
    return begin


def _is_last(passage: TokenPassage, comma: int) -> bool:
    """Whether what stands behind a comma goes on about the source: "..., says the board, which owns it." """
    return passage.words[comma + 1].lower() in ("which", "who", "a", "an", "the", "citing")


def _is_clause(passage: TokenPassage, first: int, comma: int) -> bool:
    """Whether a statement ends at a comma, and not an apposition: "The toll is 12," but not "Roe, a judge,"."""
    commas = [n for n in range(first, comma) if passage.words[n] == "," and passage.states[n] == "o"]
    begin = commas[-1] + 1 if commas else first
    said = [word.lower() for word in passage.words[begin:comma]]
    if not said or (commas and said[0] in ("who", "which", "whose", "a", "an", "where", "when")):
        return False
    return any(word in _FINITE or is_past(word) for word in said[1:])
