#!/bin/sh
# What try_install.sh does in a bare system: sh try_inside.sh FILE.deb|FILE.tar.gz
set -eu

package=$1
entry=c42desktop.desktop
person=/home/ann
profile=$person/.local/share/c42desktop
PATH=$PATH:/usr/sbin:/sbin

step() { printf '  %s\n' "$*"; }
fail() {
    printf '%s\n' "That went wrong: $*" >&2
    [ ! -s /try/log ] || tail -n 20 /try/log >&2
    exit 1
}
quietly() { "$@" >/try/log 2>&1 || fail "$*"; }
get() { quietly apt-get install -y -q --no-install-recommends "$@"; }
as_ann() { runuser -u ann -- env HOME=$person XDG_RUNTIME_DIR=/run/ann DISPLAY=:7 "$@"; }

prepare() {
    quietly apt-get update -q
    useradd --create-home --shell /bin/sh ann
    install -d -m 700 -o ann /run/ann
    cat >/try/event.ics <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//c42desktop//try//EN
BEGIN:VEVENT
UID:try
DTSTAMP:20260101T000000Z
DTSTART:20260301T140000Z
SUMMARY:Design review
END:VEVENT
END:VCALENDAR
ICS
}

# What reads menus, icons and kinds of files; and a screen.
desktop() {
    step "with what a desktop has"
    get desktop-file-utils shared-mime-info libglib2.0-bin xdg-utils hicolor-icon-theme xvfb x11-utils dbus
    Xvfb :7 -nolisten tcp >/dev/null 2>&1 &
    until as_ann xdpyinfo >/dev/null 2>&1; do sleep 0.1; done
}

commands() {
    as_ann "$1" --version >/try/log 2>&1 || fail "$1 --version"
    as_ann "$1" decode /try/event.ics --json >/try/log 2>&1 || fail "$1 decode"
    grep -q '"Design review"' /try/log || fail "decode reads no event"
}

# Where the program itself would look for them; those that a window needs among them.
missing_libraries() {
    missing=$(find "$1" -name '*.so*' -exec env LD_LIBRARY_PATH="$1/_internal" ldd {} + 2>/dev/null | grep 'not found' \
        | sort -u)
    [ -z "$missing" ] || fail "libraries are missing: $missing"
}

# wait_for SECONDS COMMAND...
wait_for() {
    left=$(($1 * 5))
    shift
    until "$@"; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 0.2
    done
}

# The desktop knows by the class of the window to which entry it belongs.
window_shown() { as_ann xwininfo -root -tree 2>/dev/null | grep -q '("c42desktop" "c42desktop") *[0-9]\{3,\}x[0-9]\{3,\}'; }
window_gone() { ! window_shown; }

end_program() {
    for each in /proc/[0-9]*; do
        case $(readlink "$each/exe" 2>/dev/null) in
            */lib/c42desktop/c42desktop) kill -TERM "${each#/proc/}" 2>/dev/null || true ;;
        esac
    done
    wait_for 20 window_gone || fail "the program does not end"
}

window() {
    as_ann dbus-run-session "$1" >/try/log 2>&1 &
    wait_for 30 window_shown || fail "no window"
    end_program
    ! grep -q Traceback /try/log || fail "a traceback"
    [ -f $profile/calendars.sqlite ] || fail "it keeps nothing in $profile"
}

# known yes|no: whether desktops offer the program for calendars and links.
known() {
    for kind in text/calendar x-scheme-handler/xmpp; do
        found=no
        ! as_ann gio mime $kind 2>/dev/null | grep -q "$entry" || found=yes
        [ $found = "$1" ] || fail "offered for $kind: $found"
        [ "$1" = no ] || [ "$(as_ann xdg-mime query default $kind)" = $entry ] || fail "xdg-mime does not name it for $kind"
    done
}

# It is really started for a link, with the link.
opened() { cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\0' ' ' | grep -q 'c42desktop open xmpp:pubsub.example.org?;node=team'; }
opens_links() {
    as_ann dbus-run-session gio open 'xmpp:pubsub.example.org?;node=team' >/try/log 2>&1 || fail "gio open"
    wait_for 10 opened || fail "a link does not start it"
    wait_for 30 window_shown || fail "no window for a link"
    end_program
}

own_files() { find / -xdev -iname '*c42desktop*' ! -path '/try/*' ! -path "$profile*" ! -path "$person/.*/c42desktop*" \
    ! -path '/var/cache/*' ! -path '/proc/*' ! -path '/sys/*' ! -path '/dev/*' ! -path '/run/*' ! -path '/tmp/*' | sort; }

nothing_left() {
    left=$(own_files)
    [ -z "$left" ] || fail "left behind: $left"
    [ -f $profile/calendars.sqlite ] || fail "the person's data are gone"
}

# ---- The Debian package

older() {
    dpkg-deb --raw-extract "$package" /try/older
    sed -i 's/^Version: .*/Version: 0.0.1~older/' /try/older/DEBIAN/control
    touch /try/older/usr/lib/c42desktop/_internal/only-in-older
    dpkg-deb -Znone --build /try/older /try/older.deb >/dev/null
    rm -rf /try/older
}

try_deb() {
    step "alone, with what it depends on"
    get "$package"
    commands c42desktop
    missing_libraries /usr/lib/c42desktop
    desktop
    step "its window"
    window c42desktop
    step "calendars and links"
    known yes
    opens_links
    step "over an older version"
    older
    get --allow-downgrades /try/older.deb
    [ -e /usr/lib/c42desktop/_internal/only-in-older ] || fail "the older one is not there"
    get "$package"
    [ ! -e /usr/lib/c42desktop/_internal/only-in-older ] || fail "a file of the older version is left"
    get --reinstall "$package"
    quietly dpkg --verify c42desktop
    commands c42desktop
    known yes
    step "removed and purged"
    quietly apt-get remove -y -q c42desktop
    known no
    nothing_left
    get "$package"
    quietly apt-get purge -y -q c42desktop
    ! dpkg-query --status c42desktop >/dev/null 2>&1 || fail "dpkg still knows it"
    nothing_left
}

# ---- The archive

# What it needs of the system is what every desktop has.
libraries() { get libegl1 libgl1 libwayland-client0 libwayland-cursor0 libwayland-egl1 libxcb1 fontconfig-config xkb-data; }

in_both() { (cd "$1" && find . ! -path './.cache*' ! -path '*/c42desktop/*' ! -path '*/dconf*' | sort); }

try_archive() {
    libraries
    desktop
    tar -xf "$package" -C /try
    folder=$(find /try -maxdepth 1 -type d -name 'c42desktop-*')
    step "for one person"
    commands "$folder/bin/c42desktop"
    window "$folder/bin/c42desktop"
    in_both $person >/try/before
    if as_ann sh "$folder/install.sh" --prefix /usr/local >/try/log 2>&1; then fail "a person may write to /usr/local"; fi
    grep -q 'Cannot write' /try/log || fail "no sentence where it cannot write"
    as_ann sh "$folder/install.sh" >/try/log 2>&1 || fail "install.sh"
    commands $person/.local/bin/c42desktop
    window $person/.local/bin/c42desktop
    quietly desktop-file-validate $person/.local/share/applications/$entry
    known yes
    opens_links
    step "over an older version"
    as_ann touch $person/.local/lib/c42desktop/_internal/only-in-older
    as_ann sh "$folder/install.sh" >/try/log 2>&1 || fail "install.sh over an older version"
    [ ! -e $person/.local/lib/c42desktop/_internal/only-in-older ] || fail "a file of the older version is left"
    commands $person/.local/bin/c42desktop
    step "removed"
    as_ann sh $person/.local/lib/c42desktop/install.sh --uninstall >/try/log 2>&1 || fail "install.sh --uninstall"
    known no
    in_both $person | diff /try/before - >/try/log || fail "not as before"
    step "for everybody"
    find /usr/local | sort >/try/before
    quietly sh "$folder/install.sh" --prefix /usr/local
    commands c42desktop
    known yes
    quietly sh /usr/local/lib/c42desktop/install.sh --uninstall
    find /usr/local | sort | diff /try/before - >/try/log || fail "not as before"
    nothing_left
}

prepare
case $package in
    *.deb) try_deb ;;
    *.tar.gz) try_archive ;;
    *) fail "this is neither a .deb nor a .tar.gz" ;;
esac
! command -v python3 >/dev/null || fail "there is a Python here, so it says nothing"
