"""Certificates of the site: a root, an intermediate below it, and one for the hosts."""

import ssl
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

import trustme


@dataclass(frozen=True, slots=True)
class Authority:
    """A chain of its own; nothing on this machine trusts its root."""

    root: trustme.CA
    intermediate: trustme.CA

    def serving(self, *hosts: str, with_intermediate: bool) -> ssl.SSLContext:
        """What a server for these hosts shows; a careless one leaves the intermediate out."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        leaf = self.intermediate.issue_cert(*hosts)
        shown = leaf.cert_chain_pems if with_intermediate else leaf.cert_chain_pems[:1]
        with NamedTemporaryFile(suffix=".pem") as file:
            file.write(leaf.private_key_pem.bytes() + b"".join(part.bytes() for part in shown))
            file.flush()
            context.load_cert_chain(file.name)
        return context

    def write_root(self, folder: Path) -> Path:
        """The folder, with the root in it."""
        folder.mkdir(exist_ok=True)
        self.root.cert_pem.write_to_path(folder / "root.pem")
        return folder

    def write_intermediate(self, folder: Path) -> Path:
        """The folder, with the intermediate in it."""
        folder.mkdir(exist_ok=True)
        self.intermediate.cert_pem.write_to_path(folder / "intermediate.pem")
        return folder


def make_authority() -> Authority:
    """A new root with an intermediate."""
    root = trustme.CA()
    return Authority(root, root.create_child_ca())
