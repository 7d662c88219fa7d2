"""A look-alike of Kraken's futures REST API, written from its documents alone."""
