"""The entry in the folder of what starts with a session: written for desktops, and read as they leave it."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from c42desktop.autostart import find_autostart, own_command
from c42desktop.autostart.switch import Unavailable
from c42desktop.autostart.xdg import AutostartEntry, entry, read
from c42desktop.errors import UserError
from c42desktop.profile import find_profile
from tests.desktop.processes import eventually

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="an entry of freedesktop.org")

HERE = (sys.executable, "-m", "c42desktop")


@pytest.fixture
def switch(tmp_path: Path) -> AutostartEntry:
    return AutostartEntry(tmp_path / "config/autostart", HERE)


def written(tmp_path: Path) -> Path:
    return tmp_path / "config/autostart/c42desktop.desktop"


def test_the_switch_is_off_until_somebody_switches_it(switch: AutostartEntry, tmp_path: Path) -> None:
    assert not switch.is_on()
    switch.switch(True)
    assert switch.is_on() and written(tmp_path).stat().st_size
    switch.switch(False)
    assert not switch.is_on() and not written(tmp_path).exists()
    switch.switch(False)


def test_it_starts_without_the_window(switch: AutostartEntry, tmp_path: Path) -> None:
    switch.switch(True)
    values = read(written(tmp_path).read_text())
    assert values["Exec"].split()[-3:] == ["-m", "c42desktop", "--hidden"]
    assert values["TryExec"] == sys.executable


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "X-MATE-Autostart-enabled=false"])
def test_what_a_desktop_switched_off_is_off_and_can_be_switched_on_again(
    switch: AutostartEntry, tmp_path: Path, line: str
) -> None:
    switch.switch(True)
    file = written(tmp_path)
    file.write_text(file.read_text().replace("X-GNOME-Autostart-enabled=true\n", "") + line + "\n")
    assert not switch.is_on()
    switch.switch(True)
    assert switch.is_on() and line not in file.read_text()


def test_an_entry_whose_program_is_gone_starts_nothing(tmp_path: Path) -> None:
    switch = AutostartEntry(tmp_path / "config/autostart", ["/opt/gone/c42desktop"])
    switch.switch(True)
    assert not switch.is_on()


@pytest.mark.parametrize("text", ["", "\0\xff", "Exec=c42desktop", "[Other]\nExec=c42desktop", "[Desktop Entry]\n=\n["])
def test_what_is_no_entry_starts_nothing(switch: AutostartEntry, tmp_path: Path, text: str) -> None:
    written(tmp_path).parent.mkdir(parents=True)
    written(tmp_path).write_text(text)
    assert not switch.is_on()


def test_a_link_is_replaced_not_what_it_points_to(switch: AutostartEntry, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine")
    written(tmp_path).parent.mkdir(parents=True)
    written(tmp_path).symlink_to(other)
    switch.switch(True)
    assert other.read_text() == "mine" and not written(tmp_path).is_symlink()


def test_a_place_that_cannot_be_used_is_named_in_a_sentence(switch: AutostartEntry, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file")
    with pytest.raises(UserError, match=r"cannot be read or changed in .*c42desktop.desktop: Not a directory"):
        switch.switch(True)
    written_folder = tmp_path / "other/c42desktop.desktop"
    written_folder.mkdir(parents=True)
    with pytest.raises(UserError, match="Is a directory"):
        AutostartEntry(tmp_path / "other", HERE).is_on()


STRANGE = [
    "plain",
    "with space",
    'quote " dollar $HOME back`tick` \\ slash',
    "percent %f %% %U",
    " leading",
    "newline\nand\ttab",
    "töst – 🙂",
    "~ & ; | < > ( ) * ? # ' =",
]


@pytest.mark.skipif(shutil.which("gio") is None, reason="gio is not installed")
@pytest.mark.parametrize("name", STRANGE)
def test_desktops_start_exactly_this_command(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name.replace("%", "")  # GLib looks for a program by its name as it is written
    folder.mkdir()
    program, said = folder / "program", tmp_path / "said"
    code = "import json, pathlib, sys; pathlib.Path(sys.argv[1]).write_text(json.dumps(sys.argv[2:]))"
    tell = shlex.join([sys.executable, "-c", code, f"{said}.new"])  # a first line cannot name a folder with a space
    program.write_text(f'#!/bin/sh\n{tell} "$0" "$@" && mv {shlex.quote(f"{said}.new")} {shlex.quote(str(said))}\n')
    program.chmod(0o700)
    file = tmp_path / "some.desktop"
    file.write_text(entry([str(program), "", name]), encoding="utf-8")
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    subprocess.run(["gio", "launch", str(file)], check=True, env=environment, timeout=20, capture_output=True)
    eventually(said.exists, "the program", 20)
    assert json.loads(said.read_text()) == [str(program), "", name, "--hidden"]
    assert read(file.read_text())["TryExec"] == str(program)


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-validate is not installed")
def test_the_tool_of_the_desktops_finds_no_fault(switch: AutostartEntry, tmp_path: Path) -> None:
    switch.switch(True)
    done = subprocess.run(
        ["desktop-file-validate", str(written(tmp_path))], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


GENERATOR = Path("/usr/lib/systemd/user-generators/systemd-xdg-autostart-generator")


@pytest.mark.skipif(not GENERATOR.exists(), reason="systemd is not installed")
def test_systemd_makes_a_service_of_it_until_it_is_hidden(switch: AutostartEntry, tmp_path: Path) -> None:
    def services() -> list[str]:
        out = tmp_path / "units"
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_CONFIG_DIRS": "/nowhere"}
        subprocess.run([GENERATOR, out, out, out], check=True, env=environment, timeout=20, capture_output=True)
        return [line for each in out.glob("app-*.service") for line in each.read_text().splitlines()]

    switch.switch(True)
    (start,) = (line for line in services() if line.startswith("ExecStart="))
    assert start.replace('"', "").endswith(" -m c42desktop --hidden")
    written(tmp_path).write_text(entry(HERE) + "Hidden=true\n")
    assert services() == [] and not switch.is_on()


# -- which switch, which command ------------------------------------------------------------------------------------


def test_it_is_where_the_person_keeps_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("C42DESKTOP_PROFILE", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "elsewhere"))
    find_autostart(find_profile()).switch(True)
    assert (tmp_path / "elsewhere/autostart/c42desktop.desktop").exists()
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")  # not valid, and to be ignored
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    find_autostart(find_profile()).switch(True)
    assert (tmp_path / "home/.config/autostart/c42desktop.desktop").exists()


def test_another_profile_does_not_start_with_the_session(tmp_path: Path) -> None:
    switch = find_autostart(find_profile(str(tmp_path)))
    assert not switch.is_on() and switch.obstacle.startswith("Only your own profile can start")
    with pytest.raises(UserError, match="Only your own profile"):
        switch.switch(True)


def test_a_flatpak_says_what_to_do_instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = tmp_path / "info"
    info.touch()
    monkeypatch.delenv("C42DESKTOP_PROFILE", raising=False)
    monkeypatch.setattr("c42desktop.autostart.FLATPAK", info)
    assert isinstance(find_autostart(find_profile()), Unavailable)


def program_at(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o700)
    return path


def test_a_checkout_is_started_as_a_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["/srv/c42desktop/__main__.py"])
    assert own_command() == [sys.executable, "-m", "c42desktop"]


def test_an_installed_command_is_started_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = program_at(tmp_path / "bin/c42desktop")
    monkeypatch.setattr(sys, "argv", [str(script)])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert own_command() == [str(script)]


def test_a_bundle_is_started_by_the_link_that_outlives_an_update(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle, link = program_at(tmp_path / "lib/0.1/c42desktop"), tmp_path / "bin/c42desktop"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(bundle))
    monkeypatch.setenv("PATH", str(link.parent))
    assert own_command() == [str(bundle)]
    link.parent.mkdir()
    link.symlink_to(bundle)
    assert own_command() == [str(link)]
    link.unlink()
    program_at(link)  # another installation
    assert own_command() == [str(bundle)]
