#!/bin/sh
# The packages for Linux, made of dist/c42desktop: a .deb where dpkg-deb is, and a .tar.gz with an install script. Of the
# same sources and the same bundle they are the same to the byte. packaging/sbom.py writes their checksums.
#
#     sh packaging/linux/build.sh [FOLDER]    into FOLDER instead of dist
set -eu
CDPATH='' cd -P -- "$(dirname -- "$0")/../.."

to=${1:-dist}
python=${PYTHON:-build/venv/bin/python}
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

[ -x dist/c42desktop/c42desktop ] || fail "There is no dist/c42desktop yet: run make package."
mkdir -p "$to"
# The time of the sources is that of the package: of the last commit or, without git, of the changelog.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}
QT_QPA_PLATFORM=offscreen # draws the icons
export SOURCE_DATE_EPOCH QT_QPA_PLATFORM

rm -f "$to"/c42desktop_*.deb "$to"/c42desktop-*.tar.gz "$to"/*.cdx.json "$to"/SHA256SUMS
if command -v dpkg-deb >/dev/null; then
    "$python" packaging/linux/deb.py --to "$to"
else
    echo "No .deb: dpkg-deb is not here."
fi
"$python" packaging/linux/portable.py --to "$to"
for each in "$to"/c42desktop_*.deb "$to"/c42desktop-*.tar.gz; do
    [ ! -f "$each" ] || printf '%s: %s MB\n' "$each" "$(($(wc -c <"$each") / 1000000))"
done
