"""`revtrack watch`: follows feeds and pages, and keeps what is new as revisions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import revtrack
from revtrack.errors import InputError
from revtrack.shell import exit_codes, options, output
from revtrack.versions import phrases

if TYPE_CHECKING:
    from revtrack.watch.targets import WatchEvent
    from revtrack.watch.watching import Watching


def _opened(store: str | None) -> Watching:
    from revtrack.watch.watching import Watching

    return Watching(revtrack.open(store))


@click.group("watch", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> int:
    """Watch feeds and pages, and keep every edit of their articles as a revision.

    Whom to follow is in watch.toml, beside the store. See docs/watch.md.

    \b
    Examples:
      revtrack watch add https://news.example/rss.xml --contact desk@paper.example
      revtrack watch run --once
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        return exit_codes.FAILED
    return exit_codes.DONE


@command.command("add")
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option("--feed", "kind", flag_value="feed", help="RSS, Atom or JSON Feed.")
@click.option("--page", "kind", flag_value="page", help="One page, such as an article or a policy.")
@click.option("--sitemap", "kind", flag_value="sitemap", help="A sitemap of news. [default: what the URL looks like]")
@click.option("--every", default="", metavar="TIME", help="How often to look. [default: feeds 15m, others 1h]")
@click.option("--name", default="", metavar="NAME", help="What to call it; a page's article gets this name.")
@click.option("--contact", default="", metavar="MAIL", help="Whom the hosts may write to; needed once.")
@options.store
def add(urls: tuple[str, ...], store: str | None, **given: Any) -> int:
    """Follow each URL: write it into watch.toml.

    \b
    Examples:
      revtrack watch add https://news.example/rss.xml --contact desk@paper.example
      revtrack watch add https://news.example/terms --page --every 1d --name terms
    """
    watching = _opened(store)
    new = watching.add(urls, **given)
    for one in new:
        output.write(f"{one.url}: followed as a {one.kind}, every {_interval(one.every)}")
    if len(new) < len(set(urls)):
        output.note(f"{phrases.count(len(set(urls)) - len(new), 'address')} followed already")
    if not watching.watchlist().contact:
        output.note(f'now write whom the hosts may write to into {watching.file}: contact = "desk@paper.example"')
    return exit_codes.DONE


@command.command("list")
@options.store
@options.formats("terminal", "json")
def listing(store: str | None, form: str) -> int:
    """List what is followed and who is told, and where it stands.

    \b
    Examples:
      revtrack watch list
      revtrack watch list --format json
    """
    from revtrack.articles import times

    watching = _opened(store)
    rows, told = list(watching.standing()), list(watching.unsent())
    if form == "json":
        found = [
            {
                **follow._asdict(),
                **state._asdict(),
                "looked": state.looked and times.of_seconds(int(state.looked)),
                "due": state.due and times.of_seconds(int(state.due)),
            }
            for follow, state in rows
        ]
        notifiers = [
            {"name": one.name, "kind": one.channel, "unsent": unsent, "failures": failures}
            for one, unsent, failures in told
        ]
        output.write(output.json_text({"schema": "revtrack.watchlist/1", "follows": found, "notifiers": notifiers}))
        return exit_codes.DONE
    for follow, state in rows:
        looked = f"looked at {times.of_seconds(int(state.looked))}" if state.looked else "not looked at yet"
        trouble = state.status or (f"no answer {state.failures} times" if state.failures else "")
        parts = [
            follow.kind,
            f"every {_interval(follow.every)}",
            phrases.count(state.articles, "article"),
            looked,
            trouble,
        ]
        name = f"{follow.name}: " if follow.name else ""
        output.write(f"{name}{follow.url}  {', '.join(part for part in parts if part)}")
    for one, unsent, failures in told:
        waiting = f"{phrases.count(unsent, 'message')} to be sent" if unsent else "nothing to be sent"
        trouble = f", failed {phrases.count(failures, 'time')}" if failures else ""
        output.write(f"{one.name}: told by {one.channel}, {waiting}{trouble}")
    return exit_codes.DONE


@command.command("remove")
@click.argument("names", nargs=-1, required=True, metavar="URL|NAME...")
@options.store
def remove(names: tuple[str, ...], store: str | None) -> int:
    """Follow something no more; its revisions stay.

    \b
    Examples:
      revtrack watch remove https://news.example/rss.xml
      revtrack watch remove terms
    """
    for one in _opened(store).remove(names):
        output.write(f"{one.url}: followed no more")
    return exit_codes.DONE


@command.command("run")
@click.option("--once", is_flag=True, help="Look at what is due, and end.")
@click.option("--all", "everything", is_flag=True, help="Look at everything once, due or not, and end.")
@click.option("--for", "duration", default="", metavar="TIME", help="End after a time, such as 6h. [default: never]")
@click.option("--jobs", type=click.IntRange(1, 256), default=16, show_default=True, help="Hosts asked at one time.")
@click.option("--warc", metavar="DIR", help="Keep the raw answers as WARC files in DIR.")
@click.option("--wayback", is_flag=True, help="Ask the Internet Archive to save what changed; needs an account.")
@click.option("--quiet", is_flag=True, help="Do not print what happens.")
@options.store
def run(
    once: bool,
    everything: bool,
    duration: str,
    jobs: int,
    warc: str | None,
    wayback: bool,
    quiet: bool,
    store: str | None,
) -> int:
    """Look at what is followed, and keep what is new.

    Without --once, --all or --for it goes on until it is stopped, and may be stopped at any moment.

    \b
    Examples:
      revtrack watch run --once
      revtrack watch run --for 6h --warc captures
    """
    from revtrack.watch import follows
    from revtrack.watch.watching import OtherRunError

    seconds = follows.seconds(duration) if duration else None
    if duration and seconds is None:
        raise click.UsageError(f"--for: {duration!r} is not an interval: write it like 30m, 6h or 2d")
    watching = _opened(store)
    try:
        done = watching.run(
            once=once,
            everything=everything,
            seconds=seconds,
            jobs=jobs,
            warc=Path(warc) if warc else None,
            wayback=wayback,
            tell=(lambda _: None) if quiet else lambda event: output.write(_line(event)),
        )
    except OtherRunError as error:
        if not once:
            raise
        output.note(f"{error}; nothing to do here")  # what cron starts every quarter of an hour
        return exit_codes.DONE
    if not quiet:
        output.write(
            f"{phrases.count(done.requests, 'request')}: {done.new:,} new, {done.revised:,} revised,"
            f" {done.aside:,} set aside"
        )
    return exit_codes.DONE


@command.command("notify")
@click.argument("name")
@options.store
def notify(name: str, store: str | None) -> int:
    """Send a sample through the [[notify]] called NAME in watch.toml.

    It tells of the last story that was changed, or of an invented one. What happens is told by `watch run`.

    \b
    Examples:
      revtrack watch notify slack
      revtrack watch notify desk
    """
    reason = _opened(store).notify(name)
    if reason:
        raise InputError(f"{name}: no sample could be sent: {reason}: check this [[notify]] in watch.toml")
    output.write(f"{name}: a sample was sent")
    return exit_codes.DONE


@command.command("log")
@click.option("--aside", is_flag=True, help="Only what was fetched and not kept, with the reason.")
@options.formats("terminal", "json")
@options.store
def log(aside: bool, form: str, store: str | None) -> int:
    """List what happened, oldest first: new articles, revisions, what was set aside, moved or taken down.

    \b
    Examples:
      revtrack watch log
      revtrack watch log --aside
    """
    found = _opened(store).events(("aside",) if aside else ())
    if form == "json":
        events = [{**event._asdict(), "facts": dict(event.facts)} for event in found]
        output.write(output.json_text({"schema": "revtrack.watch-log/1", "events": events}))
    else:
        output.write_lines(_line(event) for event in found)
    return exit_codes.DONE


def _line(event: WatchEvent) -> str:
    """An event as a line: `2026-10-31T15:04:00Z  revised  news.example__storm (1a2b3c4)`."""
    what = event.article or event.url
    revision = f" ({event.revision[:7]})" if event.revision else ""
    capture = dict(event.facts).get("Wayback-Capture", "")
    said = f"{f': {event.detail}' if event.detail else ''}{f', saved at {capture}' if capture else ''}"
    return f"{event.time}  {event.kind:<9}  {what}{revision}{said}"


def _interval(seconds: float) -> str:
    from revtrack.watch import follows

    return follows.interval(seconds)
