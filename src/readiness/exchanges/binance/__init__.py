"""Binance (binance.com): spot, margin, futures, options and portfolio margin behind one key."""
