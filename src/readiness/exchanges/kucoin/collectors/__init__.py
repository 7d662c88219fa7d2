"""From rows to items: pure readers that never drop what they cannot read."""
