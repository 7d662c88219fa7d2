"""Kraken's spot exchange over its REST API (api.kraken.com)."""
