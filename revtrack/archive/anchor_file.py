"""The file of an anchor, and the time stamp beside it: written where there is none, else held against the archive."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from revtrack.errors import InputError, StoreError
from revtrack.model.archive_answers import Problem

if TYPE_CHECKING:
    from revtrack.model.anchor import Anchor
    from revtrack.store import Store

STAMP = ".tsr"  # the time stamp of FILE is FILE.tsr


class Checked(NamedTuple):
    """What came of an anchor: whether it was written now, when a witness saw it, and what is wrong."""

    anchor: Anchor
    is_new: bool
    witnessed: str
    problems: tuple[Problem, ...]


def checked(store: Store, path: str, now: str, witness: str = "", authority: str = "") -> Checked:
    """Write the anchor of a store to a file, or check the one in it; raises InputError, StoreError.

    `witness` is the address of a time-stamping authority to be shown the file, `authority` the file of its certificate.
    """
    from revtrack.store import anchoring

    is_new = not os.path.exists(path)
    tip = store.tip()
    if is_new:
        if not tip:
            raise InputError(f"{store.path}: has no revision yet to anchor: add one with `revtrack add FILE`")
        found = anchoring.of(store.repository, tip, now)
        _write(path, anchoring.text(found).encode())
    data = _read(path)
    found = anchoring.read(data.decode("utf-8", "replace"), path)
    problems = [] if is_new else list(anchoring.problems(store.repository, tip, found))
    stamp = path + STAMP
    if witness and not os.path.exists(stamp):
        from revtrack.store import witness as witnesses

        _write(stamp, witnesses.stamp(data, witness))
    moment = ""
    if os.path.exists(stamp):
        try:
            moment = _witnessed(data, stamp, authority)
        except StoreError as error:
            problems.append(Problem(str(error)))
        else:
            problems += _unsure(authority, stamp)
    elif authority:
        raise InputError(f"{stamp}: no such file: have the anchor stamped with --witness URL")
    return Checked(found, is_new, moment, tuple(problems))


def _witnessed(data: bytes, stamp: str, authority: str) -> str:
    from revtrack.store import witness

    answer = _read(stamp)
    if not authority:
        return witness.time(data, answer, stamp)
    return witness.check(data, answer, stamp, _read(authority), authority)


def _unsure(authority: str, stamp: str) -> Iterator[Problem]:
    if not authority:
        what = f"{stamp}: who signed it was not checked: name the certificate of the authority with --authority"
        yield Problem(what, note=True)


def _read(path: str) -> bytes:
    from revtrack.archive import files

    return files.small(path)


def _write(path: str, data: bytes) -> None:
    """Write a file whole, or not at all; raises InputError."""
    made = f"{path}.new"
    try:
        with open(made, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(made, path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}: check its folder and the free space") from None
