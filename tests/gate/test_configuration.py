"""House rules in TOML: what is taken, and what is refused with the nearest name."""

from __future__ import annotations

import pytest

from revtrack.articles.paths import ARTICLES, EXCLUDED
from revtrack.errors import InputError
from revtrack.gate.configuration import parse
from revtrack.gate.house import LIVE, House, policy
from revtrack.gate.rules import rules

NOW = "2024-10-31T12:00:00+00:00"
FULL = """
fail-on = "medium"
articles = ["news/**/*.md"]
extend-exclude = ["news/wire/"]
accepts = ["notice", "trailer"]

[published]
when = ["published: <date>"]
unless = ["draft: true", "status: held"]
branches = ["main"]
embargo = "hold-until"

[severity]
N = "medium"
F103 = "off"

[live]
when = ["type: live"]
paths = ["news/live/"]
severity = { F = "off" }

[per-path."news/sport/"]
fail-on = "never"

[per-path."news/courts/*.md"]
severity = { N101 = "high", C = "high" }

[notice]
style = "guardian"
join = " And it "
"""


def test_every_key_is_taken() -> None:
    """One file that uses them all."""
    house = parse(FULL, "revtrack.toml")
    assert house is not None
    assert (house.source, house.articles, house.exclude) == (
        "revtrack.toml",
        ("news/**/*.md",),
        (*EXCLUDED, "news/wire/"),
    )
    assert (house.when, house.unless) == (("published: <date>",), ("draft: true", "status: held"))
    assert (house.branches, house.embargo, house.accepts) == (("main",), "hold-until", ("notice", "trailer"))
    assert house.notice == {"style": "guardian", "join": " And it "}
    levels = {
        ("news/a.md", "N101"): ("medium", "revtrack.toml"),
        ("news/live/a.md", "F101"): ("off", "revtrack.toml [live]"),
        ("news/courts/a.md", "C101"): ("high", "revtrack.toml [per-path.'news/courts/*.md']"),
        ("news/courts/a.md", "N101"): ("high", "revtrack.toml [per-path.'news/courts/*.md']"),
    }
    for (path, code), level in levels.items():
        assert policy(house, path, "", NOW).level(rules()[code]) == level
    assert policy(house, "news/sport/a.md", "", NOW).fail_on[0] == "never"
    assert policy(house, "news/a.md", "", NOW).fail_on == ("medium", "revtrack.toml")


@pytest.mark.parametrize("text", ["", "# only a comment\n"])
def test_an_empty_file_is_the_built_in_house(text: str) -> None:
    """What nobody sets stays as it is."""
    house = parse(text, "revtrack.toml")
    assert house is not None
    assert (house.articles, house.exclude, house.layers[-1]) == (ARTICLES, EXCLUDED, LIVE)
    assert house.unless == House().unless


def test_pyproject_has_a_table_of_its_own() -> None:
    """Other tools' tables are none of ours."""
    assert parse("[tool.ruff]\nline-length = 1\n", "pyproject.toml") is None
    house = parse('[tool.revtrack]\nfail-on = "low"\n', "sub/pyproject.toml")
    assert house is not None
    assert policy(house, "a.md", "", NOW).fail_on[0] == "low"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('fail_on = "high"', "unknown key 'fail_on': did you mean 'fail-on'?"),
        ('fail-on = "hihg"', "fail-on is 'hihg', not one of high, medium, low, never: did you mean 'high'?"),
        ("fail-on = 3", "fail-on is 3, not one of"),
        ('articles = "*.md"', 'articles must be a list of strings: write articles = ["...", "..."]'),
        ("articles = [3]", "articles must be a list of strings"),
        ('articles = [""]', "articles must be a list of strings"),
        ('accepts = ["notise"]', "accepts has 'notise': did you mean 'notice'?"),
        ("[severity]\nF999 = 'low'", "[severity]: unknown code 'F999': did you mean 'F"),
        ("[severity]\nf = 'low'", "unknown code 'f': did you mean 'F'?"),
        ("[severity]\nF101 = 'lower'", "F101 is 'lower', not one of high, medium, low, off: did you mean 'low'?"),
        ("severity = 3", "[severity]: must be a table: write it as [severity]"),
        ("[publish]\nwhen = []", "unknown key 'publish': did you mean 'published'?"),
        ("[published]\nembargo = 3", 'embargo must be a string: write embargo = "..."'),
        ("[published]\nbranch = ['main']", "[published]: unknown key 'branch': did you mean 'branches'?"),
        ("[live]\nfail_on = 'low'", "[live]: unknown key 'fail_on': did you mean 'fail-on'?"),
        ("[per-path.'a/']\nseverities = {}", "[per-path.'a/']: unknown key 'severities': did you mean 'severity'?"),
        ("[per-path.'a/']\nseverity = {X1 = 'low'}", "[per-path.'a/'.severity]: unknown code 'X1'"),
        ("[notice]\nstyle = 'guardain'", "[notice]: unknown style 'guardain': did you mean 'guardian'?"),
        ("[notice]\neach = 'gave {what}'", "each has {what}, an unknown placeholder: use {thing}, {old}, {new}"),
        ("[notice]\neach = 'gave {'", "each cannot be filled in"),
        ("[notice]\nlead = 'Correction: sorry.'", "lead has no {changes}: put {changes} where the changes go"),
        (
            "[notice]\nlead = 'Sorry! {changes}'",
            'the formula is not recognised as a notice: open it with "Correction:"',
        ),
        ("fail-on = ", "not valid TOML"),
        ("articles = " + "[" * 5000, "nested too deep"),
        ("fail-on = 'low'\nfail-on = 'low'", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_an_error_with_the_way_out(text: str, said: str) -> None:
    """Nothing in a configuration is passed over in silence."""
    with pytest.raises(InputError) as failed:
        parse(text, "revtrack.toml")
    assert str(failed.value).startswith("revtrack.toml")
    assert said in str(failed.value)
    assert "\n" not in str(failed.value)
