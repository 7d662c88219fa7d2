"""From findings to the steps that lead to a closed account, in the order in which to go them."""
