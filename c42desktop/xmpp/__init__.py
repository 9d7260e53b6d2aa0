"""One account's connection to its XMPP server. The only package that imports slixmpp."""
