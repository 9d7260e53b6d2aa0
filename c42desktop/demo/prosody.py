"""A private Prosody: own temporary folder, free loopback ports, own certificate, no trace afterwards."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

DOMAIN = "demo.localhost"
SERVICE = f"pubsub.{DOMAIN}"
UPLOADS = f"upload.{DOMAIN}"
START_TIMEOUT = 20.0  # seconds; a loaded machine needs a few


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where a private server listens, on 127.0.0.1; `https` has its WebSocket and BOSH."""

    starttls: int
    direct_tls: int
    https: int


class Prosody:
    """A running Prosody with `accounts` (name to password), as an async context manager.

    `admins` may create calendars. `options` are further lines of its configuration. Raises UserError where there is
    no Prosody on this computer, or where it does not start.
    """

    def __init__(self, accounts: Mapping[str, str], *, admins: tuple[str, ...] = (), options: str = "") -> None:
        self._accounts = dict(accounts)
        self._admins = admins
        self._options = options
        self._process: subprocess.Popen[bytes] | None = None
        self.folder = Path()
        self.ports = Endpoints(0, 0, 0)

    @property
    def ca_file(self) -> Path:
        """The certificate to trust: its own."""
        return self.folder / "certificate.pem"

    async def __aenter__(self) -> Prosody:
        find_prosody()
        self.folder = Path(tempfile.mkdtemp(prefix="c42desktop-prosody-"))
        try:
            self.ports = Endpoints(*free_ports(3))
            write_certificate(self.folder, (DOMAIN, SERVICE))
            self._write_accounts()
            (self.folder / "prosody.cfg.lua").write_text(self._configuration(), encoding="utf-8")
            await self.start()
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def __aexit__(self, *_exc: object) -> None:
        try:
            await self.stop()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    async def start(self) -> None:
        """Start it (again), and return when it takes connections."""
        self._process = _launch(find_prosody(), self.folder)
        await self._wait_until_listening()

    async def stop(self) -> None:
        """Stop it, and return when it is gone."""
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            await asyncio.get_running_loop().run_in_executor(None, _wait, process)

    async def _wait_until_listening(self) -> None:
        deadline = asyncio.get_running_loop().time() + START_TIMEOUT
        while asyncio.get_running_loop().time() < deadline:
            if self._process is None or self._process.poll() is not None:
                break
            with contextlib.suppress(OSError):
                for port in (self.ports.starttls, self.ports.https):
                    _reader, writer = await asyncio.open_connection("127.0.0.1", port)
                    writer.close()
                    await writer.wait_closed()
                return
            await asyncio.sleep(0.05)
        output = (self.folder / "output.log").read_text(errors="replace").strip().splitlines()
        sentence = _("The demo server did not start: {why}")
        raise UserError(sentence.format(why=output[-1] if output else _("it said nothing.")))

    def _write_accounts(self) -> None:
        folder = self.folder / "data" / DOMAIN.replace(".", "%2e") / "accounts"
        folder.mkdir(parents=True)
        for name, password in self._accounts.items():
            (folder / f"{name}.dat").write_text(f'return {{ ["password"] = "{password}"; }};\n', encoding="utf-8")

    def _configuration(self) -> str:
        admins = ", ".join(f'"{name}@{DOMAIN}"' for name in self._admins)
        return _CONFIGURATION.format(
            folder=self.folder,
            domain=DOMAIN,
            service=SERVICE,
            uploads=UPLOADS,
            admins=admins,
            ports=self.ports,
            options=self._options,
        )


def _launch(program: str, folder: Path) -> subprocess.Popen[bytes]:
    """Not asyncio's subprocess: Qt's event loop has none."""
    with (folder / "output.log").open("ab") as log:
        return subprocess.Popen(  # noqa: S603  # a fixed command
            [program, "--config", str(folder / "prosody.cfg.lua"), "-F"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C in the terminal is for us; the server leaves after the clients
        )


def _wait(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def find_prosody() -> str:
    """The path of Prosody's program. Raises UserError with how to get it."""
    found = shutil.which("prosody", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/bin"]))
    if found:
        return found
    raise UserError(
        _(
            "The demo needs Prosody, a small XMPP server, and it is not installed. "
            "Get it with “sudo apt install prosody” (Debian, Ubuntu), “sudo dnf install prosody” (Fedora) "
            "or “brew install prosody” (macOS)."
        )
    )


def free_ports(count: int) -> list[int]:
    """Loopback ports that nobody listens at right now."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def write_certificate(folder: Path, names: tuple[str, ...], *, days: int = 2) -> None:
    """A self-signed certificate for `names` and 127.0.0.1, as certificate.pem and key.pem in `folder`, valid `days`."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    loopback = x509.IPAddress(ip_address("127.0.0.1"))  # where HTTP finds the server
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, names[0])])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1) + min(timedelta(days=days), timedelta(0)))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([*(x509.DNSName(name) for name in names), loopback]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    key_file = folder / "key.pem"
    key_file.touch(mode=0o600)
    key_file.write_bytes(private)


_CONFIGURATION = """\
-- Written for one run; nothing in it outlives the demo.
data_path = "{folder}/data"
pidfile = "{folder}/prosody.pid"
run_as_root = true
interfaces = {{ "127.0.0.1" }}
local_interfaces = {{ "127.0.0.1" }}
c2s_ports = {{ {ports.starttls} }}
c2s_direct_tls_ports = {{ {ports.direct_tls} }}
s2s_ports = {{ }}
http_ports = {{ }}
https_ports = {{ {ports.https} }}
https_interfaces = {{ "127.0.0.1" }}
http_default_host = "{domain}"
component_ports = {{ }}
c2s_require_encryption = true
authentication = "internal_plain"
storage = "internal"
log = {{ {{ levels = {{ min = "warn" }}, to = "console" }} }}
ssl = {{ certificate = "{folder}/certificate.pem"; key = "{folder}/key.pem"; }}
modules_enabled = {{
  "roster"; "saslauth"; "tls"; "disco"; "ping"; "pep"; "smacks"; "presence"; "message"; "iq"; "bosh"; "websocket";
}}
modules_disabled = {{ "s2s"; "offline"; }}
VirtualHost "{domain}"
  disco_items = {{ {{ "{service}", "Calendars" }} }}
Component "{service}" "pubsub"
  name = "Calendars"
  admins = {{ {admins} }}
  pubsub_max_items = 20000
  {options}
Component "{uploads}" "http_file_share"
  name = "Files"
  http_host = "{domain}"
  http_external_url = "https://127.0.0.1:{ports.https}/"
  http_file_share_size_limit = 5000000
"""
