#!/bin/sh
# Prepares a checkout for one job: system packages that are missing, then .venv with this project in it.
#
#     sh packaging/bootstrap.sh run|test|lint|lock|fuzz|package
#
# What is packaged comes from an environment of its own, build/venv: nothing is in it but what packaging/requirements.lock
# names, by its hashes. Only what is missing is installed and what is up to date is left alone: a second call takes a
# moment. PYTHON names the interpreter to use instead of the newest one found. Windows: packaging/bootstrap.ps1.
set -euf
CDPATH='' cd -P -- "$(dirname -- "$0")/.."

mode=${1:-}
case $mode in
    run | test | lint | lock | fuzz) venv=.venv ;;
    package) venv=build/venv ;;
    *)
        echo "usage: sh packaging/bootstrap.sh run|test|lint|lock|fuzz|package" >&2
        exit 2
        ;;
esac

# ldconfig and the service tools live there, and an ordinary person's PATH often lacks it.
PATH=$PATH:/usr/sbin:/sbin
# Somebody's "user = true" for pip would forbid what a virtual environment is for.
PIP_USER=0
export PATH PIP_USER
unset PYTHONHOME

scratch=$(mktemp -d "${TMPDIR:-/tmp}/c42desktop.XXXXXX")
log=$scratch/log
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

# ---- Python: an interpreter of a supported version (the range of requires-python in pyproject.toml) that can make .venv

supported() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1; }
makes_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }
minor_version() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])'; }

# Sets python to the best interpreter, or to one that only lacks its venv package, or to nothing.
find_python() {
    python=
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3.14 python3.13 python3.12 python3.11 python3
    fi
    for candidate in "$@"; do
        # Asked by running it: a version manager's stand-in answers to every name and then refuses to run.
        supported "$candidate" || continue
        if makes_venv "$candidate"; then
            python=$candidate
            return
        fi
        python=${python:-$candidate}
    done
}

# ---- What the system lacks

linux=
[ "$(uname -s)" != Linux ] || linux=yes
manager=none
if [ "$linux" ] && has apt-get; then
    manager=apt
elif [ "$linux" ] && has dnf; then
    manager=dnf
elif has brew; then
    manager=brew
fi

needed='' # without these the job cannot be done
wanted='' # without these a part of it is missing
reasons=''

# lack needed|wanted "what for" PACKAGE...: to be installed, where there is a package at all.
lack() {
    level=$1
    purpose=$2
    shift 2
    # shellcheck disable=SC2048,SC2086 # a package without a name on this system falls out here
    set -- $*
    [ $# -gt 0 ] || return 0
    case $level in
        needed) needed="$needed $*" ;;
        wanted) wanted="$wanted $*" ;;
    esac
    reasons="${reasons:+$reasons; }$* ($purpose)"
}

# pick APT DNF BREW: the package's name for this system's manager.
pick() {
    case $manager in
        dnf) echo "$2" ;;
        brew) echo "$3" ;;
        *) echo "$1" ;;
    esac
}

lacks_python() {
    if [ -n "${PYTHON:-}" ] && [ -z "$python" ]; then
        fail "PYTHON=$PYTHON is not a Python of version 3.11 to 3.14."
    elif [ -z "$python" ]; then
        lack needed "Python 3.11 or newer" "$(pick python3 python3 python@3.13)" "$(pick python3-venv '' '')"
    elif ! makes_venv "$python"; then
        version=$(minor_version "$python")
        lack needed "makes Python environments" "$(pick "python$version-venv" "python$version" "python@$version")"
    fi
}

lacks_prosody() {
    has prosody || lack wanted "the demo's private XMPP server" "$(pick prosody prosody prosody/prosody/prosody)"
}

# Where a distribution packs it otherwise, the tests that want it are skipped.
lacks_ejabberd() {
    [ "$manager" = apt ] || return 0
    has ejabberdctl || lack wanted "the tests' second private XMPP server" ejabberd
}

lacks_certificates() {
    for bundle in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem; do
        [ ! -e "$bundle" ] || return 0
    done
    lack wanted "trusted certificate authorities" ca-certificates
}

# The libraries that PySide6's wheels expect from the system. Asked of the dynamic linker, not of the package manager: the
# names of packages differ between releases, those of libraries do not.
lacks_qt() {
    [ "$linux" ] && has ldconfig || return 0
    known=$(ldconfig -p)
    missing=''
    for pair in libEGL.so.1:libegl1 libGL.so.1:libgl1 libglib-2.0.so.0:libglib2.0-0 libdbus-1.so.3:libdbus-1-3 \
        libfontconfig.so.1:libfontconfig1 libgssapi_krb5.so.2:libgssapi-krb5-2 libX11-xcb.so.1:libx11-xcb1 \
        libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 \
        libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-randr.so.0:libxcb-randr0 \
        libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0 libxcb-shm.so.0:libxcb-shm0 \
        libxcb-sync.so.1:libxcb-sync1 libxcb-xfixes.so.0:libxcb-xfixes0 libxcb-xkb.so.1:libxcb-xkb1 \
        libwayland-client.so.0:libwayland-client0 libwayland-cursor.so.0:libwayland-cursor0 \
        libwayland-egl.so.1:libwayland-egl1; do
        case $known in
            *"${pair%%:*} "*) ;;
            *) missing="$missing $(pick "${pair#*:}" "${pair%%:*}()(64bit)" '')" ;;
        esac
    done
    # shellcheck disable=SC2086 # a list of package names
    lack needed "windows with Qt" $missing
}

has_font() {
    own=${HOME:-/nonexistent}
    find /usr/share/fonts /usr/local/share/fonts "$own/.fonts" "$own/.local/share/fonts" -iname "$1" 2>/dev/null | grep -q .
}

lacks_fonts() {
    [ "$linux" ] || return 0
    missing=''
    has_font '*.[to]tf' || missing=$(pick fonts-dejavu-core dejavu-sans-fonts '')
    has_font '*emoji*' || missing="$missing $(pick fonts-noto-color-emoji google-noto-color-emoji-fonts '')"
    # shellcheck disable=SC2086 # a list of package names
    lack wanted "letters and emoji" $missing
}

# The private desktop of the end-to-end tests: screen, window manager, tray, notifications, keyring, tools that look;
# and others' readers of manual pages and signatures, to try ours with.
lacks_desktop() {
    [ "$linux" ] || return 0
    missing=''
    for pair in Xvfb:xvfb openbox:openbox trayer:trayer tint2:tint2 picom:picom dunst:dunst notify-send:libnotify-bin \
        gnome-keyring-daemon:gnome-keyring dbus-run-session:dbus gdbus:libglib2.0-bin xdotool:xdotool import:imagemagick \
        xprop:x11-utils desktop-file-validate:desktop-file-utils appstreamcli:appstream mandoc:mandoc \
        groff:groff-base minisign:minisign; do
        has "${pair%%:*}" || missing="$missing $(pick "${pair#*:}" "/usr/bin/${pair%%:*}" '')"
    done
    # shellcheck disable=SC2086 # a list of package names
    lack wanted "the tests' private desktop" $missing
}

# What looks over the scripts and what Linux desktops read of us.
lacks_linters() {
    [ "$linux" ] || return 0
    missing=''
    for pair in shellcheck:shellcheck desktop-file-validate:desktop-file-utils appstreamcli:appstream; do
        has "${pair%%:*}" || missing="$missing $(pick "${pair#*:}" "/usr/bin/${pair%%:*}" '')"
    done
    # shellcheck disable=SC2086 # a list of package names
    lack wanted "checks scripts and menu entries" $missing
}

# What PyInstaller needs beside Python: its tool for binaries, and Python as a library, which Debian packs separately.
lacks_bundler() {
    [ "$linux" ] || return 0
    has objdump || lack needed "looks into libraries" binutils
    [ -n "$python" ] || return 0
    "$python" -c '
import pathlib, sys, sysconfig
name, folder, triplet = (sysconfig.get_config_var(key) or "" for key in ("INSTSONAME", "LIBDIR", "MULTIARCH"))
sys.exit(".so" in name and not any(pathlib.Path(folder, place, name).exists() for place in ("", triplet)))
' || lack needed "Python as a library" "$(pick "libpython$(minor_version "$python")" python3-libs '')"
}

# The bare system in which the built package is tried.
lacks_bare_system() {
    [ "$manager" = apt ] || return 0
    has debootstrap || has mmdebstrap || lack wanted "a bare system to try the package in" debootstrap
}

look() {
    needed=''
    wanted=''
    reasons=''
    if venv_works; then
        python=$venv/bin/python
    else
        find_python
        lacks_python
    fi
    case $mode in
        run)
            lacks_prosody
            lacks_certificates
            if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
                lacks_qt
                # The person's desktop has its fonts; only a machine with none at all would show empty boxes.
                has_font '*.[to]tf' || lacks_fonts
            fi
            ;;
        test)
            lacks_prosody
            lacks_ejabberd
            lacks_certificates
            lacks_qt
            lacks_fonts
            lacks_desktop
            ;;
        lint)
            lacks_certificates
            lacks_linters
            ;;
        lock | fuzz) lacks_certificates ;;
        package)
            lacks_certificates
            lacks_qt
            lacks_bundler
            lacks_bare_system
            ;;
    esac
}

# ---- Installing it

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@" # nobody is there to type a password
    fi
}

could_install() {
    case $manager in
        none) return 1 ;;
        brew) return 0 ;;
        *) [ "$(id -u)" = 0 ] || has sudo ;;
    esac
}

# Asks for the password once, and not again for each package.
may_install() { [ "$manager" = brew ] || as_root true; }

# The command a person can type, quoted where a name has parentheses.
spelled() {
    sudo=
    [ "$(id -u)" = 0 ] || sudo='sudo '
    case $manager in
        none) printf 'by their names on Debian:' ;;
        apt) printf '%sapt-get install --no-install-recommends' "$sudo" ;;
        dnf) printf '%sdnf install --setopt=install_weak_deps=False' "$sudo" ;;
        brew) printf 'brew install' ;;
    esac
    for package in "$@"; do
        case $package in
            *'('*) printf " '%s'" "$package" ;;
            *) printf ' %s' "$package" ;;
        esac
    done
}

install_packages() {
    case $manager in
        apt)
            # A fresh machine is often busy with its first updates: wait for the lock. Restarting its services is its own
            # business.
            as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
                apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=180 "$@" </dev/null
            ;;
        dnf) as_root dnf install -y -q --setopt=install_weak_deps=False "$@" </dev/null ;;
        brew) brew install -q "$@" </dev/null ;;
    esac >"$log" 2>&1
}

update_lists() {
    [ "$manager" = apt ] || return 0
    if ! as_root apt-get update -q >"$log" 2>&1 </dev/null; then
        say "apt-get update did not succeed everywhere; going on with the package lists that are there."
    fi
}

# Which Python apt can give: the default one where it is new enough, else the newest beside it (Ubuntu 22.04 has 3.11).
resolve_python() {
    [ "$manager" = apt ] || return 0
    case " $needed " in *" python3 python3-venv "*) ;; *) return 0 ;; esac
    default=$(apt-cache policy python3 2>/dev/null | sed -n 's/^ *Candidate: 3\.\([0-9]*\).*/\1/p')
    if [ "${default:-0}" -ge 11 ] && [ "${default:-0}" -le 14 ]; then
        return 0
    fi
    for version in 3.14 3.13 3.12 3.11; do
        if apt-cache show "python$version-venv" >/dev/null 2>&1; then
            needed=" python$version python$version-venv ${needed#* python3 python3-venv}"
            return 0
        fi
    done
    fail "c42desktop needs Python 3.11 to 3.14, and this system's packages have none: install one beside it, then run" \
        "this again with PYTHON=/path/to/python3.12."
}

install_missing() {
    [ -n "$needed$wanted" ] || return 0
    # shellcheck disable=SC2086 # lists of package names
    command=$(spelled $needed $wanted)
    # What could not be had before is not tried again at every start.
    if [ -z "$needed" ] && [ -f "$state-tried-$mode" ]; then
        say "Going on without $reasons. To install: $command"
        return 0
    fi
    if ! could_install; then
        say "c42desktop needs: $reasons."
    else
        say "c42desktop needs: $reasons -- installing with ${command%% install*}."
    fi
    if ! could_install || ! may_install; then
        [ -z "$needed" ] || fail "That takes an administrator: $command"
        say "That takes an administrator, so going on without: $command"
        return 0
    fi
    new_services=$(services_not_there)
    update_lists
    resolve_python
    # shellcheck disable=SC2086
    if ! install_packages $needed $wanted; then
        # Together is faster; on its own, one package that this release does not have spoils no other.
        if [ -n "$needed" ] && ! install_packages $needed; then
            tail -n 8 "$log" >&2
            fail "That could not be installed (last lines above): $(spelled $needed)"
        fi
        for package in $wanted; do
            install_packages "$package" || say "Could not install $package; going on without it: $(tail -n 1 "$log")"
        done
    fi
    [ "$manager" != apt ] || rest_services
}

# Debian starts the services that it installs. The demo and the tests run private servers of their own, so an XMPP server
# that nobody asked for is switched off again, and so is epmd, which comes with ejabberd and listens to everybody.
services_not_there() {
    has prosody || printf 'prosody '
    has ejabberdctl || printf 'ejabberd '
    has epmd || printf 'epmd.socket epmd '
}

rest_services() {
    rested=''
    for service in $new_services; do
        ! rest "$service" || rested="${rested:+$rested, }$service"
    done
    [ -z "$rested" ] || say "Switched off the system's own services again ($rested): only private ones are used here."
}

rest() {
    if [ -d /run/systemd/system ]; then
        as_root systemctl disable --now "$1" >"$log" 2>&1
    elif [ "$1" = epmd ]; then
        epmd -kill >"$log" 2>&1
    elif [ -x "/etc/init.d/$1" ]; then
        as_root "/etc/init.d/$1" stop >"$log" 2>&1 && as_root update-rc.d "$1" disable >"$log" 2>&1
    else
        return 1
    fi
}

# ---- The environment

lock=packaging/requirements.lock
state=$venv/.c42desktop
unfinished=$state-unfinished

# Works here and now: made for this folder (scripts in it name their interpreter), its Python still there, not cut short.
venv_works() {
    [ -f "$state-folder" ] && [ ! -e "$unfinished" ] && [ "$(cat "$state-folder")" = "$PWD" ] \
        && supported "$venv/bin/python"
}

# What it was last filled from. The version in __init__.py is part of the installed metadata.
fingerprint() {
    case $mode in
        package) cat pyproject.toml c42desktop/__init__.py "$lock" | cksum ;;
        *) cat pyproject.toml c42desktop/__init__.py | cksum ;;
    esac
}
stamped() { venv_works && [ -f "$state-$mode" ] && [ "$(cat "$state-$mode")" = "$(fingerprint)" ]; }

make_venv() {
    say "Creating $venv with Python $(minor_version "$python") ..."
    rm -rf "$venv"
    mkdir -p "$venv"
    : >"$unfinished"
    if ! "$python" -m venv "$venv" >"$log" 2>&1; then
        tail -n 8 "$log" >&2
        fail "Python could not create $venv (last lines above)."
    fi
    printf '%s\n' "$PWD" >"$state-folder"
}

# pip's own output is a page a package; the large downloads are what a person waits for.
show_downloads() {
    {
        code=0
        "$@" 2>&1 || code=$?
        echo "$code" >"$scratch/code"
    } </dev/null | while IFS= read -r line; do
        printf '%s\n' "$line" >>"$log"
        case $line in
            *Downloading*' MB)')
                line=${line##*Downloading }
                say "  ${line##*/}"
                ;;
        esac
    done
    return "$(cat "$scratch/code")"
}

pip_install() {
    show_downloads "$venv/bin/python" -m pip install --no-input --disable-pip-version-check --progress-bar off "$@"
}

fill_venv() {
    what="c42desktop and its libraries"
    [ "$mode" = run ] || what="$what, and what $mode needs,"
    say "Installing $what into $venv (the first time about 100 MB) ..."
    : >"$unfinished"
    : >"$log"
    code=0
    case $mode in
        package) show_downloads "$venv/bin/python" packaging/install_locked.py || code=$? ;;
        run) pip_install -e . || code=$? ;;
        *) pip_install -e ".[$mode]" || code=$? ;;
    esac
    # Cut short, pip may leave half a package: the next call starts over. A plain failure has changed nothing.
    [ "$code" -ge 128 ] || rm -f "$unfinished"
    if [ "$code" -ne 0 ]; then
        tail -n 12 "$log" >&2
        fail "The libraries could not be installed (last lines above); the same command tries again."
    fi
    fingerprint >"$state-run"
    fingerprint >"$state-$mode"
}

look
install_missing
if ! stamped; then
    if ! venv_works; then
        find_python
        if [ -z "$python" ] || ! makes_venv "$python"; then
            fail "c42desktop needs Python 3.11 to 3.14 with its venv module; none was found."
        fi
        make_venv
    fi
    fill_venv
    if [ "$mode" = package ]; then
        # Only now is it certain which Python gets bundled.
        look
        install_missing
    fi
    say "Ready."
fi
if [ "$mode" = test ]; then
    # The calendars and tests of other libraries, which ours are compared with; a look where they are there already.
    .venv/bin/python tests/corpora/packages.py >"$log" 2>&1 || tail -n 1 "$log"
fi
: >"$state-tried-$mode"
