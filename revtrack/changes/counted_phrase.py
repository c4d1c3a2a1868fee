"""What a figure counts, as a short phrase: the noun and what the clause says was done to it.

"At least 12 people on the bus were killed": people killed. "The company plans to cut 450 jobs": jobs to be cut.
"Storm leaves 40,000 homes without power": homes without power. "Of the 96 patients, 11 died": patients who died.
Nothing is guessed: where the clause is put in a way that these rules do not cover, there is no phrase.
"""

from __future__ import annotations

import re

from revtrack import lexicon
from revtrack.model import Claims, Figure
from revtrack.text import participles
from revtrack.text.expressions import expression
from revtrack.text.fold import plain
from revtrack.versions import nouns
from revtrack.versions.phrases import without_bound
from revtrack.versions.way import sentence_at

# How far from a number its verb is looked for, in code points.
REACH = 110

# The words before a number are read back to one of these; words that bound the number are not its verb.
_CLAUSE_START = expression(r"[;:.!?\"\u201c\u201d](?!\d)|,(?!\d)|\s[-\u2013\u2014]\s")
_ASIDE = expression(r"^,\s(?:including|among them|most of them|many of them)\s[^,.;]*,")
_WHICH = r"(?:\s(?:who|that|which))?"
_GROUP = (
    r"(?:\s(?:in|on|aboard|at|from|with|near|across|inside)"
    r"(?:\s(?!(?:who|that|which|where|when|were|was|are|is|have|has|had|and|but)\b)[\w'\u2019-]+){1,4}?)?"
)
_BE = (
    r"\s(?P<be>were|was|are|is|(?:have|has|had)(?: now| already| since| also)? been|being|remain|remained"
    r"|will be|would be|are to be|to be)"
)
_ADVERB = r"(?:\s(?:\w+ly|still|also|now|then|since|later|already))?"
_PASSIVE = expression(
    rf"{_WHICH}{_GROUP}{_BE}{_ADVERB}\s(?P<verb>[a-z]+)(?P<more>\s[a-z]+)?"
    r"(?P<goal>(?:\s(?!(?:on|in|at|by|after|before|and|as|when|while|since|over|from|to|with|for|said|says)\b)[\w'\u2019]+)"
    r"{1,3})?"
)
_FATE = expression(r"\s(?P<fate>[a-z]+)\b")
_TOLL = expression(r"\b(?P<toll>(?:death )?toll)\b[^\d,;.:]*$", re.IGNORECASE)
_BEFELL = expression(r"\s(?:were|was|are|have been|had been)\s(?P<fate>[a-z]+)")
_DYING = ("died", "perished", "drowned")
_DIED = expression(rf"{_WHICH}{_GROUP}(?:\s(?:have|has|had))?{_ADVERB}\s(?P<verb>{'|'.join(_DYING)})\b")
_WITHOUT = expression(
    r"(?:\s(?:were|are|was|is|remain|remained))?(?:\s(?:still|left))?\s(?P<group>without\s(?:\w+\s){0,1}?[a-z]+)\b"
)
_VERB_BEFORE = expression(
    r"(?P<lead>(?:\b[\w'\u2019]+\s+){0,3})\b(?P<verb>[a-z]+)(?P<particle>\s(?:off|out|up|down))?$", re.IGNORECASE
)
_OF_THE = expression(
    r"\bof (?:the |its |their |his |her |those )?(?:\d[\d,.]*|[a-z]+) (?P<noun>[a-z]+)$", re.IGNORECASE
)
_OPENING = expression(r"^(?:of (?:the |these |those )?|the |other |a )+", re.IGNORECASE)

_AHEAD = frozenset(("will be", "would be", "are to be", "to be"))
# Participles that only lead to what is said of the people counted: "believed dead".
_LEADS = frozenset(
    (
        *("asked", "believed", "expected", "feared", "forced", "known", "listed", "reported", "said", "seen"),
        *("thought", "told", "understood", "due", "able", "likely", "left"),
    )
)
# Participles that say nothing without their goal: people taken (to hospital), moved (to a shelter).
_BARE = frozenset(("brought", "given", "made", "moved", "offered", "placed", "put", "taken"))
_PARTICLES = frozenset(("off", "out", "up", "down", "back", "home", "away"))
# What a participle leans on: "pulled from the rubble", "registered to vote".
_GOAL_LEADS = frozenset(("from", "to", "into"))
# Words that say that the act of the clause did not happen, or might not.
_UNREAL = expression(
    r"\b(?:not|never|no|could|may|might|would|should|must|failed|refused|declined|unable|if)\b|n['\u2019]t\b"
)
_END = expression(r"\s?[,.;:!?]|\s(?:in|at|on|near|as|and|after|across|more|others)\b")
_HEADINGS = frozenset(("toll",))
# What befell people as a noun of its own: "88 deaths" are no people deaths.
_FATE_NOUNS = frozenset(("deaths", "fatalities", "injuries"))
_PEOPLE = frozenset(("dead", "hurt", "missing"))
_KILLS = {"kills": "killed", "kill": "killed", "killing": "killed", "injures": "injured", "injuring": "injured"}
_KILLS |= {"injure": "injured", "wounds": "wounded", "wounding": "wounded", "claims": "", "displaces": "displaced"}
_KILLS |= {"displacing": "displaced", "destroying": "destroyed", "damaging": "damaged", "destroys": "destroyed"}


def of(claims: Claims, figure: Figure) -> str:
    """What a figure counts in the words of its clause, or nothing where that cannot be told."""
    if figure.unit or figure.ordinal or figure.per or _is_share(figure):
        return ""
    sentence = claims.sentences[sentence_at(claims, figure.start)]
    text = claims.text
    before = plain(text[max(sentence.start, figure.start - REACH) : figure.start])
    behind = text[figure.end : max(figure.end, min(sentence.end, figure.end + REACH))]
    phrase = _phrase(claims, figure)
    if not figure.noun or (figure.noun in lexicon.mapping("fates") and figure.noun not in _FATE_NOUNS):
        return _uncounted(before, plain(behind))
    if not phrase:
        return _heading(before, figure.noun)
    rest = _ASIDE.sub("", plain(behind[behind.find(figure.noun) + len(figure.noun) :]))
    return _behind(phrase, rest, _is_person(figure.noun)) or _object(phrase, before)


def _is_share(figure: Figure) -> bool:
    return figure.value is not None and figure.value != int(figure.value) and figure.value < 1


def _phrase(claims: Claims, figure: Figure) -> str:
    """The noun with its adjectives, "new infections"; nothing where the noun is not behind the number."""
    behind = claims.text[figure.end : figure.end + nouns.NOUN_REACH]
    if not figure.noun or figure.noun not in behind or not behind[:1].isspace():
        return ""
    phrase = _OPENING.sub("", nouns.phrase(claims, figure))
    if any(map(str.isdigit, phrase)):
        return ""
    return f"further {phrase.removeprefix('more ')}" if phrase.startswith("more ") else phrase


def _heading(before: str, noun: str) -> str:
    """A noun in front of its number: "the death toll stands at 21"."""
    words = before.lower().split()
    if noun.lower() in _HEADINGS and noun.lower() in words:
        at = words.index(noun.lower())
        return "death toll" if words[at - 1 : at] == ["death"] else noun.lower()
    return noun if before.rstrip().endswith((noun, f"{noun}:")) else ""


def _behind(phrase: str, rest: str, people: bool) -> str:
    """The phrase with what the words behind its noun say of it."""
    fates = lexicon.mapping("fates")
    if "without" in rest and (found := _WITHOUT.match(rest)) is not None:
        return f"{phrase} {found['group']}"
    if (found := _FATE.match(rest)) is not None and found["fate"] in fates and fates[found["fate"]] != "saved":
        return phrase if found["fate"] in phrase else _with_fate(phrase, found["fate"], people)
    if people and any(map(rest.__contains__, _DYING)) and (found := _DIED.match(rest)) is not None:
        return f"{phrase} who {found['verb']}"
    found = _PASSIVE.match(rest)
    return _passive(phrase, found) if found else ""


def _with_fate(phrase: str, fate: str, people: bool) -> str:
    if fate in (*_DYING, "survived"):
        return f"{phrase} who {fate}" if people else ""
    return f"{phrase} {fate}"


def _passive(phrase: str, found: re.Match[str]) -> str:
    verb, more, goal = found["verb"], (found["more"] or "").strip(), (found["goal"] or "").strip()
    fates = lexicon.mapping("fates")
    if more in fates and verb in _LEADS:
        return f"{phrase} {verb} {more}"
    if verb in _LEADS or not (verb in fates or participles.is_participle(verb)):
        return ""
    told = f"to be {verb}" if found["be"] in _AHEAD else verb
    if more in _PARTICLES:
        return f"{phrase} {told} {more}"
    if goal and more in _GOAL_LEADS:
        return f"{phrase} {told} {more} {goal}"
    return "" if verb in _BARE else f"{phrase} {told}"


def _object(phrase: str, before: str) -> str:
    """The phrase as the object of the verb before its number: "tested 48 samples", "to cut 450 jobs"."""
    found = _VERB_BEFORE.search(_CLAUSE_START.split(" ".join(without_bound(before.split())))[-1].rstrip())
    if not found or _UNREAL.search(found["lead"].lower()) or phrase.split()[-1] in ("times", "time"):
        return ""
    verb, lead = found["verb"].lower(), found["lead"].lower().split()
    particle = found["particle"] or ""
    if verb in _KILLS:
        return f"{phrase} {_KILLS[verb]}" if _KILLS[verb] else ""
    if lead[-1:] in (["to"], ["will"]):
        told = participles.of_base(verb)
        return f"{phrase} to be {told}{particle}" if told else ""
    if not verb.endswith("ing") and lead[-1:] and lead[-1] in ("were", "was", "are", "is", "been", "be"):
        return ""
    past = participles.of_present(verb) if verb.endswith("ing") else participles.of_past(verb)
    return f"{phrase} {past}{particle}" if past else ""


def _uncounted(before: str, behind: str) -> str:
    """Of a number without a noun, what became of those counted: "12 dead", "quake kills 12", "injuring 30"."""
    fates = lexicon.mapping("fates")
    if (toll := _TOLL.search(before)) is not None:
        return toll["toll"].lower()
    passive, found = _BEFELL.match(behind), _FATE.match(behind)
    fate = passive["fate"] if passive else found["fate"] if found else ""
    fate = fate if fate in fates else ""
    group = _OF_THE.search(before.rstrip(" ,")) if before.rstrip().endswith(",") else None
    if not fate:
        verb = without_bound(before.split())[-1:]
        told = _KILLS.get(verb[0].lower(), "") if verb else ""
        if not told and verb and verb[0].lower() in ("killed", "injured", "wounded"):
            told = verb[0].lower()
        return f"people {told}" if told in ("killed", "injured", "wounded", "displaced") and _ends(behind) else ""
    if fate in _FATE_NOUNS:
        return fate
    if group:
        return _with_fate(group["noun"], fate, _is_person(group["noun"]))
    return _with_fate("people", fate, people=True) if fates[fate] in _PEOPLE else ""


def _ends(behind: str) -> bool:
    """Whether nothing counted can follow: "kills 12 in Orrin", "injured 30."."""
    return not behind.strip() or _END.match(behind) is not None


def _is_person(noun: str) -> bool:
    stem = nouns.stem(noun)
    return (
        stem == "person"
        or noun.lower() in ("men", "women", "children", "police")
        or lexicon.listed("noun_kinds").get(stem) == "person"
    )
