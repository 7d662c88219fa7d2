"""Turns a report of codes and values into what people and programs read.

Nothing is imported here: ``--help`` asks this package which formats exist and must
not pay for the libraries that draw them.
"""
