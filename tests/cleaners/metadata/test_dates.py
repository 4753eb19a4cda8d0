"""Every form in which Chinese pages print a date."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.metadata.dates import BEIJING, dates_in_url, find_dates, parse_stamp
from cleaners.metadata.dates.numbers import number
from cleaners.metadata.dates.zones import zone_of
from schemas import Precision

NOW = datetime(2026, 11, 22, 9, 30, 15, tzinfo=BEIJING)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


ABSOLUTE = [
    # 年月日, slashes, dots, dashes
    ("2018年7月24日 11:41", "2018-07-24 11:41"),
    ("2018年07月24日11时41分", "2018-07-24 11:41"),
    ("2018年7月24日 11:41:05", "2018-07-24 11:41:05"),
    ("2018 年 7 月 24 日", "2018-07-24"),
    ("2018年7月24號", "2018-07-24"),
    ("2019/09/07 13:43", "2019-09-07 13:43"),
    ("10:20am 17/05/2026", "2026-05-17 10:20"),
    ("10:20 PM 17-05-2026", "2026-05-17 22:20"),
    ("2012.01.12 06:45", "2012-01-12 06:45"),
    ("2019-9-7", "2019-09-07"),
    ("２０１１年１２月９日", "2011-12-09"),
    ("2011年12月09日　20：29", "2011-12-09 20:29"),
    # part of the day
    ("2019年9月7日上午8:05", "2019-09-07 08:05"),
    ("2019年9月7日 下午3:05", "2019-09-07 15:05"),
    ("2019年9月7日 下午15:05", "2019-09-07 15:05"),
    ("2019年9月7日晚8时30分", "2019-09-07 20:30"),
    ("2019年9月7日凌晨2点", "2019-09-07 02:00"),
    ("2019年9月7日 中午1:20", "2019-09-07 13:20"),
    ("2019年9月7日 中午9:20", "2019-09-07 21:20"),
    ("2019年9月7日 中午10:20", "2019-09-07 10:20"),
    ("2019年9月7日 下午12:30", "2019-09-07 12:30"),
    ("2019/9/7 上午 12:30", "2019-09-07 00:30"),
    ("2012.01.12 06:45 pm", "2012-01-12 18:45"),
    ("2012.01.12 12:15 am", "2012-01-12 00:15"),
    ("2019年10月23日24:00", "2019-10-24 00:00"),
    # the time before the day
    ("14:05 2026/05/09", "2026-05-09 14:05"),
    # glued
    ("2018-10-0812:00", "2018-10-08 12:00"),
    ("2019-09-0713:43", "2019-09-07 13:43"),
    ("2019-09-07T13:43:45", "2019-09-07 13:43:45"),
    ("2012年01月12日 14:25某某网【大 中 小】", "2012-01-12 14:25"),
    # weekday between
    ("2023年1月5日 星期四 08:30", "2023-01-05 08:30"),
    ("2023-01-05（周四）08:30", "2023-01-05 08:30"),
    ("2023年1月5日 週四 08:30", "2023-01-05 08:30"),
    ("2023年1月5日(土) 08:30", "2023-01-05 08:30"),
    ("Thu, 5 Jan 2023 08:30", "2023-01-05 08:30"),
    # the part of the day behind, half an hour, a dot
    ("2026/05/09 06:42:02 下午", "2026-05-09 18:42:02"),
    ("2019年9月7日下午3时半", "2019-09-07 15:30"),
    ("2019年9月7日下午3點半", "2019-09-07 15:30"),
    ("2026-05-09 14.05", "2026-05-09 14:05"),
    # WordPress in Chinese, boxes side by side
    ("五月 9, 2026", "2026-05-09"),
    ("5 月 9, 2026", "2026-05-09"),
    ("9 5 月, 2026", "2026-05-09"),
    ("2026 05/09 14:05:33", "2026-05-09 14:05:33"),
    ("2026. 5. 9. 14:05", "2026-05-09 14:05"),
    ("2026/05/09 - 14:05", "2026-05-09 14:05"),
    ("14:052026/05/09", "2026-05-09 14:05"),
    ("17/05/2026 - 14:05", "2026-05-17 14:05"),
    ("05-17-2026", "2026-05-17"),
    ("092026/05", "2026-05-09"),
    ("发布时间：26-03-04 10:20", "2026-03-04 10:20"),
    ("某某网 16-05-17 09:22", "2016-05-17 09:22"),
    # Chinese numerals
    ("二〇二六年二月廿八日", "2026-02-28"),
    ("二○一九年十月卅一日", "2019-10-31"),
    ("二零一九年十二月二十一日", "2019-12-21"),
    ("二O一九年三月三日", "2019-03-03"),
    # 民國
    ("中華民國112年1月17日 下午3:05", "2023-01-17 15:05"),
    ("民國一百年一月一日", "2011-01-01"),
    ("民国一百一十二年十月十日", "2023-10-10"),
    ("112年1月17日", "2023-01-17"),
    ("發布日期：115/05/09", "2026-05-09"),
    ("日期：113-05-03", "2024-05-03"),
    ("115.05.09", "2026-05-09"),
    # English
    ("January 17, 2012 06:00 AM", "2012-01-17 06:00"),
    ("17 Jan 2012", "2012-01-17"),
    ("17th January 2012", "2012-01-17"),
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_absolute_forms(text: str, expected: str) -> None:
    (found,) = find_dates(text)
    assert found.value == moment(expected)
    assert not found.relative


RELATIVE = [
    ("刚刚", "2026-11-22 09:30"),
    ("剛剛", "2026-11-22 09:30"),
    ("30秒前", "2026-11-22 09:29"),
    ("10秒前", "2026-11-22 09:30"),
    ("20分钟前", "2026-11-22 09:10"),
    ("5分钟前", "2026-11-22 09:25"),
    ("5 分鐘前", "2026-11-22 09:25"),
    ("半小时前", "2026-11-22 09:00"),
    ("3小时前", "2026-11-22 06:30"),
    ("3個小時前", "2026-11-22 06:30"),
    ("10小时前", "2026-11-21 23:30"),
    ("2天前", "2026-11-20"),
    ("两小时前", "2026-11-22 07:30"),
    ("兩天前", "2026-11-20"),
    ("一天前", "2026-11-21"),
    ("1周前", "2026-11-15"),
    ("1 週前", "2026-11-15"),
    ("两个星期前", "2026-11-08"),
    ("今天 08:25", "2026-11-22 08:25"),
    ("昨天 08:25", "2026-11-21 08:25"),
    ("昨日 下午1:05", "2026-11-21 13:05"),
    ("前天 08:25", "2026-11-20 08:25"),
    ("前天", "2026-11-20"),
    ("11-17 08:25", "2026-11-17 08:25"),
    ("11/17 08:25", "2026-11-17 08:25"),
    ("11月17日 08:25", "2026-11-17 08:25"),
    ("11月17日", "2026-11-17"),
    ("11-1708:25", "2026-11-17 08:25"),
    ("12-31 23:00", "2025-12-31 23:00"),
    ("12月1日", "2025-12-01"),
]


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_relative_and_yearless_forms(text: str, expected: str) -> None:
    (found,) = find_dates(text, fetched_at=NOW)
    assert found.value == moment(expected)
    assert found.relative
    assert find_dates(text) == []


def test_a_date_without_a_year_takes_that_of_its_line() -> None:
    both = find_dates("2026/5/9 14:05（5/9 18:20 更新）")
    assert [date.value for date in both] == [moment("2026-05-09 14:05"), moment("2026-05-09 18:20")]


@pytest.mark.parametrize(
    "text", ["115.05.09.1", "電話 115-05-09", "版本 115.05.09", "13-05-03", "7.65", "比分 11-12"]
)
def test_numbers_that_are_no_dates(text: str) -> None:
    assert find_dates(text, fetched_at=NOW) == []


ZONES = [
    ("2026年5月9日 美东时间 09:05", "2026-05-09T13:05:00"),
    ("东京时间2026年5月9日 09:05", "2026-05-09T00:05:00"),
    ("紐約時間：2026年1月9日 09:05", "2026-01-09T14:05:00"),
    ("2026-01-09 09:05 ET", "2026-01-09T14:05:00"),
    ("2026-05-09 09:05 PT", "2026-05-09T16:05:00"),
    ("2019-09-07T13:43:45+08:00", "2019-09-07T05:43:45"),
    ("2019-09-07T13:43:45+0800", "2019-09-07T05:43:45"),
    ("2019-09-07T13:43:45Z", "2019-09-07T13:43:45"),
    ("2019-09-07T13:43:45.123Z", "2019-09-07T13:43:45"),
    ("2019-09-07 13:43 GMT", "2019-09-07T13:43"),
    ("2019-09-07 13:43 GMT+8", "2019-09-07T05:43"),
    ("2012-01-17 HKT 19:37", "2012-01-17T11:37"),
    ("2012-01-17 19:37 CST", "2012-01-17T11:37"),
    ("Tue, 17 Jan 2012 06:00:00 GMT", "2012-01-17T06:00"),
    ("2012-01-17 19:37 EST", "2012-01-18T00:37"),
    ("2024-03-04 10:20 纽约时间", "2024-03-04T15:20"),
    ("2024-07-04 10:20 洛杉矶时间", "2024-07-04T17:20"),
    ("2024-03-30 10:20 倫敦時間", "2024-03-30T10:20"),
    ("2024-03-31 10:20 倫敦時間", "2024-03-31T09:20"),
    ("2024-10-27 10:20 柏林时间", "2024-10-27T09:20"),
    ("2024-03-04 10:20 格林尼治标准时间", "2024-03-04T10:20"),
    ("2024-03-04 10:20 AEDT", "2024-03-03T23:20"),
    ("2024-03-04 10:20 SGT", "2024-03-04T02:20"),
]


@pytest.mark.parametrize(("text", "utc"), ZONES)
def test_time_zones(text: str, utc: str) -> None:
    (found,) = find_dates(text)
    assert found.value == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-30",
        "2019年13月7日",
        "12019-09-07",
        "比分3:2",
        "11-17",
        "1-10月固定资产投资",
        "1.1:50.3",
        "400-820-2019",
        "民國",
        "第3天",
        "",
        "民國百年一月",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, fetched_at=NOW) == []


@pytest.mark.parametrize(
    "text", ["2026-11-22 09:31", "2026年11月23日", "2030-01-01", "今天 10:00", "2027-01-01T00:00:00Z"]
)
def test_the_future_is_no_date(text: str) -> None:
    assert find_dates(text, fetched_at=NOW) == []


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2019-09-07", Precision.DAY),
        ("2019-09-07 13:43", Precision.MINUTE),
        ("2019-09-07 13:43:45", Precision.SECOND),
        ("昨天", Precision.DAY),
        ("3小时前", Precision.MINUTE),
    ],
)
def test_precision(text: str, precision: Precision) -> None:
    assert find_dates(text, fetched_at=NOW)[0].precision is precision


def test_several_dates_in_printed_order_with_their_places() -> None:
    text = "发布：2020-12-15 10:00　更新：2020年12月16日 11:30"
    first, second = find_dates(text)
    assert (first.raw, second.raw) == ("2020-12-15 10:00", "2020年12月16日 11:30")
    assert text[second.start : second.end] == second.raw


@pytest.mark.parametrize(
    ("value", "expected", "precision"),
    [
        ("1567834425", "2019-09-07 13:33:45", Precision.SECOND),
        ("1567834425000", "2019-09-07 13:33:45", Precision.SECOND),
        ("20190907", "2019-09-07", Precision.DAY),
        ("201909071343", "2019-09-07 13:43", Precision.MINUTE),
        ("20190907134345", "2019-09-07 13:43:45", Precision.SECOND),
        (" 2019-09-07T00:00:00+08:00 ", "2019-09-07", Precision.DAY),
        ("2019年09月07日 18:05", "2019-09-07 18:05", Precision.MINUTE),
    ],
)
def test_machine_written_stamps(value: str, expected: str, precision: Precision) -> None:
    found = parse_stamp(value)
    assert found is not None
    assert (found.value, found.precision) == (moment(expected), precision)


@pytest.mark.parametrize(
    "value", ["", "0", "123", "20191307", "9999999999999", "today", "99999999999999999999"]
)
def test_other_stamps_are_none(value: str) -> None:
    assert parse_stamp(value) is None


@pytest.mark.parametrize(
    ("url", "days"),
    [
        ("https://n.example/c/2019-11-25/doc-1.shtml", ["2019-11-25"]),
        ("https://n.example/a/20200911/14526474_0.shtml", ["2020-09-11"]),
        ("https://n.example/page/2019/1230/13788096.shtml", ["2019-12-30"]),
        ("https://n.example/news/201904/8916836.html", ["2019-04-01"]),
        ("https://n.example/id/99201904123.html", []),
    ],
)
def test_days_in_urls(url: str, days: list[str]) -> None:
    assert dates_in_url(url) == [moment(day) for day in days]


@given(
    st.text(st.sampled_from("0123456789年月日时分秒前刚天昨今民國 :-/.T+Z廿一二十〇上下午Jan,"), max_size=60),
    st.datetimes(datetime(1995, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)),
)
def test_never_raises_never_after_fetching(text: str, fetched_at: datetime) -> None:
    for found in find_dates(text, fetched_at=fetched_at):
        assert found.value <= fetched_at
        assert found.value.tzinfo is not None
        assert text[found.start : found.end].strip() == found.raw.strip()
    stamp = parse_stamp(text, fetched_at=fetched_at)
    assert stamp is None or stamp.value <= fetched_at


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    find_dates(text, fetched_at=NOW)
    parse_stamp(text)
    dates_in_url(text)


@pytest.mark.parametrize(
    "piece", ["2", "2019-", "1" * 9, "年月日", "10:", " ", "一二三", "上午", "2019年1月1日 "]
)
def test_cost_is_bounded(piece: str) -> None:
    started = time.process_time()
    find_dates(piece * 200_000, fetched_at=NOW)
    assert timedelta(seconds=time.process_time() - started) < timedelta(seconds=10)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("二十八", 28), ("十", 10), ("十二", 12), ("廿", 20), ("廿八", 28), ("卅", 30), ("卅一", 31)),
        *(("一百一十二", 112), ("百", 100), ("〇八", 8), ("二〇二六", 2026), ("12", 12), ("", 0)),
    ],
)
def test_numbers_in_characters(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("美东时间 2026-11-17 20:30　北京时间 2026-11-18 09:30", [(20, -5), (9, 8)]),
        ("北京時間 2026-11-18 09:30（美東時間 2026-11-17 20:30）", [(9, 8), (20, -5)]),
        ("纽约时间2026年11月17日20:30，北京时间2026年11月18日09:30", [(20, -5), (9, 8)]),
        ("2026-11-17 20:30 美东时间　2026-11-18 09:30 北京时间", [(20, -5), (9, 8)]),
        (
            "2026-11-17 20:30 美东时间 2026-11-18 09:30 北京时间 2026-11-18 10:30 东京时间",
            [(20, -5), (9, 8), (10, 9)],
        ),
        ("石桥 2026-11-18 09:30 北京时间 2026-11-18 10:30", [(9, 8), (10, 8)]),
        ("北京时间 2026-11-18 09:30 来源：石桥日报", [(9, 8)]),
    ],
)
def test_the_clocks_of_two_places(text: str, found: list[tuple[int, int]]) -> None:
    dates = find_dates(text)
    assert [(date.value.hour, date.value.utcoffset()) for date in dates] == [
        (hour, timedelta(hours=offset)) for hour, offset in found
    ]
    assert not any(date.raw.endswith(("（", " ")) for date in dates)


# a zone as a page names it, a moment in it, its hours from UTC
SUMMERS = [
    (None, "2024-01-05 12:00", 8),
    ("CST", "2024-01-05 12:00", 8),
    ("东京时间", "2024-07-05 12:00", 9),
    ("UTC", "2024-07-05 12:00", 0),
    ("+0800", "2024-01-05 12:00", 8),
    ("UTC+9", "2024-01-05 12:00", 9),
    ("GMT-5", "2024-01-05 12:00", -5),
    ("+05:30", "2024-01-05 12:00", 5.5),
    ("-0330", "2024-01-05 12:00", -3.5),
    ("+14:00", "2024-01-05 12:00", 14),
    ("+15:00", "2024-01-05 12:00", 8),  # no such zone
    # the second Sunday of March to the first of November
    ("美东时间", "2024-03-10 01:59", -5),
    ("美东时间", "2024-03-10 02:00", -4),
    ("美东时间", "2024-11-03 01:59", -4),
    ("美东时间", "2024-11-03 02:00", -5),
    ("PT", "2024-07-05 12:00", -7),
    ("洛杉矶时间", "2025-03-08 12:00", -8),
    ("洛杉矶时间", "2025-03-09 12:00", -7),
    ("纽约时间", "2020-03-08 12:00", -4),  # a March that begins with a Sunday
    # the last Sunday of March to that of October
    ("伦敦时间", "2024-03-31 01:00", 0),
    ("伦敦时间", "2024-03-31 02:00", 1),
    ("伦敦时间", "2024-03-31 03:00", 1),
    ("伦敦时间", "2024-10-27 01:00", 1),
    ("伦敦时间", "2024-10-27 02:00", 0),
    ("伦敦时间", "2024-10-27 03:00", 0),
    ("巴黎时间", "2024-07-05 12:00", 2),
    ("巴黎时间", "2024-12-05 12:00", 1),
]


@pytest.mark.parametrize(("name", "at", "hours"), SUMMERS)
def test_zones_have_their_summers(name: str | None, at: str, hours: float) -> None:
    moment = datetime.fromisoformat(at)
    assert zone_of(name, moment).utcoffset(moment) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("text", "count"),
    [("1989-12-31", 0), ("1990-01-01", 1), ("2099-12-31", 1), ("2100-01-01", 0)],
)
def test_years_of_pages(text: str, count: int) -> None:
    assert len(find_dates(text)) == count


@pytest.mark.parametrize(
    ("text", "year"),
    [("2026-11-22 09:30", 2026), ("2026-11-22 09:31", None), ("11-22 09:30", 2026), ("11-22 09:31", 2025)],
)
def test_a_page_may_be_fetched_in_the_minute_of_its_publication(text: str, year: int | None) -> None:
    found = find_dates(text, fetched_at=NOW.replace(second=0))
    assert [date.value.year for date in found] == ([year] if year else [])


@pytest.mark.parametrize(
    "text", ["2026年5月9日May 9, 2026", "2026-05-09昨天", "5月9日May 9, 2026", "5月9日昨天"]
)
def test_dates_of_two_forms_may_stand_glued(text: str) -> None:
    assert len(find_dates(text, fetched_at=NOW)) == 2
