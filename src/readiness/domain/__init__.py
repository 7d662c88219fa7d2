"""The words everything else is written in.

Nothing here talks to a network, a file or a terminal, and nothing here imports
another package of the project. Data flows one way: an exchange adapter fills a
:class:`~readiness.domain.snapshot.Snapshot`, the rules turn it into findings,
and a :class:`~readiness.domain.report.Report` carries them to the renderers.
"""
