"""What a service of systemd may not do: all that the tool does not need."""

from typing import Final

NETWORK: Final = "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX"
"""AF_UNIX is for the system log and for whoever resolves names."""

NO_NEW_CODE: Final = "MemoryDenyWriteExecute=yes"
"""Python and the libraries of a scan need no such memory; a program of the user's may."""

FILTERED: Final = (
    "NoNewPrivileges=yes",
    "LockPersonality=yes",
    NETWORK,
    "RestrictNamespaces=yes",
    "RestrictRealtime=yes",
    "RestrictSUIDSGID=yes",
    "SystemCallArchitectures=native",
    "SystemCallErrorNumber=EPERM",
    "SystemCallFilter=@system-service",
    "SystemCallFilter=~@privileged @resources",
)
"""What works for everybody: it needs no power over the machine."""

SYSTEM_ONLY: Final = (
    "CapabilityBoundingSet=",
    "DevicePolicy=closed",
    "PrivateDevices=yes",
    "PrivateTmp=yes",
    "PrivateUsers=yes",
    "ProcSubset=pid",
    "ProtectClock=yes",
    "ProtectControlGroups=yes",
    "ProtectHome=yes",
    "ProtectHostname=yes",
    "ProtectKernelLogs=yes",
    "ProtectKernelModules=yes",
    "ProtectKernelTunables=yes",
    "ProtectProc=invisible",
    "ProtectSystem=strict",
    "RemoveIPC=yes",
)
"""What only the system's own manager can do: it needs namespaces and capabilities."""

HIDDEN: Final = ("/home", "/root", "/run/user", "/tmp", "/var/tmp")  # noqa: S108 - not opened
"""What a service does not see under ``ProtectHome=`` and ``PrivateTmp=``."""
