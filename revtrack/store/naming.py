"""Names of articles out of addresses, paths and the names that other archives have.

    https://news.example/2024/storm-ulla      news.example__2024__storm-ulla
    news/storm-ulla.md                        news__storm-ulla
    https://news.example/a?id=1               news.example-a-id-1___5d1f0c2e9b7a4c33

The same address is the same name at any time and on any machine, and two addresses never share one: what cannot be
written out so that nothing is lost, or is too long, ends with a hash, behind three underscores that no other name has.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from revtrack.articles import slugs
from revtrack.errors import InputError

LONGEST = 120  # bytes; a longer one is cut, and gets a hash
_PART = re.compile(r"(?!_)[\w.-]+(?<!_)")
_OTHER = re.compile(r"[\W_]+")
_HASH = 16  # hexadecimal digits: among ten million names two share one with a chance of 1 in 300,000
_MARK = "___"
_PORTS = {"http": 80, "https": 443}
# What says where a reader came from, and nothing of what is read.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|cmpid|ito|ns_\w+|ocid|partner|ref|ref_src|smid|smtyp|"
    r"xtor|_ga|_gl|at_\w+|guccounter|guce_\w+|wt\.\w+",
    re.IGNORECASE,
)


def of_name(name: str) -> str:
    """The name an archive has for an article, white space made hyphens as by `add`; a hash where it cannot stand."""
    try:
        made = slugs.slug(name)
    except InputError:
        return _hashed(name)
    return _hashed(name) if _MARK in made else made


def of_path(path: str) -> str:
    """The name of a file's path in its repository; `.md` is left out, any other suffix tells two files apart."""
    return _written_out(path.removesuffix(".md"), path)


def of_address(address: str) -> str:
    """The name of a URL."""
    same = normalised(address)
    return _written_out(same, same)


def is_address(name: str) -> bool:
    """Whether an archive names an article by its URL."""
    return name.lower().startswith(("https://", "http://"))


def normalised(address: str) -> str:
    """A URL as its article is known by: without scheme, fragment, tracking and last slash, the query in order."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        return address.strip()
    if not parts.hostname:
        return address.strip()
    host = parts.hostname.rstrip(".") + (f":{port}" if port and port != _PORTS.get(parts.scheme) else "")
    path = parts.path if "%2f" in parts.path.lower() else unquote(parts.path)
    query = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0]))
    return host + path.rstrip("/") + (f"?{urlencode(query)}" if query else "")


def _written_out(path: str, whole: str) -> str:
    """A path with its folders in one name, if it can be read back from that, else what is readable of it and a hash."""
    parts = path.split("/")
    made = "__".join(parts)
    is_plain = all(_PART.fullmatch(part) and "__" not in part for part in parts)
    # Names are one article whatever their capitals, paths are not.
    is_plain = is_plain and made == slugs.folded(made) == unicodedata.normalize("NFC", made)
    if is_plain and len(made.encode()) <= LONGEST:
        try:
            return slugs.slug(made)
        except InputError:  # a name that Windows keeps for itself
            pass
    return _hashed(whole)


def _hashed(name: str) -> str:
    data = name.encode("utf-8", "surrogatepass")
    shown = _OTHER.sub("-", unicodedata.normalize("NFC", name)).strip("-").casefold() or "article"
    shown = shown[:LONGEST].encode()[: LONGEST // 2].decode(errors="ignore")
    made = f"{shown.strip('-') or 'article'}{_MARK}{hashlib.sha256(data).hexdigest()[:_HASH]}"
    try:
        return slugs.slug(made)
    except InputError:  # signs that are no letters to the eye
        return f"article{_MARK}{hashlib.sha256(data).hexdigest()[:_HASH]}"
