"""The report by e-mail, through a real mail server on loopback."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from magazine.core.errors import ConfigurationError, KeyRefusedError, UnreachableError
from magazine.mailing import Mailing, Post, send
from tests.batch.test_batch_command import MATRIX, batch
from tests.cli.ran import Shell

POST = Post(subject="weekly.yaml: 1 issue: 1 made", text="All is well.", html="<p>All is well.</p>")


@dataclass
class Postbox:
    """What a server was sent."""

    port: int = 0
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    messages: list[EmailMessage] = field(default_factory=list)
    refuses: bool = False

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        if self.refuses:
            return "554 no room"
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        return "250 OK"

    def mailing(self, **changes: Any) -> Mailing:
        given = Mailing(
            host="localhost", port=self.port, security="none", sender="press@example.org",
            to=("head@example.org", "desk@example.org"),
        )  # fmt: skip
        return replace(given, **changes)


@contextmanager
def a_server(**options: Any) -> Iterator[Postbox]:
    """Run a mail server of our own for as long as the block lasts."""
    authority, box = trustme.CA(), Postbox()
    certificate = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(certificate)
    box.trust = ssl.create_default_context()
    authority.configure_trust(box.trust)
    if options.pop("starttls", False):
        options["tls_context"] = certificate
    if options.pop("tls", False):
        options["ssl_context"] = certificate
    box.port = _free_port()
    controller = Controller(box, hostname="localhost", port=box.port, **options)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def test_the_report_arrives_as_text_and_as_a_page() -> None:
    with a_server() as box:
        send(box.mailing(), POST)

    [message] = box.messages
    assert message["Subject"] == POST.subject
    assert (message["From"], message["To"]) == ("press@example.org", "head@example.org, desk@example.org")
    text, page = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert page is not None
    assert text.get_content().strip() == POST.text
    assert page.get_content().strip() == POST.html


def test_magazines_are_attached_as_far_as_there_is_room(tmp_path: Path) -> None:
    small, large = tmp_path / "s.pdf", tmp_path / "l.pdf"
    small.write_bytes(b"%PDF small")
    with large.open("wb") as file:
        file.truncate(19_000_000)
    files = (("large.pdf", large), ("पत्रिका.pdf", small))

    with a_server(data_size_limit=40_000_000) as box:
        send(box.mailing(), replace(POST, files=files))

    [message] = box.messages
    assert [(each.get_filename(), each.get_content()) for each in message.iter_attachments()] == [
        ("पत्रिका.pdf", b"%PDF small")
    ]
    text = message.get_body(("plain",))
    assert text is not None
    assert "Too large to attach: large.pdf." in text.get_content()


def test_a_subject_cannot_add_a_header() -> None:
    with a_server() as box:
        send(box.mailing(), replace(POST, subject="hello\r\nBcc: thief@example.org"))

    assert box.messages[0]["Bcc"] is None


def test_a_password_from_a_file_goes_over_the_encrypted_wire(tmp_path: Path) -> None:
    secret = tmp_path / "password"
    secret.write_text("s3cret\n", encoding="utf-8")
    seen: list[object] = []

    def check(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        seen.append(data)
        return AuthResult(success=data == LoginPassword(b"press", b"s3cret"), handled=False)

    with a_server(starttls=True, authenticator=check, auth_required=True) as box:
        mailing = box.mailing(security="starttls", user="press", password_file=secret)
        send(mailing, POST, trust=box.trust)
        secret.write_text("wrong", encoding="utf-8")
        with pytest.raises(KeyRefusedError) as refused:
            send(mailing, POST, trust=box.trust)

    assert len(box.messages) == 1
    assert seen[0] == LoginPassword(b"press", b"s3cret")
    assert "wrong" not in str(refused.value)


def test_a_server_that_is_encrypted_from_the_start_takes_it() -> None:
    with a_server(tls=True) as box:
        send(box.mailing(security="tls"), POST, trust=box.trust)

    assert len(box.messages) == 1


def test_a_server_whose_certificate_nobody_vouches_for_is_sent_nothing() -> None:
    with a_server(starttls=True) as box, pytest.raises(UnreachableError, match="SSLCertVerificationError"):
        send(box.mailing(security="starttls"), POST)

    assert box.messages == []


def test_a_password_is_never_sent_in_the_open(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("s3cret", encoding="utf-8")

    with pytest.raises(ConfigurationError, match="without encryption"):
        send(Postbox(port=1).mailing(password_file=tmp_path / "password"), POST)
    with pytest.raises(ConfigurationError, match="cannot be read"):
        send(Postbox(port=1).mailing(security="tls", password_file=tmp_path / "none"), POST)


def test_a_password_or_a_server_that_mail_cannot_spell_is_wrong_configuration(tmp_path: Path) -> None:
    secret = tmp_path / "password"
    secret.write_text("पासवर्ड", encoding="utf-8")
    with a_server(starttls=True) as box:
        mailing = box.mailing(security="starttls", user="press", password_file=secret)
        with pytest.raises(ConfigurationError, match="letters that mail does not take") as refused:
            send(mailing, POST, trust=box.trust)
    with pytest.raises(ConfigurationError, match="letters that mail does not take"):
        send(Postbox(port=1).mailing(host="mail..example.org"), POST)

    assert refused.value.__cause__ is None
    assert box.messages == []


def test_a_password_file_that_begins_with_a_mark_of_its_encoding_holds_the_password_alone(
    tmp_path: Path,
) -> None:
    secret = tmp_path / "password"
    secret.write_text("s3cret\r\n", encoding="utf-8-sig")

    assert Postbox().mailing(security="tls", password_file=secret).password() == "s3cret"


def test_a_server_that_is_not_there_or_refuses_is_named() -> None:
    with a_server() as box:
        box.refuses = True
        with pytest.raises(UnreachableError, match="SMTPDataError"):
            send(box.mailing(), POST)
    with pytest.raises(UnreachableError, match="The mail server localhost did not take the report"):
        send(box.mailing(), POST)


def test_a_batch_sends_its_report_once_and_again_only_when_there_is_news(shell: Shell) -> None:
    with a_server() as box:
        text = f"""{MATRIX}
email: {{host: localhost, port: {box.port}, tls: none, from: p@example.org, to: h@example.org, attach: true}}
"""
        first = batch(shell, text, "--only", "north-en*")
        second = batch(shell, text, "--only", "north-en*")

    assert (first.status, second.status) == (0, 0)
    [message] = box.messages
    assert message["Subject"] == "weekly.yaml: 1 issue: 1 made"
    assert [each.get_filename() for each in message.iter_attachments()] == ["north-en-2026-03.html"]


@pytest.mark.parametrize(
    "named", ["mail-password", "~/mail-password", "${CREDENTIALS_DIRECTORY}/mail-password"]
)
def test_a_manifest_names_its_password_file_beside_itself_at_home_or_among_credentials(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    (tmp_path / "home").mkdir(exist_ok=True)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "home"))
    place = tmp_path if named == "mail-password" else tmp_path / "home"
    (place / "mail-password").write_text("s3cret", encoding="utf-8")
    email = f"{{host: localhost, port: 1, from: p@example.org, to: h@example.org, password_file: '{named}'}}"

    batch(shell, f"{MATRIX}\nemail: {email}\n", "--dry-run")  # writes the manifest
    ran = shell.magazine(
        "batch", str(tmp_path / "weekly.yaml"), "--only", "north-en*", "--workers", "1", "-q"
    )

    assert "did not take the report" in ran.err  # and not: the password file cannot be read


def test_a_report_that_cannot_be_sent_is_a_problem_and_the_issues_stand(shell: Shell) -> None:
    text = (
        f"{MATRIX}\nemail: {{host: localhost, port: 1, tls: none, from: p@example.org, to: h@example.org}}\n"
    )

    ran = batch(shell, text, "--only", "north-en*", "-q")

    assert ran.status == 3
    assert "The mail server localhost did not take the report" in ran.err
    assert Path("weekly/north-en-2026-03/magazine.html").is_file()
