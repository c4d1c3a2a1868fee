"""An anchor says what an archive was; an authority says when it was shown that; both are held against what there is."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

import revtrack
from revtrack.errors import InputError, StoreError
from revtrack.store import anchoring, witness
from tests.git_fixtures import git, plain_settings

__all__ = ["git", "plain_settings"]


@pytest.fixture
def archive(tmp_path: Path) -> revtrack.Archive:
    made = revtrack.Archive.create(tmp_path / "news")
    for day, toll in enumerate((12, 21, 30), 1):
        made.add(f"At least {toll} people died.\n", "storm", at=f"2024-10-0{day}")
    return made


def wrong(archive: revtrack.Archive, file: Path) -> list[str]:
    return [one.what for one in archive.verify(anchor=str(file)).findings if not one.note]


def test_an_archive_that_only_grew_has_what_it_had(archive: revtrack.Archive, tmp_path: Path) -> None:
    """Written once, never overwritten; readable when signed, and when typed in from paper."""
    file = tmp_path / "a.anchor"
    found = archive.verify(anchor=str(file))
    assert found.is_new
    assert found.anchor
    assert (found.anchor.revisions, found.anchor.tip) == (3, archive.source.revisions("storm")[-1].commit)
    written = file.read_text()
    archive.add("At least 40 people died.\n", "storm", at="2024-10-04")
    archive.undo()
    archive.rename("storm", "ulla")
    again = archive.verify(anchor=str(file))
    assert (again.findings, again.is_new, again.anchor) == ((), False, found.anchor)
    assert file.read_text() == written
    typed = "".join(f"  {line[:30]} {line[30:]}\n".upper() for line in written.splitlines())
    signed = f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n{typed}-----BEGIN PGP SIGNATURE-----\n\niQ==\n"
    assert anchoring.read(signed, "") == found.anchor


def test_what_is_gone_is_named(archive: revtrack.Archive, tmp_path: Path, git) -> None:
    """A branch moved back, with an index that knows of nothing; a history rewritten; a digest of other texts."""
    file = tmp_path / "a.anchor"
    archive.verify(anchor=str(file))
    last = archive.source.revisions("storm")[-1]
    git(archive.path, "update-ref", "refs/heads/revisions", "revisions~1")
    archive.source.close()  # type: ignore[attr-defined]
    (archive.path / "index.sqlite").unlink()
    findings = archive.verify(anchor=str(file)).findings
    assert "it had 3 revisions then" in findings[0].what
    assert [(one.article, one.commit) for one in findings[1:]] == [("storm", last.commit)]
    git(archive.path, "reflog", "expire", "--expire=now", "--all")
    git(archive.path, "gc", "--quiet", "--prune=now")
    assert ["cannot be told here" in what for what in wrong(archive, file)] == [True]
    other = tmp_path / "b.anchor"
    now = archive.verify(anchor=str(other)).anchor
    assert now
    other.write_text(other.read_text().replace("revisions: 2", "revisions: 3"))
    assert wrong(archive, other) == [f"the anchor of {now.time} counts 3 revisions, the archive has 2 of that time"]
    other.write_text(other.read_text().replace("revisions: 3", "revisions: 2").replace(now.digest, "0" * 64))
    assert ["has another digest" in what for what in wrong(archive, other)] == [True]


def test_what_is_no_anchor(archive: revtrack.Archive, tmp_path: Path, git) -> None:
    """And when none is written: for an empty store, or one with findings."""
    file = tmp_path / "a.anchor"
    file.write_text("revtrack anchor 1\ntip: 12\n")
    with pytest.raises(InputError, match=r"a\.anchor: is not an anchor: its line `tip"):
        archive.verify(anchor=str(file))
    with pytest.raises(InputError, match="no revision yet to anchor"):
        revtrack.Archive.create(tmp_path / "empty").verify(anchor=str(tmp_path / "b.anchor"))
    with pytest.raises(InputError, match=r"cannot be written"):
        archive.verify(anchor=str(tmp_path / "nowhere" / "b.anchor"))
    git(archive.path, "update-ref", "refs/heads/revisions", "revisions~1")
    archive.articles()
    assert "no anchor was written" in wrong(archive, tmp_path / "b.anchor")[-1]
    assert not (tmp_path / "b.anchor").exists()


CONFIG = """
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[tsa_cert]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = made
[made]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A time-stamping authority on this machine, and the folder with its certificate `ca.pem`."""
    pytest.importorskip("rfc3161_client")
    folder = tmp_path_factory.mktemp("authority")

    def openssl(*arguments: str) -> bytes:
        return subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True).stdout

    (folder / "openssl.cnf").write_text(CONFIG.format(folder=folder))
    (folder / "serial").write_text("01\n")
    for name in ("ca", "tsa", "other"):
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", f"{name}.key")
        openssl("req", "-new", "-key", f"{name}.key", "-subj", f"/CN={name}", "-out", f"{name}.csr")
    extensions = ("-extfile", "openssl.cnf", "-days", "30")
    for name in ("ca", "other"):
        key = (f"{name}.csr", "-signkey", f"{name}.key", *extensions, "-extensions", "ca", "-out", f"{name}.pem")
        openssl("x509", "-req", "-in", *key)
    signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "tsa.pem")
    openssl("x509", "-req", "-in", "tsa.csr", *signed, *extensions, "-extensions", "tsa_cert")

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            (folder / "query").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            answer = {"/": b"", "/nonsense": b"nonsense", "/long": b"x" * (witness.MOST + 1)}.get(self.path, b"")
            if self.path == "/":
                answer = openssl("ts", "-reply", "-config", "openssl.cnf", "-queryfile", "query")
            if self.path == "/replayed":
                answer = (folder / "old").read_bytes()
            self.send_response(302 if self.path == "/elsewhere" else 200)
            self.send_header("Location", "/")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)
            if self.path == "/":
                (folder / "old").write_bytes(answer)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", folder
        server.shutdown()


def test_a_witness_says_when_it_saw_the_anchor(
    archive: revtrack.Archive, tmp_path: Path, authority: tuple[str, Path]
) -> None:
    """Checked by its certificate; by another one, or for another file, it proves nothing."""
    address, folder = authority
    file = tmp_path / "a.anchor"
    made = archive.verify(anchor=str(file), witness=f"{address}/")
    assert made.witnessed.startswith("20")
    assert ["--authority" in one.what for one in made.findings if one.note] == [True]
    checked = archive.verify(anchor=str(file), authority=str(folder / "ca.pem"))
    assert (checked.findings, checked.witnessed) == ((), made.witnessed)
    [other] = archive.verify(anchor=str(file), authority=str(folder / "other.pem")).findings
    assert "is not signed by the authority whose certificate is" in other.what
    file.write_text(file.read_text() + "\n")
    assert ["of another file, or the file was changed" in what for what in wrong(archive, file)] == [True]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/nonsense", "is not a time stamp"),
        ("/long", "more than a time stamp"),
        ("/elsewhere", "does not answer"),
        ("/replayed", "a time stamp of something else"),
    ],
)
def test_a_bad_authority_is_told(authority: tuple[str, Path], path: str, said: str) -> None:
    """By its address; an old answer to the same bytes is none."""
    witness.stamp(b"data", f"{authority[0]}/")
    with pytest.raises(StoreError, match=said):
        witness.stamp(b"data", authority[0] + path)


def test_no_address_of_a_file_is_asked() -> None:
    """Nor anything else that is not an authority's."""
    with pytest.raises(InputError, match="is not the address of a time-stamping authority"):
        witness.stamp(b"data", "file:///etc/passwd")
