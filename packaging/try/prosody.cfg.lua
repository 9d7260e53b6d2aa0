-- The XMPP server of one try; packaging/try/machine.sh makes its folder.
data_path = "/srv/xmpp/data"
pidfile = "/srv/xmpp/prosody.pid"
interfaces = { "127.0.0.1" }
c2s_ports = { 15222 }
s2s_ports = { }
http_ports = { }
https_ports = { 5281 }
http_default_host = "calendars.test"
c2s_require_encryption = true
authentication = "internal_plain"
storage = "internal"
log = { { levels = { min = "warn" }, to = "console" } }
ssl = { certificate = "/srv/xmpp/certificate.pem"; key = "/srv/xmpp/key.pem"; }
modules_enabled = {
  "roster"; "saslauth"; "tls"; "disco"; "ping"; "pep"; "smacks"; "presence"; "message"; "iq"; "bosh"; "websocket";
}
modules_disabled = { "s2s"; "offline"; }
VirtualHost "calendars.test"
  disco_items = { { "pubsub.calendars.test", "Calendars" } }
Component "pubsub.calendars.test" "pubsub"
  admins = { "bram@calendars.test" }
  autocreate_on_publish = true
