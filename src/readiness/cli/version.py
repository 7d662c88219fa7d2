"""The version of the tool, as it is shown and reported."""


def tool_version() -> str:
    """The installed version; a source tree that was never installed has none."""
    from importlib.metadata import PackageNotFoundError

    try:
        from readiness import __version__
    except PackageNotFoundError:
        return "0+unknown"
    return __version__
