"""Reads the pairs of fixtures/gold: one Markdown file a genre, every article written once with its edits inside.

An edit is `{OLD=>NEW|LABELS}`: take OLD and the article is the old version, take NEW and it is the new one. So

    The toll rose to {12=>19|figure/value} on Sunday{, police said=>|attribution/dropped}.

holds both versions and what an editor says of them; offsets are counted here, never written. README.md beside the
pairs describes the labels.

    python -m bench.gold_pairs        writes fixtures/gold/pairs.jsonl, which other scorers read
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

GOLD_PAIRS = Path(__file__).resolve().parent.parent / "fixtures" / "gold"
JSONL = GOLD_PAIRS / "pairs.jsonl"
SIDES = ("old", "new")

Row = dict[str, Any]
Span = tuple[int, int]

# One severity a label, as docs/changes.md grades it; an item may say another.
SEVERITY = {
    "high": "figure/value figure/unit figure/noun figure/removed quote/words quote/speaker quote/removed "
    "attribution/source attribution/anonymized attribution/dropped attribution/removed certainty/negated "
    "statement/reversed statement/swapped",
    "medium": "figure/bound date/value date/bound date/removed quote/paraphrased quote/quoted attribution/identified "
    "attribution/attributed attribution/role attribution/cue attribution/content name/replaced certainty/stronger "
    "certainty/weaker statement/scope statement/status statement/word statement/added statement/removed",
    "low": "figure/added date/added quote/added attribution/added name/spelling",
}
SEVERITIES = {label: severity for severity, labels in SEVERITY.items() for label in labels.split()}

HEADING = re.compile(r"^## (?P<id>[a-z0-9-]+) \((?P<variety>\w+)\)$", re.MULTILINE)
EDIT = re.compile(r"\{(?P<old>[^{}|]*?)=>(?P<new>[^{}|]*)\|(?P<labels>[^{}]+)\}")
HARMLESS = re.compile(r"(?P<type>form|same) (?P<name>\w+)")
ITEM = re.compile(
    r"(?P<optional>\??)(?P<labels>\w+/\w+(?:, \w+/\w+)*)(?: (?P<severity>high|medium|low))?"
    r"(?: `(?P<first>[^`]+)`)?(?: ?-> `(?P<second>[^`]+)`)?(?: #(?P<tag>\w+))?"
)


class GoldError(Exception):
    """A pair that cannot be read; the text names the pair and the edit."""


class Piece(NamedTuple):
    """An edit as it stands in both versions: its words, where they stand, and what is said of them."""

    spans: dict[str, Span]
    words: dict[str, str]
    labels: str


def read(folder: Path = GOLD_PAIRS) -> list[Row]:
    """Every pair, in the order of the files and their headings; raises GoldError."""
    return [row for page in sorted(folder.glob("*.md")) if page.stem != "README" for row in pairs(page)]


def pairs(page: Path) -> Iterator[Row]:
    """The pairs of one genre."""
    parts = HEADING.split(page.read_text(encoding="utf-8"))[1:]
    for name, variety, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield {"id": name, "genre": page.stem, "variety": variety} | pair(name, text)


def pair(name: str, text: str) -> Row:
    """Both versions of one article with the labels of every edit, in the format of the scorers."""
    versions, edits = _apart(text.strip().replace("⍽", "\xa0") + "\n")
    if any(sign in version for version in versions.values() for sign in "{}|"):
        raise GoldError(f"{name}: an edit that is not {{OLD=>NEW|LABELS}}: {versions['new']!r}")
    row: Row = {**versions, "changes": [], "optional": [], "noise": [], "noise_spans": []}
    tagged: dict[str, Row] = {}
    for piece in edits:
        for part in re.split(r"; (?=\??[a-z]+[/ ])", piece.labels):
            harmless = HARMLESS.fullmatch(part)
            if harmless:
                spans = {side: list(piece.spans[side]) if piece.words[side] else None for side in SIDES}
                row["noise"].append(harmless["name"])
                row["noise_spans"].append({"name": harmless["name"], "type": harmless["type"], "spans": [spans]})
                continue
            match = ITEM.fullmatch(part)
            if not match:
                raise GoldError(f"{name}: {part!r} is no label")
            item = _item(name, piece, match)
            # The same change in several places is one, tagged where its words differ.
            words = f"{item['old_text']} -> {item['new_text']}".casefold()
            key = match["tag"] or f"{item['kind']}/{item['label']} {words}"
            first = tagged.setdefault(key, item) if item["old_text"] and item["new_text"] else item
            if first is not item:  # the same change once more
                for side in SIDES:
                    first.setdefault(f"{side}_more", []).extend([item[side]] if item[side] else [])
                continue
            row["optional" if match["optional"] else "changes"].append(item)
    same = versions["old"] == versions["new"]
    row["mode"] = "mixed" if row["changes"] or row["optional"] else "identical" if same else "noise"
    return row


def _apart(text: str) -> tuple[dict[str, str], list[Piece]]:
    versions = {"old": "", "new": ""}
    edits, at = [], 0
    for match in EDIT.finditer(text):
        spans = {}
        for side in SIDES:
            versions[side] += text[at : match.start()]
            spans[side] = (len(versions[side]), len(versions[side]) + len(match[side]))
            versions[side] += match[side]
        edits.append(Piece(spans, {side: match[side] for side in SIDES}, match["labels"]))
        at = match.end()
    return {side: version + text[at:] for side, version in versions.items()}, edits


def _item(name: str, piece: Piece, match: re.Match[str]) -> Row:
    labels = [label.split("/") for label in match["labels"].split(", ")]
    kind, label = labels[0]
    if f"{kind}/{label}" not in SEVERITIES:
        raise GoldError(f"{name}: no change is called {kind}/{label}")
    words = dict(piece.words)
    if match["first"] or match["second"]:
        alone = "old" if not piece.words["new"] or label == "removed" else "new"
        words = {"old": match["first"], "new": match["second"]} if match["second"] else {alone: match["first"]}
    elif label in ("added", "removed"):
        words = {side: text for side, text in words.items() if side == ("new" if label == "added" else "old")}
    item: Row = {"kind": kind, "label": label, "edit": "by hand", "tags": []}
    if labels[1:]:
        item["labels_ok"] = labels
    for side in SIDES:
        item[side] = _span(name, piece, side, words.get(side) or "")
        item[f"{side}_text"] = None if item[side] is None else (words.get(side) or "").strip()
    if not item["old"] and not item["new"]:
        raise GoldError(f"{name}: {match[0]!r} has no words")
    return item | {"severity": match["severity"] or SEVERITIES[f"{kind}/{label}"]}


def _span(name: str, piece: Piece, side: str, words: str) -> list[int] | None:
    words = words.strip()
    if not words:
        return None
    at = piece.words[side].find(words)
    if at < 0:
        raise GoldError(f"{name}: {words!r} is not in {piece.words[side]!r}")
    start = piece.spans[side][0] + at
    return [start, start + len(words)]


def jsonl(rows: list[Row]) -> str:
    """The pairs as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    JSONL.write_text(jsonl(read()), encoding="utf-8")
