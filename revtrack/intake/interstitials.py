"""Pages that stand in an article's place: consent, a paywall, a puzzle for robots, an error.

They are told by their titles, or where they say little else by what they say. A long article about cookies is none.
"""

from __future__ import annotations

MOST_WORDS = 120  # that such a page has

# What it is, and the words that tell it, in lower case.
_TITLES = (
    (
        "an error page",
        (
            "404",
            "403 forbidden",
            "500 internal",
            "502 bad gateway",
            "503 service",
            "504 gateway",
            "error 404",
            "internal server error",
            "not found",
            "page not found",
            "page unavailable",
            "service unavailable",
            "site unavailable",
        ),
    ),
    (
        "a check for robots",
        (
            "access denied",
            "are you a robot",
            "attention required",
            "bot verification",
            "checking your browser",
            "just a moment",
            "pardon our interruption",
            "robot check",
            "security check",
            "verify you are human",
        ),
    ),
    (
        "a cookie notice",
        (
            "before you continue",
            "consent",
            "cookie consent",
            "cookie notice",
            "privacy settings",
            "your privacy choices",
        ),
    ),
    (
        "a paywall",
        ("log in to continue", "sign in", "subscribe to continue", "subscribe to read", "subscription required"),
    ),
)
_SAYINGS = (
    (
        "an error page",
        (
            "page you are looking for",
            "page you requested",
            "page could not be found",
            "page cannot be found",
            "page does not exist",
            "page no longer exists",
        ),
    ),
    (
        "a check for robots",
        (
            "enable javascript and cookies",
            "please verify you are",
            "prove you are not a robot",
            "unusual traffic",
            "you are a human",
            "you are not a robot",
        ),
    ),
    ("a cookie notice", ("accept all cookies", "manage your cookie", "we and our partners", "we use cookies")),
    (
        "a paywall",
        (
            "already a subscriber",
            "already have a subscription",
            "create a free account to",
            "log in to read",
            "reached your article limit",
            "sign in to read",
            "subscribe now to",
            "subscribe to continue",
            "subscribe to read",
            "to continue reading",
            "unlock this article",
        ),
    ),
)


def kind(title: str, text: str) -> str:
    """What stands in an article's place, an empty string where it is the article."""
    if len(text.split()) > MOST_WORDS:
        return ""
    title, text = " ".join(title.lower().split()), " ".join(text.lower().split())
    named = (kind for kind, words in _TITLES if title.startswith(words))
    return next(named, "") or _said(text)


def saying(text: str) -> str:
    """What the last words of a text, however long, ask of readers before they may read on; empty where nothing."""
    return _said(" ".join(text.lower().split()[-MOST_WORDS:]))


def _said(text: str) -> str:
    return next((kind for kind, words in _SAYINGS if any(one in text for one in words)), "")
