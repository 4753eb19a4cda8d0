"""What the packages import is what pyproject.toml declares."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
OURS = {"cleaners", "crawler", "schemas"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# Come with scrapy and pyspark: parts of their public interfaces, and what undoes a content encoding.
THROUGH_OTHERS = {"brotli", "itemadapter", "py4j", "twisted", "w3lib"}
# Imported by nobody: it mends trafilatura's own requirement.
FOR_OTHERS = {"lxml-html-clean"}


def names(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in requirements}


def imported() -> Iterator[tuple[Path, str]]:
    """Files and the top-level modules that they import, at once or later."""
    for path in (path for package in sorted(OURS) for path in (ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name.split(".")[0]) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield path, node.module.split(".")[0]


installed = cache(packages_distributions)


def distributions(module: str) -> set[str]:
    return {canonicalize_name(name) for name in installed().get(module, [module])}


def test_every_import_is_declared() -> None:
    extras = [
        line
        for extra, lines in PROJECT["optional-dependencies"].items()
        if extra not in ("dev", "ci")
        for line in lines
    ]
    declared = names([*PROJECT["dependencies"], *extras]) | THROUGH_OTHERS
    known = OURS | sys.stdlib_module_names | {"_typeshed"}  # the type checker's own
    strangers = [
        pair for pair in imported() if pair[1] not in known and not distributions(pair[1]) & declared
    ]
    assert not strangers


def test_every_dependency_is_imported() -> None:
    used = {name for _, module in imported() for name in distributions(module)}
    assert names(PROJECT["dependencies"]) - FOR_OTHERS <= used


def test_every_dependency_has_a_lower_bound() -> None:
    lines = [
        *PROJECT["dependencies"],
        *(line for extra in PROJECT["optional-dependencies"].values() for line in extra),
    ]
    others = [line for line in lines if Requirement(line).name != PROJECT["name"]]
    assert all(any(part.operator == ">=" for part in Requirement(line).specifier) for line in others)
