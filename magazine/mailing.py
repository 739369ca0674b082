"""The report of a batch by e-mail, through the sender's own mail server."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Literal

from magazine.core.errors import ConfigurationError, KeyRefusedError, UnreachableError

Security = Literal["starttls", "tls", "none"]
_PORTS = {"starttls": 587, "tls": 465, "none": 25}
_SECONDS = 30
_MOST_ATTACHED = 18_000_000
"""Bytes of attachments; most mail servers take 25 MB, of which packing takes a third."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """Where a report is sent, and how."""

    host: str
    port: int | None = None
    """None: the usual one."""
    security: Security = "starttls"
    sender: str
    to: tuple[str, ...]
    user: str = ""
    password_file: Path | None = None

    def password(self) -> str:
        """Return the password.

        Raises:
            ConfigurationError: Its file cannot be read, or it would go over the wire in the open.
        """
        if self.password_file is None:
            return ""
        if self.security == "none":
            raise ConfigurationError(
                "A password is never sent without encryption.", hint="Take tls: starttls, or leave it away."
            )
        try:
            return self.password_file.read_text(encoding="utf-8-sig").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigurationError(
                f"The password file {self.password_file} cannot be read.", hint="Check its path and rights."
            ) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What is sent."""

    subject: str
    text: str
    html: str
    files: tuple[tuple[str, Path], ...] = ()
    """(name, file) of what is attached, as far as there is room."""


def send(mailing: Mailing, post: Post, *, trust: ssl.SSLContext | None = None) -> None:
    """Send a post.

    Args:
        mailing: Where to.
        post: What.
        trust: Whose certificates are believed; None: those the system believes.

    Raises:
        ConfigurationError: The password cannot be had, or something has letters that mail does not take.
        UnreachableError: The server does not answer, or does not take it.
        KeyRefusedError: It refuses the password.
    """
    password = mailing.password()
    message = _message(mailing, post)
    where = f"The mail server {mailing.host}"
    try:
        with _connected(mailing, trust or ssl.create_default_context()) as server:
            if password:
                server.login(mailing.user or mailing.sender, password)
            server.send_message(message)
    except smtplib.SMTPAuthenticationError as error:
        raise KeyRefusedError(
            f"{where} refuses user or password.", hint="Check user and password_file under email."
        ) from error
    except UnicodeError:
        # Without its cause, which would hold the password.
        raise ConfigurationError(
            f"{where} cannot be spoken to: its name, the user or the password has letters that mail does not"
            " take.",
            hint="Check host, user and password_file under email.",
        ) from None
    except (smtplib.SMTPException, OSError) as error:
        raise UnreachableError(
            f"{where} did not take the report ({type(error).__name__}).",
            hint="Check host, port and tls under email; the report itself is written.",
        ) from error


@contextmanager
def _connected(mailing: Mailing, trust: ssl.SSLContext) -> Iterator[smtplib.SMTP]:
    port = mailing.port or _PORTS[mailing.security]
    if mailing.security == "tls":
        with smtplib.SMTP_SSL(mailing.host, port, timeout=_SECONDS, context=trust) as server:
            yield server
        return
    with smtplib.SMTP(mailing.host, port, timeout=_SECONDS) as server:
        if mailing.security == "starttls":
            server.starttls(context=trust)
        yield server


def _message(mailing: Mailing, post: Post) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = " ".join(post.subject.split())
    message["From"] = mailing.sender
    message["To"] = ", ".join(mailing.to)
    left_out = []
    room = _MOST_ATTACHED
    attached: list[tuple[str, bytes]] = []
    for name, path in post.files:
        if path.stat().st_size > room:
            left_out.append(name)
            continue
        content = path.read_bytes()
        room -= len(content)
        attached.append((name, content))
    note = f"\n\nToo large to attach: {', '.join(left_out)}." if left_out else ""
    message.set_content(post.text + note)
    message.add_alternative(post.html, subtype="html")
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message
