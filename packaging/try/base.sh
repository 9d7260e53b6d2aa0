#!/bin/sh
# For the scripts that try packages, which read this with `.`: a bare Debian or Ubuntu as here, from the same mirror. It is
# made once, as build/try/base; each try has a copy. Exit code 77: not tried, and a sentence says why.

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

PATH=$PATH:/usr/sbin:/sbin
export PATH
work=$PWD/build/try
base=$work/base
root=$work/run # of one try

# require SCRIPT ARGUMENT...: go on as an administrator who can make namespaces, and know the mirror.
require() {
    [ "$(uname -s)" = Linux ] || skip "it takes Linux."
    has debootstrap || has mmdebstrap || skip "it takes debootstrap, which is not installed here."
    for tool in unshare apt-cache; do
        has "$tool" || skip "it takes Debian's or Ubuntu's own tools, and $tool is not here."
    done
    if [ "$(id -u)" != 0 ]; then
        has sudo || skip "it takes an administrator, and there is no sudo."
        if ! sudo -n true 2>/dev/null; then
            [ -t 0 ] || skip "it takes an administrator, and nobody is there to type a password."
            say "Trying the package takes an administrator."
        fi
        exec sudo sh "$@"
    fi
    # In a chroot the root is no mount, and nothing can be said about what follows it.
    if unshare --mount --pid --net --fork true 2>/dev/null; then
        apart=''
    elif unshare --mount --pid --net --propagation unchanged --fork true 2>/dev/null; then
        apart='--propagation unchanged'
    else
        skip "this machine does not let root make namespaces, as in most containers."
    fi
    find_mirror
}

# Where the system's own base comes from: "500 http://deb.debian.org/debian bookworm/main amd64 Packages".
find_mirror() {
    # shellcheck disable=SC2046 # words
    set -- $(apt-cache policy base-files | awk '$2 ~ /^(http|https|file|mirror)/ && $3 ~ /\/main$/ { print $2, $3; exit }')
    [ $# = 2 ] || skip "apt does not say where this system comes from."
    mirror=$1 suite=${2%/main}
    components=main
    ! grep -q '^ID=ubuntu' /etc/os-release || components=main,universe
}

inside() {
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" chroot "$@"
}

# connect ROOT: how this machine reaches the mirror, it reaches it from in there.
connect() {
    cp -L /etc/resolv.conf /etc/hosts "$1/etc/"
    apt-config dump | grep -E '^Acquire::(http|https|ftp|Retries|Check)' >"$1/etc/apt/apt.conf.d/99try" || true
}

make_base() {
    wanted_base="$mirror $suite $components"
    [ ! -f "$base/try-made-of" ] || [ "$(cat "$base/try-made-of")" != "$wanted_base" ] || return 0
    say "Making a bare Debian ($suite) in build/try, once: a minute ..."
    rm -rf "$base"
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
    ' sh "$work" "$@" --variant=minbase --components="$components" "$suite" /mnt/base "$mirror" >"$work/base.txt" 2>&1; then
        tail -n 5 "$work/base.txt" >&2
        fail "The bare system could not be made (last lines above)."
    fi
    connect "$base"
    # Services are not started in there: each try starts its own.
    printf '#!/bin/sh\nexit 101\n' >"$base/usr/sbin/policy-rc.d"
    chmod +x "$base/usr/sbin/policy-rc.d"
    echo "$wanted_base" >"$base/try-made-of"
}

# Mounts end with the namespace that they were made in; in a chroot they may be seen outside of it, too.
remove_run() {
    [ -e "$root" ] || return 0
    for each in tmp run dev proc; do
        umount --recursive --lazy "$root/$each" 2>/dev/null || true
    done
    rm -rf --one-file-system "$root"
}
