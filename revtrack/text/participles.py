"""Past participles by form: "tested" of "test", "carried" of "carrying", "taken" of the past "took".

Nothing is guessed: a verb whose participle cannot be told from its form, or that has no object, has none here.
"""

from __future__ import annotations

import re
from functools import cache

from revtrack import lexicon

_AUXILIARIES = frozenset(("been", "had", "has", "have", "is", "was", "were", "be"))
# Forms that do not say what became of an object: "found him guilty of nine charges"; "axes" is a noun.
_NO_OBJECT = frozenset(
    ("axes", "boasted", "combined", "found", "seen", "let", "set", "put", "become", "come", "run", "beset")
)


def is_participle(verb: str) -> bool:
    """Whether a word has the form of a past participle and is not an auxiliary."""
    if verb in _AUXILIARIES:
        return False
    return (verb.endswith("ed") and len(verb) > 3) or verb in _irregular_participles() or verb in _unchanged()


def of_past(past: str) -> str:
    """The participle of a past that has an object: "tested", "took" -> "taken"."""
    if past in lexicon.words("objectless_verbs") or past in _NO_OBJECT or past in _AUXILIARIES:
        return ""
    if past.endswith("ed") and len(past) > 4 and not past.endswith("eed"):
        return past
    return past if past in _unchanged() else _irregular_pasts().get(past, "")


def of_present(verb: str) -> str:
    """The participle of the past for that of the present: "carrying" -> "carried", "building" -> "built"."""
    stem = verb[:-3]
    bases = (stem, f"{stem}e", stem[:-1])
    irregular = next((_irregular_bases()[base] for base in bases if base in _irregular_bases()), "")
    if irregular:
        return "" if irregular in lexicon.words("objectless_verbs") else irregular
    past = f"{stem[:-1]}ied" if re.search(r"[^aeiou]y$", stem) else f"{stem}ed"
    return "" if past in lexicon.words("objectless_verbs") else past


def of_base(base: str) -> str:
    """The participle of a base form: "send" -> "sent", "close" -> "closed"; nothing where a letter might double."""
    irregular = _irregular_bases().get(base)
    if irregular:
        return irregular
    if base in _unchanged():
        return "" if base in _NO_OBJECT else base
    if base.endswith("e"):
        return f"{base}d"
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ied"
    return "" if re.search(r"^[^aeiou]*[aeiou][^aeiouwxy]$", base) else f"{base}ed"


def _unchanged() -> frozenset[str]:
    return lexicon.words("unchanged_pasts")


@cache
def _irregular_bases() -> dict[str, str]:
    """The participle of each irregular verb, which its row gives last."""
    return {base: forms.split()[-1] for base, forms in lexicon.table("irregular_forms")}


@cache
def _irregular_pasts() -> dict[str, str]:
    return {form: forms.split()[-1] for _, forms in lexicon.table("irregular_forms") for form in forms.split()}


@cache
def _irregular_participles() -> frozenset[str]:
    return frozenset(_irregular_bases().values())
