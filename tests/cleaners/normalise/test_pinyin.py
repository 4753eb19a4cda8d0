"""Inserted readings: taken out where a machine put them, left where an author did. All longer texts are synthetic (合成)."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.normalise import strip_pinyin
from cleaners.normalise.pinyin import restore
from cleaners.normalise.pinyin.table import READINGS
from tests.cleaners.normalise.spoiler import spoil

MIRROR = "全區(qū)農(nóng)業(yè)發(fā)展，產(chǎn)業(yè)聯(lián)合。"
"""A page that convicts its mirror; put before a short case."""
CLEAN = "全區農業發展，產業聯合。"

TRADITIONAL = (
    "（合成）區域經濟報導：鎮上的農業協會開了一次會議，討論產品的銷售和運輸。當地更多農民參加，"
    "他們認為市場價格穩定，網絡銷售帶動了鄉村發展。統計局數據顯示，全縣農產品產量比去年增長17.9%。\n"
    "負責人說，當地群眾對環境保護的認識提高了，學校還開設了實驗課程，請醫護人員講解預防知識。"
    "發展狀況良好，計劃明年建立兩個服務中心，讓更多農民得到幫助。"
)


def test_readings_are_taken_out() -> None:
    result = strip_pinyin(MIRROR)
    assert result.text == CLEAN
    assert (result.removed, result.repaired, result.garbled) == (7, 0, False)


def test_markup_around_the_text_stays() -> None:
    page = '<p class="c(fā)" title="區(qū)"><b>農(nóng)</b>業(yè)<i>(fā)</i></p>'
    assert (
        strip_pinyin(MIRROR + page).text == CLEAN + '<p class="c(fā)" title="區"><b>農</b>業<i>(fā)</i></p>'
    )


def test_a_reading_behind_an_ascii_letter_that_completes_a_character_of_the_table() -> None:
    assert strip_pinyin(MIRROR + "表現(xiàn)不同，F(xiàn)ace").text == CLEAN + "表現不同，Face"


def test_a_pair_beyond_the_table_is_learnt_from_its_page() -> None:
    assert strip_pinyin(MIRROR + "談(tán)判，會談(tán)").text == CLEAN + "談判，會談"


@pytest.mark.parametrize("text", ["談(tán)判", "談(tán)判，會談", "談(tán)判，會談(dàn)", "亳(bó)州"])
def test_a_pair_beyond_the_table_is_left_when_in_doubt(text: str) -> None:
    assert strip_pinyin(MIRROR + text).text == CLEAN + text


def test_the_second_generator_leaves_a_blank_and_annotates_anything() -> None:
    text = "媽(mā )媽說這是我的(de )關系(xì )，導(dǎo)(dǎo )致一(yī )個后果(guǒ )。"
    assert strip_pinyin(MIRROR + "導(dǎo)" + text).text == CLEAN + "導媽媽說這是我的關系，導致一個后果。"


@pytest.mark.parametrize(
    "text",
    [
        "重(chóng)庆的盱眙(xū yí)，亳(bó)州，六(lù)安，安徽六(lù)安人",
        "赵翀(chōng)、李翯(hè)、王翃(hóng)三人",
        "我(wǒ)们(men)在(zài)学(xué)校(xiào)学(xué)习(xí)",
        "我(wǒ)們(men)在(zài)學(xué)校(xiào)學(xué)習(xí)經(jīng)書(shū)，發(fā)現(xiàn)",
        "發（fā）現（xiàn）聯（lián）業（yè）",
        "發(fɑ̄)現(xia4n)聯(lian2)業(ㄧㄝˋ)",
        "<ruby>學<rp>(</rp><rt>xué</rt><rp>)</rp>習<rp>(</rp><rt>xí</rt><rp>)</rp>經<rp>(</rp><rt>jīng</rt></ruby>",
        "著(zhuó)力，薄(bò)荷，數(shǔ)一數二",
        "發(fā)現，發展，發明；經(jīng)過，經濟，曾經；關(guān)係，關心，關於",
        "發(fā)，業(yè)",
        "a(this )b(data )c(event )d(fā )",
        "為什麼?當?(dāng)",
    ],
)
def test_honest_readings_stay_byte_for_byte(text: str) -> None:
    result = strip_pinyin(text)
    assert result.text == text
    assert (result.removed, result.repaired, result.garbled) == (0, 0, False)


CHECKED = [
    ("帶動當地更多農民", "帶動(dòng)當(dāng)?shù)馗噢r(nóng)民", "數動當農"),
    ("為當地群眾解決25個", "為當(dāng)?shù)厝罕娊鉀Q25個(gè)", "數當個"),
    ("統計局數據", "統計局?jǐn)?shù)據(jù)", "數謹據"),
    ("占總人口的比重為17.9%", "占總?cè)丝诘谋戎貫?7.9%", "側"),
    ("區域實地考察", "區(qū)域?qū)嵉乜疾?", "驅區"),
    ("全球將近1 930", "全球?qū)⒔? 930", "驅"),
    ("發展狀況", "發展?fàn)顩r", "範"),
    ("咨詢如何成為春羽作者請", "咨詢?nèi)绾纬蔀榇河鹱髡哒?qǐng)", "內請"),
    ("當地團委書記", "當(dāng)?shù)貓F(tuán)委書記", "數當團"),
]
"""What mirrors were seen to serve, and the table entries it takes."""


@pytest.mark.parametrize(("original", "served", "table"), CHECKED)
def test_the_spoiler_does_what_mirrors_do(original: str, served: str, table: str) -> None:
    assert spoil(original, table) == served


@pytest.mark.parametrize(
    ("served", "restored"),
    [(served, original) for original, served, _ in CHECKED if original[-1] not in "%察0"],
)
def test_shifted_runs_are_restored(served: str, restored: str) -> None:
    page = "更多人說，春羽，"  # what vanished from 更多, and the rare 春羽, are certain only because the page has them elsewhere
    result = strip_pinyin(f"{MIRROR}{page}<p>{served}</p>")
    assert result.text == f"{CLEAN}{page}<p>{restored}</p>"
    assert (result.repaired, result.garbled) == (1, False)


@pytest.mark.parametrize(
    ("served", "left"),
    [
        ("占總?cè)丝诘谋戎貫?7.9%", "占總人口的比重?7.9%"),
        ("全球?qū)⒔? 930", "全球將? 930"),
        ("區(qū)域?qū)嵉乜疾?", "區域實地考?"),
    ],
)
def test_what_is_lost_is_not_invented(served: str, left: str) -> None:
    result = strip_pinyin(f"{MIRROR}{served}")
    assert result.text == CLEAN + left
    assert result.garbled


def test_the_bracket_of_a_tag_that_a_run_swallowed_comes_back() -> None:
    result = strip_pinyin(f"{MIRROR}<p>考察</p><p>區(qū)域?qū)嵉乜疾?/p><p>發(fā)</p>")
    assert result.text == f"{CLEAN}<p>考察</p><p>區域實地考察</p><p>發</p>"
    assert (result.repaired, result.garbled) == (1, False)


def test_the_second_generator_breaks_characters_too() -> None:
    result = strip_pinyin("媽(mā )媽說關系(xì )后果(guǒ )，因?yàn)?wéi )天性")
    assert result.text == "媽媽說關系后果，因為天性"
    assert (result.removed, result.repaired, result.garbled) == (5, 1, False)


def test_a_run_that_cannot_be_read_stands_as_it_was_served() -> None:
    result = strip_pinyin(f"{MIRROR}中?shù)馗噢，")
    assert result.text == f"{CLEAN}中?shù)馗噢，"
    assert (result.repaired, result.garbled) == (0, True)


@pytest.mark.parametrize("keep_user_area", [False, True])
@pytest.mark.parametrize("length", [48, 90, len(READINGS)])
def test_a_spoiled_text_comes_back(length: int, keep_user_area: bool) -> None:
    spoiled = spoil(TRADITIONAL, [*READINGS][:length], keep_user_area=keep_user_area)
    assert spoiled != TRADITIONAL
    assert strip_pinyin(spoiled).text == TRADITIONAL


def test_nothing_to_do_returns_the_same_object() -> None:
    text = "<script>f(a);g(this)</script>" * 100 + "漢字"
    assert strip_pinyin(text).text is text


@given(st.text(alphabet="數當農更多地發業經?()<> abshùfāyèjīng\ue000\n", max_size=300))
def test_any_text_is_survived(text: str) -> None:
    result = strip_pinyin(MIRROR + text)
    assert len(result.text) <= len(MIRROR + text)


@pytest.mark.parametrize(
    "attack", ["(fā)", "發(fā)", "當?shù)", "當(dāng)?shù)", "?shù)馗", "當?shù)" + "馗" * 200, "(fā"]
)
def test_cost_is_linear(attack: str) -> None:
    size = 200_000 // len(attack)
    started = time.process_time()
    strip_pinyin(MIRROR * 40 + attack * size)
    assert time.process_time() - started < 10


def test_a_page_full_of_lost_pairs_is_searched_for_some_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    decoded = []
    decode = restore._decode
    monkeypatch.setattr(restore, "_decode", lambda *pair: decoded.append(pair) or decode(*pair))
    restore._pairs.cache_clear()
    strip_pinyin("<p>當(dāng)?shù)馗噢r(nóng)民發(fā)現(xiàn)，</p>" * 800)
    assert len(decoded) < 250_000
