"""Which statements about the protocol are proved by which tests, and with which servers."""
