"""What a test needs and a machine may lack: skipped with a word on what to install; in CI an error."""

import os
import shutil
from importlib.util import find_spec
from typing import NoReturn

import pytest


def library(name: str, extra: str = "ci") -> None:
    """A library, by import name."""
    if not find_spec(name):
        missing(f"{name} is not installed: it comes with the extra {extra}")


def program(name: str, package: str) -> str:
    """The path of a program that comes with a package of the system."""
    found = shutil.which(name)
    return found or missing(f"{name} is missing: apt-get install {package}")


def missing(what: str) -> NoReturn:
    """Skip the test; in CI fail it."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)  # what is missing, and how to install it
