#!/bin/sh
# Makes dist/c42desktop-VERSION-macos-ARCH.dmg of dist/c42desktop.app, which `make package` leaves on macOS.
#
#     sh packaging/macos/dmg.sh
#
# CODESIGN_IDENTITY names a "Developer ID Application" certificate in the keychain, NOTARY_PROFILE what was kept by
# `xcrun notarytool store-credentials`. Without them it is made all the same, and macOS warns whoever opens it.
set -euf
CDPATH='' cd -P -- "$(dirname -- "$0")/../.."

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

app=dist/c42desktop.app
[ "$(uname -s)" = Darwin ] || fail "Only macOS makes a disk image for macOS."
[ -d "$app" ] || fail "$app is missing: make package makes it."

version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' c42desktop/__init__.py)
image=dist/c42desktop-$version-macos-$(uname -m).dmg
staging=$(mktemp -d "${TMPDIR:-/tmp}/c42desktop.XXXXXX")
trap 'rm -rf "$staging"' EXIT

# sign FILE...: with a time that the certificate's end does not end.
sign() {
    codesign --force --timestamp --options runtime --entitlements packaging/macos/entitlements.plist \
        --sign "$CODESIGN_IDENTITY" "$@"
}

if [ -n "${CODESIGN_IDENTITY:-}" ]; then
    # From the inside out: the signature of the whole covers those of its parts.
    find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' -o -perm -u+x \) ! -path "$app/Contents/MacOS/c42desktop" |
        while IFS= read -r file; do
            case $(file -b "$file") in Mach-O*) sign "$file" ;; esac
        done
    sign "$app"
    codesign --verify --deep --strict "$app"
else
    # What was put into it after PyInstaller had signed it has made that signature wrong.
    codesign --force --deep --sign - "$app"
    say "CODESIGN_IDENTITY is not set, so $app is not signed by anybody: macOS warns whoever opens it."
fi

cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
hdiutil create -quiet -ov -volname c42desktop -srcfolder "$staging" -fs HFS+ -format UDZO "$image"

if [ -z "${CODESIGN_IDENTITY:-}" ]; then
    :
elif [ -n "${NOTARY_PROFILE:-}" ]; then
    codesign --force --timestamp --sign "$CODESIGN_IDENTITY" "$image"
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
else
    codesign --force --timestamp --sign "$CODESIGN_IDENTITY" "$image"
    say "NOTARY_PROFILE is not set, so $image is not known to Apple: macOS warns whoever opens it."
fi
say "$image: $(du -h "$image" | cut -f1)"
