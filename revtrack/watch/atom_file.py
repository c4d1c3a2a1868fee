"""An Atom feed of what happened, as a file that a web server gives out; written whole, so that it is never doubled."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from revtrack import sheets
from revtrack.version import VERSION
from revtrack.watch import message_text
from revtrack.watch.notification import Notification
from revtrack.watch.sending import Outgoing, Sent

MOST = 100  # entries
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML 1.0


def write(one: Outgoing) -> Sent:
    """Write the file of a feed with its latest notifications; raises InputError where it cannot be written."""
    with sheets.whole(str(one.folder / one.notifier.file)) as file:
        file.write(feed(one).encode())
    return Sent()


def feed(one: Outgoing) -> str:
    """The text of a feed."""
    home = one.base_url or f"urn:revtrack:{one.notifier.name}"
    newest = one.latest[0].time if one.latest else one.notification.time
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{_text(one.notifier.name)}: changes in what is watched</title>\n<id>{_text(home)}</id>\n"
        f"<updated>{_text(newest)}</updated>\n<author><name>revtrack</name></author>\n"
        f'<generator version="{VERSION}">revtrack</generator>\n{"".join(map(_entry, one.latest[:MOST]))}</feed>\n'
    )


def _entry(one: Notification) -> str:
    return (
        f"<entry>\n<title>{_text(message_text.subject(one))}</title>\n<id>urn:revtrack:{_text(one.id)}</id>\n"
        f"<link href={quoteattr(_UNWRITABLE.sub('', one.link))}/>\n<updated>{_text(one.time)}</updated>\n"
        f'<content type="text">{_text(message_text.text(one))}</content>\n</entry>\n'
    )


def _text(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text))
