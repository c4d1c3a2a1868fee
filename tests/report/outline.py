"""What a page is made of, read by a parser that is not ours."""

from __future__ import annotations

from html.parser import HTMLParser


class Outline(HTMLParser):
    """The tags of a page, its ids and the ids its links point to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append(tag)
        self.ids += filter(None, [known.get("id")])
        if (href := known.get("href") or "").startswith("#"):
            self.targets.add(href[1:])
