"""Raw answers in WARC files: what a host really sent, as evidence, and for a better reader to read again.

Each run writes a file of its own, `revtrack-20261031T150400Z.warc.gz`, since one that a killed run left half written
must not be written on. `revtrack import web DIR` reads them.
"""

from __future__ import annotations

import io
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from revtrack.errors import InputError
from revtrack.version import VERSION
from revtrack.watch.extra import needed
from revtrack.watch.wire_answer import WireAnswer

_MOST = 1_000_000_000  # bytes of one file


class RawAnswers:
    """A folder of WARC files; nothing is made in it before the first answer."""

    def __init__(self, folder: Path) -> None:
        """Raises InputError without the packages of the extra `watch`."""
        self._folder = folder
        self._writers = needed("warcio.warcwriter")
        self._headers = needed("warcio.statusandheaders").StatusAndHeaders
        self._file: IO[bytes] | None = None
        self._writer: Any = None

    def keep(self, answer: WireAnswer, time: float) -> str:
        """Write an answer down, on the disk; gives the id of its record. Raises InputError."""
        moment = datetime.fromtimestamp(int(time), UTC)
        # The body is as it was after the wire took it apart into chunks; the header would make readers look for those.
        head = [(name, value) for name, value in answer.head if name.lower() != "transfer-encoding"]
        reason = answer.reason.encode("ascii", "replace").decode()  # of a status line warcio takes nothing else
        status = self._headers(f"{answer.status} {reason}".strip(), head, protocol="HTTP/1.1")
        try:
            file = self._opened(moment)
            record = self._writer.create_warc_record(
                answer.url,
                "response",
                payload=io.BytesIO(answer.raw),
                http_headers=status,
                warc_headers_dict={"WARC-Date": moment.strftime("%Y-%m-%dT%H:%M:%SZ")},
            )
            self._writer.write_record(record)
            file.flush()
            os.fsync(file.fileno())
        except OSError as error:
            raise InputError(f"{self._folder}: cannot be written: {error.strerror}: check the free space") from None
        return str(record.rec_headers.get_header("WARC-Record-ID") or "")

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()
            self._file = None

    def _opened(self, moment: datetime) -> IO[bytes]:
        if self._file and self._file.tell() > _MOST:
            self.close()
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = self._new(f"revtrack-{moment:%Y%m%dT%H%M%SZ}")
            self._writer = self._writers.WARCWriter(self._file, gzip=True)
            about = {"software": f"revtrack/{VERSION}", "format": "WARC File Format 1.0"}
            self._writer.write_record(self._writer.create_warcinfo_record(os.path.basename(self._file.name), about))
        return self._file

    def _new(self, stem: str) -> IO[bytes]:
        number = 0
        while True:
            try:
                return open(self._folder / f"{stem}{f'-{number}' if number else ''}.warc.gz", "xb")
            except FileExistsError:
                number += 1
