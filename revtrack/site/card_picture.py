"""A card as a PNG picture: its SVG drawn by resvg, with the fonts of this machine.

The same card gives the same bytes on a machine; another one may have other fonts.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

from revtrack import installing
from revtrack.errors import InputError

# The first of each that is installed is used: what systems come with, wide fonts last.
SERIF = ("Georgia", "Liberation Serif", "Times New Roman", "Noto Serif", "DejaVu Serif")
SANS = ("Arial", "Liberation Sans", "Helvetica", "Noto Sans", "DejaVu Sans")
_PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="18" font-family="{}">M</text></svg>'


def is_installed() -> bool:
    """Whether what draws a picture is there."""
    return find_spec("resvg_py") is not None


def png(svg: str) -> bytes:
    """The picture of a drawing; raises InputError where resvg or fonts are missing."""
    try:
        import resvg_py  # noqa: F401
    except ImportError:
        raise InputError(
            f"a PNG card needs more than revtrack itself: add it with `{installing.command('cards')}`"
        ) from None

    serif, sans = _installed(SERIF), _installed(SANS)
    if not (serif or sans):
        known = ", ".join(SERIF[:3])
        raise InputError(f"a PNG card needs a font, such as {known}: install one, or write the card as SVG")
    return _drawn(svg, serif or sans, sans or serif)


def _drawn(svg: str, serif: str | None = None, sans: str | None = None) -> bytes:
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, serif_family=serif, sans_serif_family=sans))


@cache
def _installed(families: tuple[str, ...]) -> str | None:
    """A family that is not installed leaves no trace: the picture is that of one without letters."""
    blank = _drawn(_PROBE.format("no such font"))
    return next((family for family in families if _drawn(_PROBE.format(family)) != blank), None)
