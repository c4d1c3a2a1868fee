"""The log of a bug: versions, the command without its texts, and where in the code it happened.

Nothing of an article is in it: no operand, no value of an option, and of the error only its kind, since its message may
quote a text.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import revtrack

KEPT = 20
"""Logs in the folder; older ones are removed, so that a job which fails every minute fills no disk."""
_PACKAGE = Path(revtrack.__file__).resolve().parent


def written(error: BaseException, arguments: Sequence[str], commands: Collection[str]) -> Path | None:
    """The new log in the user's cache folder, readable by its owner alone; None where it cannot be written."""
    from revtrack.index import user_folder

    place = user_folder.place()
    if not place:
        return None
    folder = Path(place, "faults")
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    path = folder / f"fault-{moment}-{os.getpid()}.log"
    text = "\n".join(lines(error, arguments, commands)) + "\n"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        with suppress(OSError):
            path.unlink()
        return None
    for old in sorted(folder.glob("fault-*.log"))[:-KEPT]:
        with suppress(OSError):
            old.unlink()
    return path


def lines(error: BaseException, arguments: Sequence[str], commands: Collection[str]) -> Iterator[str]:
    """What a log says."""
    import revtrack

    yield from (f"{name} {version}" for name, version in revtrack.about().items())
    yield f"command: revtrack {' '.join(_without_texts(arguments, commands))}".rstrip()
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield f"{type(one).__module__}.{type(one).__qualname__}"
        yield from (f"  {_place(frame)}" for frame in traceback.extract_tb(one.__traceback__))
        one = one.__cause__ or one.__context__


def where() -> str:
    """Where faults are reported, as the installed package says; empty where it does not."""
    from importlib import metadata

    with suppress(metadata.PackageNotFoundError):
        for entry in metadata.metadata("revtrack").get_all("Project-URL") or ():
            name, _, address = entry.partition(", ")
            if name.casefold() == "issues" and "OWNER" not in address:  # a clone that nobody publishes yet
                return f" at {address}"
    return ""


def _without_texts(arguments: Sequence[str], commands: Collection[str]) -> Iterator[str]:
    """The command and the names of its options; every other word is left out."""
    command = next((word for word in arguments if word in commands), "")
    for word in arguments:
        if word == command:
            yield word
            command = ""
        elif word.startswith("--"):
            yield word.partition("=")[0]
        elif word.startswith("-") and len(word) > 1:
            yield word[:2]
        else:
            yield "..."


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    short = path.relative_to(_PACKAGE.parent) if path.is_relative_to(_PACKAGE) else Path(*path.parts[-2:])
    return f"{short.as_posix()}:{frame.lineno} in {frame.name}"
