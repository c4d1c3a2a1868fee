"""What may be beside a number, as a grammar over kinds of words (`figure_words`): "in the 2008" is `year`.

A rule is made of rules above it, of kinds of words (those of `WORDS`, the tables of `TABLES`, and how words are
written), and of words that stand for themselves in any case. A rule of `BEFORE` ends where the number begins, one of
`BEHIND` begins where it ends, and one of `BETWEEN` is all there is between two numbers.
"""

from __future__ import annotations

# Words that a table of the lexicon holds, by the table's name.
TABLES = ("streets",)

# Kinds of words that the rules name; a word may be of several.
WORDS = """
article_word   = a an
pointing_word  = the his her its their our my your this that every each another no any
owning_word    = the all its his her their those these this that our your my
year_lead      = in since until till from during by early late mid the his her its their
not_one_lead   = no any every some the this that another which each as for by
ranking_word   = came comes come coming finish finished finishes finishing place placed rank ranked ranks ranking was
                 is were are ran runs run running in dead
zero_lead      = ground net patient absolute sub year square
zero_noun      = in hour hours tolerance sum carbon emission emissions waste gravity day
calling_word   = call calls called calling phone phoned phoning ring ringing dial dials dialed dialled dialing text
                 texts texted texting helpline helplines hotline hotlines tel
calling_noun   = call calls operator operators dispatch dispatcher dispatchers emergency recording
between_word   = ages about around roughly a an the some
contest_verb   = beat beaten won win wins lost lose loses losing drew draw draws defeat defeats defeated defeating led
                 lead leads trail trails trailed trailing took takes vote voted ruled score scores scored scoring
                 scoreline
contest_noun   = win wins loss lead vote votes ruling defeat victory decision draw majority margin
growth_verb    = rose risen rises fell fallen falls grew grown climbed dropped increased jumped stood stands reached
                 topped
hedge          = about around nearly almost some
heat_verb      = reach reaches reached reaching hit hits hitting top tops topped exceed exceeds exceeded above below
                 nearly touch touches touched
fallen_verb    = rise rises rose fall falls fell drop drops dropped climb climbs climbed cool cools cooled warm warms
                 warmed heat heats heated dip dips dipped soar soars soared plunge plunges plunged
length_word    = tall long high higher wide deep deeper away above below apart from
many_people    = people children men women
not_many       = hurdles races as is was its
other_word_of  = first last past next other remaining
small_number   = two three four five six seven eight nine ten
compass        = n e s w north south east west
bible_book     = samuel kings chronicles corinthians thessalonians timothy peter john maccabees
time_behind    = ago earlier later before after
clause_lead    = to in by for on at and from since
"""

PARTS = """
lower       = lower_word | lower_plural | lower_ly
word        = lower | capital | other_word
digits      = whole | decimal
owner       = apostrophe s?
determiner  = article_word | pointing_word | owner
inside      = (?! stop | semicolon) .
same_clause = (?! stop | semicolon | colon) .
tally       = digits hyphen digits
joining     = hyphen | dash
"""

BEFORE = """
year        = (year_lead | owner) hyphen?
determined  = determiner
adverb      = determiner (word | digits)
placed      = (ranking_word | article_word (close | distant) | (first | second) (and | or)) in?
zero_term   = zero_lead hyphen?
not_one     = not_one_lead
for_each    = for (every | each)
called      = calling_word same_clause{0,4}
sentence    = (^ | stop | mark | colon | semicolon | dash | hyphen hyphen | quote | apostrophe | bracket)
              (quote | apostrophe | bracket)*
heat        = (heat_verb | fallen_verb (to | at)) hedge?
money_range = money (joining | to | and)
between     = between (the ages of | an estimated | between_word | plus_sign slash joining)*
contest     = (contest_verb | figures of) inside{0,7} | tally comma
heading     = (?<! hyphen) word colon
subject     = ((number | numbers) of lower | death toll) ((?! digits) same_clause){0,9}
              growth_verb (to | at)? (hedge | at least | more than)?
"""

BEHIND = """
length      = length_word | in (length | height)
millions    = lower? (many_people | (?! not_many) lower_plural)
part_of     = of? article_word (?= word)
of          = (?= lower) of ((?= lower) owning_word | (word | digits) owner){0,2} other_word_of?
              ((whole | small_number) (?! hyphen))?
outcome     = hyphen? contest_noun | comma tally
address     = (compass stop?)? (capital owner?){1,3} (?= capital) streets (?! lower_plural)
book        = (?= capital) bible_book (?= digits)
emergency   = calling_noun
zero_term   = hyphen? zero_noun
counted     = lower lower?
follower    = hyphen? (word | digits)
rate        = article_word | each | every | per | slash | for | hyphen | lower_ly
each        = (article_word | each | every | hyphen article_word hyphen) lower (?! hyphen | time_behind | from now)
per_many    = (per | slash | for every | hyphen per hyphen) (digits{1,3} | small_number) lower?
per_one     = (per | slash | for every | hyphen per hyphen) (?! cent) lower
adverb      = lower_ly (?= comma | stop | semicolon | colon | bracket | clause_lead | $)
"""

BETWEEN = """
ratio       = in article_word? | out of | of every | in every | hyphen in hyphen | hyphen out hyphen of hyphen
range       = joining? (to | or | and) joining? | through | joining
further     = joining | and | or | to | comma
"""
