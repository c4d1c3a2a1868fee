"""How long something lasts, as a value: "17 years" is P17Y, "a year and a half" P1.5Y, "2:03.45" PT2M3.45S."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from revtrack import lexicon
from revtrack.claims.dates.date_parts import Tokens, Value, table_values
from revtrack.claims.dates.date_words import DateToken
from revtrack.text import numerals

_UNITS = ("unit", "units", "century", "second", "quarters")
_SHARES = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_VAGUE = ("few", "to", "or", "plus", "the", "last", "past", "next", "following", "latest", "recent")


def length(tokens: Tokens) -> Value:
    """P and how much of which unit, where that is one number; "half an hour" is thirty minutes."""
    if any(token.kind in _VAGUE for token in tokens):
        return None
    unit = next((token for token in tokens if token.kind in _UNITS), None)
    amount = _amount(tokens)
    if unit is None or amount is None:
        return None
    factor, sign = _unit_signs()[unit.text.lower()]
    amount *= factor
    if sign == "TH" and amount % 1:
        amount, sign = amount * 60, "TM"
    return f"P{'T' if sign[0] == 'T' else ''}{plain(amount)}{sign[-1]}"


def race(tokens: Tokens) -> Value:
    """The time that a race took: 2:03.45 are minutes and seconds, 3:07:35 hours, and "in 4:03" may be either."""
    *parts, seconds = tokens[0].text.split(":")
    if tokens[0].kind == "bare_clock":
        return None
    signs = ("H", "M")[-len(parts) :]
    written = "".join(f"{int(part)}{sign}" for part, sign in zip(parts, signs, strict=True))
    return f"PT{written}{plain(Decimal(seconds))}S"


def lengthy(tokens: Tokens) -> Value:
    """ "Day-long" is a day, "decades-long" no number of them."""
    if tokens[0].kind == "lengthy":
        return table_values("lengthy")[tokens[0].text.lower()]
    if len(tokens) > 3:
        return length(tokens[:-2])
    return length([DateToken(0, 0, "a", "a"), tokens[0]]) if tokens[0].kind == "unit" else None


def _amount(tokens: Tokens) -> Decimal | None:
    """How many units: "a" is one, "half an" and "a quarter" are shares, "a year and a half" is one and a half."""
    kinds = [token.kind for token in tokens]
    if kinds[-1] == "half":
        return (Decimal(1) if kinds[0] == "a" else numbers(tokens[:1])[0]) + _SHARES["half"]
    share = next((_SHARES[kind] for kind in kinds[:2] if kind in _SHARES), None)
    counts = [] if share else numbers(tokens)
    return share or next(iter(counts), Decimal(1) if kinds[0] == "a" else None)


def numbers(tokens: Tokens) -> list[Decimal]:
    """The numbers of a length: its words put together again, since a numeral may be many of them."""
    words = "".join(token.text if token.kind == "dash" else f" {token.text} " for token in tokens)
    text = " ".join(words.replace(" -", "-").replace("- ", "-").split())
    return [numeral.value for numeral in numerals.find(text, 0, len(text))]


def plain(amount: Decimal) -> str:
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@cache
def _unit_signs() -> dict[str, tuple[Decimal, str]]:
    """Of every unit how many of which sign it is: a fortnight is 2 W, a minute 1 TM."""
    signs: dict[str, tuple[Decimal, str]] = {}
    for word, kind, *value in lexicon.table("date_words"):
        if kind in _UNITS:
            digits = value[0].rstrip("DHMSTWY")
            signs[word] = Decimal(digits or 1), value[0][len(digits) :]
    return signs
