"""Saved pages of five designs: the article, the whole article, and nothing but the article."""

from __future__ import annotations

import pytest

from revtrack.intake.documents import news_page
from tests.intake.documents import page_designs


def lines(page: str | bytes) -> list[str]:
    return [line for line in news_page.read(page, "page.html").text.splitlines() if line]


@pytest.mark.parametrize("name", page_designs.DESIGNS)
def test_designs(name: str) -> None:
    """Headline, dek, byline, caption, copy and correction; no menu, related story, advert or comment."""
    design = page_designs.DESIGNS[name]
    assert lines(design.page) == [line for line in design.lines if line]
    assert lines(design.page.encode()) == lines(design.page)


@pytest.mark.parametrize("name", page_designs.DESIGNS)
def test_what_a_page_states(name: str) -> None:
    """Headline, byline, times and canonical address, out of JSON-LD."""
    found = news_page.read(page_designs.DESIGNS[name].page, "page.html")
    assert (found.title, found.by) == (page_designs.HEADLINE, page_designs.BY)
    assert (found.published, found.modified) == ("2024-03-14T19:02:00Z", "2024-03-14T21:40:00Z")
    assert found.addresses[0] == page_designs.ADDRESS


COPY = "".join(f"<p>{text}</p>" for text in page_designs.COPY)
TITLE = f"<title>{page_designs.HEADLINE} | The Paper</title>"
OTHERS = {
    "a blog whose name is an h1": f"""<html>{TITLE}<body class="single tag-news"><header class="site-header">
<h1><a href="/">The Corvale Blog</a></h1></header><article class="post tag-dams"><h2>{page_designs.HEADLINE}</h2>
<div class="entry-content">{COPY}<div class="share-box"><h3>Share this:</h3><ul><li><a href="x">Mail</a></ul></div>
</div><footer>Posted in <a href="/c">Dams</a></footer></article><section id="comments"><h2>3 thoughts</h2><p>I think
that 400 people live there, and not one of them was ever warned about anything at all.</p></section></body></html>""",
    "lines parted by br": f"""<html>{TITLE}<body><div><a href="/">Home</a> | <a href="/x">News</a></div><div>
<h1>{page_designs.HEADLINE}</h1>{"<br><br>".join(page_designs.COPY)}</div>
<div><a href="1">Minister resigns over 40 missing files</a><br><a href="2">Storm kills 6</a></div></body></html>""",
    "a layout of tables": f"""<html>{TITLE}<body><table><tr><td><a href="/">Home</a><br><a href="/n">News</a></td>
<td><h1>{page_designs.HEADLINE}</h1>{COPY}</td><td><h3>More</h3><a href="/1">Storm kills 6</a></td></tr></table>""",
    "a teaser that is an article": f"""<html>{TITLE}<main><article><h1>{page_designs.HEADLINE}</h1>{COPY}</article>
<article><h2><a href="/s">Storm kills 6</a></h2><p>More than 12,000 homes were without power on Wednesday, officials
said, and 300 were flooded by the evening.</p></article></main></html>""",
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_pages(name: str) -> None:
    """The headline and the copy, nothing else."""
    assert lines(OTHERS[name]) == [f"# {page_designs.HEADLINE}", *page_designs.COPY]


def test_a_paragraph_that_comes_twice_is_kept_twice() -> None:
    """What a page says twice, its reader was told twice."""
    page = f"<html>{TITLE}<article><h1>{page_designs.HEADLINE}</h1>{COPY}<p>{page_designs.COPY[0]}</p></article>"
    assert lines(page)[-1] == page_designs.COPY[0]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("It cost <del>12</del> <ins>13</ins> crowns.", "It cost 13 crowns."),
        ("It cost 13<sup><a href='#n1'>2</a></sup> crowns.", "It cost 13 crowns."),
        ("The <bsp-link>toll</bsp-link> rose.", "The toll rose."),
        ("The 10<sup>th</sup> of May.", "The 10th of May."),
        ("She said <q>yes</q>.", "She said “yes”."),
        ("It cost &pound;5m&nbsp;&ndash; or&#32;so.", "It cost £5m\u00a0– or so."),
        ("He <span hidden>never </span>said so.", "He said so."),
        ("He <span style='display: none'>never </span>said so.", "He said so."),
        ("He said<!-- not --> so.<script>no()</script>", "He said so."),
    ],
)
def test_inline_markup(markup: str, shown: str) -> None:
    """What a reader sees of it."""
    assert lines(f"<html>{TITLE}<h1>{page_designs.HEADLINE}</h1><article><p>{markup}</p>{COPY}</article>")[1] == shown
