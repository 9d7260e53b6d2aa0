"""A private ejabberd for tests: own temporary folder, free loopback ports, own certificate, no trace afterwards.

Its pubsub service runs with ejabberd's own defaults, for they differ from Prosody's; only the limits are raised.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from c42desktop.demo.prosody import DOMAIN, START_TIMEOUT, UPLOADS, Endpoints, free_ports, write_certificate
from c42desktop.errors import UserError

STOP_TIMEOUT = 10.0  # seconds; it writes its tables first, which takes about one


class Ejabberd:
    """A running ejabberd with `accounts` (name to password), as an async context manager.

    `admins` may create calendars. Raises UserError where there is no ejabberd on this computer, or where it does not
    start.
    """

    def __init__(self, accounts: Mapping[str, str], *, admins: tuple[str, ...] = ()) -> None:
        self._accounts = dict(accounts)
        self._admins = admins
        self._process: subprocess.Popen[bytes] | None = None
        self.folder = Path()
        self.ports = Endpoints(0, 0, 0)

    @property
    def ca_file(self) -> Path:
        """The certificate to trust: its own."""
        return self.folder / "certificate.pem"

    async def __aenter__(self) -> Ejabberd:
        find_ejabberd()
        self.folder = Path(tempfile.mkdtemp(prefix="c42desktop-ejabberd-"))
        try:
            self.ports = Endpoints(*free_ports(3))
            write_certificate(self.folder, (DOMAIN,))
            (self.folder / "ejabberd.yml").write_text(self._configuration(), encoding="utf-8")
            await self.start()
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def __aexit__(self, *_exc: object) -> None:
        if self._process is not None:
            self._process.kill()  # a stop takes it a second, for tables that go with the folder
        try:
            await self.stop()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    async def start(self) -> None:
        """Start it (again), and return when it takes connections."""
        self._ready.unlink(missing_ok=True)
        self._process = _launch(*find_ejabberd(), self.folder, self._make_accounts())
        deadline = asyncio.get_running_loop().time() + START_TIMEOUT
        while self._process.poll() is None and asyncio.get_running_loop().time() < deadline:
            if self._ready.exists():
                return
            await asyncio.sleep(0.05)
        output = (self.folder / "output.log").read_text(errors="replace").strip().splitlines()
        raise UserError(f"ejabberd did not start: {output[-1] if output else 'it said nothing.'}")

    async def stop(self) -> None:
        """Stop it, and return when it is gone."""
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            await asyncio.get_running_loop().run_in_executor(None, _wait, process)

    @property
    def _ready(self) -> Path:
        return self.folder / "ready"

    def _make_accounts(self) -> str:
        """Erlang, run once everything listens. Where an account is there already, nothing happens to it."""
        accounts = ", ".join(f'{{<<"{name}">>, <<"{word}">>}}' for name, word in self._accounts.items())
        return (
            f'[ejabberd_auth:try_register(Name, <<"{DOMAIN}">>, Word) || {{Name, Word}} <- [{accounts}]], '
            f"[{', '.join(map(self._make_token, self._accounts))}], "
            f'ok = file:write_file("{self._ready}", <<>>).'
        )

    def _make_token(self, name: str) -> str:
        """Erlang that writes a token of somebody's, good for an hour, into a file of the folder. Nothing comes of it
        where erlang-p1-oauth2 is not installed, a package of its own."""
        return (
            f'(catch file:write_file("{self.token_file(name)}", '
            f'element(1, ejabberd_oauth:oauth_issue_token("{name}@{DOMAIN}", 3600, "sasl_auth"))))'
        )

    def token_file(self, name: str) -> Path:
        """Where a token is that signs somebody in by X-OAUTH2."""
        return self.folder / f"{name}.token"

    def _configuration(self) -> str:
        owners = ", ".join(f'"{name}@{DOMAIN}"' for name in self._admins)
        return _CONFIGURATION.format(
            folder=self.folder, domain=DOMAIN, uploads=UPLOADS, owners=owners, ports=self.ports
        )


def find_ejabberd() -> tuple[str, Path]:
    """The path of Erlang, and the folder with ejabberd's libraries. Raises UserError with how to get them."""
    erlang = shutil.which("erl")
    found = sorted(Path("/usr/lib").glob("*/ejabberd-*/ebin/ejabberd.app"))  # as Debian and Ubuntu lay it out
    if erlang and found:
        return erlang, found[-1].parents[2]
    raise UserError("ejabberd is not installed; on Debian and Ubuntu, “sudo apt install ejabberd” gets it.")


def _launch(erlang: str, libraries: Path, folder: Path, and_then: str) -> subprocess.Popen[bytes]:
    """Its own command insists on being root, so Erlang is started directly. Without a node name nothing listens but
    what the configuration says, and there is no epmd that would outlive it."""
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "ERL_LIBS": str(libraries),
        "ERL_CRASH_DUMP_BYTES": "0",
        "EJABBERD_CONFIG_PATH": str(folder / "ejabberd.yml"),
        "EJABBERD_LOG_PATH": str(folder / "ejabberd.log"),
        "SPOOL_DIR": str(folder / "spool"),
        "EJABBERD_MSGS_PATH": str(folder),  # no translations: they take a fifth of the start
    }
    # Its schedulers sleep when there is nothing to do, and do not spin: the tests need the processors.
    machine = ["+sbwt", "none", "+sbwtdcpu", "none", "+sbwtdio", "none"]
    data = ["-mnesia", "dir", f'"{folder / "spool"}"']
    with (folder / "output.log").open("ab") as log:
        return subprocess.Popen(
            [erlang, *machine, "-noinput", "-start_epmd", "false", *data, "-s", "ejabberd", "-eval", and_then],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder,
            env=environment,
            start_new_session=True,  # Ctrl-C in the terminal is for the tests; the server leaves after the clients
        )


def _wait(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(STOP_TIMEOUT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


_CONFIGURATION = """\
hosts: ["{domain}"]
loglevel: warning
certfiles: ["{folder}/certificate.pem", "{folder}/key.pem"]
auth_method: [internal]
auth_password_format: plain
acme: {{auto: false}}
oauth_access: all
acl:
  owners: {{user: [{owners}]}}
access_rules:
  owners: {{allow: owners}}
listen:
  - port: {ports.starttls}
    ip: "127.0.0.1"
    module: ejabberd_c2s
    starttls_required: true
    backlog: 100
    max_fsm_queue: 100000
  - port: {ports.direct_tls}
    ip: "127.0.0.1"
    module: ejabberd_c2s
    tls: true
    backlog: 100
    max_fsm_queue: 100000
  - port: {ports.https}
    ip: "127.0.0.1"
    module: ejabberd_http
    tls: true
    request_handlers:
      /http-bind: mod_bosh
      /xmpp-websocket: ejabberd_http_ws
      /upload: mod_http_upload
modules:
  mod_bosh: {{}}
  mod_caps: {{}}
  mod_disco: {{}}
  mod_http_upload:
    host: "{uploads}"
    put_url: "https://127.0.0.1:{ports.https}/upload"
    docroot: "{folder}/upload"
    access: all
    max_size: 5000000
  mod_ping: {{}}
  mod_pubsub:
    access_createnode: owners
    plugins: [flat, pep]
    max_items_node: 20000
    max_nodes_discoitems: 20000
  mod_roster: {{}}
  mod_stream_mgmt: {{}}
"""
