"""The forms a date can take, as a grammar over kinds of words (`date_words`): "the 31st of October 2024" is
`the nth of month year`.

Of the forms that fit at
one place the first one counts, so they run from the most telling to the least.
"""

from __future__ import annotations

import re
from functools import cache

from revtrack.claims.dates import date_words
from revtrack.text.letters import rules, written

_PARTS = """
near        = stage dash?
any_month   = month | may | short_month stop?
on_weekday  = weekday comma? the? | short_day stop? comma? the?
day         = small | nth
in_year     = comma? of? year
closing     = (?= comma | stop | sign | apostrophe | $ )
zones       = zone (standard)? (time)? | local time
hour        = small | clock
digits      = small | number | year | four_digits
spelled     = (a (?= scale))? (count | scale) ((dash | and)? (count | scale)){0,5}
amount      = digits scale{0,2} | (half (?= a))? spelled (and a half)? | a? couple of? | a? few
range       = amount ((to | or | dash) amount | dash plus | plus)?
any_unit    = unit | units | century | second
length      = range dash? any_unit
one         = a | spelled
share       = (half (a | dash) | a? quarter dash?) (unit | century)
"""

_FORMS = """
calendar    = calendar
clocks      = hour (dash | to) clock zones?
clock       = clock zones? | (four_digits | zero_hours | year) zones | zero_hours units | noon
            | (small | count) oclock | half past (small | count)
days        = on_weekday? any_month day dash day in_year?
            | any_month day to day closing
            | day (dash | to | (?<= between small) and | (?<= between nth) and) day of? any_month in_year?
            | any_month day in_year? dash any_month day in_year?
            | day any_month in_year? dash day any_month in_year?
            | any_month dash any_month in_year?
day         = on_weekday? any_month the? day in_year? | on_weekday? day of? any_month in_year?
month_year  = near? any_month in_year
every       = every (other | ordinal | second | few | spelled | small)?
              (weekday part? | unit | units | part | season | any_month | quarter | weekend)
            | weekdays | weekday nights
day_part    = near? (this (last | past | next)? | last | next | that | the following)? weekday part
            | dayword part | (this | that | last | the (following | next)) part | tonight
around      = the unit (before | after) dayword
            | (a | some | range) dash? any_unit (ago | comparative | from now) | share (ago | comparative)
            | (a | range) any_unit (before | after) closing
            | the (unit | part) before closing
relative    = (near | comparative)?
              (this (last | past | next)? | last | next | that | the following)
              (weekday | (fiscal? unit) | fiscal? quarter | period | weekend | season | any_month)
            | the weekend
            | (near | comparative)? dayword
lasting     = (the (first | last | next | past | following) | last | next | past) (range) dash? any_unit
            | one unit and a half | share | length
            | the (last | past) unit (?! of)
within      = a unit (?! dash)
quarter     = the? (first | second | ordinal) quarter (of? (the? fiscal)? unit? year)?
            | (quarter_code | half_code) of? year? | (first | second) half of fiscal? unit? year
fiscal      = fiscal_year
years       = years | (?<! dash) year dash (small | number | year) (?! dash)
season      = (the | near)? season of? year
decade      = the? near? decade
century     = the? near? (nth | (count dash)? (ordinal | first | second)) dash? century
nth_day     = (?<= on) the nth closing
weekdays    = weekday dash weekday
weekday     = near? weekday
month       = near? any_month
year        = near? year
"""

# The commonest kinds that no form begins with, ruled out before any form is tried.
_OPENS_NONE = ("word", "sign", "comma", "stop", "apostrophe", "of", "to", "and", "or", "on", "from")


@cache
def forms() -> re.Pattern[str]:
    """The forms over the letters of a line of tokens, each a group by its name."""
    known = dict(date_words.letters())
    for name, body in rules(_PARTS):
        known[name] = f"(?:{written(body, known.__getitem__)})"
    every = "|".join(f"(?P<{name}>{written(body, known.__getitem__)})" for name, body in rules(_FORMS))
    return re.compile(f"(?![{''.join(known[kind] for kind in _OPENS_NONE)}])(?:{every})")
