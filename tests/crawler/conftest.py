"""Chinese sentences are those of this checkout, whatever is installed."""

from pathlib import Path

from hatch_build import compile_sentences

compile_sentences(Path(__file__).parents[2])
