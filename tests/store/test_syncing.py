"""Two copies of a store that both grew: every revision of both, the same end on both, and nothing of a bad copy."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from revtrack.errors import InputError, RefusedError, RevtrackError, StoreError
from revtrack.index.revision_index import Index
from revtrack.store import Incoming, Store, remote, syncing

BRANCH = "refs/heads/revisions"
Git = Callable[..., str]


def at(minute: int) -> str:
    return f"2024-11-05T{12 + minute // 60:02}:{minute % 60:02}:00Z"


@pytest.fixture
def pair(store: Store, tmp_path: Path) -> tuple[Store, Store]:
    """A store with one revision, and a copy of it."""
    store.add(b"Twelve people died.\n", "storm", now=at(0))
    copy = Store.init(tmp_path / "copy")
    copy.sync_with(str(store.path))
    return store, copy


def grown(pair: tuple[Store, Store]) -> tuple[Store, Store]:
    """Each side with a revision of its own of one article."""
    for number, (store, text) in enumerate(zip(pair, (b"Twenty people died.\n", b"Thirty died.\n"), strict=True), 1):
        store.add(text, "storm", now=at(number), by=f"Desk {number}")
    return pair


def all_of(store: Store) -> list[object]:
    return [store.tip(), *store.history(), *store.acts(), *store.aliases()]


def is_sound(store: Store) -> bool:
    anew = Index(store.repository, BRANCH, anew=True)
    return [*store.verify()] == [] and anew.history(store.tip()) == store.history()


def test_nothing_to_do_does_nothing(pair: tuple[Store, Store], tmp_path: Path) -> None:
    """Between equal copies, empty ones, and again."""
    store, copy = pair
    tip = store.tip()
    for _ in range(2):
        done = copy.sync_with()
        assert (done.tip, done.received, done.sent, done.merged) == (tip, 0, 0, False)
    empty, other = Store.init(tmp_path / "empty"), Store.init(tmp_path / "other")
    assert empty.sync_with(str(other.path)).tip == other.tip() == ""
    assert copy.divergence() == store.divergence() == ""


def test_the_side_that_is_behind_catches_up(pair: tuple[Store, Store]) -> None:
    """Whichever it is; no commit is made for that."""
    store, copy = pair
    store.add(b"Twenty people died.\n", "storm", now=at(1))
    assert copy.divergence() == ""
    assert (done := copy.sync_with()).received == 1
    copy.add(b"Thirty people died.\n", "storm", now=at(2))
    assert copy.divergence() == ""
    assert copy.sync_with().sent == 1
    assert not done.merged
    assert all_of(store) == all_of(copy)
    assert store.repository.run("rev-list", "--merges", BRANCH) == b""


def test_both_grew_and_both_have_all(pair: tuple[Store, Store]) -> None:
    """In order of time, under the commits that were acknowledged; then both can go on."""
    store, copy = grown(pair)
    acknowledged = {one.commit for one in (*store.history(), *copy.history())}
    assert "have both grown" in copy.divergence()
    done = copy.sync_with()
    assert (done.received, done.sent, done.merged, done.repeated) == (1, 1, True, 0)
    assert [data.split()[0] for data in store.read_many(store.revisions("storm"))] == [b"Twelve", b"Twenty", b"Thirty"]
    assert {one.commit for one in store.history()} == acknowledged
    assert all_of(store) == all_of(copy)
    assert is_sound(store)
    assert is_sound(copy)
    assert copy.divergence() == ""
    assert store.add(b"Forty people died.\n", "storm", now=at(3)).revision.number == 4
    assert is_sound(store)


def test_whoever_merges_makes_the_same_commit(pair: tuple[Store, Store], tmp_path: Path) -> None:
    """On another machine, later, from the other side."""
    store, copy = grown(pair)
    for article in ("gale", "court"):
        store.add(f"Of {article}, here.\n".encode(), article, now=at(4))
        copy.add(f"Of {article}, there.\n".encode(), article, now=at(5))
    other, elsewhere = tmp_path / "a" / ".revtrack", tmp_path / "b" / ".revtrack"
    for kept, place in ((store, other), (copy, elsewhere)):
        kept.close()
        shutil.copytree(kept.path, place)
    assert (done := copy.sync_with(str(store.path))).tip == Store(other).sync_with(str(elsewhere)).tip
    assert done.shared == ("court", "gale")
    assert all_of(store) == all_of(Store(elsewhere)) == all_of(Store(other))


def test_what_both_recorded_counts_once(pair: tuple[Store, Store]) -> None:
    """The same article, time and bytes, as two imports give them; both commits stay, and both can be named."""
    store, copy = pair
    texts = [Incoming(f"{number} people died.\n".encode(), "storm", at=at(number)) for number in (20, 30)]
    store.add_many(texts, now=at(40))
    copy.add(b"Nobody died.\n", "gale", now=at(41))
    copy.add_many([*texts, Incoming(b"Later.\n", "storm", at=at(39))], now=at(42), force=True)
    mine = copy.revisions("storm")[1].commit
    assert copy.sync_with().repeated == 2
    assert [one.number for one in store.revisions("storm")] == [1, 2, 3, 4]
    assert store.read(store.find_revision("storm", mine)) == texts[0].content
    assert all_of(store) == all_of(copy)
    assert is_sound(store)
    assert store.add_many(texts, now=at(50)).known == 2


def test_acts_on_one_side_hold_on_both(pair: tuple[Store, Store]) -> None:
    """One renamed and took back, the other went on under the old name."""
    store, copy = pair
    store.add(b"A mistake.\n", "storm", now=at(1), force=True)
    store.undo(now=at(2))
    store.rename("storm", "ulla", now=at(3))
    copy.add(b"Thirty people died.\n", "storm", now=at(4))
    copy.sync_with()
    assert [one.article for one in copy.articles()] == ["ulla"]
    assert [data.split()[0] for data in copy.read_many(copy.revisions("storm"))] == [b"Twelve", b"Thirty"]
    assert all_of(store) == all_of(copy)
    assert is_sound(copy)


OPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 2), st.sampled_from(["storm", "gale"]), st.integers(0, 4)),
        st.tuples(st.just("undo"), st.integers(0, 2)),
        st.tuples(st.just("rename"), st.integers(0, 2), st.sampled_from(["storm", "gale"]), st.sampled_from("xy")),
        st.tuples(st.just("join"), st.integers(0, 2)),
        st.tuples(st.just("sync"), st.sampled_from([(0, 1), (1, 0), (1, 2), (2, 0)])),
    ),
    max_size=8,
)


@settings(
    max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(OPS)
def test_copies_agree_whatever_was_done_to_them(
    tmp_path_factory: pytest.TempPathFactory, ops: list[tuple[Any, ...]]
) -> None:
    """Three copies; after two rounds all end with the same commit and have every text that was acknowledged."""
    folder = tmp_path_factory.mktemp("copies")
    stores = [Store.init(folder / name) for name in "abc"]
    stores[0].add(b"The first.\n", "storm", now=at(0))
    for store in stores[1:]:
        store.sync_with(str(stores[0].path))
    acknowledged = {stores[0].tip()}
    for minute, (what, who, *more) in enumerate(ops, 1):
        if what == "sync":
            stores[who[0]].sync_with(str(stores[who[1]].path))
            continue
        with suppress(RevtrackError):  # some acts are refused, and nothing is done then
            if what == "add":
                text = f"Text {more[1]}\n".encode()  # of few texts and times: both sides may have the same
                added = stores[who].add(text, more[0], at=at(more[1]), now=at(minute), by=f"Desk {who}")
                acknowledged.add(added.revision.commit)
            elif what == "undo":
                stores[who].undo(by=f"Desk {who}", now=at(minute))
            elif what == "rename":
                stores[who].rename(*more, now=at(minute))
            else:
                stores[who].join("gale", "storm", now=at(minute))
    for first, second in ((0, 1), (0, 2), (0, 1)):
        stores[first].sync_with(str(stores[second].path))
    assert all_of(stores[0]) == all_of(stores[1]) == all_of(stores[2])
    assert is_sound(stores[1])
    assert acknowledged <= set(stores[2].repository.run("rev-list", BRANCH).decode().split())


def test_the_other_copy_grows_meanwhile(pair: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch) -> None:
    """Between reading and sending; nothing of either is lost."""
    store, copy = grown(pair)
    push, late = remote.Remote.push, [b"Fifty people died.\n", b"Sixty people died.\n"]

    def slow(*arguments: object) -> None:
        if late:
            store.add(late.pop(), "storm", now=at(9 - len(late)))
        push(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(remote.Remote, "push", slow)
    monkeypatch.setattr("revtrack.store.syncing._PAUSE", 0)
    done = copy.sync_with()
    assert done.received == 3
    assert len(store.revisions("storm")) == 5
    assert all_of(store) == all_of(copy)
    assert is_sound(store)


def test_what_a_killed_sync_left_in_the_other_copy_goes(pair: tuple[Store, Store]) -> None:
    """Its Git had locked the branch there, and named the commit or not yet; the note says whose the lock is."""
    store, copy = pair
    for minute, content in enumerate(("b" * 40 + "\n", ""), 1):
        copy.add(f"{minute} people died.\n".encode(), "storm", now=at(minute))
        (store.path / "revtrack.lock").write_text("b" * 40)
        (store.path / f"{BRANCH}.lock").write_text(content)
        assert copy.sync_with().tip == store.tip() == copy.tip()
        assert not (store.path / f"{BRANCH}.lock").exists()
        assert (store.path / "revtrack.lock").read_text() == ""


def test_a_lock_of_another_program_in_the_other_copy_is_left_to_it(
    pair: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error says where it is; nothing is lost, and the next sync goes on."""
    store, copy = pair
    monkeypatch.setattr(syncing, "ROUNDS", 2)
    copy.add(b"Twenty people died.\n", "storm", now=at(1))
    lock = store.path / f"{BRANCH}.lock"
    lock.write_text("")
    with pytest.raises(StoreError, match=r"locked its branch: wait for it; .* delete refs/heads/revisions\.lock"):
        copy.sync_with()
    assert lock.exists()
    lock.unlink()
    assert copy.sync_with().tip == store.tip()


def test_a_link_in_the_other_copy_is_not_written_through(pair: tuple[Store, Store], tmp_path: Path) -> None:
    """Its folder may be somebody else's, and the lock there a link to a file of ours."""
    store, copy = pair
    copy.add(b"Twenty people died.\n", "storm", now=at(1))
    ours = tmp_path / "ours"
    ours.write_text("ours")
    (store.path / "revtrack.lock").unlink()
    (store.path / "revtrack.lock").symlink_to(ours)
    with pytest.raises(StoreError, match="cannot be written"):
        copy.sync_with()
    assert ours.read_text() == "ours"


def test_a_bare_repository_keeps_copies_in_step(pair: tuple[Store, Store], git: Git, tmp_path: Path) -> None:
    """An empty one becomes a copy; a plain clone of one can be used as a store."""
    store, copy = grown(pair)
    git(tmp_path, "init", "--quiet", "--bare", "hub.git")
    hub = tmp_path / "hub.git"
    assert store.sync_with(str(hub)).sent == 2
    assert copy.sync_with(f"file://{hub}").merged
    assert store.sync_with(str(hub)).received == 1
    assert all_of(store) == all_of(copy)
    assert git(hub, "rev-parse", "revisions").strip() == store.tip()


def test_restored_from_a_backup(pair: tuple[Store, Store], git: Git, tmp_path: Path) -> None:
    """A mirror of Git's is a store; one restored from last week gets what it lacks."""
    store, copy = grown(pair)
    git(tmp_path, "clone", "--quiet", "--mirror", str(store.path), "backup.git")
    store.add(b"Forty people died.\n", "storm", now=at(5))
    restored = Store(tmp_path / "backup.git")
    assert is_sound(restored)
    assert restored.sync_with(str(store.path)).received == 1
    assert restored.history() == store.history()
    assert restored.sync_with(str(copy.path)).merged


def test_two_archives_become_one_only_if_that_is_meant(store: Store, tmp_path: Path) -> None:
    """They share no revision: perhaps the wrong folder was named."""
    store.add(b"Twelve people died.\n", "storm", now=at(0))
    other = Store.init(tmp_path / "other")
    other.add(b"The court opened.\n", "court", now=at(1))
    other.add(b"Thirteen people died.\n", "storm", now=at(2))
    tips = store.tip(), other.tip()
    with pytest.raises(RefusedError, match=r"shares no revision with this archive.*--unrelated"):
        store.sync_with(str(other.path))
    assert (store.tip(), other.tip()) == tips
    assert store.sync_with(str(other.path), unrelated=True).shared == ("storm",)
    assert len(store.revisions("storm")) == 2
    assert all_of(store) == all_of(other)
    assert is_sound(store)


def test_a_history_that_was_rewritten_is_not_merged(pair: tuple[Store, Store], git: Git) -> None:
    """A merge would bring back the text that was removed from it."""
    store, copy = pair
    for minute, text in enumerate((b"A name that a court forbids.\n", b"No name any more.\n"), 1):
        store.add(text, "storm", now=at(minute))
    copy.sync_with()
    told = subprocess.run(["git", "-C", str(store.path), "fast-export", "revisions"], capture_output=True, check=True)
    git(store.path, "update-ref", "-d", BRANCH)
    edited = told.stdout.replace(b"A name that a court forbids.", b"A word that a judge forbids.")
    subprocess.run(["git", "-C", str(store.path), "fast-import", "--quiet", "--force"], input=edited, check=True)
    tips = store.tip(), copy.tip()
    with pytest.raises(StoreError, match=r"is damaged, and nothing was taken over: storm .* SHA-256"):
        copy.sync_with()
    with pytest.raises(RefusedError, match=r"1 revisions are there under other commits than here.*make a new clone"):
        store.sync_with(str(copy.path))
    assert (store.tip(), copy.tip()) == tips


def test_a_removal_at_the_end_is_not_undone_by_an_old_copy(pair: tuple[Store, Store], git: Git) -> None:
    """The note of the removal names the text, and every copy that was told refuses it."""
    store, copy = pair
    blob = store.add(b"A name that a court forbids.\n", "storm", now=at(1)).revision.blob
    copy.sync_with()
    git(store.path, "update-ref", BRANCH, "revisions~1")
    store.add(f"Text {blob} of storm was removed, order 12 O 345/24.\n".encode(), "removals", now=at(2))
    tip = store.tip()
    for one, other in ((copy, store), (store, copy)):
        with pytest.raises(RefusedError, match=r"has a text of storm .* that was removed for good.*show removals"):
            one.sync_with(str(other.path))
    assert store.tip() == tip


EVIL = """#!/bin/sh
touch "{trap}"
"""


def test_no_program_of_the_other_copy_runs(pair: tuple[Store, Store], git: Git, tmp_path: Path) -> None:
    """Its hooks and settings are its own business, on either side of the transfer."""
    store, copy = grown(pair)
    trap, program = tmp_path / "trap", tmp_path / "evil"
    program.write_text(EVIL.format(trap=trap))
    program.chmod(0o755)
    for place in (store.path, copy.path):
        hooks = place / "hooks"
        hooks.mkdir()
        for name in ("pre-receive", "update", "post-receive", "post-update", "reference-transaction", "pre-push"):
            shutil.copy(program, hooks / name)
        for name in (
            "core.alternateRefsCommand",
            "core.fsmonitor",
            "core.sshCommand",
            "core.askPass",
            "credential.helper",
            "uploadpack.packObjectsHook",
            "gc.recentObjectsHook",
            "remote.origin.uploadpack",
            "remote.origin.receivepack",
            "receive.procReceiveRefs",
        ):
            git(place, "config", name, str(program))
        git(place, "config", "receive.autogc", "true")
        git(place, "config", "gc.auto", "1")
        git(place, "config", "url.ext::sh -c evil.insteadOf", str(store.path))
    copy.sync_with()
    assert all_of(store) == all_of(copy)
    assert not trap.exists()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ext::sh -c evil", "no such folder"),
        ("--upload-pack=evil", "no such folder"),
        ("-oProxyCommand=evil:x", "no such folder"),
        ("nowhere", "no such folder"),
        ("ftp://news.example/a", "is not reached by"),
        ("fd::17/a", "no such folder"),
    ],
)
def test_addresses_that_would_run_something_are_refused(store: Store, address: str, said: str) -> None:
    """Before Git sees them."""
    with pytest.raises(InputError, match=said):
        store.sync_with(address)


def test_where_no_copy_can_be(store: Store, git: Git, tmp_path: Path) -> None:
    """Each is told in a line that says what to do, and the quarantine is gone."""
    with pytest.raises(InputError, match="no other copy is known yet"):
        store.sync_with()
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match=r"folder: git ls-remote failed: .*check the address"):
        store.sync_with(str(tmp_path / "folder"))
    git(tmp_path, "init", "--quiet", "work")
    git(tmp_path / "work", "commit", "--quiet", "--allow-empty", "-m", "Code")
    with pytest.raises(StoreError, match="is not a copy of an archive: has the branches main"):
        store.sync_with(str(tmp_path / "work"))
    store.add(b"One.\n", "storm", now=at(0))
    store.add(b"Two.\n", "storm", now=at(1))
    git(tmp_path, "clone", "--quiet", "--bare", "--depth=1", f"file://{store.path}", "shallow.git")
    other = Store.init(tmp_path / "other")
    with pytest.raises(StoreError, match="shallow"):
        other.sync_with(str(tmp_path / "shallow.git"))
    with pytest.raises(StoreError, match="is a shallow clone, which lacks revisions"):
        Store(tmp_path / "shallow.git").sync_with(str(store.path))
    assert not [*store.path.glob("incoming"), *other.path.glob("incoming")]


def test_a_password_is_not_kept(store: Store) -> None:
    """Not in the store's note of its copy, nor in a message."""
    found = remote.named("https://ann:secret@news.example/a.git")
    assert found.shown == "https://ann@news.example/a.git"
    assert "secret" in found.address
    assert remote.named("git@news.example:desk/news.git").shown == "git@news.example:desk/news.git"


def test_a_copy_that_lies_about_its_texts_is_not_taken(pair: tuple[Store, Store], git: Git) -> None:
    """Its commit promises other bytes than it has; the store stays as it was, without a new object."""
    store, copy = pair
    added = store.add(b"Twenty people died.\n", "storm", now=at(1)).revision
    told = git(store.path, "log", "-1", "--format=%B", added.commit)
    blob = subprocess.run(
        ["git", "-C", str(store.path), "hash-object", "-w", "--stdin"], input=b"Nobody died.\n", capture_output=True
    ).stdout
    env = os.environ | {"GIT_INDEX_FILE": str(store.path / "evil-index")}
    for arguments in (
        ["read-tree", f"{added.commit}~1"],
        ["update-index", "--add", "--cacheinfo", f"100644,{blob.decode().strip()},2024/11/05/storm.txt"],
    ):
        subprocess.run(["git", "-C", str(store.path), *arguments], env=env, check=True)
    tree = subprocess.run(["git", "-C", str(store.path), "write-tree"], env=env, check=True, capture_output=True).stdout
    made = git(store.path, "commit-tree", tree.decode().strip(), "-p", f"{added.commit}~1", "-m", told.strip()).strip()
    git(store.path, "update-ref", BRANCH, made)
    before = copy.tip(), sorted((copy.path / "objects").rglob("*"))
    with pytest.raises(StoreError, match="is damaged, and nothing was taken over"):
        copy.sync_with()
    assert (copy.tip(), sorted((copy.path / "objects").rglob("*"))) == before
