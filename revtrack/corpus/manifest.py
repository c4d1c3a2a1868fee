"""The books of a batch: what is being made, which shards are finished, and at the end the manifest.

    OUTPUT/manifest.json          when all is done: the job, totals, and every file with its hash
    OUTPUT/.shards/job.json       what is made here: edition, options, fingerprint of the corpus
    OUTPUT/.shards/00000.json     a finished shard

A shard counts as finished if its note is of this very job and its files have the bytes that the note tells. None of
it knows of times, machines or attempts: the same job leaves the same bytes.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from revtrack import sheets
from revtrack.corpus import work
from revtrack.corpus.shard import Corpus, Shard
from revtrack.corpus.work import Options, ShardResult, WrittenFile
from revtrack.errors import InputError
from revtrack.git import lock
from revtrack.sheets import parquet
from revtrack.version import VERSION

SCHEMA = "revtrack.batch/1"
NAME, BOOKS, JOB, LOCK = "manifest.json", ".shards", "job.json", "lock"

_OURS = re.compile(rf"(?:{'|'.join(work.TABLES)})-\d{{5,}}\.parquet(?:\..*{re.escape(sheets.TEMPORARY)})?|{NAME}.*")


@dataclass(frozen=True, slots=True)
class Job:
    """What is made, as far as the bytes of the output hang on it."""

    corpus: Corpus
    options: Options
    size: int

    def to_dict(self) -> dict[str, Any]:
        pyarrow, _ = parquet.libraries()
        corpus, options = self.corpus, self.options
        return {
            "schema": SCHEMA,
            "version": VERSION,
            "edition": options.edition,
            "writer": f"pyarrow {pyarrow.__version__}",
            "options": {"claims": options.claims, "ops": options.ops, "shard_size": self.size},
            "input": {"kind": corpus.kind, "form": corpus.form, "sha256": corpus.fingerprint},
        }


class Books:
    """The folder of a batch and what is finished in it."""

    def __init__(self, output: str, job: Job) -> None:
        self.output = output
        self._job = job.to_dict()
        self._key = sha256(_json(self._job)).hexdigest()
        self._place = Path(output) / BOOKS

    @contextmanager
    def open(self, *, fresh: bool = False) -> Iterator[None]:
        """Keep the folder for oneself; raises InputError where it holds something else, or another batch."""
        try:
            there = os.listdir(self.output) if os.path.exists(self.output) else []
            if there and BOOKS not in there:
                raise InputError(
                    f"{self.output}: contains files that `revtrack batch` did not write: name a new folder"
                )
            self._place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            cause = error.strerror
            raise InputError(f"{self.output}: cannot be written: {cause}: name a folder you can write to") from None
        with lock.hold(self._place / LOCK, patience=0):
            if fresh:
                _clear(self.output)
            self._begin()
            self._sweep()
            yield

    def finished(self, shard: Shard) -> ShardResult | None:
        """The result of a shard that is done, files and all; None where any of it is missing or different."""
        try:
            note = json.loads((self._place / _note(shard)).read_bytes())
            if (note["job"], note["digest"]) != (self._key, shard.digest):
                return None
            result = _result(note["result"])
            whole = all(work.sha256(os.path.join(self.output, file.name)) == file.sha256 for file in result.files)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return result if whole else None

    def finish(self, shard: Shard, result: ShardResult) -> None:
        """Note that a shard is done."""
        self._write(self._place / _note(shard), {"job": self._key, "digest": shard.digest, "result": asdict(result)})

    def close(self, results: Sequence[ShardResult]) -> None:
        """Write the manifest: all is done."""
        self._sweep()
        totals = {name: sum(getattr(one, name) for one in results) for name in ("pairs", "changes", "errors")}
        ordered = sorted(results, key=lambda one: one.number)
        self._write(
            Path(self.output) / NAME, self._job | {"totals": totals, "shards": [asdict(one) for one in ordered]}
        )

    def _begin(self) -> None:
        """Note what is made here; raises InputError where it was something else so far."""
        known = self._known()
        if known is None:
            self._write(self._place / JOB, self._job)
        elif known != self._job:
            raise InputError(
                f"{self.output}: holds a batch with another {' and '.join(_differences(known, self._job))}: name a new"
                " folder, or start over with --fresh"
            )

    def _sweep(self) -> None:
        """Take away what killed writers left."""
        for folder in (Path(self.output), self._place):
            for path in folder.glob(f"*{sheets.TEMPORARY}"):
                path.unlink()

    def _known(self) -> dict[str, Any] | None:
        """The job that was begun in the folder."""
        try:
            found = json.loads((self._place / JOB).read_bytes())
            return found if isinstance(found, dict) else {}
        except FileNotFoundError:
            return None
        except ValueError:
            return {}

    def _write(self, path: Path, value: dict[str, Any]) -> None:
        with sheets.whole(str(path)) as file:
            file.write(_json(value))


def _clear(output: str) -> None:
    """Remove what a batch has written, and nothing else."""
    notes = [path for path in (Path(output) / BOOKS).iterdir() if path.name != LOCK]
    for path in (*notes, *(path for path in Path(output).iterdir() if _OURS.fullmatch(path.name))):
        path.unlink()


def _differences(known: dict[str, Any], wanted: dict[str, Any]) -> Iterator[str]:
    """In what two jobs differ, for a person."""
    told = {
        "schema": "format",
        "version": "version of revtrack",
        "edition": "edition of revtrack",
        "writer": "version of pyarrow",
        "options": "set of options",
        "input": "input",
    }
    yield from (name for key, name in told.items() if known.get(key) != wanted[key])


def _note(shard: Shard) -> str:
    return f"{shard.number:05}.json"


def _result(note: dict[str, Any]) -> ShardResult:
    files = tuple(WrittenFile(**one) for one in note["files"])
    return ShardResult(note["number"], note["pairs"], note["changes"], note["errors"], files)


def _json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, indent=1) + "\n").encode()
