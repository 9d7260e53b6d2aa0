#!/bin/sh
# The bare machine, as its administrator: a network that ends at this machine, a name server, an XMPP server. Then ann.
set -eu
ip link set lo up
mkdir -m 1777 /tmp/.X11-unix

# The server is at another port than usual: only who asks for SRV records finds it.
echo 'nameserver 127.0.0.1' >/etc/resolv.conf
dnsmasq --no-resolv --no-hosts --listen-address=127.0.0.1 --bind-interfaces --user=root --pid-file= \
    --address=/calendars.test/127.0.0.1 --srv-host=_xmpp-client._tcp.calendars.test,calendars.test,15222

mkdir -p /srv/xmpp/data
cd /srv/xmpp
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key.pem -out certificate.pem -subj /CN=calendars.test \
    -addext 'subjectAltName=DNS:calendars.test,DNS:pubsub.calendars.test,IP:127.0.0.1' 2>/dev/null
mkdir -p data/calendars%2etest/accounts
SECRET=$(openssl rand -hex 16)
for name in ann bram; do
    echo "return { [\"password\"] = \"$SECRET\"; };" >"data/calendars%2etest/accounts/$name.dat"
done
chown -R prosody: /srv/xmpp
runuser -u prosody -- prosody --config /try/prosody.cfg.lua -F >/try/prosody.log 2>&1 &

exec runuser -u ann -- env HOME=/home/ann USER=ann SECRET="$SECRET" XDG_RUNTIME_DIR=/run/user/1000 \
    PATH=/home/ann/.local/bin:/usr/local/bin:/usr/bin:/bin dbus-run-session -- sh /try/session.sh
