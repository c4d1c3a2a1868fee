"""Who says what, paragraph by paragraph, as the tagger reads it; a text that is not English has no attributions here.

A paragraph is read by itself, so one that another version has too need not be read again: its attributions are taken
over, and ids and names given anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence

from revtrack import lexicon
from revtrack.claims import (
    bylined_quotes,
    contents,
    credits,
    cue_table,
    deeds,
    hearers,
    manner,
    speakers,
    tagger,
    verb_forms,
)
from revtrack.claims.known_paragraphs import KnownParagraphs
from revtrack.claims.numbering import numbered
from revtrack.claims.tagger import surnames
from revtrack.claims.tagger.decoder import TaggedStatement
from revtrack.claims.tagger.passage import TokenPassage
from revtrack.model import Attribution, Block, Claims, Cue, Source, Span, Spans
from revtrack.model.record import replace
from revtrack.text import Reading, cells, fold
from revtrack.text.expressions import expression
from revtrack.text.marks import Piece
from revtrack.text.reading import SILENT

ENGLISH = "en"
_OPENING = "\"'`\u201c\u2018"
# How much of a sentence is searched for terms of anonymity, in code points.
LONGEST_SENTENCE = 1000
# How far into a content a finite verb is looked for, in code points.
LONGEST_CLAUSE_LEAD = 120
# "What Beijing says" tells nothing.
FEWEST_WORDS = 2
# "That party's nomination" is no clause; a longer content that begins with "that" is one.
LONGEST_CHOICE = 5
# "Mr. Roe" and "J. Roe" go on.
_SENTENCE_END = expression(r"(?:(?<=[^\WA-Z]{3})\.|;) ")
# Lemmas of verbs that report a clause, and no thing.
_REPORTING = frozenset(("say", "argue", "contend", "insist", "note", "add"))
_HEARSAY = ("to be ", "to have ")
_TRIMMED = " \t\r\n,:;-\u2013\u2014"


def find(reading: Reading, pieces: Sequence[Piece], language: str, known: Claims | None = None) -> list[Attribution]:
    """The attributions of an article in text order, with ids a1, a2, ...; names and roles still open."""
    if language != ENGLISH:
        return []
    before = _known(known) if known and known.language == ENGLISH else None
    starts = [piece.outer.start for piece in pieces]
    found: list[Attribution] = []
    for block in _paragraphs(reading.plain, cells.parted(reading.blocks, reading.sentences), set(starts)):
        # Whether what stands before a colon speaks depends on the whole text: such a paragraph is read again.
        is_known = before and ": " not in reading.plain[block.start : block.end]
        taken = before.claims(Attribution, reading, block, len(found)) if before and is_known else None
        if taken is None:
            inside = pieces[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
            taken = _tagged(reading, block, inside)
        found += taken
    return numbered(found, "a")


def _known(claims: Claims) -> KnownParagraphs:
    """The paragraphs of another version with the attributions read from them, without those of signs and credits."""
    every = (claim for claim in claims.claims if isinstance(claim, Attribution) and claim.cue.lemma != credits.LEMMA)
    said = [claim for claim in every if not bylined_quotes.is_bylined(claims.text, claim)]
    blocks = cells.parted(claims.blocks, claims.sentences)
    return KnownParagraphs(claims.text, _paragraphs(fold.plain(claims.text), blocks), said)


def _paragraphs(plain: str, blocks: Iterable[Block], quoted: Container[int] = ()) -> Iterator[Block]:
    """The blocks that claims are read from; one that ends in a colon goes with the quotation below it."""
    open_block: Block | None = None
    for block in blocks:
        if block.role in SILENT or block.role == "furniture":
            continue
        if open_block and (plain[block.start] in _OPENING or block.start in quoted):
            block = replace(block, start=open_block.start, first=open_block.first)
        elif open_block:
            yield open_block
        open_block = block if block.role == "body" and plain[block.end - 1] == ":" else None
        if not open_block:
            yield block
    if open_block:
        yield open_block


def _tagged(reading: Reading, block: Block, quoted: Sequence[Piece]) -> list[Attribution]:
    model = tagger.packaged()
    passage = tagger.read(reading, block, quoted, model.vocabulary)
    tagged = (surnames.of_source(passage, statement) for statement in tagger.tag(model, passage))
    made = (_attribution(reading, passage, statement, quoted) for statement in tagged)
    found = [claim for claim in made if claim and _is_claim(reading.plain, claim)]
    return [replace(claim, hearer=None) if _is_nested(claim, found) else claim for claim in found]


def _is_nested(claim: Attribution, others: Iterable[Attribution]) -> bool:
    """Whether a statement is inside another: the occasion that its sentence tells of is that of the outer one."""
    return claim.hearer is not None and any(span.holds(claim.cue.span) for other in others for span in other.content)


def _is_claim(plain: str, claim: Attribution) -> bool:
    """Whether an attribution tells what somebody says, and not what somebody does.

    "Read the full story" has no source, "who asked not to be named" no news; "the board proposed a dividend" is an
    act, "the board proposed that it be paid" a statement.
    """
    if claim.mode != "indirect":
        return claim.mode != "mixed" or deeds.speaks_in_quotes(claim.cue.lemma) or not deeds.is_act(plain, claim)
    terms = speakers.are_terms(plain[claim.cue.start : claim.end])
    if claim.source is None or terms or len(_words(plain, claim.content)) < FEWEST_WORDS:
        return False
    hearsay = claim.cue.lemma == "say" and claim.content[0].of(plain).startswith(_HEARSAY)
    if hearsay or deeds.is_act(plain, claim) or claim.source.text.startswith("of "):
        return False
    clause = any(_is_clause(plain, span) for span in claim.content)
    return clause or claim.cue.lemma not in lexicon.words("clause_cues") or _is_about_comment(plain, claim)


def _words(plain: str, content: Spans) -> list[str]:
    return " ".join(span.of(plain) for span in content).split()


def _is_clause(plain: str, content: Span) -> bool:
    """Whether a content opens as a clause does, or holds a finite verb; "that party's choice" does neither."""
    words = _SENTENCE_END.split(content.of(plain)[:LONGEST_CLAUSE_LEAD], 1)[0].split()
    determiners = lexicon.words("content_openers") | lexicon.words("small_words")
    conjunction = words[0].lower() != "that" or not 1 < len(words) <= LONGEST_CHOICE or words[1].lower() in determiners
    if conjunction and words[0].lower() in lexicon.words("content_openers"):
        return True
    finite = lexicon.words("finite_verbs")
    return any((word.lower() in finite and word != "May") or verb_forms.is_past(word) for word in words[1:])


def _is_about_comment(plain: str, claim: Attribution) -> bool:
    """Whether somebody answers, or does not answer, who asked for a comment: "did not respond to messages"."""
    words = {word.strip(".,").lower() for word in _words(plain, claim.content)[: deeds.LONGEST_OBJECT]}
    return claim.cue.lemma == "respond" and not words.isdisjoint(lexicon.words("comment_requests"))


def _attribution(
    reading: Reading, passage: TokenPassage, statement: TaggedStatement, quoted: Sequence[Piece]
) -> Attribution | None:
    text = reading.text
    content = _whole(reading, _spans(passage, _from_boundary(passage, statement)), quoted)
    if not content:
        return None
    named = _spans(passage, statement.places("S"))
    lemma = cue_table.lemma(passage.words, statement.cue)
    end = passage.ends[statement.cue]
    outer = [piece.outer for piece in quoted]
    content = tuple(contents.without_next_act(reading.plain, end, span, outer) for span in content)
    content = tuple(hearers.without(reading.plain, lemma, end, span) for span in content)
    content = _to_end_of_clause(reading, lemma, end, content, tuple(outer))
    cue = _cue(reading, _spans(passage, statement.places("Q")), (*named, *content))
    source = _source(reading, named, cue, content)
    content = contents.outside(reading.plain, content, source.span) if source else content
    if not content:
        return None
    content = tuple(span for span in content if not speakers.are_terms(span.of(reading.plain))) or content
    spans = (*(source.spans if source else ()), *cue, *content)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return Attribution(
        "",
        start,
        end,
        text[start:end],
        reading.sentence_at(start),
        source,
        Cue(text[cue[0].start : cue[-1].end], cue[0].start, cue[-1].end, cue, lemma),
        content,
        contents.mode(content, outer),
        _hearer(reading, cue, lemma, content),
    )


def _to_end_of_clause(reading: Reading, lemma: str, cue_end: int, content: Spans, quoted: Spans) -> Spans:
    """A content behind a verb that reports clauses, up to the end of its sentence where it stops short of a verb.

    "Roe said *the mill, which burned in May,* would reopen"; a lead as "if it rains" does not end a statement either.
    """
    last = content[-1] if content else None
    if last is None or lemma not in _REPORTING or not 0 <= last.start - cue_end <= 1:
        return content
    sentence = reading.sentences[reading.sentence_at(last.start)]
    rest = Span(last.end, sentence.end)
    if last.end >= sentence.end or any(quote.overlaps(Span(last.start, sentence.end)) for quote in quoted):
        return content
    if not contents.stops_short(reading.plain, last) or "\u2014" in rest.of(reading.plain):
        return content
    return (*content[:-1], *contents.tidy(reading.plain, last.start, sentence.end))


def _hearer(reading: Reading, cue: Spans, lemma: str, content: Spans) -> str | None:
    """To whom it was said; the content next to the cue tells where the words behind the cue end."""
    verb = Span(cue[0].start, cue[-1].end)
    behind = [span for span in content if span.start >= verb.end] or list(content)
    sentence = reading.sentences[reading.sentence_at(verb.start)]
    return hearers.find(reading.plain, verb, lemma, behind[0], sentence)


def _from_boundary(passage: TokenPassage, statement: TaggedStatement) -> list[int]:
    """The places of the content; one before its cue begins where a clause may, not in the middle of a phrase."""
    places = statement.places("C")
    first = places[0] if places else 0
    if not places or first > statement.cue:
        return places
    begin = first
    while begin > passage.firsts[first] and statement.at(begin - 1) == "O" and not _parts(passage, begin - 1):
        begin -= 1
    return [*range(begin, first), *places]


def _parts(passage: TokenPassage, place: int) -> bool:
    """Whether a token parts two clauses: a sign, a quotation mark, "but"."""
    word = passage.words[place]
    return (not word[0].isalnum() and word != "'s") or word.lower() in lexicon.words("clause_openers")


def _cue(reading: Reading, spans: Spans, others: Spans) -> Spans:
    """The cue without the colon or comma behind it, unless it is nothing else, and with its phrase of manner."""
    plain = reading.plain
    trimmed = [span for part in spans for span in contents.tidy(plain, part.start, part.end)] or list(spans)
    last = _without_day(plain, trimmed[-1])
    whole = Span(last.start, manner.end(plain, last.end))
    return (*trimmed[:-1], last if any(whole.overlaps(other) for other in others) else whole)


def _without_day(plain: str, cue: Span) -> Span:
    """A cue without the weekday behind it: in "Roe said Thursday." the day is not part of how it was said."""
    verb, _, day = cue.of(plain).rpartition(" ")
    return Span(cue.start, cue.start + len(verb.rstrip())) if verb.strip() and day in lexicon.words("weekdays") else cue


def _spans(passage: TokenPassage, places: Sequence[int]) -> Spans:
    """The stretches of text that neighbouring tokens cover."""
    found: list[Span] = []
    first = 0
    for n in range(1, len(places) + 1):
        if n == len(places) or places[n] != places[n - 1] + 1:
            found.append(Span(passage.starts[places[first]], passage.ends[places[n - 1]]))
            first = n
    return tuple(found)


def _whole(reading: Reading, content: Spans, quoted: Sequence[Piece]) -> Spans:
    """Contents without the signs about them; one that reaches into a quotation holds all of it."""
    found = []
    for span in content:
        start, end = span.start, span.end
        for piece in quoted:
            outer = piece.outer
            if outer.start < end and start < outer.end:
                start, end = min(start, outer.start), max(end, outer.end)
        found.append(contents.tidy(reading.plain, start, end))
    return contents.joined(span for spans in found for span in spans)


def _nearest(spans: Spans, cue: int) -> Span:
    """The stretch next to the cue: a source is one noun phrase."""
    return min(spans, key=lambda span: max(span.start - cue, cue - span.end))


def _is_participle(reading: Reading, cue: Spans) -> bool:
    return cue[0].of(reading.plain).split()[-1].endswith("ing")


def _source(reading: Reading, spans: Spans, cue: Spans, content: Spans) -> Source | None:
    """The source as one noun phrase with its apposition, which may have been taken for more of the content."""
    if not spans:
        return None
    sentence = reading.sentences[reading.sentence_at(cue[0].start)]
    span = speakers.subject(reading.plain, _nearest(spans, cue[0].start))
    acting = speakers.before_act(reading.plain, span) if _is_participle(reading, cue) else span
    span = speakers.nearest(reading.plain, acting, cue[0] if acting == span else Span(acting.end, cue[0].end))
    span = speakers.without_time(reading.plain, speakers.without_participle(reading.plain, span))
    end = span.end
    while end > span.start and reading.plain[end - 1] in _TRIMMED:
        end -= 1
    if end == span.start:  # a comma taken for a source
        return None
    span = speakers.with_person(reading.plain, Span(span.start, end), sentence.start)
    named = speakers.with_brackets(reading.plain, span, sentence.end)
    apposed = speakers.with_apposition(reading.plain, named, sentence.end)
    apart = not any(apposed.overlaps(part) for part in cue)
    inside = [apposed.holds(part) for part in content if apposed.overlaps(part)]
    span = apposed if apart and all(inside) and len(inside) < len(content) else named
    words = span.of(reading.text)
    terms = sentence.of(reading.plain)[:LONGEST_SENTENCE]
    return Source(words, span.start, span.end, (span,), None, None, speakers.is_anonymous(words, terms))
