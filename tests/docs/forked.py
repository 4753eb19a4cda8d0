"""`qingwen` and `scrapy` of the shell's examples, each in a fork of a process that has imported them."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingUnixStreamServer
from tempfile import TemporaryDirectory
from threading import Thread

from tests import forks

_ASK = """
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as server:
    server.connect(sys.argv[1])
    server.sendall(json.dumps([sys.argv[2:], os.getcwd(), dict(os.environ), os.getpid()]).encode() + b"\\n")
    sys.exit(int(server.makefile().readline() or 70))
"""


@contextmanager
def commands() -> Iterator[str]:
    """A folder for PATH that holds both. They are what asks for the fork, and end as it does."""
    with TemporaryDirectory(prefix="forked-") as folder:  # a socket's path is short
        socket, ask = Path(folder, "socket"), Path(folder, "ask.py")
        ask.write_text(_ASK)
        for name, module in (("qingwen", "crawler.cli"), ("scrapy", "scrapy")):
            command = Path(folder, name)
            command.write_text(f'#!/bin/sh\nexec {sys.executable} -I -S {ask} {socket} {module} "$@"\n')
            command.chmod(0o755)
        with ThreadingUnixStreamServer(str(socket), _Handler) as server:
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
            yield folder
            server.shutdown()


class _Handler(StreamRequestHandler):
    """One command: its words, its folder, its environment, and the process whose streams it has."""

    def handle(self) -> None:
        words, cwd, environment, asking = json.loads(self.rfile.readline())
        given, out, err = (Path(f"/proc/{asking}/fd/{number}") for number in range(3))
        command = [sys.executable, "-m", *words]
        process = forks.start(command, cwd=Path(cwd), env=environment, given=given, out=out, err=err)
        process.join()
        self.wfile.write(f"{process.exitcode}\n".encode())
