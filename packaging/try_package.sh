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
[ -e "$artifact" ] || fail "There is no $artifact to be tried; make package builds it."
PATH=$PATH:/usr/sbin:/sbin
export PATH

# What other programs of a desktop bring along: screen, fonts, services, and libraries that every toolkit is linked to. A
# package with dependencies of its own brings its libraries itself.
services='dbus dunst gnome-keyring libsecret-tools xvfb weston trayer fonts-dejavu-core librsvg2-common tzdata ca-certificates'
libraries='libegl1 libgl1 libdbus-1-3 libglib2.0-0 libx11-6 libx11-xcb1 libxcb1 libfontconfig1 libfreetype6 libstdc++6
    libwayland-client0 libwayland-cursor0 zlib1g'
# The other end, and what looks at ours.
others='prosody lua-sec openssl dnsmasq-base iproute2 xdotool x11-apps'

# ---- The bare system

[ "$(uname -s)" = Linux ] || skip "it takes Linux."
if ! has debootstrap && ! has mmdebstrap; then
    skip "it takes debootstrap, which is not installed here."
fi
for tool in unshare apt-cache; do
    has "$tool" || skip "it takes Debian's or Ubuntu's own tools, and $tool is not here."
done
if [ "$(id -u)" != 0 ]; then
    has sudo || skip "it takes an administrator, and there is no sudo."
    if ! sudo -n true 2>/dev/null; then
        [ -t 0 ] || skip "it takes an administrator, and nobody is there to type a password."
        say "Trying the package takes an administrator."
    fi
    exec sudo sh "$0" "$artifact"
fi
# In a chroot the root is no mount, and nothing can be said about what follows it.
if unshare --mount --pid --net --fork true 2>/dev/null; then
    apart=''
elif unshare --mount --pid --net --propagation unchanged --fork true 2>/dev/null; then
    apart='--propagation unchanged'
else
    skip "this machine does not let root make namespaces, as in most containers."
fi

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
    rm -rf "$kept"
    mkdir -p "$work"
    if has mmdebstrap; then
        set -- mmdebstrap --mode=root
    else
        set -- debootstrap
    fi
    # As /mnt, because these tools do not know what to do with a space in the name of a folder.
    # shellcheck disable=SC2016,SC2086 # the first expands in there; the second is a list of options
    if ! unshare --mount $apart sh -c '
        mount --bind "$1" /mnt && cd / && shift || exit
        "$@"
        code=$?
        umount /mnt
        exit $code
    ' sh "$work" "$@" --variant=minbase --components="$components" "$suite" /mnt/root "$mirror" >"$work/root.txt" 2>&1; then
        tail -n 5 "$work/root.txt" >&2
        fail "The bare system could not be made (last lines above)."
    fi
    connect "$kept"
    forbid_services "$kept"
    # shellcheck disable=SC2086 # lists of packages
    { inside "$kept" apt-get update -q && inside "$kept" apt-get install -y -q --no-install-recommends \
        $services $libraries $others; } >>"$work/root.txt" 2>&1 </dev/null || {
        tail -n 5 "$work/root.txt" >&2
        fail "What a desktop brings along could not be installed (last lines above)."
    }
    inside "$kept" apt-get clean
    inside "$kept" useradd --create-home --shell /bin/sh ann
    echo "$wanted" >"$kept/try-made-of"
}

# Mounts end with the namespace that they were made in; in a chroot they may be seen outside of it, too.
remove_run() {
    [ -e "$root" ] || return 0
    for each in tmp dev proc; do
        umount --recursive --lazy "$root/$each" 2>/dev/null || true
    done
    rm -rf --one-file-system "$root"
}

mkdir -p "$work"
remove_run
if [ ! -f "$kept/try-made-of" ] || [ "$(cat "$kept/try-made-of")" != "$wanted" ]; then
    make_root
fi
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
        inside "$root" apt-get install -y -q --no-install-recommends /tmp/package.deb >"$work/install.txt" 2>&1 </dev/null || {
            tail -n 5 "$work/install.txt" >&2
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
for each in machine.sh session.sh prosody.cfg.lua; do
    cp "packaging/try/$each" "$root/try/"
done
inside "$root" chown ann: /run/user/1000 /try
chmod 700 "$root/run/user/1000"
say "Trying $artifact in a bare Debian ($suite) without Python and without a network:"
code=0
# shellcheck disable=SC2016,SC2086 # the first expands in there; the second is a list of options
unshare --mount --pid --net --fork --kill-child $apart sh -eu -c '
    root=$1
    mount -t proc proc "$root/proc" 2>/dev/null || mount --rbind /proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/tmp"
    exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        chroot "$root" sh /try/machine.sh
' sh "$root" || code=$?
set +f
rm -f "$work"/*.log "$work"/*.xwd
for each in "$root"/try/*.log "$root"/try/*.xwd; do
    [ ! -e "$each" ] || cp "$each" "$work/"
done
set -f
[ "$code" = 0 ] || fail "$artifact does not work in a bare system: see above, and build/try/*.log."
