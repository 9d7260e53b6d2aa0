#!/bin/sh
# Installs the packages in dist/ in a fresh system without Python, uses what desktops make of them, and removes them again:
# nothing of the package may be left, and all of the person's data.
#
#     sh packaging/linux/try_install.sh [FILE.deb] [FILE.tar.gz]
#
# Takes root and debootstrap (or mmdebstrap); asks sudo. Exit code 77: not tried, and a sentence says why.
set -eu
CDPATH='' cd -P -- "$(dirname -- "$0")/../.."
# shellcheck source=packaging/try/base.sh
. packaging/try/base.sh
root=$work/install # beside that of try_package.sh

[ $# -gt 0 ] || set -- dist/c42desktop_*.deb dist/c42desktop-*.tar.gz
for each in "$@"; do
    [ -f "$each" ] || fail "There is no $each to be tried; make package builds it."
done
require packaging/linux/try_install.sh "$@"

# in_root COMMAND...: in the system of this try, with processes and mounts of its own that end with it.
in_root() {
    # shellcheck disable=SC2016,SC2086 # expanded there; a list of options
    unshare --mount --pid --fork --kill-child $apart sh -c '
        root=$1
        shift
        mount -t proc proc "$root/proc" 2>/dev/null || mount --rbind /proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mount -t tmpfs tmpfs "$root/run"
        exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
            http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" DEBIAN_FRONTEND=noninteractive \
            chroot "$root" "$@"
    ' sh "$root" "$@" </dev/null
}

# ---- Each package in a system of its own

make_base
trap remove_run EXIT
trap 'exit 130' INT TERM
for package in "$@"; do
    remove_run
    cp -a --reflink=auto "$base" "$root"
    connect "$root"
    mkdir "$root/try"
    cp "$package" packaging/linux/try_inside.sh "$root/try/"
    say "Trying ${package##*/} in a bare Debian ($suite) without Python ..."
    in_root sh /try/try_inside.sh "/try/${package##*/}"
done
say "They can be installed, used and removed."
