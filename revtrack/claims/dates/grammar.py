"""The forms a date can take, as a grammar over kinds of words (`date_words`): "the 31st of October 2024" is
`the nth of month year`.

Of the forms that fit at one place the first one counts, so they run from the most telling to the least. Each
alternative of a form is compiled when a line first has the words it is made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from revtrack.claims.dates import date_words
from revtrack.model.named_tuple import NamedTuple
from revtrack.text import rule_shapes
from revtrack.text.expressions import expression
from revtrack.text.letters import compact, rules, written

_PARTS = """
near        = stage dash?
any_month   = month | may | short_month stop?
on_weekday  = weekday comma? the? | short_day stop? comma? the?
day         = small | nth
spelled_year = century_count (ten | century_count) (dash? count)? (?! dash)
any_year    = year | spelled_year
in_year     = comma? of? any_year
pointing    = this (last | past | next)? | last | next | that following?
            | the (following | latest | next | most? recent)
closing     = (?= comma | stop | sign | left_bracket | right_bracket | apostrophe | $ )
open_sign   = sign | left_bracket
close_sign  = sign | right_bracket
zones       = zone (standard)? (time)? | local time
time_of_day = clock | bare_clock | long_clock
hour        = small | time_of_day
digits      = (small | number | year | four_digits) fraction?
number_word = count | ten | century_count
spelled     = (a (?= scale))? (number_word | scale) ((dash | and)? (number_word | scale)){0,5}
amount      = digits scale{0,2} | (half (?= a))? spelled (dash? and dash? a dash? half)? | a? couple of? | a? few
in_brackets = left_bracket (digits | spelled) right_bracket
range       = amount in_brackets? ((to | or | dash) amount | dash plus | plus)?
any_unit    = unit | units | century | second
length      = range dash? ((running dash?)? any_unit | running quarters) | few quarters
one         = a | spelled
share       = (half (a | dash) | a? quarter dash?) (unit | century)
place       = first | second | ordinal
on_day      = near? (dayword | weekday (comma any_month day in_year?)? | short_day stop? | any_month day in_year?)
year_before = unit dash (ago | comparative)
of_year     = of? (the? fiscal)? unit? any_year
within_year = of (this | last | next | that | the following) fiscal? unit
stretch     = (pointing | the)? fiscal? (unit | century | weekend | season | part | quarter) | any_month in_year?
            | any_year | the? near? decade | weekday | dayword
"""

_FORMS = """
calendar    = calendar
dashed      = small dash any_month dash (year | small | number)
race        = stopwatch | (?<= in) (bare_clock | long_clock) (?! zone)
clocks      = hour (dash | to) (clock | bare_clock) zones?
clock       = (time_of_day (zones | open_sign zone sign small close_sign)? | noon)
              (comma? any_month day in_year? | on_day)?
            | (four_digits | zero_hours | year) zones | zero_hours units
            | (small | number_word) oclock | half past (small | number_word)
            | small (in the | at) part
days        = on_weekday? any_month day dash day in_year?
            | any_month day to day closing
            | day (dash | to | (?<= between small) and | (?<= between nth) and) day of? any_month in_year?
            | any_month day in_year? dash any_month day in_year?
            | day any_month in_year? dash day any_month in_year?
            | any_month dash any_month in_year?
some_days   = any_month day (comma day){0,3} comma? and day (in_year | closing)
day         = on_weekday? any_month the? day in_year? | on_weekday? day of? any_month in_year?
month_year  = near? any_month in_year
that_month  = near? any_month (this | last | next) unit | (last | this | next) any_month day
every       = every (other | ordinal | second | few | spelled | small)? running?
              (weekday part? | unit | units | part | season | any_month | quarter | weekend)
            | weekdays | weekday nights | daily
day_part    = near? (this (last | past | next)? | last | next | that | the following)? weekday part
            | dayword part | (near | comparative)? (this | that | last | the (following | next)) part | tonight
            | stage dash? part dayword? | overnight
around      = the unit (before | after) (dayword | (last | this | next)? weekday)
            | (a | range) (dash? any_unit (or so)? (ago | comparative | from now) | any_unit (before | after) closing)
            | some dash? any_unit (or so)? (ago | comparative | from now) | (share | units) (ago | comparative)
            | the (unit | part) before closing | the unit of any_month day
holiday     = (last | next | this | every)? near? feast (unit | eve | weekend | part)?
            | feast_name (apostrophe possessive?)? (unit | eve)
            | new_word unit apostrophe? possessive? (unit | eve) | feast_lead weekday
year_end    = ((this | last | next | the following?) fiscal?)? unit dash? end
edge        = (the? near? (edge | end) | (the (last | following) | first | second) half) of stretch
yearly      = (this | last | next | the following) fiscal? unit apostrophe possessive fiscal?
              (place dash? quarter | quarter | span)
            | (the following?)? year_before (fiscal? place quarter | quarter | span | running? unit | range any_unit)
            | year_before
            | the following? fiscal? (quarter | span) (a unit (ago | comparative) | (this | last | next) unit)
            | the fiscal? year (place dash? quarter | quarter | span)
            | (the following?)? fiscal dash? place quarter | fiscal dash? place dash quarter
            | (the following?)? place quarter within_year | place dash quarter within_year
relative    = (near | comparative)? pointing (weekday | fiscal? unit | century | fiscal? quarter | period
              | weekend | season | any_month)
            | the (latest | most? recent) span | the (following | most? recent) running unit | the weekend
            | (near | comparative)? dayword
vague       = (the (stage | first | following | recent | next | past | last) | recent | next | past) units
              ((and | or) units)?
            | (recent | next | past) quarters | the units ahead
lengthy     = (range dash)? (unit | units) dash long | lengthy
lasting     = (the (first | last | next | past | following | latest | most? recent) | last | next | past)
              (range (dash? (running dash?)? any_unit | running? quarters) | quarters)
            | the range running? (units | quarters)
            | one unit and a half | share | length | a running (unit | quarter)
            | the (last | past) unit (?! of)
within      = a (unit | century) (?! dash)
quarter     = the? place quarter of_year? | place dash quarter of_year? | the? place (and | or | to) place quarters
            | part_of_year | (quarter_code | half_code) of? (any_year | fiscal_year)?
            | place half of fiscal? unit? any_year
fiscal      = fiscal_year
years       = years | (?<! dash) year dash (small | number | year) (?! dash)
season      = (the | near)? season of? any_year
decade      = the? near? decade | the near? (short_decade | decade_word)
            | (?<= short_decade and) near? short_decade
            | the near? year apostrophe possessive
century     = the? near? (nth | (number_word dash)? place) dash? century
nth_day     = (?<= on) the nth closing
weekdays    = weekday dash weekday
weekday     = near? weekday | (?<= on) short_day stop
month       = near? any_month
era         = era (small | number | year) | (small | number | year | four_digits) era | glued_era
year        = near? any_year | the unit (any_year | count scale)
short_year  = near? year_mark (small | number)
the_unit    = the fiscal? running? (unit | quarter | part) (?! dash | apostrophe | of | unit | units | end | edge)
"""


def find(letters: str) -> Iterator[tuple[str, int, int]]:
    """The forms in the letters of a line: the name of each, its first token and the one behind it."""
    _, bits, beginnings, longest = _opened()
    end = 0
    for beginning in beginnings.finditer(letters):
        first = beginning.start()
        if first < end or not (forms := _beginning(letters[first : first + 2])):
            continue
        near = 0
        for letter in letters[first : first + longest].partition(_other())[0]:
            near |= bits[letter]
        for form in forms:
            if all(near & need for need in form.needs) and (found := _compiled(form.body).match(letters, first)):
                end = found.end()
                yield form.name, first, end
                break


class _Form(NamedTuple):
    """One way to write a form, and what a text has where it fits (`rule_shapes`)."""

    name: str
    body: str
    second: int
    needs: tuple[int, ...]
    lone: bool


@cache
def _opened() -> tuple[dict[str, list[_Form]], dict[str, int], re.Pattern[str], int]:
    """The forms that begin with each letter, the bit of each letter, what finds a beginning, and the longest form."""
    letters = date_words.letters()
    bits = {letter: 1 << n for n, letter in enumerate(letters.values())}
    letter_of = {bit: letter for letter, bit in bits.items()}
    known = {kind: rule_shapes.of_letter(bits[letter]) for kind, letter in letters.items()}
    for name, body in rules(_PARTS):
        known[name] = rule_shapes.of_rule(body, known)
    opened: dict[str, list[_Form]] = {}
    longest = 0
    for name, body in rules(_FORMS):
        for way in rule_shapes.alternatives(body):
            opens, second, needs, lone, _, most = rule_shapes.of_rule(way, known)
            longest = max(longest, most)
            form = _Form(name, way, second, needs, lone)
            while opens:
                opened.setdefault(letter_of[opens & -opens], []).append(form)
                opens &= opens - 1
    return opened, bits, expression(f"[{''.join(opened)}]"), longest


@cache
def _beginning(two: str) -> list[_Form]:
    """The forms that can begin with two letters, or with one at the end of a line."""
    opened, bits, *_ = _opened()
    second = bits[two[1]] if len(two) > 1 else 0
    return [form for form in opened[two[0]] if form.lone or form.second & second]


@cache
def _other() -> str:
    """The letter of a word that is in no date, over which no form runs."""
    return date_words.letters()["word"]


@cache
def _compiled(body: str) -> re.Pattern[str]:
    return expression(compact(written(body, _letters)))


def _letters(word: str) -> str:
    """The letter of a kind of words, or what a part is written as."""
    return date_words.letters().get(word) or _part(word)


@cache
def _part(name: str) -> str:
    return compact(f"(?:{written(_parts()[name], _letters)})")


@cache
def _parts() -> dict[str, str]:
    return dict(rules(_PARTS))
