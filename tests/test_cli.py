"""The command line as a whole: help, start-up, and what becomes of everything that goes wrong."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from revtrack import __main__, __version__, cli
from revtrack.errors import InputError, RefusedError, StoreError, UnknownError
from revtrack.shell import exit_codes, fault_log

Failing = Callable[[BaseException], tuple[int, str]]
HEAVY = ("git", "numpy", "lxml", "jinja2", "sqlite3")


def revtrack(*args: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run `python -m revtrack` as a user would."""
    return subprocess.run([sys.executable, "-m", "revtrack", *args], cwd=cwd, capture_output=True, text=True)


def stored(folder: Path, name: str, text: str) -> None:
    """A file, and a store with it."""
    (folder / name).write_text(text)
    with contextlib.chdir(folder):
        for args in (["init"], ["add", name]):
            assert CliRunner().invoke(cli.main, args).exit_code == 0


def modules_after(*args: str, cwd: Path) -> set[str]:
    """The modules that running a command line leaves imported."""
    code = (
        "import sys\nfrom revtrack.cli import main\n"
        f"try: main({list(args)!r})\nexcept SystemExit as end: assert not end.code, end.code\n"
        "print('MODULES', *sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=cwd, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.rpartition("MODULES ")[2].split())


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Failing:
    """Makes every subcommand raise; gives the exit code and what stands on standard error."""

    def run(error: BaseException) -> tuple[int, str]:
        @click.command("fail")
        def command() -> None:
            raise error

        monkeypatch.setattr(cli.CommandGroup, "get_command", lambda *_: command)
        result = CliRunner().invoke(cli.main, ["fail"])
        assert result.stdout.strip() == ""
        return result.exit_code, result.stderr

    return run


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_is_listed_with_its_own_first_sentence(name: str) -> None:
    """The table that `--help` prints and the command's own help cannot drift apart."""
    command = cli.main.get_command(click.Context(cli.main), name)
    assert command is not None
    assert command.name == name
    assert (command.help or "").split("\n")[0].rstrip(".").startswith(cli.COMMANDS[name].split(" ")[0])


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_help_of_every_command_shows_an_example_of_it(name: str) -> None:
    """Nobody should have to guess a first command line."""
    text = CliRunner().invoke(cli.main, [name, "--help"]).stdout
    assert f"Examples:\n    revtrack {name}" in text


def test_help_names_every_command() -> None:
    """`revtrack --help` lists the whole table."""
    text = CliRunner().invoke(cli.main, ["--help"]).stdout
    assert all(f"  {name} " in text and summary in text for name, summary in cli.COMMANDS.items())


@pytest.mark.parametrize("args", [["--version"], ["list", "--help"], ["-h"]])
def test_asking_about_revtrack_ends_well(args: list[str]) -> None:
    """Help and version exit with 0 and write to standard output alone."""
    result = CliRunner().invoke(cli.main, args)
    assert (result.exit_code, result.stderr) == (0, "")


def test_version_is_that_of_the_package() -> None:
    """`python -m revtrack --version` prints the one version there is."""
    assert revtrack("--version").stdout == f"revtrack {__version__}\n"
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "revtrack.version.VERSION"}
    assert project["project"]["dynamic"] == ["version"]


def test_help_imports_no_command_and_nothing_heavy(tmp_path: Path) -> None:
    """Start-up is what a newsroom waits for at every call."""
    loaded = modules_after("--help", cwd=tmp_path)
    assert not loaded & set(HEAVY)
    assert not {f"revtrack.commands.{name}" for name in cli.COMMANDS} & loaded
    assert "revtrack.model" not in loaded


@pytest.mark.parametrize("form", ["json", "terminal"])
def test_compare_imports_no_git_and_no_template_engine(form: str, tmp_path: Path) -> None:
    """Comparing two files needs the standard library and click, and where needed diff-match-patch."""
    (tmp_path / "old.txt").write_text("At least 12 people died, “Police” said.\n")
    (tmp_path / "new.txt").write_text("At least 21 people died, “Police” said.\n")
    loaded = modules_after("compare", "old.txt", "new.txt", "--format", form, cwd=tmp_path)
    assert not loaded & {"git", "numpy", "lxml", "jinja2"}


def test_without_a_command_help_comes_on_standard_error() -> None:
    """`revtrack` alone is a usage error that shows the commands."""
    result = CliRunner().invoke(cli.main, [])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Commands:" in result.stderr


@pytest.mark.parametrize(
    "error",
    [
        InputError("story.pdf: is a PDF: save it as text"),
        UnknownError("no article stroy: did you mean story?"),
        StoreError("no store here: make one with revtrack init"),
        RefusedError("lost half its words: use --force"),
    ],
)
def test_what_is_expected_is_said_in_one_line(error: Exception, failing: Failing) -> None:
    """Each error of revtrack gives its text and exit code 2."""
    assert failing(error) == (2, f"revtrack: error: {error}\n")


def test_what_is_unexpected_asks_for_a_report(failing: Failing, cache_folder: Path) -> None:
    """A bug gives one line with its type and text, and no traceback; the log has that, and no text of anybody."""
    code, line = failing(KeyError("figure"))
    assert code == 2
    assert line.startswith("revtrack: unexpected error: KeyError: 'figure': please report it")
    assert line.count("\n") == 1
    [log] = (cache_folder / "revtrack" / "faults").iterdir()
    assert str(log) in line
    written = log.read_text(encoding="utf-8")
    assert f"revtrack {__version__}\n" in written
    assert "\nbuiltins.KeyError\n" in written
    assert "revtrack/cli.py:" in written
    assert "figure" not in written
    assert log.stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_a_log_names_the_command_and_no_word_of_the_user(tmp_path: Path) -> None:
    words = ["add", "secret.txt", "--note=leaked", "--by", "Ann", "-mdraft", "-", "add"]
    try:
        raise ValueError("leaked") from KeyError("secret")
    except ValueError as error:
        said = list(fault_log.lines(error, words, cli.COMMANDS))
    assert "command: revtrack add ... --note --by ... -m ... ..." in said
    assert not {"secret", "leaked", "Ann", "draft"} & set(" ".join(said).replace(".", " ").split())
    assert said.index("builtins.ValueError") < said.index("builtins.KeyError")


def test_old_logs_are_removed(failing: Failing, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fault_log, "KEPT", 2)
    for _ in range(4):
        failing(KeyError("figure"))
    assert len(list((cache_folder / "revtrack" / "faults").iterdir())) == 2


def test_a_log_that_cannot_be_written_leaves_the_line(failing: Failing, cache_folder: Path) -> None:
    cache_folder.write_text("a file in its place")
    assert "REVTRACK_DEBUG=1" in failing(KeyError("figure"))[1]


def test_too_little_memory_is_no_bug(failing: Failing) -> None:
    code, line = failing(MemoryError())
    assert (code, line) == (
        2,
        "revtrack: error: not enough memory: close other programs, or give fewer or smaller files\n",
    )


def test_ctrl_c_at_the_start_is_as_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Stopped:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "revtrack.cli":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "revtrack.cli")
    monkeypatch.setattr(sys, "meta_path", [Stopped(), *sys.meta_path])
    with pytest.raises(SystemExit) as ended:
        __main__.start()
    assert (ended.value.code, capsys.readouterr().err) == (exit_codes.STOPPED, "revtrack: stopped\n")


def test_a_traceback_is_there_for_those_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """With REVTRACK_DEBUG the error itself comes through."""
    monkeypatch.setenv("REVTRACK_DEBUG", "1")

    @click.command("fail")
    def command() -> None:
        raise KeyError("figure")

    monkeypatch.setattr(cli.CommandGroup, "get_command", lambda *_: command)
    assert isinstance(CliRunner().invoke(cli.main, ["fail"]).exception, KeyError)
    assert CliRunner().invoke(cli.main, ["fail", "--wrong"]).exit_code == 2


def test_a_full_disk_is_no_bug(failing: Failing) -> None:
    """An error of the system names its cause and what to look at."""
    code, line = failing(OSError(28, "No space left on device"))
    assert code == 2
    assert line.startswith("revtrack: error: standard output: No space left on device: check")


def test_a_broken_pipe_to_a_tool_is_not_taken_for_a_reader_that_left(failing: Failing) -> None:
    """Only standard output may be closed early without an error."""
    assert failing(BrokenPipeError(32, "Broken pipe"))[0] == 2


def test_ctrl_c_gives_130(failing: Failing) -> None:
    """Stopping is no failure, and needs no explanation."""
    code, line = failing(KeyboardInterrupt())
    assert code == 130
    assert line.strip() == "revtrack: stopped"


@pytest.mark.skipif(os.name == "nt", reason="needs named pipes and signals")
def test_ctrl_c_while_waiting_for_input_gives_130(tmp_path: Path) -> None:
    """A real SIGINT while a slow pipe is read ends with one line and no traceback."""
    os.mkfifo(tmp_path / "pipe")
    with (
        subprocess.Popen(
            [sys.executable, "-m", "revtrack", "claims", "pipe"], stderr=subprocess.PIPE, text=True, cwd=tmp_path
        ) as process,
        open(tmp_path / "pipe", "wb"),
    ):  # opens when revtrack does
        process.send_signal(signal.SIGINT)
        _, line = process.communicate()
    assert (process.returncode, line.strip()) == (130, "revtrack: stopped")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("args", ["diff --help", "show story"])
def test_a_reader_that_leaves_early_is_no_error(args: str, unbuffered: str, tmp_path: Path) -> None:
    """`revtrack ... | head -1` is quiet, also where the output is large."""
    stored(tmp_path, "story.txt", "The toll rose to 12 on Monday.\n" * 20_000)
    reader, writer = os.pipe()
    os.close(reader)
    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    ran = subprocess.run(
        [sys.executable, "-m", "revtrack", *args.split()],
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=environment,
    )
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes streams")
@pytest.mark.parametrize(
    ("args", "code"), [("--version >&-", 0), ("list >&-", 0), ("show a >&-", 0), ("claims - <&-", 2)]
)
def test_closed_streams_are_no_bug(args: str, code: int, tmp_path: Path) -> None:
    """A job without standard input or output gets its exit code all the same."""
    stored(tmp_path, "a.txt", "At least 12 people died.\n")
    line = f'"{sys.executable}" -m revtrack {args}'
    ran = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True)
    assert (ran.returncode, "unexpected" in ran.stderr) == (code, False)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("publish", "No such command 'publish'"),
        ("diff", "Missing argument 'ARTICLE'"),
        ("compare old.txt", "Missing argument 'NEW_FILE'"),
        ("add", "Missing argument 'FILE...|-'"),
        ("log --frmat json", "No such option"),
        ("diff story --kind rumour", "'rumour' is not one of"),
        ("diff story --min-severity grave", "'grave' is not one of"),
        ("claims story --kind certainty", "'certainty' is not one of"),
        ("log --format html", "'html' is not one of"),
        ("compare old.txt new.txt third.txt", "unexpected extra argument"),
    ],
)
def test_usage_errors_are_one_line_that_points_to_help(args: str, said: str) -> None:
    """Exit code 2, the cause, and where to read more."""
    result = CliRunner().invoke(cli.main, args.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("revtrack: error: ")
    assert said in result.stderr
    assert "--help')\n" in result.stderr
    assert result.stderr.count("\n") == 1
