"""A program that starts another one where nothing can be reached but some servers.

It is started by `unshare --net`, which gives it a network of its own: no route, no neighbour,
only loopback. It opens the sockets for the servers in there and hands them to whoever started
it, who stays outside; then it runs one command after the other, and tells how each ended and
what the kernel has counted in this network meanwhile.

Usage: booth.py FD COUNT PRIVATE - a Unix socket, the number of servers, and 1 if the network is
its own.
"""

from __future__ import annotations

import fcntl
import json
import socket
import struct
import subprocess
import sys
from pathlib import Path
from typing import Final

_SIOCGIFFLAGS: Final = 0x8913
_SIOCSIFFLAGS: Final = 0x8914
_IFF_UP: Final = 1
_IFREQ: Final = "16sh14s"


def _raise_loopback() -> None:
    """A new network's loopback is down."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_:
        asked = struct.pack(_IFREQ, b"lo", 0, b"")
        _, flags, _ = struct.unpack(_IFREQ, fcntl.ioctl(any_, _SIOCGIFFLAGS, asked))
        fcntl.ioctl(any_, _SIOCSIFFLAGS, struct.pack(_IFREQ, b"lo", flags | _IFF_UP, b""))


def _counted() -> dict[str, int]:
    """What the kernel has counted in this network, by protocol and name."""
    found: dict[str, int] = {}
    lines = Path("/proc/self/net/snmp").read_text(encoding="ascii").splitlines()
    for names, values in zip(lines[::2], lines[1::2], strict=True):
        protocol, *columns = names.split()
        found |= {
            f"{protocol}{name}": int(value)
            for name, value in zip(columns, values.split()[1:], strict=True)
        }
    for line in Path("/proc/self/net/snmp6").read_text(encoding="ascii").splitlines():
        name, value = line.split()
        found[f"6:{name}"] = int(value)
    return found


def main(fd: int, servers: int, *, private: bool) -> None:
    """Open the sockets, hand them over, and run what is asked for until nothing is."""
    if private:
        _raise_loopback()
    listening = [socket.create_server(("127.0.0.1", 0)) for _ in range(servers)]
    with socket.socket(fileno=fd) as channel:
        socket.send_fds(channel, [b"+"], [each.fileno() for each in listening])
        for each in listening:
            each.close()
        with channel.makefile("rw", encoding="utf-8") as talk:
            for line in talk:
                ask = json.loads(line)
                before = _counted() if private else {}
                ended = subprocess.run(
                    ask["argv"],
                    env=ask["env"],
                    cwd=ask["cwd"],
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    text=True,
                    check=False,
                )
                after = _counted() if private else {}
                more = {name: after[name] - before.get(name, 0) for name in after}
                told = {"code": ended.returncode, "out": ended.stdout, "err": ended.stderr}
                talk.write(json.dumps({**told, "counted": more}) + "\n")
                talk.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), private=sys.argv[3] == "1")
