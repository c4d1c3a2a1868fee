"""Front matter: readers' words are fields, the rest is data, and offsets stay those of the file."""

import pytest

from revtrack import extract
from revtrack.text import front_matter, read
from revtrack.text.front_matter import field_values
from revtrack.versions import headline

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


DOTS = YAML.replace("---\n\nAt", "...\n\nAt")
JSON = """{
  "title": "Toll rises to 21",
  "weight": 12,
  "authors": [{"name": "Ida Lind", "id": 7}],
  "tags": ["5 things"],
  "params": {"draft": true}
}

At least 21 people died.
"""
MAPS = """---
title: 'Toll rises' # not 30
authors:
- name: Ida Lind
  id: 12
- Jo Berg
image:
  width: 640
description: "The search
  goes on"
status: live
---
Text.
"""
ARRAYS = '+++\nauthors = [\n  "Ida Lind",\n  "Jo Berg",\n]\ndek = """\nThe search\ngoes on"""\nsize = 3\n+++\nText.\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (DOTS, ["Toll rises to 21", "The search goes on", "in the harbour"]),
        (JSON, ["Toll rises to 21", "Ida Lind"]),
        (MAPS, ["Toll rises", "Ida Lind", "Jo Berg", "The search", "goes on"]),
        (ARRAYS, ["Ida Lind", "Jo Berg", "The search", "goes on"]),
    ],
)
def test_only_what_readers_see_is_a_field(text, words):
    assert [block.rstrip('"') for role, block in blocks(text) if role == "field"] == words
    assert not {claim.text for claim in extract(text).claims if claim.kind == "figure"} - {"21"}
    assert text[front_matter.end(text) :].strip() == blocks(text)[-1][1]


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nIt rained on 12 days.\n\n---\n\nText.\n",
        "{{< figure >}}\n\nText.\n",
        '{"title": "x"} and more\n',
        '{"title": "x"\n\nText.\n',
        '{"a": ' * 3000,
    ],
)
def test_rules_and_shortcodes_open_no_front_matter(text):
    assert front_matter.end(text) == 0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("---\ndraft: true # not yet\n...\n", "true"),
        ("---\ndraft: !!bool 'true' # not yet\n---\n", "true"),
        ("+++\ndraft = true # not yet\n+++\n", "true"),
        ("+++\n[params]\ndraft = true\n+++\n", "true"),
        ('{"Draft": true}\n', "true"),
        ("+++\ndraft = true\nno toml\n+++\n", "true"),
    ],
)
def test_values_are_read_alike_in_all_forms(text, value):
    assert field_values.fields(text)["draft"] == value
    assert ("draft", value) in field_values.entries(text)


def test_nested_keys_are_entries_but_no_fields():
    assert "draft" not in field_values.fields(JSON)
    assert ("draft", "true") in field_values.entries(JSON)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("---\ndek: The search\ntitle: Toll rises\n---\n## What we know\n\nText.\n", "Toll rises"),
        ("---\ndraft: true\n---\n## What we know\n\nText.\n", "## What we know"),
        ("Toll rises\n\nText.\n", "Toll rises"),
        ("11:32\n\nToll rises\n\nText.\n", "Toll rises"),
        ("11.32am BST\n\nText.\n", None),
    ],
)
def test_the_headline_is_a_field_a_heading_or_a_line_but_no_time(text, words):
    span = headline.of(extract(text))
    assert (span and span.of(text)) == words


def test_below_a_headline_in_front_matter_only_a_first_heading_is_one():
    assert [role for role, _ in blocks("---\ntitle: T\n---\n# T\n\nText.\n")][-2] == "headline"
    assert [role for role, _ in blocks("---\ntitle: T\n---\n## What\n\nText.\n")][-2] == "heading"


@pytest.mark.parametrize("value", [" " * 19_000 + "b", '"a\n  b\ntitle: ' * 900, "\\" * 19_000, " #" * 9_000])
def test_hostile_values_are_read_in_time(value):
    assert front_matter.end(f"---\ntitle: a{value}\n---\nText.\n") > 9_000
