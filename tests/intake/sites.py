"""Pages as the systems of several newsrooms make them; people, places and papers are invented."""

from __future__ import annotations

HEADLINE = "Ferry toll rises to 12"
COPY = (
    "At least 12 people are missing after a fire on a ferry off Port Almery, the coast guard said on Tuesday.",
    "The ferry was carrying 214 passengers. The fire broke out in the engine room, according to a port official.",
    "\u201cWe do not know yet how it started,\u201d said Ines Okafor, the harbour master of the town.",
)
ADDRESS = "https://news.example/2024/05/ferry-fire"
STATED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
    {"@type": "WebSite", "name": "Almery Post"},
    {"@type": ["NewsArticle"], "headline": "Ferry toll rises to 12", "mainEntityOfPage": {"@id": "%s"},
     "author": [{"@type": "Person", "name": "Ruth Calloway"}, {"@type": "Person", "name": "Jonas Eklund"}],
     "datePublished": "2024-05-14T07:30:00Z", "dateModified": "2024-05-14T18:05:00+02:00"}]}</script>"""


def paragraphs(copy: tuple[str, ...] = COPY) -> str:
    return "\n".join(f"<p>{text}</p>" for text in copy)


def page(head: str = "", copy: tuple[str, ...] = COPY, title: str = f"{HEADLINE} | Almery Post") -> str:
    """A page with a menu above and links below."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>{HEADLINE}</h1>{paragraphs(copy)}</article></main>
<aside><h2>Most read</h2><ul><li><a href="/x">Council votes on new school</a></li></ul></aside>
<footer><p>Copyright Almery Post</p></footer></body></html>"""


GRAPH = page(STATED % ADDRESS)
METAS = page(
    f'<link rel="canonical" href="{ADDRESS}"><meta property="og:title" content="{HEADLINE}">'
    '<meta name="author" content="Ruth Calloway and Jonas Eklund">'
    '<meta property="article:published_time" content="2024-05-14T07:30:00Z">'
    '<meta property="article:modified_time" content="2024-05-14T16:05:00Z">'
)
OLD = f"""<HTML><HEAD><TITLE>{HEADLINE}</TITLE><META NAME=author CONTENT="Ruth Calloway and Jonas Eklund"></HEAD>
<BODY BGCOLOR=white><A HREF=/>Home</A><HR><CENTER><H1>{HEADLINE}</H1></CENTER>
{paragraphs().replace("</p>", "")}</BODY></HTML>"""
XHTML = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{HEADLINE}</title>
<meta name="author" content="Ruth Calloway and Jonas Eklund" /></head>
<body><div id="content"><h1>{HEADLINE}</h1>{paragraphs()}</div></body></html>"""
LAUGHS = (
    '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "'
    + "&a;" * 10
    + '"><!ENTITY c "'
    + "&b;" * 10
    + '"><!ENTITY d "'
    + "&c;" * 10
    + '"><!ENTITY e SYSTEM "file:///etc/passwd">]><html><body><p>'
    + "&d;" * 10
    + "&e;</p></body></html>"
)
