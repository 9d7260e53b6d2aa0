#!/bin/sh
# Installs c42desktop, and removes it again. The folder that this is in can be deleted afterwards.
#
#     sh install.sh                              for you, in ~/.local
#     sudo sh install.sh --prefix /usr/local     for everybody who uses this computer
#     sh ~/.local/lib/c42desktop/install.sh --uninstall
#
# Your calendars and settings stay where they are, also when it is removed.
set -eu

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

CDPATH='' here=$(cd -P -- "$(dirname -- "$0")" && pwd)
action=install
prefix=''
while [ $# -gt 0 ]; do
    case $1 in
        --prefix)
            [ $# -gt 1 ] || fail "--prefix needs a folder."
            prefix=$2
            shift
            ;;
        --prefix=*) prefix=${1#*=} ;;
        --uninstall) action=uninstall ;;
        -h | --help)
            sed -n '2,8s/^# \{0,1\}//p' "$0"
            exit 0
            ;;
        *) fail "install.sh does not know $1: sh install.sh [--prefix FOLDER] [--uninstall]" ;;
    esac
    shift
done

# ---- Where: in a prefix or, for one person, where the desktop looks for that person's programs

installed_here=''
[ ! -e "$here/installed" ] || installed_here=yes
share=''
if [ -n "$prefix" ]; then
    case $prefix in
        /*) ;;
        *) prefix=$PWD/$prefix ;;
    esac
elif [ "$installed_here" ]; then
    prefix=${here%/lib/c42desktop}
else
    [ -n "${HOME:-}" ] || fail "There is no home folder to install into: choose a folder with --prefix."
    [ -z "${SUDO_USER:-}" ] || fail "For yourself run this without sudo, for everybody with --prefix /usr/local."
    prefix=$HOME/.local
    share=${XDG_DATA_HOME:-}
fi
prefix=${prefix%/}
share=${share:-$prefix/share}
program=$prefix/lib/c42desktop
command=$prefix/bin/c42desktop
list=$program/installed # the files beside the program, and with a / at their ends the folders that were made for them

# ---- What both need

is_running() {
    real=$(cd -P -- "$program" 2>/dev/null && pwd) || return 1
    for each in /proc/[0-9]*/exe; do
        case $(readlink "$each" 2>/dev/null) in
            "$real/c42desktop"*) return 0 ;;
        esac
    done
    return 1
}

remove_files() {
    grep -v '/$' "$1" | while IFS= read -r path; do rm -f -- "$path"; done
}

# Those that are empty again, the innermost first.
remove_folders() {
    grep '/$' "$1" | sort -r | while IFS= read -r path; do rmdir -- "$path" 2>/dev/null || true; done
}

# Which program opens what is read from a list of all of them. Icons are found without one; where there is one, what is
# not in it does not exist.
refresh() {
    if command -v update-desktop-database >/dev/null && [ -d "$share/applications" ]; then
        update-desktop-database -q "$share/applications" 2>/dev/null || true
    fi
    if [ -d "$share/icons/hicolor" ]; then
        touch -c -- "$share/icons/hicolor" 2>/dev/null || true
    fi
    if command -v gtk-update-icon-cache >/dev/null && [ -e "$share/icons/hicolor/icon-theme.cache" ]; then
        gtk-update-icon-cache -qft "$share/icons/hicolor" 2>/dev/null || true
    fi
}

# ---- Removing

uninstall() {
    [ -f "$list" ] || fail "c42desktop is not in $prefix, or was not put there by this script."
    if ! [ -w "$program" ] || ! [ -w "$prefix/lib" ]; then
        fail "$prefix/lib cannot be written: remove c42desktop as whoever installed it."
    fi
    ! is_running || fail "c42desktop is running: quit it first (Quit in the menu of its tray icon)."
    share=$(sed -n 's|/applications/c42desktop.desktop$||p' "$list")
    kept=$(mktemp)
    cp -- "$list" "$kept"
    remove_files "$kept"
    refresh
    # The list of an empty folder.
    [ "$(ls -A -- "$share/applications" 2>/dev/null)" != mimeinfo.cache ] || rm -f -- "$share/applications/mimeinfo.cache"
    rm -rf -- "$program"
    remove_folders "$kept"
    rm -f -- "$kept"
    say "c42desktop is removed. Calendars and settings stay, in ~/.local/share/c42desktop and ~/.config/c42desktop."
}

# ---- Installing

check() {
    [ -x "$here/lib/c42desktop/c42desktop" ] || fail "The program is not beside install.sh: unpack the whole archive."
    case $prefix in
        *[\"\`\$\\%]* | *"
"*) fail "A menu cannot start programs in a folder of that name: choose another one with --prefix." ;;
    esac
    "$here/lib/c42desktop/c42desktop" --version >/dev/null || fail "c42desktop does not run on this computer (see above)."
    for path in "$command" "$program"; do
        if { [ -e "$path" ] || [ -L "$path" ]; } && [ ! -f "$list" ]; then
            fail "$path is there already, and not from this script."
        fi
    done
}

# make_folder FOLDER: made where it is not there yet, and noted.
make_folder() {
    [ ! -d "$1" ] || return 0
    make_folder "$(dirname -- "$1")"
    mkdir -- "$1" 2>/dev/null || fail "Cannot write in $(dirname -- "$1"): choose another folder with --prefix."
    printf '%s/\n' "$1" >>"$notes"
}

# put SOURCE TARGET
put() {
    make_folder "$(dirname -- "$2")"
    printf '%s\n' "$2" >>"$notes"
    cp -- "$1" "$2" 2>"$scratch/why" || fail "$(cat "$scratch/why")"
}

copy_program() {
    make_folder "$prefix/lib"
    [ -w "$prefix/lib" ] || fail "Cannot write in $prefix/lib: choose another folder with --prefix."
    rm -rf -- "$program.new"
    cp -RP -- "$here/lib/c42desktop" "$program.new" 2>"$scratch/why" || fail "$(tail -n 1 "$scratch/why")"
    cp -- "$here/install.sh" "$program.new/" 2>"$scratch/why" || fail "$(cat "$scratch/why")"
}

# Menus start a program by its whole path: not every session has ~/.local/bin among its own.
with_whole_path() {
    while IFS= read -r line; do
        case $line in
            Exec=c42desktop*) printf 'TryExec=%s\nExec="%s"%s\n' "$command" "$command" "${line#Exec=c42desktop}" ;;
            *) printf '%s\n' "$line" ;;
        esac
    done
}

describe() {
    (cd "$here/share" && find . -type f) | sed 's|^\./||' | sort >"$scratch/files"
    with_whole_path <"$here/share/applications/c42desktop.desktop" >"$scratch/entry"
    while IFS= read -r file; do
        case $file in
            applications/c42desktop.desktop) put "$scratch/entry" "$share/$file" ;;
            *) put "$here/share/$file" "$share/$file" ;;
        esac
    done <"$scratch/files"
}

# What an older version brought and this one does not have.
forget_old() {
    [ -f "$list" ] || return 0
    grep '/$' "$list" >>"$notes" || true
    grep -vxF -f "$notes" "$list" >"$scratch/gone" || true
    remove_files "$scratch/gone"
}

# The new one takes the place of the old one in a moment.
exchange() {
    make_folder "$prefix/bin"
    printf '%s\n' "$command" >>"$notes"
    forget_old
    cp -- "$notes" "$program.new/installed" 2>"$scratch/why" || fail "$(cat "$scratch/why")"
    rm -rf -- "$program.old"
    [ ! -e "$program" ] || mv -- "$program" "$program.old"
    mv -- "$program.new" "$program"
    ln -sfn ../lib/c42desktop/c42desktop "$command"
    rm -rf -- "$program.old"
}

# Also where it was cut short: what is not whole goes again.
leave() {
    rm -rf -- "$program.new"
    if [ ! -f "$list" ]; then
        remove_files "$notes" || true
        remove_folders "$notes" || true
    fi
    rm -rf -- "$scratch"
}

install() {
    check
    running=''
    ! is_running || running=yes
    scratch=$(mktemp -d)
    notes=$scratch/installed
    : >"$notes"
    trap leave EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    copy_program
    describe
    exchange
    refresh
    say "c42desktop is installed: it is in the menu, and $command starts it too."
    [ -z "$running" ] || say "It is running still as it was: quit it (Quit in the menu of its tray icon) and start it again."
    say "To remove it: sh $program/install.sh --uninstall"
}

if [ "$action" = uninstall ]; then
    uninstall
elif [ "$installed_here" ]; then
    fail "This one is installed already. To remove it: sh $here/install.sh --uninstall"
else
    install
fi
