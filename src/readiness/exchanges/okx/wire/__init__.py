"""The shapes of OKX's answers, as far as anything is judged by them."""
