"""Pure functions from Kraken's rows to what is left in an account."""
