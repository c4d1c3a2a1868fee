"""Articles made from choices: news sentences in pieces, joined well and badly, and their later versions."""

from __future__ import annotations

from collections.abc import Callable

from fuzz import pieces
from fuzz.draws import Draws

WHO, VERBS, AMOUNTS, THINGS = map(pieces.of, ("who", "verbs", "amounts", "things"))
WHEN, PLACES, SIGNS = map(pieces.of, ("when", "places", "signs"))
PARTS = (WHO, VERBS, AMOUNTS, THINGS, WHEN, PLACES)
SHAPES: tuple[Callable[[Draws], str], ...] = (
    lambda d: (
        f"{d.one_of(WHO)} said {d.one_of(AMOUNTS)} {d.one_of(THINGS)} were lost {d.one_of(WHEN)} {d.one_of(PLACES)}."
    ),
    lambda d: f"“We {d.one_of(VERBS)} {d.one_of(AMOUNTS)} {d.one_of(THINGS)},” said {d.one_of(WHO)}.",
    lambda d: f"{d.one_of(WHO)} {d.one_of(VERBS)} {d.one_of(AMOUNTS)} {d.one_of(THINGS)} {d.one_of(WHEN)}.",
    lambda d: f'According to {d.one_of(WHO)}, "the {d.one_of(THINGS)} {d.one_of(VERBS)}" {d.one_of(WHEN)}.',
    lambda d: f"{d.one_of(AMOUNTS)} {d.one_of(THINGS)} {d.one_of(VERBS)} {d.one_of(WHO)}",
    lambda d: " ".join(d.one_of(d.one_of(PARTS)) for _ in range(1 + d.number(6))) + d.one_of((".", "", "?", " said.")),
    lambda d: "".join(d.one_of(SIGNS) for _ in range(1 + d.number(5))),
    lambda d: d.text(),
)
PLAIN = SHAPES[:4]


def sentences(draws: Draws, shapes: tuple[Callable[[Draws], str], ...] = SHAPES, most: int = 4) -> list[str]:
    """Sentences, and the spaces between them in their turn."""
    made: list[str] = []
    for _ in range(1 + draws.number(most)):
        if made and draws.is_spent:
            break  # all further ones would be the same
        made.append(draws.one_of(shapes)(draws))
        made.append(draws.one_of((" ", "\n\n", " ", "\n", "")) if shapes is SHAPES else draws.one_of((" ", "\n\n")))
    return made


def article(draws: Draws) -> str:
    return "".join(sentences(draws))


def plain_article(draws: Draws) -> str:
    """An article without odd signs, of which a change of form must stay one."""
    return "".join(sentences(draws, PLAIN)).strip()


def edited(draws: Draws) -> tuple[str, str]:
    """A plain article, and the same after an edit or two: words exchanged, sentences that came, went or moved."""
    old = sentences(draws, PLAIN)
    new = list(old)
    for _ in range(1 + draws.number(2)):
        at = 2 * draws.number(max(1, len(new) // 2))
        match draws.number(6):
            case 0 | 1 | 2 if new:
                new[at] = _with_another_word(new[at], draws)
            case 3:
                new[at:at] = sentences(draws, PLAIN, most=1)
            case 4 if len(new) > 2:
                del new[at : at + 2]
            case _:
                new = new[at:] + new[:at]
    return "".join(old), "".join(new)


def _with_another_word(sentence: str, draws: Draws) -> str:
    """A sentence in which a piece is another one of its kind."""
    for part in PARTS[draws.number(len(PARTS)) :]:
        for piece in part:
            if piece and piece in sentence:
                return sentence.replace(piece, draws.one_of(part), 1)
    return sentence


def versions(draws: Draws) -> tuple[str, str]:
    """An article and its next version: some pieces exchanged, cut, doubled or moved."""
    old = sentences(draws)
    new = list(old)
    for _ in range(1 + draws.number(4)):
        at = draws.number(len(new)) if new else 0
        match draws.number(7):
            case 0 if new:
                new[at] = draws.one_of(SHAPES)(draws)
            case 1 if new:
                words = new[at].split(" ")
                words[draws.number(len(words))] = draws.one_of(draws.one_of(PARTS))
                new[at] = " ".join(words)
            case 2:
                del new[at : at + 2]
            case 3:
                new[at:at] = [draws.one_of(SHAPES)(draws), " "]
            case 4:
                new[at:at] = new[at : at + 2]
            case 5:
                new = new[at:] + new[:at]
            case _ if new:
                cut = draws.number(len(new[at]) + 1)
                new[at] = new[at][:cut] + draws.one_of(SIGNS) + new[at][cut + draws.number(3) :]
    return "".join(old), "".join(new)
