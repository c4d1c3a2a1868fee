"""What may stand beside a number, as a grammar over kinds of words (`figure_words`): "in the 2008" is `year`.

A rule is made of rules above it, of kinds of words (`KINDS` and the tables of `TABLES`), and of words that stand for
themselves in any case. A rule of `BEFORE` ends where the number begins, one of `BEHIND` begins where it ends, and one
of `BETWEEN` is all that stands between two numbers.
"""

from __future__ import annotations

# Words that a table of the lexicon holds, by the table's name.
TABLES = ("streets",)

PARTS = """
lower       = lower_word | lower_plural | lower_ly
word        = lower | capital | other_word
digits      = whole | decimal
article     = a | an
owner       = apostrophe s?
inside      = (?! stop | semicolon) .
same_clause = (?! stop | semicolon | colon) .
tally       = digits hyphen digits
joining     = hyphen | dash
"""

BEFORE = """
year        = (in | since | until | till | from | during | by | early | late | mid | the | his | her | its | their
              | owner) hyphen?
determiner  = the | article | his | her | its | their | our | my | your | this | that | every | each | another | no
              | any | owner
adverb      = (the | article | his | her | its | their | our | my | your | this | that | every | each | another | no
              | any | owner) (word | digits)
placed      = (came | comes | come | coming | finish | finished | finishes | finishing | place | placed | rank | ranked
              | ranks | ranking | was | is | were | are | ran | runs | run | running | in | dead
              | article (close | distant) | (first | second) (and | or)) in?
zero_term   = (ground | net | patient | absolute | sub | year | square) hyphen?
not_one     = no | any | every | some | the | this | that | another | which | each | as | for | by
for_each    = for (every | each)
called      = (call | calls | called | calling | phone | phoned | phoning | ring | ringing | dial | dials | dialed
              | dialled | dialing | text | texts | texted | texting | helpline | helplines | hotline | hotlines | tel)
              same_clause{0,4}
sentence    = (^ | stop | mark | colon | semicolon | dash | hyphen hyphen | quote | apostrophe | bracket)
              (quote | apostrophe | bracket)*
money_range = money (joining | to | and)
between     = between (the ages of | ages | about | around | roughly | article | an estimated | the | some
              | plus_sign slash joining)*
contest     = (beat | beaten | won | win | wins | lost | lose | loses | losing | drew | draw | draws | defeat | defeats
              | defeated | defeating | led | lead | leads | trail | trails | trailed | trailing | took | takes
              | figures of | vote | voted | ruled | score | scores | scored | scoring | scoreline) inside{0,7}
            | tally comma
heading     = (?<! hyphen) word colon
subject     = ((number | numbers) of lower | death toll) ((?! digits) same_clause){0,9}
              (rose | risen | rises | fell | fallen | falls | grew | grown | climbed | dropped | increased | jumped
              | stood | stands | reached | topped)
              (to | at)? (at least | about | around | nearly | almost | more than | some)?
"""

BEHIND = """
length      = tall | long | high | higher | wide | deep | deeper | away | above | below | apart | from
            | in (length | height)
millions    = lower? (people | children | men | women | (?! hurdles | races | as | is | was | its) lower_plural)
part_of     = of? article (?= word)
of          = (?= lower) of
              ((?= lower) (the | all | its | his | her | their | those | these | this | that | our | your | my)
                | (word | digits) owner){0,2}
              (first | last | past | next | other | remaining)?
              ((whole | two | three | four | five | six | seven | eight | nine | ten) (?! hyphen))?
outcome     = hyphen? (win | wins | loss | lead | vote | votes | ruling | defeat | victory | decision | draw | majority
              | margin)
            | comma tally
address     = ((n | e | s | w) stop? | north | south | east | west)? (capital owner?){1,3} (?= capital) streets
              (?! lower_plural)
book        = (?= capital) (samuel | kings | chronicles | corinthians | thessalonians | timothy | peter | john
              | maccabees) (?= digits)
emergency   = call | calls | operator | operators | dispatch | dispatcher | dispatchers | emergency | recording
zero_term   = hyphen? (in | hour | hours | tolerance | sum | carbon | emission | emissions | waste | gravity | day)
counted     = lower lower?
follower    = hyphen? (word | digits)
each        = (article | each | every | hyphen article hyphen) lower
              (?! hyphen | ago | earlier | later | before | after | from now)
per_many    = (per | slash | for every | hyphen per hyphen) digits{1,3} lower?
per_one     = (per | slash | for every | hyphen per hyphen) (?! cent) lower
adverb      = lower_ly (?= comma | stop | semicolon | colon | bracket | $
              | to | in | by | for | on | at | and | from | since)
"""

BETWEEN = """
ratio       = in article? | out of | of every | in every | hyphen in hyphen | hyphen out hyphen of hyphen
range       = joining? (to | or | and) joining? | through | joining
further     = joining | and | or | to | comma
"""
