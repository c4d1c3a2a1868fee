"""`revtrack search`: changes of claims in all articles, by words, speaker, kind, label, severity, time, notice."""

from __future__ import annotations

from typing import get_args

import click

from revtrack.archive import ledger_update
from revtrack.model import Kind, Label, Severity
from revtrack.model.queries import Answer, Order, Question
from revtrack.shell import operands, options, output
from revtrack.shell.display import SEVERITIES


@click.command("search")
@click.argument("words", nargs=-1)
@click.option("--speaker", "speakers", metavar="NAME", multiple=True, help="Said by NAME or a part of it; repeatable.")
@options.kinds(*get_args(Kind))
@click.option(
    "--label",
    "labels",
    type=click.Choice(get_args(Label)),
    multiple=True,
    metavar="LABEL",
    help="Only this label, such as value or anonymized; may be repeated.",
)
@click.option(
    "--severity",
    "severities",
    type=click.Choice(SEVERITIES),
    multiple=True,
    help="Only this severity; may be repeated.",
)
@click.option("--min-severity", "least", type=click.Choice(SEVERITIES), help="Only changes at least this serious.")
@options.period
@click.option("--unacknowledged/--acknowledged", "silent", default=None, help="Only what no notice, or one, mentions.")
@options.articles
@click.option(
    "--order",
    type=click.Choice(get_args(Order)),
    default="time",
    show_default=True,
    help="Newest first, or the most serious first.",
)
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="How many to show; 0 for all.")
@options.formats("terminal", "json", "html", default=None)
@options.target
@options.opened
@options.store
def command(
    words: tuple[str, ...],
    speakers: tuple[str, ...],
    kinds: tuple[Kind, ...],
    labels: tuple[Label, ...],
    severities: tuple[Severity, ...],
    least: Severity | None,
    since: str | None,
    until: str | None,
    silent: bool | None,
    articles: tuple[str, ...],
    order: Order,
    limit: int,
    form: str | None,
    target: str | None,
    opened: bool,
    store: str | None,
) -> int:
    """Find the changes of claims with all of WORDS in what was said, in what became of it, or in who said it.

    Words "in quotation marks" stand one after the other; a word that ends in * is a beginning. Numbers are found
    however they are grouped. Without WORDS, every change that the options let through.

    \b
    Examples:
      revtrack search toll
      revtrack search '"at least 12"' --kind figure
      revtrack search --speaker lind --min-severity medium --unacknowledged
      revtrack search 'ferr*' --since 2024-10-01 --order severity --format json
    """
    form = options.form(form, target, opened=opened)
    first, last = options.times(since, until)
    archive = operands.archive(store)
    question = Question(
        _checked(" ".join(words)),
        speakers,
        kinds,
        labels,
        _severities(severities, least),
        None if silent is None else not silent,
        options.named(archive, articles),
        first,
        last,
        order,
        limit,
    )
    answer = ledger_update.answered(archive, lambda known: known.answer(question))
    text = _rendered(question, answer, form, to_file=bool(target))
    output.deliver(text, target, opened=opened, document=form == "html")
    return 0


def _rendered(question: Question, answer: Answer, form: str, *, to_file: bool) -> str:
    if form == "json":
        return output.json_text(answer.to_dict())
    from revtrack.report import search_page

    if form == "html":
        return search_page.html(question, answer)
    return search_page.terminal(question, answer, colour=output.has_colours() and not to_file, width=output.width())


def _checked(words: str) -> str:
    """Words with something to look for in them; raises UsageError."""
    if words.strip() and not any(letter.isalnum() for letter in words):
        raise click.UsageError(f"{words.strip()!r} has no letter and no digit to look for: write words or numbers")
    return words


def _severities(asked: tuple[Severity, ...], least: Severity | None) -> tuple[Severity, ...]:
    """The severities that are asked for, none for all of them; raises UsageError where that leaves none."""
    if least is None:
        return asked
    grave = SEVERITIES[: SEVERITIES.index(least) + 1]
    left = tuple(one for one in grave if one in asked or not asked)
    if not left:
        raise click.UsageError(f"--severity {asked[0]} is less than --min-severity {least}: leave one of them out")
    return left
