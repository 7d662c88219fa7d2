"""From rows to items. Pure; nothing here asks, and nothing here drops what it cannot read."""
