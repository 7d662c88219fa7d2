"""Changes the code in small ways, one at a time, and tells which of them no test notices."""
