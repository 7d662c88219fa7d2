"""The one door out: allow-list, rate limits, retries, redaction.

Only this package touches a socket. What may pass is decided by exact routes, which
an exchange's catalogue hands over; everything else is refused before a connection
is opened.
"""
