"""What an archive costs as it grows: adds, logs, reads, imports and upkeep, each beside Git doing the like.

Library calls in a warm process against whole git commands, in one run; `revtrack` as a whole command is told as well.
Texts are put in and read through the public Store. Times are medians, of interleaved runs for adds: on the clock, or
where the machine is shared in CPU of this process and those it starts (REVTRACK_BENCH=cpu).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from bench.articles import article
from revtrack.store import Incoming, Store

REVTRACK = str(Path(sys.executable).with_name("revtrack"))
NOW = "2024-10-31T12:00:00Z"
AUTHOR = {
    "GIT_AUTHOR_NAME": "Desk",
    "GIT_AUTHOR_EMAIL": "desk@example.org",
    "GIT_COMMITTER_NAME": "Desk",
    "GIT_COMMITTER_EMAIL": "desk@example.org",
}
VERSIONS = 100  # of the one article that is listed and read
POOL = 200

Figures = dict[str, float]


def measure(rounds: int, archives: tuple[int, ...], single: int = 0) -> Figures:
    """Seconds and ratios by name.

    Archives are given by their number of articles, two revisions each; `single` texts are added one by one to another.
    """
    found: Figures = {}
    with tempfile.TemporaryDirectory() as folder:
        stores = {size: _filled(Path(folder) / f"{size}", size, found) for size in archives}
        largest = stores[archives[-1]]
        os.sync()
        found |= _adds(stores, rounds) | _whole_commands(largest)
        found |= _log(largest, Path(folder)) | _reads(largest) | _rebuild(largest) | _bulk(largest, Path(folder), found)
        found |= _gc(largest, Path(folder))
        if single:
            found |= _after_single_adds(Path(folder), single, rounds)
    return found


def _texts(articles: int) -> Iterator[Incoming]:
    """Two revisions of every article, over some thousand days, and many of one."""
    pool = [article(300, seed) for seed in range(POOL)]
    for turn in range(2):
        for number in range(articles):
            day = f"20{10 + number % 14}-{1 + number // 14 % 12:02}-{1 + number // 168 % 28:02}"
            text = f"{number}\n\n{pool[number % POOL]}{'Updated.' * turn}\n"
            yield Incoming(text.encode(), f"story-{number}", at=f"{day}T0{turn + 1}:00:00Z", by="Desk")
    for turn in range(VERSIONS):
        at = f"2024-01-01T00:{turn // 60:02}:{turn % 60:02}Z"
        yield Incoming(f"{pool[0]}Version {turn}.\n".encode(), "long-story", at=at)


def _filled(folder: Path, articles: int, found: Figures) -> Store:
    store = Store.init(folder)
    found[f"import_{articles}"] = _clock(lambda: store.add_many(_texts(articles), now=NOW))
    return store


def _adds(stores: dict[int, Store], rounds: int) -> Figures:
    """One more revision of an article that is there, in a store and in a work tree of the same articles."""
    trees = {size: _tree(store) for size, store in stores.items()}
    rows: list[Figures] = []
    for turn in range(rounds + 1):
        row: Figures = {}
        for size, store in stores.items():
            text, name = article(900, 10_000 + turn), f"story-{turn % size}"
            path = store.index.paths(store.tip())[name]
            row[f"add_{size}"] = _add(store, text, name)
            row[f"commit_{size}"] = _commit(trees[size], path, text)
        rows.append(row)
    found = {name: median(row[name] for row in rows[1:]) for name in rows[0]}
    smallest = min(stores)
    for size in stores:
        found[f"add_to_commit_{size}"] = found[f"add_{size}"] / found[f"commit_{size}"]
        found[f"add_growth_{size}"] = found[f"add_{size}"] / found[f"add_{smallest}"]
    return found


def _add(store: Store, text: str, name: str) -> float:
    return _clock(lambda: store.add(text.encode(), name, now=NOW, force=True))


def _commit(tree: Path, path: str, text: str) -> float:
    (tree / path).write_text(text, encoding="utf-8")
    return _clock(lambda: _git(tree, "add", path)) + _clock(lambda: _git(tree, "commit", "-q", "-m", "revision"))


def _tree(store: Store) -> Path:
    tree = store.path.parent / "tree"
    _git(store.path, "clone", "-q", str(store.path), str(tree))
    return tree


def _whole_commands(store: Store) -> Figures:
    text = store.path.parent / "story-1.txt"

    def add(turn: int) -> float:
        text.write_text(article(900, 20_000 + turn), encoding="utf-8")
        return _clock(lambda: _run(REVTRACK, "--store", str(store.path), "add", str(text), "--force"))

    log = [REVTRACK, "--store", str(store.path), "list"]
    return {
        "add_command": median(add(turn) for turn in range(5)),
        "list_command": median(_clock(lambda: _run(*log)) for _ in range(3)),
    }


def _log(store: Store, folder: Path) -> Figures:
    """The revisions of one article; Git gets its changed-path filters."""
    peer = folder / "filters.git"
    _git(folder, "clone", "-q", "--bare", str(store.path), str(peer))
    _git(peer, "commit-graph", "write", "--reachable", "--changed-paths")
    path = store.index.paths(store.tip())["long-story"]
    store.revisions("long-story")
    ours = median(_clock(lambda: store.revisions("long-story")) for _ in range(15))
    theirs = median(_clock(lambda: _git(peer, "log", "revisions", "--", path)) for _ in range(5))
    return {"log": ours, "git_log": theirs, "log_to_git": ours / theirs}


def _reads(store: Store) -> Figures:
    revisions = store.revisions("long-story")
    ids = "".join(f"{one.blob}\n" for one in revisions).encode()
    command = ["git", "-C", str(store.path), "cat-file", "--batch"]
    ours = median(_clock(lambda: list(store.read_many(revisions))) for _ in range(15))
    theirs = median(_clock(lambda: subprocess.run(command, input=ids, capture_output=True)) for _ in range(15))
    return {"read": ours, "git_read": theirs, "read_to_git": ours / theirs}


def _rebuild(store: Store) -> Figures:
    """The index made anew from Git."""
    ours, theirs = [], []
    for _ in range(3):
        store.close()
        for path in store.path.glob("index.sqlite*"):
            path.unlink()
        ours.append(_clock(lambda: store.revisions("long-story")))
        theirs.append(_clock(lambda: _git(store.path, "log", "--raw", "revisions")))
    return {"rebuild": median(ours), "git_log_raw": median(theirs), "rebuild_to_git": median(ours) / median(theirs)}


def _bulk(store: Store, folder: Path, found: Figures) -> Figures:
    """The largest import, against a raw `git fast-import` of what it made."""
    theirs = raw_import(store, folder)
    ours = found[max((name for name in found if name.startswith("import_")), key=lambda name: int(name[7:]))]
    return {"git_import": theirs, "import_speed_to_git": theirs / ours}


def raw_import(store: Store, folder: Path) -> float:
    """What a `git fast-import` of a store's revisions takes, into another repository in a folder."""
    exported, peer = folder / "exported", folder / "raw.git"
    with exported.open("wb") as stream:
        subprocess.run(["git", "-C", str(store.path), "fast-export", "revisions"], stdout=stream, check=True)
    _git(folder, "init", "-q", "--bare", str(peer))
    with exported.open("rb") as stream:
        command = ["git", "-C", str(peer), "fast-import", "--quiet"]
        seconds = _clock(lambda: subprocess.run(command, stdin=stream, check=True))
    exported.unlink()
    return seconds


def _gc(store: Store, folder: Path) -> Figures:
    peer = folder / "repacked.git"
    shutil.copytree(store.path, peer)
    seconds = _clock(lambda: store.gc())
    theirs = _clock(lambda: _git(peer, "repack", "-adfq"))
    return {
        "gc": seconds,
        "git_repack": theirs,
        "gc_size": _size(store.path),
        "git_repack_size": _size(peer),
        "gc_size_to_git": _size(store.path) / _size(peer),
    }


def _after_single_adds(folder: Path, adds: int, rounds: int) -> Figures:
    """An add after thousands of single ones, to a store and to a fresh one beside it."""
    old, new = Store.init(folder / "single"), Store.init(folder / "fresh")
    filling = Store(old.path, sync=False)  # the same files; only what is measured waits for the disk
    pool = [article(300, seed) for seed in range(POOL)]
    for turn in range(adds):
        filling.add(f"{turn}\n\n{pool[turn % POOL]}".encode(), f"story-{turn % 1000}", now=NOW)
    os.sync()
    rows = []
    for turn in range(rounds + 1):
        rows.append([_add(store, article(900, 30_000 + turn), "story-1") for store in (old, new)])
    ours, fresh = (median(row[at] for row in rows[1:]) for at in (0, 1))
    return {f"add_after_{adds}": ours, f"add_after_{adds}_growth": ours / fresh}


def _size(path: Path) -> float:
    return sum(file.stat().st_size for file in (path / "objects").rglob("*") if file.is_file())


def _git(folder: Path, *arguments: str) -> None:
    _run("git", "-C", str(folder), *arguments)


def _run(*command: str) -> None:
    subprocess.run(command, env=os.environ | AUTHOR, stdout=subprocess.DEVNULL, check=True)


def _clock(run: Callable[[], object]) -> float:
    now = _spent if os.environ.get("REVTRACK_BENCH") == "cpu" else time.perf_counter
    start = now()
    run()
    return now() - start


def _spent() -> float:
    """Seconds of CPU so far, of this process and those it has waited for."""
    import resource

    own = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in own)


if __name__ == "__main__":
    sizes = tuple(map(int, sys.argv[2:])) or (10, 1_000)
    for name, figure in measure(int(sys.argv[1]), sizes, single=10_000 if max(sizes) > 10_000 else 0).items():
        print(f"{name:24} {figure:14.4f}")
