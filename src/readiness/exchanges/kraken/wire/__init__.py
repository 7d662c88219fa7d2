"""The shapes of Kraken's rows, as far as anything is judged by them."""
