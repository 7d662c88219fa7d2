"""Kraken's derivatives: an API of their own (``derivatives/api/v3``), under keys of their own."""
