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

# shellcheck source=packaging/try/base.sh
. packaging/try/base.sh

artifact=${1:-dist/c42desktop}
[ -e "$artifact" ] || fail "There is no $artifact to be tried; make package builds it."
# What other programs of a desktop bring along: screen, fonts, services, and libraries that every toolkit is linked to. A
# package with dependencies of its own brings its libraries itself.
services='dbus dunst gnome-keyring libsecret-tools xvfb weston trayer fonts-dejavu-core librsvg2-common tzdata ca-certificates'
libraries='libegl1 libgl1 libdbus-1-3 libglib2.0-0 libx11-6 libx11-xcb1 libxcb1 libfontconfig1 libfreetype6 libstdc++6
    libwayland-client0 libwayland-cursor0 zlib1g'
# The other end, and what looks at ours.
others='prosody lua-sec openssl dnsmasq-base iproute2 xdotool x11-apps'

# ---- The bare system

require packaging/try_package.sh "$artifact"
kept=$work/root
wanted=$(echo "$mirror $suite $components $services $libraries $others" | cksum)

make_root() {
    make_base
    say "Installing what a desktop brings along into a copy, once: two minutes, 1 GB ..."
    rm -rf "$kept"
    cp -a --reflink=auto "$base" "$kept"
    # shellcheck disable=SC2086 # lists of packages
    { inside "$kept" apt-get update -q && inside "$kept" apt-get install -y -q --no-install-recommends \
        $services $libraries $others; } >"$work/root.txt" 2>&1 </dev/null || {
        tail -n 5 "$work/root.txt" >&2
        fail "What a desktop brings along could not be installed (last lines above)."
    }
    inside "$kept" apt-get clean
    inside "$kept" useradd --create-home --shell /bin/sh ann
    echo "$wanted" >"$kept/try-made-of"
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
