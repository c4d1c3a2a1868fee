"""Findings on paper: for a terminal, for GitHub, as a summary, as SARIF."""

from __future__ import annotations

import pytest

from revtrack import __version__
from revtrack.finding import Finding, Rewordings, Settlement
from revtrack.gate.rules import rules
from revtrack.report import annotations as printed
from revtrack.report import sarif
from revtrack.report.annotations import Outcome

HIGH = Finding(
    "F101",
    "high",
    "a figure changed",
    "news/a b.md",
    3,
    5,
    (3, 7),
    "people: 12 -> 21 (+75%)",
    "say so",
    "12 people",
    "21 people",
)
SETTLED = HIGH._replace(code="Q101", settled=Settlement("mark", "misheard"))
NOTED = HIGH._replace(settled=Settlement("notice"))
ADVICE = HIGH._replace(code="Q201", severity="low", advice=True, old=None)


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (Outcome((), 0, 0), "No changed articles to check."),
        (Outcome((), 1, 0), "1 changed article checked, no findings."),
        (Outcome((HIGH,), 1, 1), "1 finding in 1 changed article (1 high); 1 blocks this edit."),
        (
            Outcome((HIGH, HIGH, SETTLED), 1200, 2),
            "2 findings in 1,200 changed articles (2 high); 2 block this edit; 1 acknowledged.",
        ),
        (Outcome((NOTED,), 1, 0), "0 findings in 1 changed article; 1 acknowledged."),
        (Outcome((ADVICE,), 1, 0), "0 findings in 1 changed article; 1 piece of advice."),
        (
            Outcome((HIGH._replace(severity="low"),), 1, 0),
            "1 finding in 1 changed article (1 low); none blocks this edit.",
        ),
    ],
)
def test_the_outcome_in_one_sentence(outcome: Outcome, sentence: str) -> None:
    """Read alone, in a log."""
    assert printed.sentence(outcome) == sentence


def reworded(count: int = 1) -> tuple[Rewordings, ...]:
    return tuple(Rewordings(f"{n}.md", 2, 1, 0, f"revtrack diff {n}.md --all") for n in range(count))


def test_what_was_reworded_is_told_below_the_findings() -> None:
    """With the command that shows it; never "no findings" alone."""
    line = "0.md: 2 sentences reworded and 1 added; see `revtrack diff 0.md --all`"
    clean = Outcome((), 1, 0, rewordings=reworded())
    assert printed.text(clean).splitlines() == [
        "1 changed article checked, no findings, but sentences were reworded, added or removed:",
        line,
    ]
    found = Outcome((HIGH,), 1, 1, rewordings=reworded())
    assert printed.text(found).splitlines()[-2:] == [
        "1 finding in 1 changed article (1 high); 1 blocks this edit.",
        line,
    ]
    assert printed.github(found).splitlines()[-1] == line
    assert "- 0.md: 2 sentences reworded and 1 added" in printed.markdown(found)
    assert printed.document(found)["rewordings"] == [{"path": "0.md", "reworded": 2, "added": 1, "removed": 0}]


def test_what_was_reworded_in_many_articles_is_summed_up() -> None:
    """A commit of a thousand files does not print as many lines."""
    lines = printed.text(Outcome((), 30, 0, rewordings=reworded(30))).splitlines()
    assert (len(lines), lines[-1]) == (12, "60 more sentences in 20 other articles")


def test_a_finding_for_a_terminal() -> None:
    """The last line says what to do, or how it was acknowledged."""
    assert printed.text(Outcome((HIGH,), 1, 1)).splitlines()[:5] == [
        "news/a b.md:3:5: high F101 people: 12 -> 21 (+75%)",
        "    old: 12 people",
        "    new: 21 people",
        "",
        "What to do:",
    ]
    assert printed.text(Outcome((HIGH,), 1, 1)).splitlines()[5:] == [
        "    say so",
        "",
        "1 finding in 1 changed article (1 high); 1 blocks this edit.",
    ]
    assert "Q101" not in printed.text(Outcome((SETTLED,), 1, 0))
    assert "    accepted in the text: misheard" in printed.text(Outcome((SETTLED,), 1, 0, True))
    assert "advice Q201" in printed.text(Outcome((ADVICE,), 1, 0))


def test_a_text_cannot_act_on_the_terminal() -> None:
    """Nor in a path, nor in a reason."""
    bad = HIGH._replace(path="a\x1b[31m.md", message="12\x1b[2J -> 21", settled=Settlement("mark", "\x9b1m"))
    assert "\x1b" not in printed.text(Outcome((bad,), 1, 0, True))
    assert "\x9b" not in printed.text(Outcome((bad,), 1, 0, True))


def test_github_gets_one_command_a_line() -> None:
    """What would end a property or the command is written as GitHub wants it."""
    odd = HIGH._replace(path="a,b:c.md", title="50%: so")
    line = printed.github(Outcome((odd,), 1, 1)).splitlines()[0]
    assert line == (
        "::error file=a%2Cb%3Ac.md,line=3,endLine=3,col=5,title=F101 50%25%3A so::people: 12 -> 21 (+75%25)"
        "%0Aold: 12 people%0Anew: 21 people%0Asay so"
    )
    levels = {one: printed.github(Outcome((HIGH._replace(severity=one),), 1, 1))[:9] for one in LEVELS}  # type: ignore[arg-type]
    assert levels == {"high": "::error f", "medium": "::warning", "low": "::notice "}


LEVELS = ("high", "medium", "low")


def test_the_summary_is_one_table_an_article() -> None:
    """A bar or a mention in an article does not break it."""
    odd = HIGH._replace(path="other.md", message="a|b @editor")
    lines = printed.markdown(Outcome((HIGH, SETTLED, odd), 2, 2)).splitlines()
    assert [line for line in lines if line.startswith("### ")] == ["### news/a b.md", "### other.md"]
    assert "| 3 |  | high | F101 | people: 12 -> 21 (+75%)<br>old: 12 people<br>new: 21 people |" in lines
    assert any("| settled | Q101 |" in line and "*accepted in the text*: misheard" in line for line in lines)
    assert any("a\\|b @\u200beditor" in line for line in lines)
    assert "No changed article" in printed.markdown(Outcome((), 0, 0))


def test_sarif_has_what_code_scanning_asks_for() -> None:
    """Rules with levels, results with places, settled ones suppressed; paths are relative URIs."""
    document = sarif.document(Outcome((HIGH, SETTLED, ADVICE), 1, 1), rules().values(), __version__)
    assert (document["version"], document["$schema"].endswith("sarif-2.1.0.json")) == ("2.1.0", True)
    [run] = document["runs"]
    driver = run["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == list(rules())
    levels = {rule["defaultConfiguration"]["level"] for rule in driver["rules"]}
    assert levels == {"error", "warning", "note", "none"}
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        [location] = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == "news/a%20b.md"
        assert location["physicalLocation"]["region"] == {
            "startLine": 3,
            "startColumn": 5,
            "endLine": 3,
            "endColumn": 7,
        }
        assert result["message"]["text"]
    assert [result["level"] for result in run["results"]] == ["error", "error", "note"]
    assert [result.get("suppressions") for result in run["results"]] == [
        None,
        [{"kind": "inSource", "justification": "misheard"}],
        None,
    ]
    fingerprints = {tuple(result["partialFingerprints"].values()) for result in run["results"]}
    assert len(fingerprints) == 3


def test_sarif_shows_words_of_an_article_as_words() -> None:
    """No control character reaches a terminal, and no link of the article is one of the report."""
    words = "See [the form](https://evil.example) \x1b[31mnow\x1b[0m [sic]"
    found = HIGH._replace(message=words, old=words, settled=Settlement("trailer", words))
    document = sarif.document(Outcome((found,), 1, 1), rules().values(), __version__)
    [result] = document["runs"][0]["results"]
    for text in (result["message"]["text"], result["suppressions"][0]["justification"]):
        assert "\\[the form\\](https://evil.example)" in text
        assert "[sic]" in text
        assert "\x1b" not in text


def test_a_command_can_be_copied_from_a_summary() -> None:
    """It is code in Markdown, also where a file has a backtick in its name; all else is text."""
    finding = HIGH._replace(action="say so (`revtrack note a`b.txt` drafts it), or <!-- revtrack: accept X --> *it*")
    told = printed.markdown(Outcome((finding,), 1, 1))
    assert r"say so (``revtrack note a`b.txt`` drafts it), or `<!-- revtrack: accept X -->` \*it\*" in told
