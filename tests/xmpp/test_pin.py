"""One trusted key: how it is named, and that it is the key and not the certificate."""

from __future__ import annotations

import ssl
import subprocess
from pathlib import Path

import pytest

from c42desktop.demo.prosody import write_certificate
from c42desktop.errors import UserError
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.pin import normal_pin, pin_of
from c42desktop.xmpp.tls import Tls

PIN = "AB:" * 31 + "CD"


def test_it_is_what_others_compute(tmp_path: Path) -> None:
    write_certificate(tmp_path, ("example.org",))
    public = subprocess.run(
        ["openssl", "x509", "-in", tmp_path / "certificate.pem", "-noout", "-pubkey"], capture_output=True, check=True
    )
    der = subprocess.run(
        ["openssl", "pkey", "-pubin", "-outform", "der"], input=public.stdout, capture_output=True, check=True
    )
    digest = subprocess.run(["openssl", "dgst", "-sha256", "-c"], input=der.stdout, capture_output=True, check=True)
    theirs = digest.stdout.decode().rpartition(" ")[2].strip().upper()
    assert pin_of(ssl.PEM_cert_to_DER_cert((tmp_path / "certificate.pem").read_text())) == theirs


@pytest.mark.parametrize("text", [PIN, PIN.lower(), PIN.replace(":", ""), f" {PIN} ", PIN.replace(":", " ")])
def test_it_may_be_written_in_many_ways(text: str) -> None:
    assert normal_pin(text) == PIN


@pytest.mark.parametrize("text", ["", "x", PIN[:-1], f"{PIN}:EF", PIN.replace("A", "G"), "٣" * 64])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(UserError) as caught:
        normal_pin(text)
    assert caught.value.field == "pin"


@pytest.mark.parametrize("der", [b"", b"0", b"0\x80", b"\x30\x82\xff\xff", b"0" * 1000])
def test_what_is_no_certificate_has_none(der: bytes) -> None:
    with pytest.raises(ValueError):
        pin_of(der)


async def test_it_is_the_servers_key_and_says_nothing_of_the_domains_web_site() -> None:
    tls = Tls(Login("ann@example.org", pin=PIN), "")
    site = await tls.site()
    assert (await tls.usual()).sslobject_class is not ssl.SSLObject
    assert site.sslobject_class is ssl.SSLObject
    assert site.verify_mode is ssl.CERT_REQUIRED and site.check_hostname
