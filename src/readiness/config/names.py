"""What an account's name becomes elsewhere."""


def env_prefix(account: str) -> str:
    """The beginning of an account's environment variables: ``READINESS_OKX_MAIN_``."""
    plain = "".join(
        letter if letter.isascii() and letter.isalnum() else "_" for letter in account.upper()
    )
    return f"READINESS_{plain}_"


def env_name(account: str, field: str) -> str:
    """The environment variable of one credential field."""
    return env_prefix(account) + field.upper()
