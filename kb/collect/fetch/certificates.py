"""Whom to trust when a host shows its certificate."""

import ssl
from pathlib import Path

import httpx2

from kb.collect.fetch.error import FetchError

# OpenSSL's verify codes (x509_vfy.h).
_EXPIRED, _SELF_SIGNED, _SELF_SIGNED_IN_CHAIN, _NO_ISSUER, _NO_ISSUER_OF_FIRST, _OTHER_NAME = 10, 18, 19, 20, 21, 62
_PEM_KINDS = (".pem", ".crt")


def trust(folder: Path | None) -> ssl.SSLContext:
    """A context that always verifies: the roots of the system, and the PEM files of `folder` in addition.

    Raises FetchError `bad_setting` when the folder or a file in it cannot be used.
    """
    context = httpx2.create_ssl_context()
    # An intermediate in the folder completes a chain; it does not end one: the root is looked for all the same.
    context.verify_flags &= ~ssl.VerifyFlags.VERIFY_X509_PARTIAL_CHAIN
    if folder is None:
        return context
    files = sorted(path for path in folder.glob("*") if path.suffix.lower() in _PEM_KINDS) if folder.is_dir() else []
    if not files:
        raise FetchError(
            f"KB_CERTIFICATES is {folder}, and there is no .pem or .crt file in it", code="bad_setting", url=""
        )
    for path in files:
        try:
            context.load_verify_locations(cafile=path)
        except (OSError, ssl.SSLError) as error:
            raise FetchError(
                f"{path.name} in KB_CERTIFICATES is no certificate in PEM form ({error}); convert or remove it",
                code="bad_setting",
                url="",
            ) from error
    return context


def explain(error: ssl.SSLCertVerificationError, host: str) -> str:
    """What is wrong with the certificate of a host, and what can be done."""
    code = error.verify_code
    if code in (_NO_ISSUER, _NO_ISSUER_OF_FIRST):
        return (
            f"{host} does not send the intermediate certificate between its own and a known root, or its root is not "
            f"known here. Get the intermediate (`openssl s_client -connect {host}:443` names it as `issuer`, its "
            "authority publishes it), put it as a .pem file into a folder and set KB_CERTIFICATES to that folder"
        )
    if code in (_SELF_SIGNED, _SELF_SIGNED_IN_CHAIN):
        return (
            f"the certificate of {host} ends in a root that is not known here; if that root is rightly trusted, put it "
            "as a .pem file into the folder KB_CERTIFICATES"
        )
    if code == _EXPIRED:
        return f"the certificate of {host} has expired; the host must renew it (or the clock here is wrong)"
    if code == _OTHER_NAME:
        return f"the certificate of {host} is for another name; the address is wrong or the host is not the real one"
    return f"no safe connection to {host} ({error}); the host must repair it"
