"""A look-alike of Kraken's spot REST API, written from its documents alone."""
