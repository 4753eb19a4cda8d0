"""A short form of `python -m benchmarks.fuzz`, and what longer ones found."""

import pytest

from benchmarks.fuzz import GRAMMARS, run
from cleaners import Cleaner
from schemas import Page


def test_generated_inputs_keep_every_promise() -> None:
    broken, grammars = [], set()
    for number in range(250):
        grammar, what = run(number, seed=7)
        grammars.add(grammar)
        if what:
            broken.append((number, grammar, what))
    assert broken == []
    assert len(grammars) == len(GRAMMARS)


@pytest.mark.parametrize(
    "markup",
    [
        '<img eeimg="1" alt="a\x1b\x00b">',
        '<img src="http://[x/equation?tex=a">',
        '<img src="//[/equation?tex=%00%1b&a=1" alt="\ufffe">',
        '<math alttext="x\x01y">x</math>',
    ],
)
def test_a_formula_of_control_characters_is_no_exception(markup: str) -> None:
    Cleaner().process(Page(body=f"<p>合成文本：渡轮公司换了新船。{markup}</p>".encode()))
