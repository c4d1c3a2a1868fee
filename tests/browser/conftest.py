"""The page as it is served: the real runtime, on a loopback server.

Making it takes half a minute of Node, so it is kept in build/ for as long as no line of what is in it changes.
"""

from __future__ import annotations

import fcntl
import functools
import hashlib
import http.server
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from revtrack.browser import bundle, page_folder, runtime

BUILD = Path(__file__).resolve().parents[2] / "build"
BUILT = BUILD / runtime.ARCHIVE
OWN = Path(page_folder.__file__).parent


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The runtime, as `make page` or npm fetches it; where it cannot be had the test is skipped, or fails in CI."""
    if BUILT.exists():
        return BUILT
    folder = tmp_path_factory.mktemp("runtime")
    if shutil.which("npm"):
        command = ["npm", "pack", "--silent", "--pack-destination", str(folder), runtime.PACKAGE]
        subprocess.run(command, check=False, capture_output=True)
    if not (folder / runtime.ARCHIVE).exists():
        reason = f"{runtime.PACKAGE} could not be fetched with npm"
        pytest.fail(reason) if os.environ.get("REVTRACK_REQUIRE_ALL") == "1" else pytest.skip(reason)
    return folder / runtime.ARCHIVE


@pytest.fixture(scope="session")
def page_made(request: pytest.FixtureRequest) -> Path:
    """The folder of the page; nothing is fetched where it was made already."""
    own = (path for path in sorted(OWN.rglob("*")) if path.is_file() and path.suffix != ".pyc")
    parts = [bundle.made(), *(path.read_bytes() for path in own)]
    digest = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()[:16]
    kept = BUILD / f"page-{digest}"
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "page.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the other process of the tests waits for it instead of making it, too
        if not kept.exists():
            for old in BUILD.glob("page-*"):
                shutil.rmtree(old)
            made = BUILD / "making"
            shutil.rmtree(made, ignore_errors=True)
            page_folder.write(made, request.getfixturevalue("archive"))
            made.rename(kept)
    return kept


@pytest.fixture(scope="session")
def address(page_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the page is served: below another folder, as on a real host."""
    root = tmp_path_factory.mktemp("served")
    shutil.copytree(page_made, root / "tools" / "compare")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *parts: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/tools/compare/"
    server.shutdown()
    server.server_close()
