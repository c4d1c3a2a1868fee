"""A witness from outside: a time-stamping authority (RFC 3161) that signs when it was shown a digest.

Only the SHA-256 of a file leaves this machine, and only to the address that was named. What comes back is kept beside
the file and can be checked for ever with the certificate of the authority.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from revtrack import installing
from revtrack.errors import InputError, StoreError

if TYPE_CHECKING:
    from rfc3161_client import TimeStampResponse

TIMEOUT = 30  # seconds
MOST = 1_000_000  # bytes of an answer


def stamp(data: bytes, address: str) -> bytes:
    """The answer of an authority to the digest of some bytes; raises InputError, StoreError."""
    if urlsplit(address).scheme not in ("http", "https"):
        raise InputError(f"{address}: is not the address of a time-stamping authority: name one with https://")
    client = _client()
    request = client.TimestampRequestBuilder().data(data).hash_algorithm(client.HashAlgorithm.SHA256).build()
    answer = _asked(address, request.as_bytes())
    found = _decoded(answer, address)
    if found.tst_info.nonce != request.nonce or found.tst_info.message_imprint.message != hashlib.sha256(data).digest():
        raise StoreError(f"{address}: answers with a time stamp of something else: name another authority")
    return answer


def time(data: bytes, answer: bytes, name: str) -> str:
    """When an authority says that it was shown some bytes, not knowing whether it is one; raises StoreError."""
    found = _decoded(answer, name)
    if found.tst_info.message_imprint.message != hashlib.sha256(data).digest():
        raise StoreError(f"{name}: is the time stamp of another file, or the file was changed since: compare them")
    return found.tst_info.gen_time.strftime("%Y-%m-%dT%H:%M:%SZ")


def check(data: bytes, answer: bytes, name: str, certificate: bytes, authority: str) -> str:
    """When an authority, known by its certificate, was shown some bytes; raises StoreError, InputError."""
    client = _client()
    from cryptography import x509

    try:
        roots = x509.load_pem_x509_certificates(certificate)
    except ValueError:
        raise InputError(f"{authority}: is not a certificate in PEM: name the one of the authority") from None
    moment = time(data, answer, name)
    builder = client.VerifierBuilder()
    for root in roots:
        builder = builder.add_root_certificate(root)
    try:
        builder.build().verify_message(_decoded(answer, name), data)
    except (client.VerificationError, ValueError):
        raise StoreError(
            f"{name}: is not signed by the authority whose certificate is {authority}: name the right one"
        ) from None
    return moment


def _asked(address: str, request: bytes) -> bytes:
    """What an authority answers, without following it elsewhere."""
    from http.client import HTTPException
    from urllib.error import URLError
    from urllib.request import HTTPRedirectHandler, Request, build_opener

    class Stay(HTTPRedirectHandler):
        def redirect_request(self, *_: Any) -> None:
            return None

    asked = Request(address, request, {"Content-Type": "application/timestamp-query"})
    try:
        with build_opener(Stay).open(asked, timeout=TIMEOUT) as answer:
            data: bytes = answer.read(MOST + 1)
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise StoreError(f"{address}: does not answer ({error}): check the address, or try again later") from None
    if len(data) > MOST:
        raise StoreError(f"{address}: answers with more than a time stamp: name another authority")
    return data


def _decoded(answer: bytes, name: str) -> TimeStampResponse:
    try:
        found: TimeStampResponse = _client().decode_timestamp_response(answer)
        if found.status not in (0, 1):
            raise ValueError(f"status {found.status}")
        found.tst_info  # noqa: B018  # absent, it raises
    except ValueError as error:
        raise StoreError(f"{name}: is not a time stamp ({error}): check it, or have the anchor stamped again") from None
    return found


def needed() -> None:
    """Raises InputError where the packages of a witness are missing."""
    _client()


def _client() -> Any:
    try:
        import rfc3161_client
    except ImportError:
        raise InputError(
            f"a time stamp needs more than revtrack itself: add it with `{installing.command('witness')}`"
        ) from None
    return rfc3161_client
