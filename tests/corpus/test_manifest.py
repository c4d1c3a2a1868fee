"""The books: what counts as finished, what a folder may hold, and what is taken away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from revtrack.corpus import work
from revtrack.corpus.manifest import Books
from revtrack.corpus.shard import Corpus
from revtrack.errors import InputError, StoreError
from tests.corpus.corpora import OPTIONS, contents, jsonl, opened, pairs


@pytest.fixture
def done(tmp_path: Path) -> tuple[Corpus, Books]:
    """A batch of two shards, of which the first is done."""
    corpus, books = opened(jsonl(tmp_path / "corpus", pairs(4)), tmp_path / "out", 2)
    with books.open():
        books.finish(corpus.shards[0], work.run(corpus.shards[0], books.output, OPTIONS))
    return corpus, books


def test_a_finished_shard_is_known_again(done: tuple[Corpus, Books]) -> None:
    """With its result; the other one is not."""
    corpus, books = done
    with books.open():
        result = books.finished(corpus.shards[0])
        assert result
        assert (result.pairs, result.errors, len(result.files)) == (2, 0, 4)
        assert books.finished(corpus.shards[1]) is None


@pytest.mark.parametrize("name", ["changes-00000.parquet", ".shards/00000.json"])
@pytest.mark.parametrize("data", [None, b"", b"{}", b"[7]", b"PAR1"])
def test_what_is_missing_or_different_is_done_again(name: str, data: bytes | None, done: tuple[Corpus, Books]) -> None:
    """That a file exists is not enough."""
    corpus, books = done
    path = Path(books.output) / name
    path.unlink() if data is None else path.write_bytes(data)
    with books.open():
        assert books.finished(corpus.shards[0]) is None


@pytest.mark.parametrize(("size", "rows", "said"), [(3, 4, "another set of options"), (2, 3, "another input")])
def test_another_batch_is_not_mixed_in(
    size: int, rows: int, said: str, done: tuple[Corpus, Books], tmp_path: Path
) -> None:
    """Half a folder of one corpus and half of another would be neither."""
    _, other = opened(jsonl(tmp_path / "corpus", pairs(rows)), tmp_path / "out", size)
    before = contents(tmp_path / "out")
    with pytest.raises(InputError, match=f"{said}: name a new folder, or start over with --fresh"), other.open():
        pass
    assert contents(tmp_path / "out") == before
    with other.open(fresh=True):
        assert set(contents(tmp_path / "out")) == {".shards/job.json", ".shards/lock"}


def test_a_folder_of_others_is_left_alone(tmp_path: Path) -> None:
    """Whether to begin afresh or not."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "changes-00000.parquet").write_bytes(b"mine")
    _, books = opened(jsonl(tmp_path / "corpus", pairs(1)), tmp_path / "out", 2)
    for fresh in (False, True):
        with pytest.raises(InputError, match="did not write"), books.open(fresh=fresh):
            pass
    assert contents(tmp_path / "out") == {"changes-00000.parquet": b"mine"}


def test_fresh_takes_away_what_a_batch_wrote_and_nothing_else(done: tuple[Corpus, Books]) -> None:
    """A note that somebody put there stays."""
    _, books = done
    (Path(books.output) / "notes.txt").write_text("mine")
    with books.open(fresh=True):
        assert set(contents(Path(books.output))) == {".shards/job.json", ".shards/lock", "notes.txt"}


def test_what_killed_writers_left_is_taken_away(done: tuple[Corpus, Books]) -> None:
    """Halves of tables do not pile up."""
    _, books = done
    left = Path(books.output) / "changes-00001.parquet.77-ab.part"
    left.write_bytes(b"half")
    with books.open():
        assert not left.exists()


def test_two_batches_do_not_share_a_folder(done: tuple[Corpus, Books]) -> None:
    """The second is told who is there."""
    _, books = done
    with books.open(), pytest.raises(StoreError, match="another process has held this lock"), books.open():
        pass


@pytest.mark.parametrize("name", ["file", "file/out"])
def test_a_folder_that_cannot_be_made_is_named(name: str, tmp_path: Path) -> None:
    """With the cause."""
    (tmp_path / "file").write_text("")
    _, books = opened(jsonl(tmp_path / "corpus", pairs(1)), tmp_path / name, 2)
    with pytest.raises(InputError, match="cannot be written"), books.open():
        pass


def test_the_manifest_tells_the_job_and_every_file(done: tuple[Corpus, Books]) -> None:
    """Of nothing that another machine or another day would tell differently."""
    corpus, books = done
    with books.open():
        results = [work.run(shard, books.output, OPTIONS) for shard in corpus.shards]
        books.close(results[::-1])
    told = json.loads((Path(books.output) / "manifest.json").read_bytes())
    assert (told["schema"], told["totals"]) == ("revtrack.batch/1", {"pairs": 4, "changes": 4, "errors": 0})
    assert told["options"] == {"claims": True, "ops": True, "shard_size": 2}
    assert told["input"] == {"kind": "jsonl", "form": "pairs", "sha256": corpus.fingerprint}
    assert [shard["number"] for shard in told["shards"]] == [0, 1]
    for file in (file for shard in told["shards"] for file in shard["files"]):
        assert work.sha256(str(Path(books.output) / file["name"])) == file["sha256"]
    assert str(Path(books.output)) not in json.dumps(told)
