"""Signing in with a certificate of one's own (SASL EXTERNAL), at the server that takes one: ejabberd."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from c42desktop import log
from c42desktop.demo.prosody import DOMAIN, write_certificate
from c42desktop.xmpp.login import Proof, State, Status
from tests.conftest import PASSWORDS
from tests.ejabberd import Ejabberd
from tests.people import login_at, witness

pytestmark = pytest.mark.server

XMPP_ADDRESS = x509.ObjectIdentifier("1.3.6.1.5.5.7.8.5")  # id-on-xmppAddr (RFC 6120 §13.7.1.4)
SECRET = "of the key"


class CertifiedEjabberd(Ejabberd):
    """One that knows people by the certificates of an authority."""

    def __init__(self, authority: Path) -> None:
        super().__init__(PASSWORDS)
        self._authority = authority

    def _configuration(self) -> str:
        listener = "    starttls_required: true\n"
        verified = f'{listener}    tls_verify: true\n    cafile: "{self._authority}"\n'
        return super()._configuration().replace(listener, verified)


def issue(folder: Path, jid: str) -> Path:
    """A certificate for `jid` by the authority in `folder`, in a file with its key, which is locked."""
    authority = x509.load_pem_x509_certificate((folder / "certificate.pem").read_bytes())
    signer = serialization.load_pem_private_key((folder / "key.pem").read_bytes(), None)
    assert isinstance(signer, ec.EllipticCurvePrivateKey)
    key = ec.generate_private_key(ec.SECP256R1())
    address = b"\x0c" + bytes([len(jid)]) + jid.encode()  # a UTF8String
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "ann")]))
        .issuer_name(authority.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.OtherName(XMPP_ADDRESS, address)]), critical=False)
        .sign(signer, hashes.SHA256())
    )
    locked = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(SECRET.encode()),
    )
    file = folder / f"{jid}.pem"
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + locked)
    return file


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of who issues certificates."""
    folder = tmp_path_factory.mktemp("authority")
    write_certificate(folder, ("authority.example",))
    return folder


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def certified(ejabberd_is_here: None, authority: Path) -> AsyncIterator[CertifiedEjabberd]:
    """The server for all tests here."""
    async with CertifiedEjabberd(authority / "certificate.pem") as server:
        yield server


async def outcome(server: CertifiedEjabberd, file: Path, secret: str = SECRET) -> Status:
    async with witness(login_at(server, certificate=str(file), proof=Proof.CERTIFICATE), secret) as ann:
        return await ann.until(State.ONLINE, State.REFUSED, State.WAITING)


async def test_a_certificate_signs_in_and_needs_no_password(certified: CertifiedEjabberd, authority: Path) -> None:
    status = await outcome(certified, issue(authority, f"ann@{DOMAIN}"))
    assert (status.state, status.reason) == (State.ONLINE, "")


async def test_a_certificate_for_somebody_else_does_not(certified: CertifiedEjabberd, authority: Path) -> None:
    status = await outcome(certified, issue(authority, f"bram@{DOMAIN}"))
    assert (status.state, status.field) == (State.REFUSED, "certificate")


async def test_a_wrong_password_of_the_key_is_said_before_anything_is_sent(
    certified: CertifiedEjabberd, authority: Path
) -> None:
    status = await outcome(certified, issue(authority, f"ann@{DOMAIN}"), "wrong")
    assert (status.state, status.field) == (State.REFUSED, "certificate")
    assert "cannot be used to sign in" in status.reason


async def test_c_sec_10_the_password_of_a_key_is_not_logged(
    certified: CertifiedEjabberd, authority: Path, tmp_path: Path
) -> None:
    log.to_file(tmp_path / "log", "debug")
    file = issue(authority, f"ann@{DOMAIN}")
    await outcome(certified, file)
    await outcome(certified, file, "another secret")
    text = (tmp_path / "log").read_text()
    assert f"ann@{DOMAIN}: online" in text
    assert SECRET not in text and "another secret" not in text
