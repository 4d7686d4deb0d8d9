"""`kb serve`: API and pages."""

import socket

import uvicorn

from kb.app import Settings, build_application
from kb.cli.failures import WrongCall, warn
from kb.cli.options import Lang, WordLanguage
from kb.cli.words import Words
from kb.model import Language


def serve(lang: Lang = WordLanguage.KK) -> None:
    """Serve API and pages at KB_HOST and KB_PORT (127.0.0.1:8000)."""
    settings = Settings()
    listening = _listen(settings.host, settings.port)
    application = build_application(settings, warm=True)
    address = f"http://{settings.host}:{settings.port}"
    warn(Words(Language(lang.value))("serve.open", address=address))
    config = uvicorn.Config(application, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    """The socket is taken before anything is loaded: a taken port is told at once, and nobody can come between."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as problem:
        listening.close()
        raise WrongCall(
            f"{host}:{port} cannot be listened on ({problem.strerror}); set KB_PORT to a free port"
        ) from problem
    return listening
