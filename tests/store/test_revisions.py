"""The store: what is added comes back as it was, in order, and is never lost or redirected."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from revtrack.errors import InputError, RefusedError, StoreError, UnknownError
from revtrack.store import Store
from revtrack.store.session import Session

NOW = "2024-11-05T12:00:00Z"
Git = Callable[..., str]


def text(*words: str) -> bytes:
    return " ".join(words).encode() + b"\n"


def numbered(store: Store, article: str) -> list[tuple[int, str, bytes]]:
    revisions = store.revisions(article)
    texts = store.read_many(revisions)
    return [(one.number, one.time[:10], data) for one, data in zip(revisions, texts, strict=True)]


@pytest.mark.parametrize(
    "content",
    [
        b"At least 12 people died.",
        b"First.\r\n\r\nSecond.\r\n",
        b"\xef\xbb\xbfWith a BOM.\n",
        "“Naïve” – Windows.\r".encode("cp1252"),
        "Форма.\n\n".encode(),
        "UTF-16 “text”\r\n".encode("utf-16"),
        b'+++\ntitle = "TOML"\n+++\nText.\n',
        b"data 3\nabc\nfrom HEAD\ndone\n",
        b"x" * 300_000,
    ],
)
def test_bytes_in_are_bytes_out(store: Store, content: bytes, git: Git) -> None:
    """What was added is what is read, by revtrack and by git alike."""
    revision = store.add(content, "storm", now=NOW).revision
    assert store.read(revision) == content
    shown = subprocess.run(["git", "-C", str(store.path), "cat-file", "blob", revision.blob], capture_output=True)
    assert shown.stdout == content


def test_two_revisions_are_listed_with_their_facts(store: Store) -> None:
    """The list gives who, when, why and how long, oldest first."""
    store.add(b"At least 12 people died.\n", "storm", at="2024-10-31 10:00", by="Bo", note="First", now=NOW)
    store.add(b"At least 21 died.\n", "storm", at="2024-10-31T12:30+01:00", source="https://x.example/1", now=NOW)
    first, second = store.revisions("storm")
    assert (first.number, first.time, first.added, first.by, first.note, first.source, first.words) == (
        1,
        "2024-10-31T10:00:00Z",
        NOW,
        "Bo",
        "First",
        "",
        5,
    )
    assert (second.number, second.time, second.by, second.note, second.source, second.words) == (
        2,
        "2024-10-31T11:30:00Z",
        "Ann Editor",
        "",
        "https://x.example/1",
        4,
    )
    assert store.history() == [first, second]
    assert [(one.article, one.revisions, one.last) for one in store.articles()] == [("storm", 2, second)]
    assert store.default_pair("storm") == (first, second)


def test_articles_come_one_after_another_by_name(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all their revisions, however many are asked for at once."""
    monkeypatch.setattr("revtrack.index.revision_index._BATCH", 2)
    assert list(store.by_article()) == []
    for number, name in enumerate(("storm", "Court", "ferry", "storm", "aid", "ferry")):
        store.add(text("Take", str(number)), name, now=NOW)
    told = [(found[0].article, [one.number for one in found]) for found in store.by_article()]
    assert told == [("aid", [1]), ("Court", [1]), ("ferry", [1, 2]), ("storm", [1, 2])]
    assert list(store.by_article()) == [store.revisions(name) for name, _ in told]


def test_what_add_returns_is_what_the_list_gives(store: Store) -> None:
    """A revision is the same value when written and when read again."""
    added = [store.add(text("one", day), "storm", at=f"2024-10-{day}", now=NOW).revision for day in ("11", "12")]
    assert store.revisions("storm") == added


def test_the_latest_text_again_adds_nothing(store: Store, git: Git) -> None:
    """No commit is made, and the revision that has the text is named."""
    first = store.add(b"Same.\n", "storm", now=NOW)
    again = store.add(b"Same.\n", "storm", now="2024-11-06T12:00:00Z", note="again")
    assert (first.new, again.new) == (True, False)
    assert again.revision == first.revision
    assert git(store.path, "rev-list", "--count", "revisions").strip() == "1"


def test_a_text_that_returns_is_a_new_revision(store: Store) -> None:
    """A change taken back is history too."""
    for day, content in enumerate((b"One.\n", b"Two.\n", b"One.\n"), 1):
        assert store.add(content, "storm", at=f"2024-10-0{day}", now=NOW).new
    assert [data for _, _, data in numbered(store, "storm")] == [b"One.\n", b"Two.\n", b"One.\n"]


def test_adding_a_dated_history_twice_adds_it_once(store: Store, git: Git) -> None:
    """A text at a time is held against the one that stood then, not against the latest."""
    for _ in range(2):
        for day, content in enumerate((b"One.\n", b"Two.\n", b"Three.\n"), 1):
            store.add(content, "storm", at=f"2024-10-0{day}", now=NOW)
    assert len(store.revisions("storm")) == 3


def test_an_older_version_added_later_takes_its_place(store: Store) -> None:
    """Numbers follow the time of publication; commit ids stay."""
    late = store.add(b"Late.\n", "storm", at="2024-10-03", now=NOW).revision
    early = store.add(b"Early.\n", "storm", at="2024-10-01", now=NOW).revision
    assert (late.number, early.number) == (1, 1)
    assert numbered(store, "storm") == [(1, "2024-10-01", b"Early.\n"), (2, "2024-10-03", b"Late.\n")]
    assert store.find_revision("storm", late.commit).number == 2


def test_revisions_of_one_time_are_in_the_order_added(store: Store) -> None:
    """Equal times are told apart by the commits."""
    for content in (b"b\n", b"a\n", b"c\n"):
        store.add(content, "storm", at="2024-10-01", now=NOW)
    assert [data for _, _, data in numbered(store, "storm")] == [b"b\n", b"a\n", b"c\n"]


def test_half_a_text_is_refused_with_both_counts(store: Store, git: Git) -> None:
    """A capture cut off by a paywall does not pass for a new version."""
    store.add(text(*["word"] * 1000), "storm", at="2024-10-01", now=NOW)
    store.add(text(*["word"] * 500), "storm", at="2024-10-02", now=NOW)
    with pytest.raises(RefusedError, match=r"249 words.* 500: .*--force"):
        store.add(text(*["word"] * 249), "storm", at="2024-10-03", now=NOW)
    assert git(store.path, "rev-list", "--count", "revisions").strip() == "2"
    assert store.add(text(*["word"] * 249), "storm", at="2024-10-03", now=NOW, force=True).new


def test_what_was_lost_is_measured_by_the_version_before_it_in_time(store: Store) -> None:
    """A short first alert may be added after the long report that followed it."""
    store.add(text(*["word"] * 100), "storm", at="2024-10-02", now=NOW)
    assert store.add(text("Storm", "hits."), "storm", at="2024-10-01", now=NOW).new


@pytest.mark.parametrize(
    ("suffix", "path"),
    [
        (".md", "2024/10/31/storm.md"),
        (".TXT", "2024/10/31/storm.txt"),
        ("", "2024/10/31/storm.txt"),
        (".a/b", "2024/10/31/storm.txt"),
        ("./../../x", "2024/10/31/storm.txt"),
        (".a\nD 2024", "2024/10/31/storm.txt"),
    ],
)
def test_an_article_lies_in_the_folder_of_its_first_day(store: Store, git: Git, suffix: str, path: str) -> None:
    """Later revisions go to the same file, whatever their own day and extension; none leaves the folder."""
    store.add(b"One.\n", "storm", suffix=suffix, at="2024-10-31T23:00Z", now=NOW)
    store.add(b"Two.\n", "storm", suffix=".markdown", at="2024-11-02", now=NOW)
    assert git(store.path, "ls-tree", "-r", "--name-only", "revisions").split() == [path]


def test_capitals_make_no_second_article(store: Store) -> None:
    """A clone on a file system that cannot tell them apart still has every article."""
    store.add(b"One.\n", "Storm", now=NOW)
    assert store.add(b"Two.\n", "storm", now=NOW).revision.article == "Storm"
    assert store.find_article("STORM") == "Storm"


def test_slugs_in_other_scripts_come_back(store: Store, tmp_path: Path, git: Git) -> None:
    """A name typed with combining accents is the article added with composed ones."""
    store.add("Буря.\n".encode(), "буря", now=NOW)
    store.add(b"One.\n", "caf\u00e9", now=NOW)
    assert store.add(b"Two.\n", "cafe\u0301", now=NOW).revision.number == 2
    assert [one.article for one in store.articles()] == ["caf\u00e9", "буря"]
    assert store.find_article("бур") == "буря"


def test_a_time_before_1970_is_kept(store: Store, git: Git) -> None:
    """Git has no such dates; the store has."""
    store.add(b"Coronation.\n", "crown", at="1953-06-02 12:00", now=NOW)
    store.path.joinpath("index.sqlite").unlink()
    assert [one.time for one in store.revisions("crown")] == ["1953-06-02T12:00:00Z"]
    git(store.path, "fsck", "--strict", "--full")


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("Corrects the toll", "Corrects the toll"),
        ("One\n\nTwo\n\nSource: https://forged.example\nPublished: 1999-01-01T00:00:00Z",) * 2,
        ("Source: https://forged.example",) * 2,
        ("windows\r\nlines\x1b[31m\0", "windows\nlines[31m"),
        ("  \n ", ""),
        ("Add revision of another",) * 2,
        ("lone \ud800 half", "lone ? half"),
        ("# not a comment",) * 2,
    ],
)
def test_a_note_cannot_pass_for_a_fact(store: Store, note: str, kept: str) -> None:
    """Paragraphs and lines like trailers in a note stay a note; the facts are those given."""
    store.add(b"One.\n", "storm", note=note, source="https://x.example/a\nPublished: 1999-01-01", now=NOW)
    store.path.joinpath("index.sqlite").unlink()
    [revision] = store.revisions("storm")
    assert revision.note == kept
    assert revision.source == "https://x.example/a Published: 1999-01-01"
    assert revision.time == NOW


@pytest.mark.parametrize(
    ("by", "kept"),
    [
        ("Ann Editor", "Ann Editor"),
        ("Bo Writer <bo@news.example>", "Bo Writer"),
        ("Eve <eve> 0 +0000\ncommitter X <x> 0 +0000", "Eve eve 0 +0000 committer X x 0 +0000"),
        ("<>", "Ann Editor"),
        ("Ödön Ёж", "Ödön Ёж"),
    ],
)
def test_a_name_cannot_break_a_commit(store: Store, git: Git, by: str, kept: str) -> None:
    """Whatever is given as a name, the commit is sound and says it."""
    assert store.add(b"One.\n", "storm", by=by, now=NOW).revision.by == kept
    git(store.path, "fsck", "--strict", "--full")


def test_no_identity_is_needed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that never told Git a name can add; nobody is named then."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    assert store.add(b"One.\n", "storm", now=NOW).revision.by == ""


def test_git_can_read_clone_and_check_the_store(store: Store, git: Git, tmp_path: Path) -> None:
    """A store is a sound repository whose branch a plain clone checks out."""
    for day in ("01", "02"):
        store.add(text("day", day), "storm", suffix=".md", at=f"2024-10-{day}", note=f"Day {day}", now=NOW)
    git(tmp_path, "clone", "--quiet", str(store.path), "copy")
    assert (tmp_path / "copy/2024/10/01/storm.md").read_bytes() == b"day 02\n"
    assert git(tmp_path / "copy", "log", "--format=%s").split("\n")[:2] == ["Day 02", "Day 01"]
    assert git(store.path, "fsck", "--strict", "--full") == ""
    git(tmp_path, "clone", "--quiet", "--bare", str(store.path), "mirror.git")
    assert Store(tmp_path / "mirror.git").revisions("storm") == store.revisions("storm")


def test_a_newsroom_around_the_store_does_not_see_it(tmp_path: Path, git: Git) -> None:
    """The store ignores itself, so that `git add .` in a newsroom leaves it out."""
    git(tmp_path, "init", "--quiet")
    Store.init(tmp_path).add(b"One.\n", "storm", now=NOW)
    assert git(tmp_path, "status", "--short") == ""


def test_git_variables_lead_no_write_elsewhere(tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook's GIT_DIR, object folder and settings are not followed, neither by init nor by add."""
    other = tmp_path / "newsroom"
    other.mkdir()
    git(other, "init", "--quiet")
    before = sorted(path for path in other.rglob("*"))
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other / ".git/objects"))
    monkeypatch.setenv("GIT_NAMESPACE", "elsewhere")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.bare")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "nonsense")
    store = Store.init(tmp_path / "news")
    revision = store.add(b"One.\n", "storm", now=NOW).revision
    assert store.read(revision) == b"One.\n"
    assert sorted(path for path in other.rglob("*")) == before


def test_a_branch_that_moves_meanwhile_is_not_overwritten(
    store: Store, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A push that lands while a text is written is kept; the text is refused, not forced on top."""
    store.add(b"One.\n", "storm", now=NOW)
    tip = store.tip()
    store.add(b"Two.\n", "storm", now=NOW)
    monkeypatch.setattr(Session, "tip", lambda _: tip)
    store.patience = 0.1
    with pytest.raises(StoreError, match="changed by another program"):
        store.add(b"Three.\n", "storm", now=NOW)
    monkeypatch.undo()
    assert [data for _, _, data in numbered(store, "storm")] == [b"One.\n", b"Two.\n"]


def test_hooks_of_the_store_are_not_run(store: Store, tmp_path: Path) -> None:
    """A store from foreign hands starts no program of theirs."""
    fired = tmp_path / "fired"
    hook = store.path / "hooks" / "reference-transaction"
    hook.parent.mkdir()
    hook.write_text(f"#!/bin/sh\ntouch {fired}\n")
    hook.chmod(0o755)
    store.add(b"One.\n", "storm", now=NOW)
    assert not fired.exists()


@pytest.mark.parametrize(
    ("content", "article", "given"),
    [
        (b"", "storm", {}),
        (b"<html>", "storm", {}),
        (b"Text.", "storm", {"suffix": ".html"}),
        (b"Text.", "../storm", {}),
        (b"Text.", "storm", {"at": "soon"}),
    ],
)
def test_bad_input_leaves_the_store_as_it_was(
    store: Store, content: bytes, article: str, given: dict[str, str]
) -> None:
    """Nothing is written for what cannot be taken."""
    with pytest.raises(InputError):
        store.add(content, article, now=NOW, **given)  # type: ignore[arg-type]
    assert store.history() == []


def test_a_second_store_in_a_folder_is_refused(store: Store) -> None:
    """The first one is never overwritten."""
    with pytest.raises(StoreError, match="already exists"):
        Store.init(store.path.parent)


def test_a_store_that_cannot_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither half a store nor a temporary folder stays behind."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("revtrack.git.create", stop)
    with pytest.raises(KeyboardInterrupt):
        Store.init(tmp_path)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="another folder"):
        Store.init(tmp_path / "file")


def test_one_revision_has_nothing_to_compare(store: Store) -> None:
    """The default pair needs two."""
    store.add(b"One.\n", "storm", now=NOW)
    with pytest.raises(UnknownError, match="one revision"):
        store.default_pair("storm")


def test_an_empty_store_says_how_to_fill_it(store: Store) -> None:
    """Listing it is no error; asking it for an article is."""
    assert (store.articles(), store.history()) == ([], [])
    with pytest.raises(UnknownError, match="revtrack add"):
        store.find_article("storm")


def test_a_damaged_text_is_an_error_for_a_person(store: Store) -> None:
    """A blob that is gone is named, with what to run."""
    revision = store.add(b"One.\n", "storm", now=NOW).revision
    (store.path / "objects" / revision.blob[:2] / revision.blob[2:]).unlink()
    with pytest.raises(StoreError, match="git fsck"):
        store.read(revision)


def test_two_words_are_two_articles_in_a_store(store: Store) -> None:
    """Which differ by more than letter case."""
    for name in ("straße", "strasse", "Strasse"):
        store.add(f"Text of {name}.\n".encode(), name, now="2024-11-05T12:00:00Z", force=True)
    assert {one.article: one.revisions for one in store.articles()} == {"straße": 1, "strasse": 2}


def test_a_new_store_is_its_owners_and_only_grows(store: Store, git: Callable[..., str]) -> None:
    """Nobody else reads its drafts, and no push takes a revision away."""
    assert store.path.stat().st_mode & 0o077 == 0
    assert git(store.path, "config", "receive.denyNonFastForwards").strip() == "true"
    assert git(store.path, "config", "receive.denyDeletes").strip() == "true"
