"""Judges links: is this an official host of an exchange, a trap, or unknown?

Nothing here looks anything up: the answer is made of the link, the text it stands in, and
what is known of exchanges. "Unknown" is never "fine".
"""
