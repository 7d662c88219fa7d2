"""The shapes of Bybit's answers, as far as anything is judged by them."""
