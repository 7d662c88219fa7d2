"""English for every code a report can carry, as plain data."""
