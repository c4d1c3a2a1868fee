"""docs/gate.md: its configuration is taken, its snippets are what they seem, and it names every option."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
import yaml

from revtrack.cli import main
from revtrack.gate import formulas
from revtrack.gate.configuration import LIVE, PER_PATH, PUBLISHED, TOP, parse

GUIDE = (Path(__file__).parents[2] / "docs" / "gate.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
    assert found
    return found


def test_the_configuration_shown_is_taken() -> None:
    """And shows every key there is, but for `exclude`, which it replaces by its milder sister."""
    for block in blocks("toml"):
        assert parse(block, "revtrack.toml")
    keys = {*TOP, *PUBLISHED, *LIVE, *PER_PATH, *formulas.PARTS} - {"exclude"}
    assert [key for key in sorted(keys) if not re.search(rf"^\[?{key}\b", GUIDE, re.MULTILINE)] == []


def test_the_snippets_are_yaml() -> None:
    """For the framework, GitHub and GitLab."""
    loaded = [yaml.safe_load(block) for block in blocks("yaml")]
    hooks = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text())
    assert loaded[0]["repos"][0]["hooks"][0]["id"] in {hook["id"] for hook in hooks}
    action = yaml.safe_load((Path(__file__).parents[2] / "action.yml").read_text())
    assert set(loaded[1]["jobs"]["claims"]["steps"][1]["with"]) <= set(action["inputs"])
    assert "claims" in loaded[2]


@pytest.mark.parametrize("name", ["check", "hook", "note"])
def test_every_option_is_named(name: str) -> None:
    """Nobody has to read the source to know it is there."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    shown = [parameter for parameter in command.params if not getattr(parameter, "hidden", False)]
    options = {option for parameter in shown for option in parameter.opts if option.startswith("--")}
    assert [option for option in sorted(options - {"--store"}) if option not in GUIDE] == []
