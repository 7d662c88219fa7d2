"""A look-alike of OKX's API v5, read-only, written from its published documents."""
