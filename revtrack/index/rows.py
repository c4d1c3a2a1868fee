"""What the index keeps of commits, out of what git says of them.

Nearly every commit of a store is revtrack's own: one file, the manifest as it writes it. Such a one is read by a
single expression, any other by its parts, and both ways give the same; a whole archive is read that way in little more
time than git takes to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from revtrack.articles import paths, slugs, times
from revtrack.git import commit_log
from revtrack.index import commit_manifest
from revtrack.index.act_tables import CAPTURE, MERGE, UNDO, ActCommit

# Path, empty where the file was there before; article in small letters; then a revision's fields, None for words that
# have to be counted.
RevisionRow = tuple[str | int | None, ...]
BLOB = 4  # where the text's id stands

_LAYOUT = r"[0-9]{4}/[0-9]{2}/[0-9]{2}/(?:[0-9a-f]{2}/)?[^/\0\n]+"
_ID, _FIELD, _LINE = "[0-9a-f]++", r"[^\0]*+", ".*+"
_OWN = re.compile(
    rf"\0*({_ID}) (?:{_ID})?\0([0-9]+) ([0-9]+) ({_FIELD})\0({_FIELD})\0:([^\0]*?)\n\n"
    rf"Article: ({_LINE})\n(?:Source: ({_LINE})\n)?Published: ({_LINE})\n"
    rf"Captured: {_LINE}\nContent-SHA256: {_LINE}\nWords: ([0-9]{{1,15}})\nSerial: ([0-9]{{1,15}})\n"
    rf"Revtrack-Version: {_LINE}\nRevtrack-Format: {_LINE}\n\0"
    rf"\n:[0-7]{{6}} 100(?:644|755) ({_ID}) ({_ID}) ([AM])\0({_LAYOUT})\0*"
)


def of(records: Iterable[bytes], acts: list[ActCommit]) -> Iterator[tuple[RevisionRow, int]]:
    """The rows of commits, each with the serial number that its commit tells, 0 where it tells none.

    What commits tell that are no revisions is put into `acts`.
    """
    for record in records:
        own = _own(record)
        if own:
            yield own
        else:
            commit = commit_log.commit(record)
            if not commit.files or len(commit.parents) > 1:
                acts += _acts(commit)
            yield from _any(commit)


def row(commit: commit_log.Commit, file: commit_log.ChangedFile, words: int | None) -> RevisionRow:
    """A revision as the index has it."""
    one = commit_manifest.revision(commit, file, words or 0)
    return (
        file.path,
        slugs.folded(one.article),
        one.article,
        one.commit,
        one.blob,
        one.time,
        one.added,
        one.by,
        one.note,
        one.source,
        words,
    )


def is_article(file: commit_log.ChangedFile) -> bool:
    """Whether a file lies where an article does, and its text is new."""
    return bool(re.fullmatch(_LAYOUT, file.path)) and file.is_new_text


def is_same_again(commit: commit_log.Commit) -> bool:
    """Whether a commit adds the very text that the article's file has, at another time, and so changes no file."""
    told = commit_manifest.read(commit.message)[1] if not commit.files and len(commit.parents) == 1 else {}
    return "Act" not in told and {"Article", "Content-SHA256"} <= told.keys()


def _acts(commit: commit_log.Commit) -> Iterator[ActCommit]:
    """What a commit does beside adding revisions: nothing, or one act."""
    noted, told = commit_manifest.read(commit.message)
    kind = MERGE if len(commit.parents) > 1 else "" if commit.files else told.get("Act", "")
    if kind:
        yield ActCommit(
            commit.id,
            kind,
            tuple(told.get("Of" if kind in (UNDO, CAPTURE) else "Repeats", "").split()),
            told.get("Article", ""),
            told.get("Name", ""),
            times.of_seconds(commit.committed),
            commit_manifest.person(commit.author, commit.email),
            "" if noted == commit_manifest.unnoted_act(told) else noted,
            commit_manifest.number(told, "Serial") or 0,
        )


def _any(commit: commit_log.Commit) -> Iterator[tuple[RevisionRow, int]]:
    """The rows of any commit."""
    told = commit_manifest.read(commit.message)[1] if len(commit.files) < 2 else {}
    files = [file for file in commit.files if is_article(file)]
    if is_same_again(commit):
        # Its text is the one that the article's file has already; which file that is, the index knows.
        files = [commit_log.ChangedFile(f"{told['Article']}.txt", "", True)]
    for file in files:
        found = row(commit, file, commit_manifest.number(told, "Words"))
        yield found if file.blob else ("", *found[1:]), commit_manifest.number(told, "Serial") or 0


def _own(record: bytes) -> tuple[RevisionRow, int] | None:
    """The row of a commit that is written as revtrack writes it, in characters that need no care; None for others."""
    try:
        found = _OWN.fullmatch(record.decode())
    except UnicodeDecodeError:
        return None
    if not found:
        return None
    (
        id,
        authored,
        committed,
        author,
        email,
        note,
        article,
        source,
        published,
        words,
        serial,
        old,
        blob,
        status,
        path,
    ) = found.groups("")
    if old == blob or not f"{author}{email}{note}{article}{source}{path}".replace("\n", "").isprintable():
        return None
    name = paths.stem(path)
    return (
        path if status == "A" else "",
        slugs.folded(name),
        name,
        id,
        blob,
        commit_manifest.published(published, int(authored)),
        times.of_seconds(int(committed)),
        commit_manifest.person(author, email),
        commit_manifest.note(note.lstrip(), article),
        source,
        int(words),
    ), int(serial)
