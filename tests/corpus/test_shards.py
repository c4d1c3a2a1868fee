"""Shards: together they are the corpus, no article is cut, and what has changed since is noticed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pyarrow
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from revtrack.corpus import shard, shard_rows, shards
from revtrack.corpus.pairs import Bad, Pair
from revtrack.errors import InputError, StoreError
from revtrack.store import Store
from tests.corpus.corpora import jsonl, pairs, table, text, versions

WRITERS: dict[str, Callable[..., str]] = {"jsonl": jsonl, "parquet": table}
TIME = "2024-10-31T12:00:00Z"


def ids(corpus: shard.Corpus) -> list[str | None]:
    return [one.id for shard in corpus.shards for one in shard_rows.of(shard)]


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("size", [1, 3, 4, 10, 99])
def test_shards_of_pairs_are_all_of_them(kind: str, size: int, tmp_path: Path) -> None:
    """Every row is in one shard, in order, however large that is and however the file is built."""
    corpus = shards.of(WRITERS[kind](tmp_path / "corpus", pairs(10)), size)
    assert (corpus.kind, corpus.form) == (kind, "pairs")
    assert ids(corpus) == [str(number) for number in range(10)]
    assert [shard.number for shard in corpus.shards] == list(range(-(-10 // size)))


@pytest.mark.parametrize("kind", WRITERS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25)
@given(counts=st.lists(st.integers(1, 5), min_size=1, max_size=6), size=st.integers(1, 7))
def test_no_article_is_cut(kind: str, counts: list[int], size: int, tmp_path: Path) -> None:
    """A pair whose versions lay in two shards would be lost."""
    rows = versions({f"story-{number}": count for number, count in enumerate(counts)})
    corpus = shards.of(WRITERS[kind](tmp_path / "corpus", rows), size)
    found = [one for shard in corpus.shards for one in shard_rows.of(shard)]
    assert all(isinstance(one, Pair) for one in found)
    assert len(found) == sum(counts) - len(counts)
    assert len(corpus.shards) <= sum(counts) // size + 1


@pytest.mark.parametrize("kind", WRITERS)
def test_an_article_that_comes_back_is_refused_before_anything_is_compared(kind: str, tmp_path: Path) -> None:
    """Half of its pairs would be missing, and nobody would know."""
    rows = [*versions({"a": 2, "b": 1}), {"article": "a", "version": 3, "text": text(9)}]
    with pytest.raises(InputError, match="row 4: article 'a' is not in one block: sort the file"):
        shards.of(WRITERS[kind](tmp_path / "corpus", rows), 99)


def test_the_fingerprint_is_of_the_rows_and_not_of_the_place(tmp_path: Path) -> None:
    """The same file elsewhere is the same corpus; another text is another."""
    (tmp_path / "there").mkdir()
    here, there = (shards.of(jsonl(tmp_path / name, pairs(4)), 2) for name in ("a", "there/b"))
    assert here.fingerprint == there.fingerprint
    assert shards.of(jsonl(tmp_path / "c", pairs(5)[1:]), 2).fingerprint != here.fingerprint


@pytest.mark.parametrize("kind", WRITERS)
def test_a_corpus_that_changed_meanwhile_is_noticed(kind: str, tmp_path: Path) -> None:
    """Rather no table than one of two corpora."""
    path = WRITERS[kind](tmp_path / "corpus", pairs(4))
    corpus = shards.of(path, 2)
    WRITERS[kind](tmp_path / "corpus", [{**row, "new": "No one died."} for row in pairs(4)])
    with pytest.raises(InputError, match="has changed since the batch began"):
        ids(corpus)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"not json", "line 2: is not JSON"),
        (b"[1]", "line 2: is not a JSON object"),
        (b'{"id": "\xff"}', "line 2: is not UTF-8"),
        (b"[" * 100_000, "line 2: is not JSON: nested too deeply"),
        (b'{"id": ' + b"9" * 5000 + b"}", "line 2: is not JSON: Exceeds the limit"),
        (b'{"id": "' + b"a" * 3000 + b'"}', "line 2: is longer than 0 MB"),
    ],
)
def test_a_line_that_cannot_be_read_is_a_row_with_its_error(
    line: bytes, error: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lines around it are read."""
    if error.endswith("0 MB"):
        monkeypatch.setattr(shard_rows, "LONGEST", 1000)
    path = jsonl(tmp_path / "corpus", [pairs(1)[0], line, *pairs(2)[1:]])
    first, bad, last = (one for shard in shards.of(path, 2).shards for one in shard_rows.of(shard))
    assert (first.id, last.id) == ("0", "1")
    assert isinstance(bad, Bad)
    assert bad.error.startswith(error)


def test_blank_lines_and_a_byte_order_mark_are_nothing(tmp_path: Path) -> None:
    """Neither rows nor errors, and a last line needs no end."""
    path = Path(jsonl(tmp_path / "corpus", ["", *pairs(2), " "]))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().strip())
    assert ids(shards.of(str(path), 1)) == ["0", "1"]


def test_articles_of_a_store_are_never_cut(tmp_path: Path) -> None:
    """Each shard names whole articles; an added revision is another corpus."""
    store = Store.init(tmp_path)
    for name in ("bridge", "ferry", "court"):
        for number in (12, 21, 30):
            store.add(text(number).encode(), name, at=f"2024-10-{number}", now=TIME)
    corpus = shards.of(str(tmp_path), 4)
    assert [shard.articles for shard in corpus.shards] == [("bridge", "court"), ("ferry",)]
    assert ids(corpus) == [f"{name}@{old}-{old + 1}" for name in ("bridge", "court", "ferry") for old in (1, 2)]
    store.add(text(31).encode(), "ferry", now="2024-11-01T12:00:00Z")
    with pytest.raises(InputError, match="has changed since the batch began"):
        ids(corpus)


def test_a_revision_of_a_newsroom_that_is_no_text_is_a_row_with_its_error(tmp_path: Path) -> None:
    """What was committed by mistake does not stop the archive."""
    identity = ["-c", "user.name=A", "-c", "user.email=a@news.example"]
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    for number, data in enumerate((text(12).encode(), b"\0", text(21).encode())):
        (tmp_path / "story.md").write_bytes(data)
        subprocess.run(["git", *identity, "add", "."], cwd=tmp_path, check=True)
        day = f"2024-10-{10 + number}T12:00:00Z"
        subprocess.run(["git", *identity, "commit", "-qm", "a", "--date", day], cwd=tmp_path, check=True)
    bad, pair = (one for shard in shards.of(str(tmp_path), 9).shards for one in shard_rows.of(shard))
    assert (bad.id, pair.id) == ("story.md@2", "story.md@1-3")
    assert isinstance(bad, Bad)
    assert bad.error.startswith("story.md@2: is binary")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "no such file or store"),
        (b'{"headline": "a"}\n', "has neither `id`, `old`, `new` nor"),
        (b"", "has no readable row"),
        (b"PAR1 and no more", "cannot be read as Parquet"),
    ],
)
def test_what_is_no_corpus_is_refused(data: bytes | None, said: str, tmp_path: Path) -> None:
    """With the file, the cause and the next step."""
    path = tmp_path / "corpus"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputError, match=said):
        shards.of(str(path), 1)


def test_a_folder_without_a_store_and_a_table_without_rows_are_refused(tmp_path: Path) -> None:
    """There is nothing to compare."""
    with pytest.raises(StoreError):
        shards.of(str(tmp_path), 1)
    parquet.write_table(pyarrow.table({"id": [], "old": [], "new": []}), tmp_path / "a")
    with pytest.raises(InputError, match="is empty"):
        shards.of(str(tmp_path / "a"), 1)
