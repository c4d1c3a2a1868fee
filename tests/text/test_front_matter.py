"""Front matter: readers' words are fields, the rest is data, and offsets stay those of the file."""

import pytest

from revtrack.text import read

YAML = """---
title: "Toll rises to 21"
dek: >-
  The search goes on
  in the harbour
date: 2025-03-04
draft: false
---

At least 21 people died.
"""
TOML = '+++\ntitle = "Toll rises"\nweight = 12\n+++\nAt least 21 people died.\n'

NONE = ["--- not front matter\n\ntext", "---\ntitle: no closing fence\n\ntext", "Text first.\n---\ntitle: x\n---\n"]


def blocks(text):
    return [(block.role, text[block.start : block.end]) for block in read(text).blocks]


@pytest.mark.parametrize("text", NONE)
def test_text_without_front_matter_has_no_fields(text):
    assert not [role for role, _ in blocks(text) if role == "field"]


def test_yaml_fields_are_text_and_the_rest_is_data():
    fields = [words for role, words in blocks(YAML) if role == "field"]
    assert fields == ["Toll rises to 21", "The search goes on", "in the harbour"]
    assert ("data", "date: 2025-03-04") in blocks(YAML)
    assert blocks(YAML)[-1] == ("body", "At least 21 people died.")


def test_toml_fields_are_text():
    assert ("field", "Toll rises") in blocks(TOML)
    assert ("data", "weight = 12") in blocks(TOML)
