"""The compiled dictionaries give what opencc-python-reimplemented gives."""

import random
from importlib import metadata

import pytest
from opencc import OpenCC

from cleaners.normalise.conversion import converter, converter_name, read_dictionary


@pytest.fixture(scope="module")
def port() -> OpenCC:
    return OpenCC("t2s")


def _generated_text() -> str:
    """200,000 characters (合成): every phrase and character of the dictionaries, shuffled, overlapping and cut."""
    rng = random.Random(20261122)
    phrases = [*read_dictionary("TSPhrases.txt")] * 20
    pieces = phrases + [phrase[:-1] for phrase in phrases] + [phrase[1:] for phrase in phrases]
    pieces += [*read_dictionary("TSCharacters.txt")] * 8 + [*read_dictionary("STCharacters.txt")] * 8
    pieces += ["，", "。", "\n", " ", "-", "「", "A", "1", "𠀀", "（"] * 300
    rng.shuffle(pieces)
    return "".join(pieces)


def test_the_output_is_the_ports(port: OpenCC) -> None:
    text = _generated_text()
    assert len(text) > 100_000
    assert converter().convert(text) == port.convert(text)


@pytest.mark.parametrize(
    "text", ["乾乾淨淨乾隆", "由於其一", "據瞭解到", "大目乾連冥間救母變文", "答覆蓋", ""]
)
def test_overlapping_phrases_go_as_in_the_port(text: str, port: OpenCC) -> None:
    assert converter().convert(text) == port.convert(text)


def test_forms_of_hong_kong_that_the_port_leaves(port: OpenCC) -> None:
    assert port.convert("世衞敍枱") == "世衞敍枱"
    assert converter().convert("世衞敍枱") == "世卫叙台"


def test_no_telling_character_is_left_by_a_conversion() -> None:
    left = converter().convert(_generated_text())
    assert converter().traditional_only.isdisjoint(left)


def test_the_name_says_whose_dictionaries_are_used() -> None:
    version = metadata.version("opencc-python-reimplemented")
    assert converter_name() == f"opencc-python-reimplemented {version} t2s"


def test_another_package_that_answers_to_opencc_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = {"opencc": ["opencc-python-reimplemented", "pytest"]}
    monkeypatch.setattr("importlib.metadata.packages_distributions", lambda: installed)
    assert converter_name.__wrapped__().endswith(f"(beside pytest {metadata.version('pytest')}, not used)")
