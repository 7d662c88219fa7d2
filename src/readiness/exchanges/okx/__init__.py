"""OKX (API v5): global, EEA and US/AU entities."""
