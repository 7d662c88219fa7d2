"""KuCoin (classic and unified REST APIs, spot and futures hosts): the global site."""
