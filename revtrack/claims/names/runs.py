"""Runs of capitalised words, cut where one name ends and another begins.

"Ohio Governor John Kasich of the House" is "Ohio", "Governor John Kasich" and "House"; "Bank of England" and
"Department of Health and Human Services" are one name each. A possessive ends a name ("Jane Roe's Port Ansel"), and so
do days and months; "Boston-based" names Boston alone.

The rules are one module because each of them asks the same question of two neighbours: does the run go on?
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from revtrack import lexicon
from revtrack.claims.names import kinds, titles
from revtrack.claims.names.name_pieces import NamePiece, NameWord
from revtrack.text.expressions import expression

# Any letter but the small ones of English and its neighbours; `_is_break` sorts out what is left of these.
_UPPER = r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff]"
_GAP = r"(?:[ \n]|\r\n)"
_SHORTENED = (
    r"(?:Messrs|Mrs?|Ms|Mx|Dr|St|Govs?|Sens?|Reps?|Gen|Col|Lt|Sgt|Cpl|Capt|Cmdr|Adm|Revs?|Prof|Maj|Hon|Supt|Insp|Det"
    rf"|{_UPPER})\.(?={_GAP}{_UPPER})"
)
# A word of a name, with what other words are cut at: "U.S.", "al-Roe", "O'Neil", "Yahoo!".
_WORD = (
    rf"(?:[A-Z]\.(?:[A-Z]\.)+(?:[A-Z]\b(?!\.))?|[A-Z]+&[A-Z]+\b"
    rf"|(?:[aA]l-|[eE]l-|[dDO]')?{_UPPER}\w*(?:[-']\w+)*(?:!(?:'s)?(?= [a-z]))?)"
)
# Words with a capital that begin a sentence and no name, also behind "U.S."
_APART = expression(r"\S+")
_OPENERS = ("The", "A", "An", "In", "He", "She", "It", "We", "They", "But", "And")
_LEADS = frozenset((*_OPENERS, "&"))
_JOINT = rf"(?:(?:of|for|on){_GAP}(?:the{_GAP})?|(?:and|&){_GAP})"
_OWNERS = frozenset(("King", "Queen", "Children", "Men", "People", "Women"))
# Joints that hold a name together behind these words: "Committee on Standards", "Ministry of Health and Care".
_TAKES_ON = frozenset(
    ("Board", "Center", "Centre", "Commission", "Committee", "Conference", "Council", "Institute", "Panel")
)
_TAKES_AND = frozenset(
    ("Board", "Bureau", "Committee", "Department", "Faculty", "Institute", "Ministry", "Office", "School")
)
# What "and" may join a field to: "Oceanic and Atmospheric Administration".
_INSTITUTIONS = frozenset(
    (
        *("Administration", "Agency", "Association", "Authority", "Board", "Bureau", "Center", "Centre", "College"),
        *("Commission", "Committee", "Council", "Department", "Foundation", "Institute", "Laboratory", "Ministry"),
        *("Museum", "Office", "Service", "Services", "Society", "Union", "University"),
    )
)
_OF_FIELDS = ("al", "ic", "ive", "ary", "ar", "ists", "ians")
_MEMBERS = ("Member", "Members")
# What is told apart by its town rather than named with it.
_LOCAL = frozenset(("Club", "Coast", "Company", "Shore", "Station", "Store", "Street", "System"))
_REGIONAL = frozenset(("North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central"))
# What is called after somebody whom nobody has in mind: "Harrop's Mill".
_LANDMARKS = frozenset(
    (
        *(
            "Bay",
            "Beach",
            "Corner",
            "Corners",
            "Cove",
            "Creek",
            "Cross",
            "Crossing",
            "Cut",
            "Ferry",
            "Gap",
            "Hill",
            "Hollow",
        ),
        *("Inn", "Knob", "Landing", "Lane", "Mill", "Mills", "Neck", "Peak", "Point", "Pond", "Road", "Run", "Wharf"),
    )
)
# How many runs are remembered: those of about fifteen articles of 900 words.
REMEMBERED = 2048
_PARTNERS = frozenset(("Associates", "Brothers", "Co", "Co.", "Company", "Daughters", "Partners", "Sons"))


def find(words: str) -> Iterator[NamePiece]:
    """The pieces of the words of a block in order."""
    # Each run is found by the sign before it, in half the time; the first has a blank, and all begin where that is.
    for match in _pattern().finditer(f" {words}"):
        at = match.start()
        for piece in _cut(match[0][1:], words.endswith(("the ", "The "), 0, at)):
            yield piece.moved(at)


@lru_cache(REMEMBERED)
def _cut(run: str, the: bool) -> tuple[NamePiece, ...]:
    """The pieces of a run, counted from its beginning; "the" may come before it."""
    if run.isalnum():
        lone = run not in _OPENERS and not _is_break(run, "", ())
        return (NamePiece((NameWord(0, len(run), run),), 0, the),) if lone else ()
    found: list[NamePiece] = []
    for part in _parted(_words(run)):
        leads = the and bool(part) and part[0].start == 0
        for piece in _unjoined(part, leads):
            found += _titled(piece, leads and bool(piece) and piece[0].start == 0)
    return tuple(found)


@cache
def _pattern() -> re.Pattern[str]:
    """A sign, up to ten words with a capital, and up to five times as many behind a joint.

    How such a word looks is written once, since it takes long to compile: what may stand before it is a choice, of
    which the beginning of a run fits nowhere inside one.
    """
    before = rf"[^\w'.](?={_UPPER}|[ae]l-|d')(?<!\d-)"
    begins = r"(?<![\w'.])(?<!\d-)"
    particle = "|".join(sorted(lexicon.words("particles")))
    further = rf"(?<![ \n]){_GAP}(?:(?:{particle}){_GAP}){{0,2}}"
    capital = rf"(?:{_SHORTENED}|{_WORD}(?:'(?={_GAP}{_UPPER}))?)"
    return expression(rf"{before}(?:(?:{begins}|{_GAP}{_JOINT})(?:(?:{begins}|{further}){capital}){{1,10}}){{1,6}}")


def _words(run: str) -> list[NameWord]:
    words = []
    for match in _APART.finditer(run):
        text, start = match[0], match.start()
        bare = _without_tail(text.removesuffix("'s"))
        words.append(NameWord(start, start + len(bare), bare, bare != text))
    return words


def _without_tail(text: str) -> str:
    head, dash, tail = text.rpartition("-")
    cut = dash and (tail in lexicon.words("hyphen_tails") or (tail.islower() and tail.endswith(("ed", "ing"))))
    return head if cut else text


def _parted(words: Sequence[NameWord]) -> Iterator[list[NameWord]]:
    """Stretches between possessives, days, months and words that are never part of a name."""
    part: list[NameWord] = []
    for n, word in enumerate(words):
        follows = words[n + 1].text if n + 1 < len(words) else ""
        if _is_break(word.text, follows, part) and not _is_day_name(part, word.text):
            yield part
            part = []
            continue
        last = word.text.endswith("'") and follows not in lexicon.words("organisation_words")
        part.append(NameWord(word.start, word.end - 1, word.text[:-1]) if last else word)
        if word.owns and _is_of_name(part, follows):
            part[-1] = NameWord(word.start, word.end + len("'s"), f"{word.text}'s")
        elif word.owns or last:
            yield part
            part = []
    yield part


def _is_day_name(part: Sequence[NameWord], day: str) -> bool:
    words = [word.text for word in part[-2:]]
    return any(f"{' '.join(words[n:])} {day}" in lexicon.words("day_names") for n in range(len(words)))


def _is_of_name(part: Sequence[NameWord], follows: str) -> bool:
    """Whether the last word has its 's as part of a name: "Lloyd's", "Harrop's Mill", "King's College"."""
    word, known = part[-1].text, kinds.known_names()
    if f"{word}'s" in known or f"{word}'s {follows}" in known:
        return True
    if len(part) == 1 and follows in _LANDMARKS and word not in lexicon.listed("towns"):
        return True
    return _is_owner(part) and kinds.is_group_word(follows)


def _is_owner(part: Sequence[NameWord]) -> bool:
    """Whether a possessive is part of a name where a group follows: "King's College", "St Mary's Hospital"."""
    return part[-1].text in _OWNERS or (len(part) > 1 and part[-2].text in ("St", "St."))


@cache
def _breaking() -> frozenset[str]:
    """The words that may be no part of a name whatever stands before them."""
    return frozenset((*_OPENERS, "I", *lexicon.mapping("weekdays"), *lexicon.mapping("months")))


def _is_break(text: str, follows: str, part: Sequence[NameWord]) -> bool:
    if text not in _breaking() and not (part and part[-1].text.endswith(".")):
        return False
    letter = text == "A" and not follows and bool(part) and not part[-1].text.endswith(".")  # "in Group A"
    if part and (
        (text in _OPENERS and not letter) or (part[-1].text.endswith(".") and text in lexicon.words("not_names"))
    ):
        return True
    if text in lexicon.mapping("weekdays") and _is_somebody(part):
        return False
    if text in lexicon.mapping("weekdays") or text == "I":
        return f"{text} {follows}" not in lexicon.words("day_names")
    if text not in lexicon.mapping("months"):
        return False
    given = text in lexicon.words("month_names") or (text == "May" and bool(part))
    return not (given and (follows or part))


def _is_somebody(part: Sequence[NameWord]) -> bool:
    """Whether a weekday behind these words is a surname: behind "Attorney General Mark", not behind "Pope Francis"."""
    if not part or part[-1].text not in lexicon.mapping("given_names"):
        return False
    lead = part[-2].text if len(part) > 1 else ""
    return not lead or (titles.is_title(lead) and lead not in titles.STYLES and lead != "Pope")


def _unjoined(words: Sequence[NameWord], the: bool) -> Iterator[list[NameWord]]:
    """The names that "of", "and" and the like separate or join."""
    part: list[NameWord] = []
    for n, word in enumerate(words):
        if word.text in ("of", "for", "on", "and", "&") and not _joins(word.text, part, words[n + 1 :], the):
            yield _trimmed(part)
            part = []
        else:
            part.append(word)
    yield _trimmed(part)


def _joins(joint: str, left: Sequence[NameWord], right: Sequence[NameWord], the: bool) -> bool:
    texts = [word.text for word in left if word.text not in _OPENERS]
    if not texts or not right:
        return False
    if joint == "&":
        return True
    if joint == "and":
        return _joins_two(texts, [word.text for word in right])
    if joint == "for":
        # "Foundation for Peace", "Doctors for Peace"; in "left Heron Bank for Marlowe Bank" there are two.
        takes = texts[-1] in lexicon.words("organisation_words") or texts[-1].endswith("s")
        other = kinds.is_group_word(right[-1].text) or kinds.is_acronym(right[-1].text)
        return takes and not other and not (right[0].text == "the" and len(right) > 2)
    if joint == "on":
        return texts[-1] in _TAKES_ON or f"{texts[-1]} on {right[0].text}" in lexicon.words("day_names")
    if all(text in lexicon.mapping("titles") for text in texts):
        # "Secretary of State" and "Duke of Ansel" are one; in "Provost of Ansel College" the college has the name.
        return texts[-1] in titles.STYLES or titles.opens_department([word.text for word in right])
    if kinds.is_team(texts):  # "the Denver Kestrels of the Western League"
        return False
    if texts[-1] in _MEMBERS:
        return False
    right_is_place = " ".join(word.text for word in right) in lexicon.listed("towns")
    if len(texts) > 1 and texts[-1] in _LOCAL and right_is_place:  # "Victoria Skating Club of Almery"
        return False
    two = not the and joint == "of" and len(texts) == 2 and not any(map(_takes_of, texts))
    return not (two or titles.is_person_like(texts))


def _takes_of(word: str) -> bool:
    """Whether a word makes a group, a place or a work that may be "of" something: "World Series of Poker"."""
    return kinds.is_group_word(word) or word in lexicon.words("work_words")


def _joins_two(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether "and" stands inside a name: "Central and Eastern Europe", "Roe and Sons"."""
    if left[-1] in _REGIONAL and right[0] in _REGIONAL and len(right) > 1:
        return True
    if right[0] in _PARTNERS or (len(left) == 1 and right[-1] in ("Railroad", "Railway") and len(right) > 1):
        return True
    if _is_institution(left, right) or " ".join((*left, "and", *right)) in kinds.known_names():
        return True
    own = len(right) > 1 and right[1] == "of"
    if own or "of" not in left:
        return False
    head = left[left.index("of") - 1]
    return head in _TAKES_AND or (head in _INSTITUTIONS and all(_is_field(word) for word in (left[-1], right[-1])))


def _is_institution(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether "and" joins what an institution is for: "Food and Drug Administration", "Jane and Lee Roe Foundation"."""
    if len(right) < 2 or right[-1] not in _INSTITUTIONS:
        return False
    if len(left) == 1 and all(map(kinds.is_first_name, (left[0], right[0]))):
        return right[-1] == "Foundation"
    return all(_is_field(word) for word in (left[-1], right[0]))


def _is_field(word: str) -> bool:
    """Whether a word may say what an institution is for: "Securities", "Atmospheric"; not a place or a title."""
    if word in lexicon.words("institution_fields"):
        return True
    if word in lexicon.words("places") or word in kinds.known_names():
        return False
    if kinds.is_group_word(word) or titles.is_title(word):
        return False
    return kinds.noun_kind(word) is not None or word.endswith(_OF_FIELDS)


def _titled(words: Sequence[NameWord], behind_the: bool) -> Iterator[NamePiece]:
    """A person's title with the person, and what is before the title by itself: "Ohio" "Governor John Kasich"."""
    if len(words) < 2:
        if words and not titles.is_title(words[0].text):
            yield NamePiece(tuple(words), 0, behind_the)
        return
    lead = titles.people_before([word.text for word in words])
    if lead:
        yield NamePiece(tuple(words[:lead]), 0, behind_the)
        words, behind_the = words[lead:], False
    first, last = titles.of([word.text for word in words])
    if first:
        yield NamePiece(tuple(words[:first]), 0, behind_the)
    if last < len(words):
        yield NamePiece(tuple(words[first:]), last - first, behind_the and not first)


def _is_no_part(text: str) -> bool:
    """Whether a word behind a name is not part of it: "Ann Roe MP", "Train No. 23"."""
    return text in ("No", "Nos") or lexicon.mapping("postnominals").get(text) == "honour"


def _trimmed(words: Sequence[NameWord]) -> list[NameWord]:
    """Without small words at either end."""
    part = list(words)
    while part and (part[-1].text.islower() or (len(part) > 1 and _is_no_part(part[-1].text))):
        part.pop()
    while part and (part[0].text in _LEADS or (part[0].text.islower() and "-" not in part[0].text)):
        part.pop(0)
    return part
