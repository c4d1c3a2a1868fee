"""The archive: revisions of articles, read and compared. Every command of revtrack is a call of one of its methods.

    archive = revtrack.open("newsdesk")
    archive.add("At least 12 people died.", "storm")
    archive.diff("storm", 1, "latest").changes

It is one long module because it is one list: each method is a few lines over the module that does the work.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from revtrack.archive import operands
from revtrack.archive.operands import RevisionOperand
from revtrack.errors import InputError, RefusedError

if TYPE_CHECKING:
    from revtrack.archive.check_run import CheckResult
    from revtrack.archive.export_rows import LeftOut, TableName
    from revtrack.archive.history_page import HistoryPage
    from revtrack.archive.import_run import Dating
    from revtrack.archive.progress import Progress
    from revtrack.archive.source import RevisionSource
    from revtrack.gate.house import FailOn
    from revtrack.intake.records import Item
    from revtrack.model import Claims, Diff, Kind, Label, Revision, Severity
    from revtrack.model.archive_answers import Blame, History, ImportCounts, Log, LogEntry, Verification
    from revtrack.model.digests import Digest
    from revtrack.model.listings import Added, Listing
    from revtrack.model.queries import Answer, Order
    from revtrack.model.recorded_acts import RecordedAct
    from revtrack.model.statistics import Statistics
    from revtrack.model.synced import Synced
    from revtrack.rows.columns import Row
    from revtrack.store import Store
    from revtrack.store.upkeep import Packed


class Archive:
    """A store of revisions, or a repository that keeps articles as files.

    Operands are those of the command line. An article is named by its name, its path, or a part of either that no
    other article has. A revision is a number (-1 is the latest), "first", "latest", a date or time (the version
    in force then), a commit id, or a Revision; of articles that are files also "staged" and "worktree". Times are ISO
    8601, such as "2024-10-31" or "2024-10-31T15:04Z"; a period may also be counted back from now ("7 days ago").

    Every method raises a RevtrackError where it fails: UnknownError for an article or a revision that is not there,
    InputError for a text that cannot be read, RefusedError for what this archive does not do, StoreError for Git.
    """

    def __init__(self, source: RevisionSource, start: Path) -> None:
        """Use `revtrack.open`. `start` is the folder from which files are named."""
        self.source, self._start = source, start

    @classmethod
    def open(cls, path: str | os.PathLike[str] | None = None, *, sync: bool = True) -> Archive:
        """The archive at a path, or the nearest one upwards from the current folder; see `revtrack.open`."""
        from revtrack.archive import discovery

        named = os.fspath(path) if path else None
        start = Path.cwd()
        return cls(discovery.find(start, named, sync=sync), start / named if named else start)

    @classmethod
    def create(cls, folder: str | os.PathLike[str] = ".") -> Archive:
        """A new store in a folder, which is made where it is missing."""
        from revtrack.store import Store

        return cls(Store.init(Path(folder)), Path(folder).absolute())

    @property
    def path(self) -> Path:
        """The store, or the top folder of the repository."""
        return self.source.path

    def __repr__(self) -> str:
        return f"revtrack.open({str(self.path)!r})"

    def add(
        self,
        content: str | bytes,
        article: str,
        *,
        at: str | None = None,
        by: str = "",
        note: str = "",
        source: str = "",
        suffix: str = ".txt",
        force: bool = False,
        now: str | None = None,
    ) -> Added:
        """Add a text, or the bytes of a document, as the next revision of an article, published `at` (by default now).

        `by` is who wrote it, `note` what this revision is, `source` where it was published, `suffix` that of its file.
        A text less than half as long as the one before is refused, unless by `force`. `now` gives several texts the
        same time; by default the clock is read. A web page gives its own byline, and its time of publication or of its
        last change unless a later revision is kept. `at` may be "stated": the time that the text gives itself.
        """
        from revtrack.archive import additions

        data = content.encode() if isinstance(content, str) else content
        new = additions.of(data, f"{article}{suffix}", suffix)
        now = now or clock()
        added = self.source.add(
            data,
            article,
            suffix=new.suffix,
            at=additions.published(self.source, article, new, at, now, f"{article}{suffix}"),
            by=by or new.by,
            note=note,
            source=source or new.address,
            words=new.words,
            now=now,
            force=force,
        )
        return additions.compared(added, new)

    def add_file(
        self,
        name: str,
        article: str | None = None,
        *,
        at: str | None = None,
        by: str = "",
        note: str = "",
        source: str = "",
        force: bool = False,
        now: str | None = None,
    ) -> Added:
        """Add a file, or standard input (-), as `add` adds a text; its bytes are kept as they are.

        Without an article, that of the address which a web page gives for itself, else the one with the file's name.
        """
        from revtrack.archive import additions, files

        if name == files.STDIN and not article:
            raise InputError("standard input has no name: name the article with --as ARTICLE")
        data = files.read(name)
        new = additions.of(data, files.shown(name), os.path.splitext(name)[1])
        if article is None:
            article = additions.article(self.source, name, new)
        now = now or clock()
        added = self.source.add(
            data,
            article,
            suffix=new.suffix,
            at=additions.published(self.source, article, new, at, now, files.shown(name)),
            by=by or new.by,
            note=note,
            source=source or new.address,
            words=new.words,
            now=now,
            force=force,
        )
        return additions.compared(added, new)

    def undo(self, *, by: str = "", note: str = "", now: str | None = None) -> RecordedAct:
        """Take back what a person (by default the one Git knows here) added, renamed or joined last, within the hour.

        The archive reads as before; that it was taken back is recorded, and the text can be named by its commit.
        Raises RefusedError where there is nothing to take back.
        """
        return self._store("take a commit back with `git revert`").undo(by=by, note=note, now=now)

    def rename(self, article: str, name: str, *, by: str = "", note: str = "", now: str | None = None) -> RecordedAct:
        """Give an article another name; the name that it had before keeps working. Raises RefusedError."""
        return self._store("rename the file with `git mv`").rename(article, name, by=by, note=note, now=now)

    def join(self, article: str, to: str, *, by: str = "", note: str = "", now: str | None = None) -> RecordedAct:
        """Make the revisions of an article revisions of another one, by time. Raises RefusedError."""
        return self._store("only a store can join articles").join(article, to, by=by, note=note, now=now)

    def sync(self, remote: str = "", *, unrelated: bool = False, rewritten: bool = False) -> Synced:
        """Bring this archive and another copy of it together: both then have every revision of both.

        `remote` is a folder or an address of Git's, by default the one named last. Archives that share no revision are
        made one only if they are said to be `unrelated`, histories of which one was rewritten only by `rewritten`.
        """
        store = self._store("use `git pull` and `git push`")
        return store.sync_with(remote, unrelated=unrelated, rewritten=rewritten)

    def divergence(self) -> str:
        """What to say where this archive and a copy that it knows have both grown; empty where they have not."""
        from revtrack.store import Store

        return self.source.divergence() if isinstance(self.source, Store) else ""

    def acts(self, article: str | None = None) -> tuple[RecordedAct, ...]:
        """What was taken back, renamed and joined of an article, or of all, oldest first."""
        from revtrack.store import Store

        return tuple(self.source.acts(article)) if isinstance(self.source, Store) else ()

    def aliases(self) -> dict[str, str]:
        """Every name that an article had before, with the one it has now."""
        from revtrack.store import Store

        return dict(self.source.aliases()) if isinstance(self.source, Store) else {}

    def former_revisions(self, name: str) -> list[str]:
        """The commits of the revisions that an article had when it lost a name, in the order of their numbers then."""
        from revtrack.store import Store

        return self.source.former_revisions(name) if isinstance(self.source, Store) else []

    def tidy(self) -> bool:
        """Pack recent revisions if there are many; call it after a series of `add`. Whether it was done."""
        return self.source.tidy()

    def gc(self) -> Packed:
        """Pack a store as small as Git can; nothing is deleted."""
        return self._store("`git fsck` and `git gc` maintain it").gc()

    def articles(self) -> list[Listing]:
        """All articles by name, each with the number of its revisions and the latest of them."""
        return self.source.articles()

    def by_article(self) -> Iterator[list[Revision]]:
        """The revisions of one article after another, by name."""
        return self.source.by_article()

    def revision(self, article: str, revision: RevisionOperand | None = None) -> Revision:
        """A revision of an article, by default the latest; `article` may be ARTICLE@REV."""
        return operands.revision(self.source, article, revision)

    def log(self, article: str | None = None, *, since: str | None = None, until: str | None = None) -> Log:
        """The revisions of an article, or of all, oldest first, each with what changed in it."""
        from revtrack.model.archive_answers import Log

        entries = self.log_entries(article, since=since, until=until)
        acts = self.log_acts(article, since=since, until=until)
        return Log(self._article(article) if article else None, tuple(entries), acts)

    def log_acts(
        self, article: str | None = None, *, since: str | None = None, until: str | None = None
    ) -> tuple[RecordedAct, ...]:
        """What was taken back, renamed and joined in a period, oldest first."""
        from revtrack.archive import questions

        acts = self.acts(article)
        first, last = questions.period(since, until, clock()) if acts else ("", "")
        return tuple(act for act in acts if act.time >= first and (not last or act.time <= last))

    def log_entries(
        self, article: str | None = None, *, since: str | None = None, until: str | None = None
    ) -> Iterator[LogEntry]:
        """The entries of `log` one by one, each as soon as its revision is compared; a long log begins at once."""
        from revtrack.archive import questions, revision_log

        revisions = self.source.revisions(self._article(article)) if article else self.source.history()
        return revision_log.entries(self.source, revisions, *questions.period(since, until, clock()))

    def show(self, article: str | Revision, revision: RevisionOperand | None = None) -> bytes:
        """The bytes of a revision, exactly as they were added; `article` may be ARTICLE@REV."""
        return self.source.read(operands.revision(self.source, article, revision))

    def text(self, article: str | Revision, revision: RevisionOperand | None = None) -> str:
        """The text of a revision, that of a document as it is read; `article` may be ARTICLE@REV."""
        from revtrack.archive import revision_diffs

        return revision_diffs.text(self.source, operands.revision(self.source, article, revision))

    def headlines(self, articles: Iterable[str]) -> dict[str, str]:
        """The headline of the latest revision of each of these articles, left out where there is none or no text."""
        from revtrack.archive import newest_headlines

        return newest_headlines.of(self.source, articles)

    def claims(self, article: str | Revision, revision: RevisionOperand | None = None) -> Claims:
        """What a revision claims, its dates with the days they mean; `article` may be ARTICLE@REV."""
        from revtrack.archive import resolved_dates, revision_diffs

        found = operands.revision(self.source, article, revision)
        return resolved_dates.dated(revision_diffs.claims(self.source, found), found)

    def diff(self, article: str, old: RevisionOperand | None = None, new: RevisionOperand | None = None) -> Diff:
        """What changed between two revisions: by default the last two, without `new` up to the latest.

        Of an article that is a file with uncommitted changes, by default HEAD and the file as it is.
        """
        from revtrack.archive import kept_diffs

        pair = operands.pair(self.source, article, old, new)
        found = kept_diffs.of(self.source, *pair)
        if found is None:
            from revtrack.archive import resolved_dates, revision_diffs

            found = resolved_dates.dated_diff(revision_diffs.between(self.source, *pair))
            kept_diffs.keep(self.source, found, *pair)
        return found

    def history(
        self, article: str, *, kinds: Collection[Kind] = (), match: str = "", progress: Progress | None = None
    ) -> History:
        """What each claim of an article was in all its revisions; only claims with all the words of `match`."""
        from revtrack.archive import claim_lives

        found = claim_lives.lives(self.source, self._article(article), kinds, match, progress)
        gone = tuple(act.revision for act in self.acts(article) if act.revision)
        return replace(found, taken_back=gone) if gone else found

    def blame(
        self, article: str | Revision, revision: RevisionOperand | None = None, *, kinds: Collection[Kind] = ()
    ) -> Blame:
        """For each claim of a revision the one that introduced it; `article` may be ARTICLE@REV."""
        from revtrack.archive import claim_lives

        return claim_lives.blame(self.source, operands.revision(self.source, article, revision), kinds)

    def history_page(self, article: str) -> HistoryPage:
        """The contents of the page of an article's history, which `revtrack.report.html` prints."""
        from revtrack.archive import history_page, revision_diffs

        return history_page.of(*revision_diffs.compared(self.source, self.source.revisions(self._article(article))))

    def search(
        self,
        words: str = "",
        *,
        speakers: Sequence[str] = (),
        kinds: Sequence[Kind] = (),
        labels: Sequence[Label] = (),
        severities: Sequence[Severity] = (),
        min_severity: Severity | None = None,
        acknowledged: bool | None = None,
        articles: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
        order: Order = "time",
        limit: int = 50,
        jobs: int = 1,
        progress: Progress | None = None,
    ) -> Answer:
        """The changes in all articles with all of `words`, newest first, at most `limit` of them (0 for all).

        Words "in quotation marks" are a phrase, `word*` matches a prefix. What is empty or None does not filter.
        Revisions that no search has read yet are read first, by `jobs` processes, and reported to `progress`. More
        than one process needs a program that can be imported: one that runs under `if __name__ == "__main__":`.
        """
        from revtrack.archive import ledger_update, questions
        from revtrack.model.queries import Question

        first, last = questions.period(since, until, clock())
        question = Question(
            questions.words(words),
            tuple(speakers),
            tuple(kinds),
            tuple(labels),
            questions.severities(severities, min_severity),
            acknowledged,
            questions.articles(self.source, articles),
            first,
            last,
            order,
            limit,
        )
        answer = ledger_update.ask(self.source, lambda ledger: ledger.answer(question), progress, jobs)
        return replace(answer, question=question)

    def stats(
        self,
        *,
        articles: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
        jobs: int = 1,
        progress: Progress | None = None,
    ) -> Statistics:
        """The changes counted by kind, label, month and article, and how many of them a notice acknowledges.

        `jobs` is as for `search`.
        """
        from revtrack.archive import ledger_update, questions

        first, last = questions.period(since, until, clock())
        names = questions.articles(self.source, articles)
        return ledger_update.ask(self.source, lambda ledger: ledger.tallies(names, first, last), progress, jobs)

    def digest(
        self,
        *,
        since: str = "7 days ago",
        until: str | None = None,
        articles: Sequence[str] = (),
        min_severity: Severity = "medium",
        progress: Progress | None = None,
    ) -> Digest:
        """What changed in a period in what readers had been told: silently, acknowledged, or as developing news.

        A change is acknowledged by a notice, a mark in the source or a trailer of the revision's note. What is less
        serious than `min_severity` is only counted. Drafts are left out.
        """
        from revtrack.archive import digest_run, questions

        now = clock()
        first, last = questions.period(since, until or now, now)
        names = set(questions.articles(self.source, articles))
        return digest_run.of(self.source, (first, last), names, min_severity, progress)

    def check(
        self,
        paths: Sequence[str] = (),
        *,
        old: str | None = None,
        new: str | None = None,
        amend: bool = False,
        message: str | None = None,
        fail_on: FailOn | None = None,
        config: str | None = None,
        branch: str | None = None,
        advice: bool = False,
    ) -> CheckResult:
        """Check what is about to be committed in a repository, or what changed from `old` to `new`.

        The arguments are the options of `revtrack check`: `message` and `config` are names of files.
        """
        from revtrack.archive.check_run import CheckRun, Scope

        scope = Scope(self._start, paths, old, new, amend, message, fail_on, config, branch)
        return CheckRun(scope).result(advice=advice)

    def verify(
        self, article: str | None = None, *, anchor: str | None = None, witness: str = "", authority: str = ""
    ) -> Verification:
        """Check every revision of a store, or of one article of it, against what was recorded when it was added.

        `anchor` names a file: one that is there says what the archive was, and whether it contains that still is
        checked; one that is not is written. `witness` is the address of a time-stamping authority that is shown it
        (RFC 3161, with the extra `witness`), `authority` a file with the certificate of one.
        """
        from revtrack.archive import reading_check
        from revtrack.model.archive_answers import Problem, Verification

        store = self._store("`git fsck` and `git gc` maintain it")
        name = self._article(article) if article else None
        found = list(store.verify(name))
        revisions = store.revisions(name) if name else store.history()
        findings = (*found, *reading_check.of(store, revisions, store.tip()))
        if anchor is None:
            return Verification(name, len(revisions), findings)
        from revtrack.archive import anchor_file

        if not (all(one.note for one in findings) or os.path.exists(anchor)):
            refused = Problem(f"{anchor}: no anchor was written, because of what was found")
            return Verification(name, len(revisions), (*findings, refused))
        seen = anchor_file.checked(store, anchor, clock(), witness, authority)
        return Verification(name, len(revisions), (*findings, *seen.problems), seen.anchor, seen.is_new, seen.witnessed)

    def export(
        self,
        table: TableName = "changes",
        *,
        articles: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
        left_out: LeftOut | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Row]:
        """The rows of a table, for all articles or those named; its columns are `archive.export_rows.TABLES[table]`.

        `left_out` is called with each revision that is not a text.
        """
        from revtrack.archive import export_rows, questions
        from revtrack.archive.progress import told

        names = sorted(set(questions.articles(self.source, articles)))
        names = names or sorted(listing.article for listing in self.source.articles())
        period = questions.period(since, until, clock())
        counted = told(progress, "Reading articles", names, len(names))
        return export_rows.rows(self.source, counted, table, period, left_out or (lambda _: None))

    def import_records(
        self,
        records: Iterable[Item],
        *,
        prefix: str = "",
        limit: int | None = None,
        strict: bool = False,
        force: bool = False,
        dating: Dating | None = None,
        report: Callable[[str], None] | None = None,
        progress: Progress | None = None,
    ) -> ImportCounts:
        """Add the records of another archive to a store; records that are there already are not added again.

        `records` come from `revtrack.archive.import_sources`. Bad records are skipped and reported, or stop the import
        if it is `strict`; `limit` reads the first so many. `prefix` is put before the name of every article.
        """
        from revtrack.archive.import_run import ImportRun, ignore
        from revtrack.archive.progress import quiet

        run = ImportRun(
            self._store("make a store with `revtrack init`", "which revtrack only reads"),
            clock(),
            prefix,
            limit,
            strict,
            force,
            report or ignore,
            progress or quiet,
        )
        return run.run(records, dating)

    def _article(self, name: str) -> str:
        return operands.article(self.source, name)

    def _store(self, advice: str, because: str = "") -> Store:
        """The store; raises RefusedError where this is a repository of files."""
        from revtrack.store import Store

        if isinstance(self.source, Store):
            return self.source
        why = f", {because}" if because else ""
        raise RefusedError(f"{self.path}: is a Git repository of your own{why}: {advice}")


def clock() -> str:
    """The time now, as revisions have it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
