"""The shapes of KuCoin's answers, as far as anything is judged by them."""
