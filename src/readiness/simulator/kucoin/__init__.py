"""KuCoin on loopback: its spot and its futures API at one address."""
