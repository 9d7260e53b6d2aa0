#!/bin/sh
# Tries a built package as a person would, on a machine that has never seen this project: a bare Debian root with what a
# desktop brings along, without Python, without a way out to the network.
#
#     sh packaging/try_package.sh [ARTIFACT]      dist/c42desktop (a folder), a .deb, or a .tar.gz with an install.sh
#
# Takes root and debootstrap (or mmdebstrap); asks sudo. The root is kept in build/try between runs; each run has a copy.
# Exit code 77: not tried, and a sentence says why. packaging/try/session.sh is what happens inside.
set -euf
CDPATH='' cd -P -- "$(dirname -- "$0")/.."

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}
skip() {
    printf 'NOT TRIED in a bare system: %s\n' "$*" >&2
    exit 77
}
has() { command -v "$1" >/dev/null 2>&1; }

artifact=${1:-dist/c42desktop}
[ -e "$artifact" ] || fail "There is no $artifact to be tried; “make package” builds it."
PATH=$PATH:/usr/sbin:/sbin
export PATH

# What other programs of a desktop bring along: screen, fonts, services, and libraries that every toolkit is linked to. A
# package with dependencies of its own brings its libraries itself.
services='dbus dunst gnome-keyring libsecret-tools xvfb weston trayer fonts-dejavu-core tzdata ca-certificates'
libraries='libegl1 libgl1 libdbus-1-3 libglib2.0-0 libx11-6 libx11-xcb1 libxcb1 libfontconfig1 libfreetype6 libstdc++6
    libwayland-client0 libwayland-cursor0 zlib1g'
# The other end, and what looks at ours.
others='prosody lua-sec openssl dnsmasq-base iproute2 xdotool x11-apps'

# ---- The bare system

[ "$(uname -s)" = Linux ] || skip "it takes Linux."
if ! has debootstrap && ! has mmdebstrap; then
    skip "it takes debootstrap, which is not installed here."
fi
has unshare && has apt-cache || skip "it takes Debian's or Ubuntu's own tools (apt-cache, unshare)."
if [ "$(id -u)" != 0 ]; then
    has sudo || skip "it takes an administrator, and there is no sudo."
    if ! sudo -n true 2>/dev/null; then
        [ -t 0 ] || skip "it takes an administrator, and nobody is there to type a password."
        say "Trying the package takes an administrator."
    fi
    exec sudo sh "$0" "$artifact"
fi
unshare --mount --pid --net --fork true 2>/dev/null || skip "this machine does not let root make namespaces (a container?)."

# Where the system's own base comes from: "500 http://deb.debian.org/debian bookworm/main amd64 Packages".
# shellcheck disable=SC2046 # words
set -- $(apt-cache policy base-files | awk '$2 ~ /^(http|https|file|mirror)/ && $3 ~ /\/main$/ { print $2, $3; exit }')
[ $# = 2 ] || skip "apt does not say where this system comes from."
mirror=$1 suite=${2%/main}
components=main
! grep -q '^ID=ubuntu' /etc/os-release || components=main,universe

work=$PWD/build/try
kept=$work/root
root=$work/run
wanted=$(echo "$mirror $suite $components $services $libraries $others" | cksum)

inside() {
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" chroot "$@"
}

# How this machine reaches the mirror, it reaches it from in there.
connect() {
    cp -L /etc/resolv.conf /etc/hosts "$1/etc/"
    apt-config dump | grep -E '^Acquire::(http|https|ftp|Retries|Check)' >"$1/etc/apt/apt.conf.d/99try" || true
}

# Services are not started in there: each run starts its own.
forbid_services() {
    printf '#!/bin/sh\nexit 101\n' >"$1/usr/sbin/policy-rc.d"
    chmod +x "$1/usr/sbin/policy-rc.d"
}

make_root() {
    say "Making a bare Debian ($suite) in build/try, once: two minutes, 1 GB ..."
    rm -rf "$kept" "$kept.log"
    mkdir -p "$work"
    if has mmdebstrap; then
        mmdebstrap --mode=root --variant=minbase --components="$components" "$suite" "$kept" "$mirror" >"$kept.log" 2>&1
    else
        debootstrap --variant=minbase --components="$components" "$suite" "$kept" "$mirror" >"$kept.log" 2>&1
    fi || {
        tail -n 5 "$kept.log" >&2
        fail "The bare system could not be made (last lines above)."
    }
    connect "$kept"
    forbid_services "$kept"
    # shellcheck disable=SC2086 # lists of packages
    { inside "$kept" apt-get update -q && inside "$kept" apt-get install -y -q --no-install-recommends \
        $services $libraries $others; } >>"$kept.log" 2>&1 </dev/null || {
        tail -n 5 "$kept.log" >&2
        fail "What a desktop brings along could not be installed (last lines above)."
    }
    inside "$kept" apt-get clean
    inside "$kept" useradd --create-home --shell /bin/sh ann
    echo "$wanted" >"$kept/try-made-of"
}

# Mounts end with the namespace that they were made in, but a run before this may have been made without.
remove_run() {
    if [ -e "$root" ]; then
        ! grep -q " $root/" /proc/self/mounts || fail "Something is mounted below $root."
        rm -rf --one-file-system "$root"
    fi
}

mkdir -p "$work"
remove_run
[ -f "$kept/try-made-of" ] && [ "$(cat "$kept/try-made-of")" = "$wanted" ] || make_root
trap remove_run EXIT
trap 'exit 130' INT TERM
cp -a --reflink=auto "$kept" "$root"

# ---- The package in it

has_python() { find "$@" -name 'python[0-9]*' -o -name 'libpython*' | grep -q .; }
! has_python "$root/usr" || fail "There is a Python in the bare system, so that this would prove nothing."

as_ann() { inside "$root" /sbin/runuser -u ann -- env HOME=/home/ann "$@"; }

case $artifact in
    *.deb)
        connect "$root"
        cp "$artifact" "$root/tmp/package.deb"
        inside "$root" apt-get install -y -q --no-install-recommends /tmp/package.deb >"$work/install.log" 2>&1 </dev/null || {
            tail -n 5 "$work/install.log" >&2
            fail "The package could not be installed (last lines above)."
        }
        ;;
    *.tar.gz)
        mkdir "$root/home/ann/unpacked"
        tar -xzf "$artifact" -C "$root/home/ann/unpacked" --no-same-owner
        inside "$root" chown -R ann: /home/ann/unpacked
        as_ann sh -c 'cd ~/unpacked/*/ && sh install.sh' || fail "install.sh did not install it."
        rm -rf "$root/home/ann/unpacked"
        ;;
    *)
        cp -a "$artifact" "$root/opt/c42desktop"
        chown -R 0:0 "$root/opt/c42desktop"
        ln -s /opt/c42desktop/c42desktop "$root/usr/local/bin/c42desktop"
        ;;
esac
! has_python "$root/usr/bin" || fail "Installing the package has brought Python along: it is in there already."

# ---- A person's session with it, seen from outside as an exit code

mkdir -p "$root/try" "$root/run/user/1000"
cp packaging/try/* "$root/try/" 2>/dev/null || { set +f; cp packaging/try/* "$root/try/"; set -f; }
inside "$root" chown ann: /run/user/1000 /try
chmod 700 "$root/run/user/1000"
# shellcheck disable=SC2016 # expands in there
code=0
unshare --mount --pid --net --fork --kill-child sh -eu -c '
    root=$1
    mount --make-rprivate /
    mount -t proc proc "$root/proc" 2>/dev/null || mount --rbind /proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/tmp"
    mkdir -m 1777 "$root/tmp/.X11-unix"
    exec env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin LANG=C.UTF-8 chroot "$root" sh /try/machine.sh
' sh "$root" || code=$?
set +f
for picture in "$root"/try/*.xwd "$root"/try/*.log; do
    [ ! -e "$picture" ] || cp "$picture" "$work/"
done
[ "$code" = 0 ] || fail "$artifact was tried in a bare system, and something does not work: see above, and build/try/*.log."
