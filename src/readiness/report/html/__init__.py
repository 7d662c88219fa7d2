"""The report as a page to look at: one file, no script, nothing loaded from anywhere.

What is on the page is decided in the view models of this package, in Python; templates
arrange it and decide nothing. Every text leaves through one place (``render.py``) that
writes out what could move or hide other text, and is escaped after that.
"""
