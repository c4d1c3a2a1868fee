"""What applies to an article, and why."""

from __future__ import annotations

import pytest

from revtrack.gate.house import House, Layer, is_article, is_published, policy
from revtrack.gate.rules import rules

NOW = "2024-10-31T12:00:00+00:00"
TEXT = "The bridge is closed.\n"


def article(front: str) -> str:
    return f"---\n{front}\n---\n\n{TEXT}"


@pytest.mark.parametrize(
    ("house", "text", "branch", "published", "why"),
    [
        (House(), TEXT, "", True, "once it is committed"),
        (House(), article("draft: false"), "", True, "once it is committed"),
        (House(), article("draft: true"), "", False, 'front matter says "draft: true"'),
        (House(unless=()), article("draft: true"), "", True, "once it is committed"),
        (House(), article("embargo: 2024-10-31T18:00Z"), "", False, "under embargo until 2024-10-31T18:00Z"),
        (House(), article("embargo: 2024-10-30"), "", True, "once it is committed"),
        (House(embargo="Hold"), article("hold: 2024-12-01"), "", False, "under embargo until 2024-12-01"),
        (
            House(when=("published: <date>",)),
            article("published: 2024-10-01"),
            "",
            True,
            'front matter says "published: <date>"',
        ),
        (
            House(when=("published: <date>",)),
            article("published: 2024-11-01"),
            "",
            False,
            'front matter matches none of published.when = ["published: <date>"]',
        ),
        (
            House(when=("published",)),
            article("published: 2024-10-01\ndraft: true"),
            "",
            False,
            'front matter says "draft: true"',
        ),
        (House(branches=("main",)), TEXT, "main", True, "once it is committed"),
        (House(branches=("main", "live/*")), TEXT, "live/uk", True, "once it is committed"),
        (
            House(branches=("main",)),
            TEXT,
            "desk/main",
            False,
            'branch desk/main is not in published.branches = ["main"]',
        ),
        (House(branches=("main",)), TEXT, "", True, "once it is committed"),
    ],
)
def test_what_is_published(house: House, text: str, branch: str, published: bool, why: str) -> None:
    """By front matter, embargo and branch; where no branch is known, the safe side is taken."""
    verdict = is_published(house, text, branch, NOW)
    assert (verdict.holds, verdict.why) == (published, why)


@pytest.mark.parametrize(
    ("path", "holds", "why"),
    [
        ("news/ferry.md", True, 'matches articles "*.md"'),
        ("news/ferry.rst", False, 'matches none of articles = ["*.md", "*.markdown", "*.txt"]'),
        ("docs/ferry.md", False, 'matches exclude "docs/"'),
    ],
)
def test_what_an_article_is(path: str, holds: bool, why: str) -> None:
    """The pattern that decided is named."""
    verdict = is_article(House(), path)
    assert (verdict.holds, verdict.why) == (holds, why)


LAYERS = (
    Layer("house", {"F": "medium", "F103": "off", "Q101": "low"}, "medium"),
    Layer("live", {"F": "low"}, None, (), ("live: true",)),
    Layer("sport", {"F101": "high", "Q": "off"}, "never", ("sport/",)),
)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            "a.md",
            TEXT,
            {
                "F101": ("medium", "house"),
                "F103": ("off", "house"),
                "D101": ("medium", "built in"),
                "Q101": ("low", "house"),
                "": ("medium", "house"),
            },
        ),
        ("a.md", article("live: true"), {"F101": ("low", "live"), "F103": ("off", "house"), "": ("medium", "house")}),
        (
            "sport/a.md",
            TEXT,
            {
                "F101": ("high", "sport"),
                "F102": ("medium", "house"),
                "Q101": ("low", "house"),
                "Q102": ("off", "sport"),
                "": ("never", "sport"),
            },
        ),
    ],
)
def test_the_last_layer_that_names_a_code_decides(path: str, text: str, expected: dict[str, tuple[str, str]]) -> None:
    """A code goes before its family, in whatever layer it stands."""
    applies = policy(House(layers=LAYERS), path, text, NOW)
    for code, level in expected.items():
        assert (applies.level(rules()[code]) if code else applies.fail_on) == level


@pytest.mark.parametrize(
    ("fail_on", "stops"),
    [("high", {"high"}), ("medium", {"high", "medium"}), ("low", {"high", "medium", "low"}), ("never", set())],
)
def test_what_stops_an_edit(fail_on: str, stops: set[str]) -> None:
    """From the severity named upwards; what is off never does."""
    applies = policy(House().with_fail_on(fail_on), "a.md", TEXT, NOW)  # type: ignore[arg-type]
    assert {level for level in ("high", "medium", "low", "off") if applies.stops(level)} == stops


def test_a_live_blog_may_change_its_figures() -> None:
    """Built in: figures, dates and certainty of a live blog change by the minute; quotations do not."""
    applies = policy(House(), "a.md", article("live: true"), NOW)
    levels = {code: applies.level(rules()[code])[0] for code in ("F101", "D101", "C103", "K101", "Q101", "A103")}
    assert levels == {"F101": "low", "D101": "low", "C103": "low", "K101": "off", "Q101": "high", "A103": "high"}
