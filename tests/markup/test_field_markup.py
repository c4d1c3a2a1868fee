"""Fields of front matter: markup and escapes in them, captions below them, front matter of any length and in JSON."""

from __future__ import annotations

import pytest

import revtrack


def fields(text: str) -> list[str]:
    claims = revtrack.extract(text)
    return [claims.text[block.start : block.end] for block in claims.blocks if block.role == "field"]


def front(matter: str) -> str:
    return f"---\n{matter}\n---\n\nIt is old.\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title: "The **old** dam"', 'title: "The old dam"'),
        ('title: "The \\"old\\" dam"', "title: The “old” dam"),
        ('title: "The caf\\u00e9 of 12"', "title: The café of 12"),
        ("title: 'The mayor''s 12 men'", "title: The mayor’s 12 men"),
        ("title: Lind &amp; Roe, 12 &ndash; 13", "title: Lind & Roe, 12 – 13"),
        ('title: "The [dam](http://a.example/12)"', 'title: "The dam"'),
        ("title: The <em>old</em> dam", "title: The old dam"),
        ('{"title": "The \\"old\\" dam"}', 'title: The "old" dam'),
    ],
)
def test_markup_and_escapes_in_a_field_are_no_change(old: str, new: str) -> None:
    assert not revtrack.compare(front(old), front(new)).changes


def test_what_changes_inside_markup_is_a_change() -> None:
    old = front('title: "The **12** \\"old\\" dams"')
    found = revtrack.compare(old, old.replace("12", "13")).changes
    assert [(change.kind, change.labels) for change in found] == [("figure", ("value",))]


@pytest.mark.parametrize(
    "matter",
    [
        "image:\n  src: a3.png\n  caption: Seven men\n  width: 40",
        "images:\n  - src: a3.png\n    caption: >\n      Seven men\n    id: 12\n  - src: b4.png",
        "cover:\n  image: a3.png\n  alt: Seven men\n  relative: true",
        "header:\n  overlay_image: a3.png\n  image_caption: Seven men",
        'image_caption: "Seven men"',
        '{"image": {"src": "a3.png", "caption": "Seven men"}}',
        '{"gallery": [{"id": 3, "alt": "Seven men"}]}',
    ],
)
def test_a_caption_in_a_map_is_a_field(matter: str) -> None:
    assert fields(front(matter)) == ["Seven men"]


@pytest.mark.parametrize("opening", ["---", "---json", "--- json"])
def test_json_between_fences(opening: str) -> None:
    assert fields(f'{opening}\n{{\n  "title": "The dam",\n  "id": 12\n}}\n---\n\nIt is old.\n') == ["The dam"]


def test_long_front_matter_is_front_matter() -> None:
    ids = "".join(f"  - id{number}\n" for number in range(9_000))
    text = f"---\n# made by a machine\ntitle: The dam\nids:\n{ids}---\n\nIt is old.\n"
    assert fields(text) == ["The dam"]
    assert not revtrack.compare(text, text.replace("id12\n", "id13\n")).changes


def test_long_copy_between_two_rules_is_copy() -> None:
    copy = "The mayor said it again.\n\nNote: it rained.\n\n" * 600
    assert not fields(f"---\n{copy}---\n\nIt is old.\n")
