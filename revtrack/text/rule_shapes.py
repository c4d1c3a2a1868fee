"""What a rule of a grammar (`letters`) begins with and cannot do without, told without compiling it.

A grammar of many rules takes longer to compile than a page to read with it, and most pages need few of the rules:
"years" is in every article, "the second of three quarters" in hardly any. So a rule is compiled when a text first has
what it is made of. Sets of letters are numbers with a bit for each, which a thousand joins at start-up ask for.
"""

from __future__ import annotations

from collections.abc import Mapping

from revtrack.text.expressions import expression

# What is known of a rule: the letters it can begin with, and those it can have second; sets that it has a letter of
# each of; whether it can be one letter, and none; how many letters it has at most.
RuleShape = tuple[int, int, tuple[int, ...], bool, bool, int]

_EMPTY: RuleShape = (0, 0, (), False, True, 0)
_BRANCHES = expression(r"([()|])")
_SIGNS = expression(r"[a-z_]+|\((?:\?<?[=!])?|[)|?$]|\{\d+,\d+\}")


def of_letter(bit: int) -> RuleShape:
    """The shape of a single kind of word."""
    return bit, 0, (bit,), True, False, 1


def of_rule(body: str, known: Mapping[str, RuleShape]) -> RuleShape:
    """The shape of a rule over kinds and rules that are known."""
    return _choice(_SIGNS.findall(body)[::-1], known)


def alternatives(body: str) -> list[str]:
    """The alternatives of a rule, each a rule by itself."""
    found, depth = [""], 0
    for part in _BRANCHES.split(body):
        depth += (part == "(") - (part == ")")
        if part == "|" and not depth:
            found.append("")
        else:
            found[-1] += part
    return found


def _choice(signs: list[str], known: Mapping[str, RuleShape]) -> RuleShape:
    """The shape of what stands up to the bracket that closes it; `signs` run backwards, and are taken."""
    found: RuleShape | None = None
    way = _EMPTY
    while signs and (sign := signs.pop()) != ")":
        if sign in known:
            part = known[sign]
        elif sign[0] == "(":
            part = _choice(signs, known)
            if sign != "(":  # what only looks ahead or behind takes no word
                continue
        else:
            if sign == "|":
                found, way = _either(found, way), _EMPTY
            continue
        if signs and signs[-1][0] in "?{":
            part = _repeated(part, signs.pop())
        way = part if way is _EMPTY else _joined(way, part)
    return _either(found, way)


def _repeated(part: RuleShape, times: str) -> RuleShape:
    """A part as often as the sign behind it says."""
    opens, second, needs, lone, _, longest = part
    if times == "?":
        return opens, second, (), lone, True, longest
    least, most = map(int, times[1:-1].split(","))
    return (
        opens,
        second | opens if lone and most > 1 else second,
        needs if least else (),
        lone,
        not least,
        longest * most,
    )


def _joined(first: RuleShape, then: RuleShape) -> RuleShape:
    """One behind the other."""
    opens, second, needs, lone, empty, longest = first
    opens_then, second_then, needs_then, lone_then, empty_then, longest_then = then
    if lone:
        second |= opens_then
    if empty:
        opens |= opens_then
        second |= second_then
    lone = (lone and empty_then) or (empty and lone_then)
    return opens, second, needs + needs_then, lone, empty and empty_then, longest + longest_then


def _either(first: RuleShape | None, then: RuleShape) -> RuleShape:
    """One or the other: where neither can do without something, it needs one of the two."""
    if first is None:
        return then
    opens, second, needs, lone, empty, longest = first
    opens_then, second_then, needs_then, lone_then, empty_then, longest_then = then
    needs = (_rarest(needs) | _rarest(needs_then),) if needs and needs_then else ()
    longest = max(longest, longest_then)
    return opens | opens_then, second | second_then, needs, lone or lone_then, empty or empty_then, longest


def _rarest(needs: tuple[int, ...]) -> int:
    return needs[0] if len(needs) == 1 else min(needs, key=int.bit_count)
