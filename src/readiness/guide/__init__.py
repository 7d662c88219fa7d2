"""Closing an account at an exchange, step by step, as its policy has it: statements with sources.

A policy is put into sections once (:mod:`readiness.guide.sections`), and each format draws
those. Nothing is judged here, and nothing is left out: what is not known is told as well.
"""
