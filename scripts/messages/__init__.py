"""Collects every sentence that a user can meet, and keeps the catalogues of its translations.

``python -m scripts.messages`` (``make messages``) brings the catalogues up to date. How it
works, and how to translate: ``docs/translating.md``.
"""
