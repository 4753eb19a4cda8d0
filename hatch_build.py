"""Compiles cleaners/_compiled.pyx where there is a C compiler; without one the package is all Python, and slower."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import lxml
from Cython.Build import cythonize
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from setuptools import Distribution, Extension
from setuptools.errors import BaseError, CCompilerError

_MODULE = "cleaners._compiled"


class CompiledLoops(BuildHookInterface):
    """For wheels, and for editable installations, where the module is put beside its source."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self._folder = TemporaryDirectory()
        source = Path(self.root, *_MODULE.split(".")).with_suffix(".pyx")
        try:
            module = _compile(source, self._folder.name)
        except (BaseError, CCompilerError) as error:
            self.app.display_warning(f"not compiled, a page will take a quarter to a half longer: {error}")
            return
        if version == "editable":
            _put(module, source.with_name(module.name))
        else:
            build_data["force_include"][str(module)] = f"cleaners/{module.name}"
            build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        self._folder.cleanup()


def _compile(source: Path, folder: str) -> Path:
    extension = Extension(_MODULE, [str(source)], include_dirs=lxml.get_include())
    modules = cythonize([extension], build_dir=folder, quiet=True)
    command = Distribution({"name": "qingwen", "ext_modules": modules}).get_command_obj("build_ext")
    command.build_lib = command.build_temp = folder
    command.ensure_finalized()
    command.run()
    return Path(command.get_ext_fullpath(_MODULE))


def _put(module: Path, place: Path) -> None:
    """In one step: a process that runs the old one keeps it."""
    fresh = place.with_suffix(".new")
    fresh.write_bytes(module.read_bytes())
    fresh.replace(place)
