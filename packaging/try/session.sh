#!/bin/sh
# A person's session with the installed program, from an empty home: keyring, notifications, a calendar that changes.
set -eu

secret=${SECRET:?} # the password of both accounts; in no environment from here on
unset SECRET
node='xmpp:pubsub.calendars.test?;node=team'
deadline=40 # seconds that anything may take
here=/try
cd "$HOME"

fail() {
    exec >&2 # not into a variable
    printf 'FAILED  %s\n' "$*"
    for each in "$here"/*.log; do
        [ ! -s "$each" ] || { echo "--- $each"; tail -n 15 "$each"; }
    done
    exit 1
}
works() { printf 'works   %s\n' "$*"; }

# until_true COMMAND...: waits for it.
until_true() {
    ends=$(($(date +%s) + deadline))
    until "$@" >/dev/null 2>&1; do
        [ "$(date +%s)" -lt "$ends" ] || return 1
        sleep 0.02
    done
}

# run "what for" COMMAND...: must succeed; what it prints is in $output.
run() {
    purpose=$1
    shift
    output=$("$@" 2>"$here/command.log") || fail "$purpose: $* -- $output"
    ! grep -qi traceback "$here/command.log" || fail "$purpose: $*"
}

event() { # event UID TITLE HOUR
    printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//c42desktop//try//EN BEGIN:VEVENT "UID:$1" \
        DTSTAMP:20260101T000000Z "DTSTART:$(date -u -d tomorrow +%Y%m%d)T${3}0000Z" DURATION:PT1H "SUMMARY:$2" \
        END:VEVENT END:VCALENDAR >"$HOME/$1.ics"
}
as_bram() { c42desktop --profile "$HOME/bram" "$@"; }

# ---- What a desktop has running: a screen, a tray, notifications, an unlocked keyring

Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -nolisten local -noreset 3>"$here/display" 2>"$here/xvfb.log" &
until_true test -s "$here/display" || fail "the screen"
DISPLAY=:$(cat "$here/display")
export DISPLAY
printf unlocked | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>"$here/keyring.log"
stdbuf -oL dunst -print >"$here/notifications.log" 2>"$here/dunst.log" &
trayer --edge top >"$here/trayer.log" 2>&1 &

# The window is larger than the icon in the tray.
sees() { xdotool search --onlyvisible --class c42desktop getwindowgeometry %@ | grep -q "Geometry: $1x"; }
wait_for_window() { until_true sees '[0-9][0-9][0-9][0-9]*' || fail "no window appeared"; }

# ---- What it is, and how long it takes to start

program=$(readlink -f "$(command -v c42desktop)")
folder=$(dirname "$program")

missing=$(find "$folder" -name '*.so*' -type f -exec env LD_LIBRARY_PATH="$folder/_internal" ldd {} + | grep 'not found' | sort -u)
[ -z "$missing" ] || fail "libraries are missing: $missing"
works "finds every library that it is linked to"

# The files of the program leave the memory again: as after switching the machine on, but for the system's own.
forget() { find "$folder" -type f -exec dd if={} iflag=nocache count=0 status=none ';'; }
now() { date +%s%N; }
median() { sort -n | sed -n 3p | awk '{ printf "%.2f s", $1 / 1e9 }'; } # of five

version() {
    begin=$(now)
    c42desktop --version >"$here/version"
    echo $(($(now) - begin))
}
first_window() {
    begin=$(now)
    c42desktop --profile "$HOME/measured" >>"$here/measured.log" 2>&1 &
    wait_for_window
    echo $(($(now) - begin))
    kill $!
    wait $! || true
}
five() { # five MEASURE [BEFORE]
    for _ in 1 2 3 4 5; do
        ${2:-true}
        $1
    done >"$here/times"
    median <"$here/times"
}
printf 'Size: %s MB in %s.\n' "$(du -sb "$folder" | awk '{ printf "%.0f", $1 / 1e6 }')" "$folder"
version >/dev/null
cold=$(five version forget)
warm=$(five version)
printf 'Start, median of five: --version cold %s, warm %s; ' "$cold" "$warm"
first_window >/dev/null # makes the profile
cold=$(five first_window forget)
warm=$(five first_window)
printf 'first window cold %s, warm %s.\n' "$cold" "$warm"
! grep -qi 'traceback\|could not\|cannot' "$here/measured.log" || fail "starting it without an account"

# ---- The command line

until_true sh -c 'ss -ltn | grep -q :15222' || fail "the XMPP server"
run "its own Dutch texts" env LANGUAGE=nl c42desktop --help
case $output in *vertellen*) works "speaks Dutch" ;; *) fail "it does not speak Dutch: $output" ;; esac
event standup Stand-up 09
run "reading a file" c42desktop decode standup.ics --json
case $output in *Stand-up*) works "reads a calendar file" ;; *) fail "reading a file: $output" ;; esac

# ---- An account, found through SRV records; its password in the keyring and nowhere else

printf '%s\n' "$secret" >"$HOME/given"
run "adding Bram" as_bram account add bram@calendars.test --ca-file /srv/xmpp/certificate.pem --password-stdin <"$HOME/given"
run "publishing" as_bram publish "$node" standup.ics
run "adding Ann" c42desktop account add ann@calendars.test --ca-file /srv/xmpp/certificate.pem --password-stdin <"$HOME/given"
rm "$HOME/given"
works "signs in with TLS, to a server that DNS names (SRV)"
run "subscribing" c42desktop subscribe "$node"
works "took the password from the keyring"
secret-tool search --all service c42desktop username ann@calendars.test 2>&1 | grep -q "$secret" || fail "the keyring does not have the password"
# shellcheck disable=SC2086 # options
for way in "websocket --url wss://127.0.0.1:5281/xmpp-websocket" "bosh --url https://127.0.0.1:5281/http-bind" "automatic --url="; do
    run "over $way" c42desktop account edit ann@calendars.test --way $way
done
works "signs in over WebSocket and over BOSH"

# ---- A push: as a line in a terminal, then as a notification of the desktop

c42desktop watch >"$here/watch.log" 2>&1 &
watching=$!
until_true grep -q . "$here/watch.log" || fail "watch did not begin"
event lunch "Team lunch" 11
run "publishing" as_bram publish "$node" lunch.ics
until_true grep -q "Team lunch" "$here/watch.log" || fail "no line was printed for the change"
works "prints a line for a change: $(grep -m 1 'Team lunch' "$here/watch.log")"
kill -INT $watching
wait $watching || true

c42desktop -v >"$here/window.log" 2>&1 &
window=$!
wait_for_window
until_true grep -rqF 'ann@calendars.test: online' "$HOME/.local/state/c42desktop" || fail "the window did not sign in"
event review "Design review" 14
until_true sees '[0-9][0-9]' || fail "there is no icon in the tray"
works "shows its window and its icon in the tray"
begin=$(now)
run "publishing" as_bram publish "$node" review.ics
until_true grep -q "Design review" "$here/notifications.log" || fail "no notification was shown for the change"
works "shows a notification for a change ($(awk -v t=$(($(now) - begin)) 'BEGIN { printf "%.1f", t / 1e9 }') s with publishing)"
xwd -root -silent >"$here/window.xwd" 2>/dev/null || true # to be looked at; it fails where something moves
kill -TERM $window
wait $window || fail "it did not end well: exit code $?"
! grep -qi traceback "$here/window.log" || fail "the window had a traceback to tell"

# ---- An update while it runs puts another file where its own was

cp -a "$folder" "$HOME/updated"
"$HOME/updated/c42desktop" >"$here/updated.log" 2>&1 &
window=$!
wait_for_window
: >"$HOME/other"
mv "$HOME/other" "$HOME/updated/c42desktop"
largest() {
    for each in $(xdotool search --onlyvisible --class c42desktop); do
        ! xdotool getwindowgeometry "$each" | grep -q 'Geometry: [0-9][0-9][0-9][0-9]*x' || echo "$each"
    done
}
xdotool windowfocus "$(largest)" key ctrl+comma
until_true xdotool search --onlyvisible --name '^Preferences' || fail "updated while it runs, it opens no dialog any more"
kill -TERM $window
wait $window || fail "updated while it runs, it did not end well"
rm -rf "$HOME/updated"
works "goes on where an update replaces it"

# ---- Wayland

weston --backend=headless-backend.so --socket=wayland-try --idle-time=0 >"$here/weston.log" 2>&1 &
until_true test -S "$XDG_RUNTIME_DIR/wayland-try" || fail "Weston"
WAYLAND_DISPLAY=wayland-try QT_QPA_PLATFORM=wayland WAYLAND_DEBUG=1 c42desktop >"$here/wayland.log" 2>&1 &
window=$!
until_true grep -q 'xdg_toplevel.*set_title' "$here/wayland.log" || fail "no window on Wayland"
works "opens its window on Wayland"
kill -TERM $window
wait $window || fail "it did not end well on Wayland"

# ---- The demo, which starts a Prosody of its own out of the package

c42desktop demo --terminal --every 1 >"$here/demo.log" 2>&1 &
demo=$!
until_true grep -q '^[0-9][0-9]:[0-9][0-9]:[0-9][0-9]  ' "$here/demo.log" || fail "the demo has no change to tell"
works "plays the demo, with a server of its own"
kill -INT $demo
wait $demo || true
! grep -qi traceback "$here/demo.log" || fail "the demo ended with a traceback"

# ---- Nothing is left where it should not be

# The server's own folder is not looked through. The keyring's file is: it is encrypted.
! grep -rqF "$secret" "$HOME" "$here" 2>/dev/null || fail "the password is in a file: $(grep -rlF "$secret" "$HOME" "$here")"
works "the password is in the keyring, and in no file"
! command -v python3 >/dev/null || fail "there is a Python"
works "all of this without Python on the machine"
