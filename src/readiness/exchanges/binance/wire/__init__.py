"""The shapes of Binance's answers, as far as anything is judged by them."""
