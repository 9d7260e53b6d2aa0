"""The ways to a server other than TCP: WebSocket (RFC 7395) and BOSH (XEP-0124, XEP-0206)."""
