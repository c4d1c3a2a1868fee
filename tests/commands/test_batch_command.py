"""`revtrack batch` as a whole: restarts after every kind of end, bad rows, stores, and what it refuses."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyarrow import parquet

from tests.commands.newsdesk import FIRST, SECOND, THIRD, Desk

PAIRS = [{"id": number, "old": FIRST, "new": FIRST.replace("12", str(number + 13))} for number in range(24)]
MAKE = ("batch", "pairs.jsonl", "out", "--shard-size", "2", "--ops", "--workers")
linux = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="looks for processes in /proc")


def jsonl(desk: Desk, name: str, rows: list[object]) -> str:
    return desk.write(name, "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))


def rows(folder: Path, table: str = "changes") -> list[dict[str, object]]:
    return [row for file in sorted(folder.glob(f"{table}-*.parquet")) for row in parquet.read_table(file).to_pylist()]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def corpus(empty: Desk) -> Desk:
    """A folder with a corpus of pairs."""
    jsonl(empty, "pairs.jsonl", list(PAIRS))
    return empty


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one worker makes of that corpus without being disturbed."""
    desk = Desk(tmp_path_factory.mktemp("made"))
    with contextlib.chdir(desk.folder):
        jsonl(desk, "pairs.jsonl", list(PAIRS))
        told = desk.ok(*MAKE, "1")
    assert told == "out: pairs: 24; changes: 24; rows that could not be compared: 0\n"
    assert [row["id"] for row in rows(desk.folder / "out")] == [str(pair["id"]) for pair in PAIRS]
    return contents(desk.folder / "out")


def test_the_bytes_do_not_hang_on_the_workers_nor_on_how_often_it_ran(corpus: Desk, made: dict[str, bytes]) -> None:
    """One worker or two, once or again: the folder is the same."""
    for _ in range(2):
        assert corpus.ok(*MAKE, "2").startswith("out: pairs: 24")
        assert contents(corpus.folder / "out") == made


# Says so when two shards are finished, and finishes no third.
PAUSING = """
import sys
from revtrack.__main__ import start
from revtrack.corpus.manifest import Books
finish, finished = Books.finish, []
def pausing(*given):
    finish(*given)
    finished.append(given)
    if len(finished) == 2:
        print("two", flush=True)
        sys.stdin.read()
Books.finish = pausing
start()
"""


def started(desk: Desk, *args: str) -> subprocess.Popen[bytes]:
    """A batch as a program of its own that has finished two shards, and waits."""
    process = subprocess.Popen(
        [sys.executable, "-c", PAUSING, *args],
        cwd=desk.folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout
    assert process.stdout.readline() == b"two\n"
    return process


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


def wait_for_end(pids: list[int]) -> None:
    """The test is stopped by its own time limit where a worker outlives the batch."""
    while any(map(is_alive, pids)):
        time.sleep(0.01)


@pytest.mark.kill
@linux
@pytest.mark.parametrize(("end", "code"), [(signal.SIGKILL, -9), (signal.SIGINT, 130), (signal.SIGTERM, -15)])
def test_what_was_stopped_goes_on_where_it_was(
    end: signal.Signals, code: int, corpus: Desk, made: dict[str, bytes]
) -> None:
    """Killed, interrupted or ended: no worker stays, finished shards are kept, and the end is the same bytes."""
    process = started(corpus, *MAKE, "2")
    workers = children(process.pid)
    process.send_signal(end)
    assert process.wait() == code  # and only then is its input closed
    _, said = process.communicate()
    assert (b"revtrack: stopped" in said) == (code == 130)
    assert b"Traceback" not in said
    wait_for_end(workers)
    kept = {path.name: path.stat().st_mtime_ns for path in (corpus.folder / "out" / ".shards").glob("0*.json")}
    assert not (corpus.folder / "out" / "manifest.json").exists()
    corpus.ok(*MAKE, "1")
    again = {path.name: path.stat().st_mtime_ns for path in (corpus.folder / "out" / ".shards").glob("0*.json")}
    assert kept.items() <= again.items()
    assert contents(corpus.folder / "out") == made


def test_bad_rows_are_rows_with_their_errors(empty: Desk) -> None:
    """Exit code 1, and all others are compared."""
    jsonl(empty, "mixed.jsonl", [PAIRS[0], "no json", {"id": "x", "old": FIRST}, PAIRS[1]])
    result = empty.run("batch", "mixed.jsonl", "out", "--workers", "1")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout == "out: pairs: 2; changes: 2; rows that could not be compared: 2\n"
    assert [(row["id"], row["error"]) for row in rows(empty.folder / "out")] == [
        ("0", None),
        (None, "line 2: is not JSON: Expecting value"),
        ("x", "line 3: has no `new`"),
        ("1", None),
    ]
    assert json.loads((empty.folder / "out" / "manifest.json").read_bytes())["totals"]["errors"] == 2


def test_a_store_gives_what_export_gives(desk: Desk) -> None:
    """The same changes of the same revisions, beside the id of each pair; addresses of articles are exported alone."""
    desk.ok("batch", ".revtrack", "out", "--workers", "1", "--claims", "--ops")
    desk.ok("export", "-o", "changes.parquet")
    exported = parquet.read_table(desk.folder / "changes.parquet").to_pylist()
    told = rows(desk.folder / "out")
    assert {row["id"] for row in told} == {"ferry@1-2", "ferry@2-3"}
    shared = [{name: value for name, value in row.items() if name != "address"} for row in exported]
    assert [{name: row[name] for name in shared[0]} for row in told] == shared
    desk.ok("export", "claims", "-o", "claims.parquet")
    claims = [{name: row[name] for name in row if name != "id"} for row in rows(desk.folder / "out", "claims")]
    exported = parquet.read_table(desk.folder / "claims.parquet").to_pylist()
    assert claims == [{name: value for name, value in row.items() if name != "address"} for row in exported]


def test_versions_are_paired(empty: Desk) -> None:
    """Under the names of NewsEdits too; the tables have its columns."""
    texts = enumerate((FIRST, SECOND, THIRD))
    jsonl(empty, "versions.jsonl", [{"entry_id": 7, "version": number, "summary": text} for number, text in texts])
    empty.ok("batch", "versions.jsonl", "out", "--workers", "1", "--ops")
    told = [(row["entry_id"], row["version_x"], row["version_y"]) for row in rows(empty.folder / "out", "ops")]
    assert sorted(set(told)) == [("7", 0, 1), ("7", 1, 2)]
    assert {row["version"] for row in rows(empty.folder / "out", "sentences")} == {0, 1, 2}


def test_versions_that_are_not_sorted_by_article_are_refused(empty: Desk) -> None:
    """Before anything is written."""
    texts = [("a", 1), ("b", 1), ("a", 2)]
    jsonl(empty, "v.jsonl", [{"article": name, "version": number, "text": FIRST} for name, number in texts])
    assert "article 'a' is not in one block: sort" in empty.fails("batch", "v.jsonl", "out")
    assert not (empty.folder / "out").exists()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("missing.jsonl out", "no such file or store"),
        ("first.txt out", "has no readable row"),
        (". out", "not a revtrack store"),
        ("pairs.jsonl first.txt", "first.txt: cannot be written"),
        ("pairs.jsonl .", "did not write"),
        ("pairs.jsonl out --workers 0", "--workers"),
        ("pairs.jsonl out --shard-size 0", "--shard-size"),
        ("pairs.jsonl out --cluster tcp://127.0.0.1:9", "no Dask scheduler answers"),
    ],
)
def test_what_cannot_be_done_is_said(args: str, said: str, corpus: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, exit code 2, nothing half-written."""
    monkeypatch.setattr("revtrack.corpus.cluster.PATIENCE", 1)
    assert said in corpus.fails("batch", *args.split())
    assert not list(corpus.folder.rglob("*.parquet"))


def test_another_batch_in_the_same_folder_is_refused(corpus: Desk) -> None:
    """The way on is named; with it the old tables go."""
    corpus.ok(*MAKE, "1")
    assert "another set of options: name a new folder, or" in corpus.fails("batch", "pairs.jsonl", "out")
    corpus.ok("batch", "pairs.jsonl", "out", "--workers", "1", "--fresh")
    assert not list((corpus.folder / "out").glob("ops-*"))


def test_help_and_compare_load_none_of_it(corpus: Desk) -> None:
    """A batch is rare, and start-up is every day."""
    code = (
        "import sys\nfrom revtrack.cli import main\n"
        "try: main(['compare', 'first.txt', 'second.txt'])\nexcept SystemExit as end: assert not end.code\n"
        "heavy = {'pyarrow', 'multiprocessing', 'distributed', 'revtrack.corpus', 'revtrack.rows', 'revtrack.sheets'}\n"
        "assert not heavy & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=corpus.folder, stdout=subprocess.DEVNULL).returncode == 0
