"""No two labels of one line exchange their values, whatever blanks, colons, bars and script the line is set in."""

from hypothesis import given
from hypothesis import strategies as st

from cleaners.lexicon import fold
from cleaners.normalise.conversion import read_dictionary
from tests.cleaners.metadata.pages import page, read

FIELDS = {
    "source": ("来源", ("河岸日报", "云溪周刊", "某某晚报")),
    "author": ("作者", ("王小明", "欧阳云溪", "李大为")),
    "reporter": ("记者", ("赵知夏", "周青禾")),
    "photographer": ("摄影", ("孙晓岚", "钱清越")),
    "editor": ("责任编辑", ("张砚秋", "陈三丰")),
    "proofreader": ("校对", ("林怀瑾", "吴桂兰")),
}
"""Field to its label and to values that no other label has."""
MARKS = [":", "：", "／", "/", "|", "｜", " ：", ": ", "： ", " / ", "︰"]
BETWEEN = [" ", "  ", "\u3000", "\u00a0", " | ", "\u3000\u3000", "; "]
TRADITIONAL = str.maketrans(
    {key: values[0] for key, values in read_dictionary("STCharacters.txt").items() if len(values[0]) == 1}
)
CHOSEN = st.fixed_dictionaries({name: st.sampled_from(values) for name, (_, values) in FIELDS.items()})
ORDER = st.permutations(list(FIELDS)).flatmap(
    lambda names: st.integers(2, len(names)).map(lambda n: names[:n])
)


def found(line: str) -> dict[str, list[str]]:
    """Field to what the page gives for it, in Simplified characters."""
    metadata = read(page(byline=f"<p>2019-11-25 18:57 {line}</p>")).metadata
    values: dict[str, list[str]] = {"source": [fold(str(metadata["source"]))] if metadata["source"] else []}
    credits = metadata["credits"]
    for credit in credits if isinstance(credits, tuple) else ():
        values.setdefault(credit.role.value, []).append(fold(credit.name))
    return values


@given(ORDER, CHOSEN, st.data(), st.booleans())
def test_every_label_keeps_its_value(
    names: list[str], values: dict[str, str], data: st.DataObject, traditional: bool
) -> None:
    mark, between = data.draw(st.sampled_from(MARKS)), data.draw(st.sampled_from(BETWEEN))
    line = between.join(f"{FIELDS[name][0]}{mark}{values[name]}" for name in names)
    given = found(line.translate(TRADITIONAL) if traditional else line)
    assert {name: given.get(name) for name in names} == {name: [fold(values[name])] for name in names}


@given(ORDER, CHOSEN, st.data(), st.booleans())
def test_no_label_has_the_value_of_another(
    names: list[str], values: dict[str, str], data: st.DataObject, traditional: bool
) -> None:
    """Each label set in a way of its own: one may be lost, none may be exchanged."""
    marks = data.draw(st.lists(st.sampled_from([*MARKS, " ", ""]), min_size=len(names), max_size=len(names)))
    between = data.draw(
        st.lists(st.sampled_from([*BETWEEN, "", "，"]), min_size=len(names), max_size=len(names))
    )
    parts = zip(names, marks, between, strict=True)
    line = "".join(f"{FIELDS[name][0]}{mark}{values[name]}{gap}" for name, mark, gap in parts)
    given = found(line.translate(TRADITIONAL) if traditional else line)
    owners = {fold(values[name]): name for name in names}
    wrong = [(name, value) for name, got in given.items() for value in got if owners.get(value, name) != name]
    assert wrong == []
