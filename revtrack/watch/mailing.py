"""A notification as mail, over SMTP. Its Message-ID is the same however often it is sent, so that mailboxes know it."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate

from revtrack.watch import message_text
from revtrack.watch.sending import Outgoing, Sent

TIMEOUT = 30  # seconds
_PORTS = {"starttls": 587, "tls": 465, "none": 25}


def send(one: Outgoing) -> Sent:
    """Send it to all its readers at once; a reader who is refused does not stop the others."""
    notifier = one.notifier
    host, _, given = notifier.server.partition(":")
    port = int(given) if given else _PORTS[notifier.encryption]
    password = notifier.password.read(one.folder) if notifier.password else ""
    try:
        if notifier.encryption == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT, context=ssl.create_default_context())
        else:
            server = smtplib.SMTP(host, port, timeout=TIMEOUT)
        with server:
            if notifier.encryption == "starttls":
                server.starttls(context=ssl.create_default_context())
            if password:
                server.login(notifier.user or notifier.sender or one.contact, password)
            server.send_message(message(one))
    except smtplib.SMTPAuthenticationError as error:
        return Sent(f"{host} refuses the user or the password (code {error.smtp_code})")
    except smtplib.SMTPResponseException as error:
        return Sent(f"{host} refuses the mail (code {error.smtp_code})")
    except smtplib.SMTPRecipientsRefused:
        return Sent(f"{host} refuses every reader in `to`: check their addresses")
    except smtplib.SMTPNotSupportedError:
        return Sent(f"{host} offers no encryption or no login: see `encryption` in docs/watch.md")
    except (smtplib.SMTPException, OSError, ValueError) as error:
        return Sent(f"{host} took no mail ({type(error).__name__})")
    return Sent()


def message(one: Outgoing) -> EmailMessage:
    """The mail itself."""
    found = EmailMessage(policy=SMTP)
    sender = one.notifier.sender or one.contact
    found["Subject"] = "".join(sign if sign.isprintable() else " " for sign in message_text.subject(one.notification))
    found["From"] = sender
    found["To"] = ", ".join(one.notifier.to)
    found["Date"] = formatdate(one.now, usegmt=True)
    found["Message-ID"] = f"<{one.notification.id}@{sender.rpartition('@')[2]}>"
    found["Auto-Submitted"] = "auto-generated"  # so that no holiday notice answers it
    found.set_content(message_text.text(one.notification).encode("utf-8", "replace").decode())
    if one.notification.html:
        found.add_alternative(one.notification.html.encode("utf-8", "replace").decode(), subtype="html")
    return found
