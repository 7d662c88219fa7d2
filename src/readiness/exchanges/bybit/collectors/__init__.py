"""Pure readers: rows of an answer in, domain items out. They never judge and never drop."""
