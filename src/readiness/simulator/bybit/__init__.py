"""A look-alike of Bybit's v5 API, written from its documents alone."""
