"""The report as the results of a static analysis (SARIF 2.1.0)."""
