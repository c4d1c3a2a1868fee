"""Prints what was measured as the README's tables, between `<!-- bench:NAME -->` and `<!-- /bench -->`."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Callable, Iterable
from typing import Any

from bench import floors
from bench.archives import CLOCKED
from bench.gate import MANY
from bench.growth import HOSTILE, LIMIT
from bench.quality import ROOT, ROWS, Scores

README = ROOT / "README.md"

Measured = dict[str, Any]


def filled(text: str, measured: Measured) -> str:
    """The README with its tables from one run; a table without measurements stays as it is."""
    for name, table in tables(measured).items():
        text = _between(text, name, table)
    return text


def tables(measured: Measured) -> dict[str, str]:
    """The table of everything that was measured, by name."""
    printers: dict[str, Callable[[Any, str], str]] = {
        "quality": quality,
        "speed": speed,
        "store": store,
        "archives": archives,
        "peers": peers,
        "growth": growth,
    }
    return {
        name: printer(measured[name], measured["machine"]) for name, printer in printers.items() if measured.get(name)
    }


def machine() -> str:
    """What the figures were measured on."""
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout.split()[2]
    return f"{os.cpu_count()} CPUs, Python {platform.python_version()}, Git {git}"


def quality(scores: Scores, _: str) -> str:
    """One row a figure: revtrack, its floor, the peers."""
    kept = floors.read()
    rows = []
    for row in ROWS:
        who = scores[row.key]
        peers = ", ".join(f"{name} {_share(value)}" for name, value in who.items() if name != "revtrack")
        ours = _share(who["revtrack"]) if "revtrack" in who else "–"
        rows.append((row.title, ours, _share(kept[row.key]) if row.key in kept else "", peers))
    return _table(("On the development sets", "revtrack", "floor", "peers"), rows)


def speed(seconds: dict[str, float], where: str) -> str:
    """CPU of whole processes, and words a second."""
    rows = [
        ("`revtrack --help`, CPU", f"{_ms(seconds['help_cpu'])}", _times(seconds["help_to_click"])),
        (
            "`revtrack compare`, two versions of 900 words, CPU",
            _ms(seconds["compare_cpu"]),
            _times(seconds["compare_to_click"]),
        ),
        *_instructions(seconds),
        *_gate(seconds),
        ('`python -c "import click"`, CPU', _ms(seconds["click_cpu"]), _times(1)),
        ("`extract`, words a second", f"{seconds['extract_words']:,.0f}", ""),
        ("`compare`, words of the new version a second", f"{seconds['compare_words']:,.0f}", ""),
    ]
    head = ("", "time or rate", "times the peer")
    return _table(head, rows) + f"\nMeasured on {where}; medians of interleaved runs.\n"


def store(seconds: dict[str, float], where: str) -> str:
    """Adds, logs, reads and upkeep beside Git."""
    sizes = sorted(int(key.removeprefix("add_")) for key in seconds if re.fullmatch(r"add_\d+", key))
    largest = sizes[-1]
    rows = [
        *(
            (
                f"One add, {size:,} articles in the store; `git add && git commit`",
                seconds[f"add_{size}"],
                seconds[f"commit_{size}"],
                seconds[f"add_to_commit_{size}"],
            )
            for size in sizes
        ),
        (
            f"Revisions of one article, {largest:,} in the store; `git log -- path` with changed-path filters",
            seconds["log"],
            seconds["git_log"],
            seconds["log_to_git"],
        ),
        ("All versions of it; `git cat-file --batch`", seconds["read"], seconds["git_read"], seconds["read_to_git"]),
        ("The index made anew; `git log --raw`", seconds["rebuild"], seconds["git_log_raw"], seconds["rebuild_to_git"]),
        (
            f"{2 * largest:,} revisions in one stream; raw `git fast-import`",
            seconds[f"import_{largest}"],
            seconds["git_import"],
            1 / seconds["import_speed_to_git"],
        ),
        (
            "`revtrack gc`; `git repack -adf`",
            seconds["gc"],
            seconds["git_repack"],
            seconds["gc"] / seconds["git_repack"],
        ),
    ]
    size = f"After `gc` the store takes {seconds['gc_size_to_git']:.2f} × what `git repack -adf` makes of it."
    grown = f"An add with {largest:,} articles takes {seconds[f'add_growth_{largest}']:.2f} × one with {sizes[0]:,}."
    whole = f"As a whole command, `revtrack add` took {_ms(seconds['add_command'])}."
    told = ((what, _long(ours), _long(theirs), _times(ratio)) for what, ours, theirs, ratio in rows)
    table = _table(("", "revtrack", "Git", "times Git"), told)
    return f"{table}\n{grown} {size} {whole}\n\nMeasured on {where}; library calls in a warm process.\n"


def archives(found: dict[str, dict[str, float]], where: str) -> str:
    """Whole commands over an archive, beside click and, where it was measured too, beside an earlier revtrack."""
    now, before = found["now"], found.get("before", {})
    long, many, listed = (int(found["sizes"][name]) for name in ("long", "many", "listed"))
    titles = {
        "diff_warm": "`diff` of two revisions, known",
        "history_first": f"`history` of {long} revisions, first time",
        "history_warm": "– known",
        "search_first": f"first `search` over {4 * many:,} revisions, on the clock",
        "log_first_line": f"first line of `log` over {4 * listed:,} revisions, on the clock",
        "hook": "`check`, one changed article",
        "work_tree": "`diff` of a file in a repository",
    }
    rows = [
        (
            title,
            _long(now[key]),
            "" if key in CLOCKED else _times(now[key] / now["click"]),
            _times(now[key] / before[key]) if key in before else "–",
        )
        for key, title in titles.items()
    ]
    memory = {
        "search_memory": "memory of that `search`",
        "extract_memory": f"memory of `extract`, {4 * many:,} versions",
    }
    rows += [
        (title, f"{now[key] / 1e6:,.0f} MB", "", _times(now[key] / before[key]) if key in before else "–")
        for key, title in memory.items()
    ]
    head = ("Whole commands, CPU with Git", "time", "times click", "times an earlier revtrack")
    return f"{_table(head, rows)}\nMeasured on {where}.\n"


def peers(speeds: dict[str, float | None], _: str) -> str:
    """Words a second of revtrack and of peers that do a part of the same."""
    rows = [(name, f"{speed:,.0f}" if speed else "not installed") for name, speed in speeds.items()]
    return _table(("On the same articles", "words a second"), rows)


def _instructions(seconds: dict[str, float]) -> list[tuple[str, str, str]]:
    """What `compare` costs whatever else the machine does; its peer is a Python that does nothing."""
    rows = {
        "compare": "– millions of instructions, from the second run on; beside bare Python",
        "compare_in_python": "– without compiled loops",
        "compare_first": "– the first run on a machine, which compiles regular expressions",
    }
    return [
        (title, f"{seconds[f'{name}_instructions']:,.0f}", _times(seconds[f"{name}_instructions"] / bare))
        for name, title in rows.items()
        if (bare := seconds.get("python_instructions"))
    ]


def _gate(seconds: dict[str, float]) -> list[tuple[str, str, str]]:
    """What the hook costs, with the git it starts."""
    if "hook_cpu" not in seconds:
        return []
    return [
        (
            "`revtrack check`, one changed article of 900 words, CPU with Git",
            _ms(seconds["hook_cpu"]),
            _times(seconds["hook_to_click"]),
        ),
        ("– nothing changed in an article", _ms(seconds["idle_cpu"]), _times(seconds["idle_to_click"])),
        (f"– each of {MANY} changed articles in one process", _ms(seconds["many_each"]), ""),
    ]


def growth(costs: dict[str, float | None], _: str) -> str:
    """Cost per character beside that of one article."""
    lengths = sorted(int(key.rpartition(" ")[2]) for key in costs if key.startswith("article extract "))
    names = [(f"{times} × 900 words", "article", times) for times in lengths]
    names += [(f"{name}, as long as {lengths[-1]} articles", name, lengths[-1]) for name in HOSTILE]
    rows = [
        (title, *(_cost(costs[f"{name} {action} {times}"]) for action in ("extract", "compare")))
        for title, name, times in names
    ]
    return _table(("Time per character, one article = 1", "`extract`", "`compare`"), rows)


def _between(text: str, name: str, table: str) -> str:
    pattern = rf"(<!-- bench:{name} -->\n).*?(<!-- /bench -->)"
    return re.sub(pattern, lambda part: f"{part[1]}\n{table}\n{part[2]}", text, flags=re.DOTALL)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    rule = ("---", *("---:" if name != "peers" else "---" for name in head[1:]))
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, rule, *rows))


def _share(value: float) -> str:
    return f"{value:.3f}"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _long(seconds: float) -> str:
    return f"{seconds:,.1f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def _times(ratio: float) -> str:
    return f"{ratio:.2f} ×"


def _cost(cost: float | None) -> str:
    return f"over {LIMIT} s" if cost is None else f"{cost:.1f}"
