#!/bin/sh
# Checks the scripts, and what Linux desktops read of us, with those of the tools that are here.
set -eu
CDPATH='' cd -P -- "$(dirname -- "$0")/../.."

# with TOOL ARGUMENT...
with() {
    if command -v "$1" >/dev/null; then
        "$@"
    else
        echo "$1 is not installed: going on without."
    fi
}

with shellcheck -x packaging/*.sh packaging/linux/*.sh packaging/try/*.sh packaging/macos/*.sh
with desktop-file-validate packaging/linux/c42desktop.desktop
with appstreamcli validate --no-net packaging/linux/org.calendar42.c42desktop.metainfo.xml
