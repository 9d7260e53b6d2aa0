#!/bin/sh
# Installs the packages in dist/ in a fresh system without Python, uses what desktops make of them, and removes them again:
# nothing of the package may be left, and all of the person's data.
#
#     sudo sh packaging/linux/try_install.sh [FILE.deb] [FILE.tar.gz]
#
# The system is Debian or Ubuntu as here, from the same mirrors, with debootstrap or mmdebstrap; it is kept in
# build/bare-root for the next time. Exit code 77: it cannot be tried here, and the reason is said.
set -eu
CDPATH='' cd -P -- "$(dirname -- "$0")/../.."

say() { printf '%s\n' "$*"; }
skip() {
    say "The packages were not installed to try them: $*"
    exit 77
}

PATH=$PATH:/usr/sbin:/sbin
export PATH
[ "$(id -u)" = 0 ] || skip "that takes root."
unshare --mount --pid --fork true 2>/dev/null || skip "this system lets nobody have mounts of their own (unshare)."
[ $# -gt 0 ] || set -- dist/c42desktop_*.deb dist/c42desktop-*.tar.gz
for each in "$@"; do
    [ -f "$each" ] || skip "there is no $each (make package)."
done

base=build/bare-root
work=build/try-install
inside=packaging/linux/try_inside.sh

# ---- A bare system

# The mirrors of this system's distribution; those of others would want keys and certificates that a bare one has not.
sources() {
    # shellcheck disable=SC2016 # apt's own names
    apt-get indextargets --format '$(ORIGIN)|deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' \
        | sed -n 's/^\(Debian\|Ubuntu\)|//p' | sort -u
}

make_base() {
    command -v apt-get >/dev/null || skip "this is no Debian or Ubuntu."
    [ "$(sources)" ] || apt-get update -qq || true
    suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    mirror=$(sources | awk -v suite="$suite" '$3 == suite { print $2; exit }')
    [ "$mirror" ] || skip "apt names no mirror for $suite."
    say "Making a bare $suite from $mirror ..."
    rm -rf "$base" "$base.new"
    mkdir -p "$base.new"
    if command -v debootstrap >/dev/null; then
        debootstrap --variant=minbase "$suite" "$base.new" "$mirror" >build/bare-root.log
    elif command -v mmdebstrap >/dev/null; then
        mmdebstrap --variant=minbase "$suite" "$base.new" "$mirror" 2>build/bare-root.log
    else
        skip "neither debootstrap nor mmdebstrap is installed."
    fi
    sources >"$base.new/etc/apt/sources.list"
    apt-config dump | grep '^Acquire::.*"' >"$base.new/etc/apt/apt.conf.d/99outside"
    mv "$base.new" "$base"
}

# in_root COMMAND...: in the system under work, with processes and mounts of its own that end with it.
in_root() {
    # shellcheck disable=SC2016 # expanded there
    unshare --mount --pid --fork --kill-child sh -c '
        root=$1
        shift
        mount --make-rprivate / 2>/dev/null
        mount -t proc proc "$root/proc" 2>/dev/null || mount --rbind /proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mount -t tmpfs tmpfs "$root/run"
        exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
            DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
    ' sh "$work" "$@" </dev/null
}

# ---- Each package in a system of its own

clean() { rm -rf "$work"; }
trap clean EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

[ -f "$base/etc/apt/sources.list" ] || make_base
for package in "$@"; do
    clean
    cp -a "$base" "$work"
    cp -L /etc/resolv.conf /etc/hosts "$work/etc/" 2>/dev/null || true
    mkdir "$work/try"
    cp "$package" "$inside" "$work/try/"
    say "Trying ${package##*/} in a bare system ..."
    in_root sh /try/try_inside.sh "/try/${package##*/}"
done
say "They can be installed, used and removed."
