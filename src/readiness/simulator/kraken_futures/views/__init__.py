"""Answers that are computed from the state of an account."""
