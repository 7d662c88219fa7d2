"""Bybit API v5: the global exchange and its regional companies, which share it."""
