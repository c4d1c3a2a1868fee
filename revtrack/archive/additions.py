"""A file that is added to an archive: what is known of it beside its bytes, and which article it belongs to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from revtrack.archive import stated_time, texts
from revtrack.errors import InputError, RefusedError, UnknownError

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource
    from revtrack.model.listings import Added


STATED = "stated"  # in place of a time: the one that the text gives itself


class Addition(NamedTuple):
    """How many words a file has, the suffix it is kept under, and what a web page states of itself.

    That is its address, its byline, and the times of its last change and of its publication. `stated` is the time that
    the text gives itself in a line such as "Updated 31 October 2024, 15:04 GMT".
    """

    words: int
    suffix: str
    address: str = ""
    by: str = ""
    modified: str = ""
    published: str = ""
    stated: str = ""


def of(data: bytes, name: str, suffix: str) -> Addition:
    """What is known of a file; raises InputError where its text cannot be read, now or from the archive later."""
    found = texts.read(data, name)
    if isinstance(found, str):
        return Addition(len(found.split()), suffix, stated=stated_time.of(found))
    from revtrack.intake import pages
    from revtrack.intake.documents import file_kinds

    kind = texts.document_kind(data)
    if kind is None:  # an archive knows a document by its bytes alone
        raise InputError(f"{name}: is only a part of a web page; save the whole page, or add its text")
    named = file_kinds.SUFFIXES.get(suffix.lower())
    return Addition(
        len(found.text.split()),
        suffix if named == kind else f".{kind}",
        pages.address(found.addresses, ""),
        found.by,
        found.modified,
        found.published,
        found.modified or found.published or stated_time.of(found.text),
    )


def published(
    source: RevisionSource, article: str, addition: Addition, at: str | None, now: str, name: str
) -> str | None:
    """When a file was published, as far as that is said: `at`, or what the file states if `at` is `STATED`.

    Raises InputError where it states nothing.
    """
    if at != STATED:
        return at or time(source, article, addition, now)
    if not addition.stated:
        raise InputError(f"{name}: states no date of its own, such as Updated 31 October 2024: name one with --at TIME")
    return addition.stated


def time(source: RevisionSource, article: str, addition: Addition, now: str) -> str | None:
    """When a web page says that it was published or changed last; None where that cannot be the time of this version.

    A page may go on stating 10 o'clock while its text changes at noon: a time counts if nothing is kept of it or since.
    """
    stated = [moment for moment in (addition.modified, addition.published) if moment and moment <= now]
    if not stated:
        return None
    try:
        latest = source.find_revision(source.find_article(article), "latest").time
    except UnknownError:
        latest = ""
    return next((moment for moment in stated if moment > latest), None)


def compared(added: Added, addition: Addition) -> Added:
    """What was added, with the time that it states itself where that is another day."""
    differs = stated_time.disagreement(addition.stated, added.revision.time) if added.new else ""
    return replace(added, stated=differs) if differs else added


def article(source: RevisionSource, name: str, addition: Addition) -> str:
    """The article that a file belongs to: that of its page's address, else the one with the file's name.

    Raises RefusedError where the article of that name was published at another address.
    """
    stem = PurePath(name).stem
    if not addition.address:
        return stem
    from revtrack.store import Store, naming

    known = source.find_source(addition.address) if isinstance(source, Store) else None
    if known:
        return known
    try:
        latest = source.find_revision(stem, "latest")
    except UnknownError:
        return stem
    if latest.article.casefold() == stem.casefold() and latest.source.startswith(("http://", "https://")):
        raise RefusedError(
            f"{name}: is the page {naming.normalised(addition.address)}, but the article {latest.article} is"
            f" {naming.normalised(latest.source)}: name its article with --as"
        )
    return stem
