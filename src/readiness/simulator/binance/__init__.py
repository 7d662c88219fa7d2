"""The Binance look-alike."""
