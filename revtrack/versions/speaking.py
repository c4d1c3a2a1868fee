"""Who says something, and how, as it is read in a line for a person: "the police said", "according to the police"."""

from __future__ import annotations

from revtrack import lexicon
from revtrack.model import Attribution
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.versions.phrases import clip

ARTICLES = ("The ", "A ", "An ")
_POSSESSIVES = (
    "His ",
    "Her ",
    "Its ",
    "Their ",
    "Our ",
    "My ",
    "Your ",
    "Two ",
    "Three ",
    "Four ",
    "Some ",
    "Several ",
)
# Words between commas that only say more of who is named before them, not a second source: ", which runs the port".
_ASIDE = expression(r", (?:who|whose|which|a|an|the|its|his|her|their|\d)\b")


def who(claim: Attribution) -> str:
    """A source as it is known in the article, with all that it says of them."""
    if claim.source is None:
        return "no source"
    text = fold(claim.source.text)
    if claim.source.name and claim.source.name not in text:
        return claim.source.name
    return clip(text)


def briefly(claim: Attribution) -> str:
    """A source without what is only said of it behind its name or noun: "Unite, which represents half of them"."""
    text = who(claim)
    aside = _ASIDE.search(text)
    if aside and aside.start() and (" and " not in text[aside.start() :] or text[aside.start() :].startswith(", wh")):
        text = text[: aside.start()]
    return text


def speaking(claim: Attribution) -> str:
    """Source and cue as they are read: "the police said", "according to the police"."""
    if claim.source is None:
        return clip(claim.cue.text)
    if claim.cue.lemma == "according to":
        return f"according to {named(briefly(claim))}"
    return f"{closed(named(briefly(claim)))} {clip(claim.cue.text)}"


def named(name: str) -> str:
    """A source inside a sentence: "the minister", "their solicitor", "officials"."""
    if name.startswith((*ARTICLES, *_POSSESSIVES)) or _is_common(name.split(" ", 1)[0]):
        return name[0].lower() + name[1:]
    return name


def _is_common(word: str) -> bool:
    """Whether a first word has its capital from its sentence alone: "They", "Police", "Analysts"; not "Masters"."""
    lower = word.lower()
    if not word.istitle() or lower == "i" or word in lexicon.listed("surnames"):
        return False
    if lower == "police" or lower in lexicon.words("unnamed") or lower in lexicon.mapping("pronouns"):
        return True
    return lower.endswith("s") and lexicon.listed("noun_kinds").get(lower[:-1]) == "person"


def closed(name: str) -> str:
    """A source before its verb, with the comma that ends an apposition: "the minister, Ada Lind, said"."""
    return f"{name}," if ", " in name and " and " not in name and not name.endswith(("...", ",")) else name
