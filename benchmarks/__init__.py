"""Measures readiness side by side with plain ccxt, on the embedded exchange simulator.

``python -m benchmarks`` prints ratios: seconds differ from machine to machine, and what
the exchange's published limits allow does not.
"""
