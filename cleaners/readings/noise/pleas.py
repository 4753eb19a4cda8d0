"""What an author of novels says to the readers below a chapter: asks for votes, thanks for gifts, tells when more comes."""

from __future__ import annotations

from cleaners.readings.noise.line import Line, line

PLEAS: tuple[Line, ...] = (
    line("promotion", 0, 80,
        r"^(?!.*(?:<calls.others>|(?<!其)他))[^。]{0,40}?(?:[各跪继续再]{0,2}求(?:个|点|一波|各种|波)?<pleas.sought>\W{0,4}(?:和|与|，)?\s?){2,}",
        True),
    line("promotion", 0, 40,
        r"^(?!.*(?:<calls.others>|(?<!其)他))[^。]{0,24}?\W?[各跪厚颜]{0,2}求(?:个|点|一波|各种|波)?<pleas.sought_alone>"
        r"(?:[、，和]?\s?<pleas.sought>){0,5}(?:的?(?:支持|一下|啦|呀|啊|哦|喵|了)){0,2}[\W]{0,4}$", True),
    line("promotion", 0, 120,
        r"^[^\w]{0,3}(?:(?:再次|特别|非常|最后|在此|PS|ps)\W?){0,2}(?:感谢|谢谢|多谢)[^。]{0,60}?"
        r"(?:的|了|出|送|扔|投|浇|赠|和|与|、|过)\s?\d{0,6}\s?[个张瓶颗枚]?<pleas.given>", True),
    line("promotion", 0, 60,
        r"^\W{0,3}(?:(?:PS|ps|Ps)\s?\d?\W{1,2})?(?:今[天日晚儿]|明[天日晚儿]|后天|周[末一二三四五六日]|晚上|下午|稍后|待会儿?|等会儿?|本章|第)"
        r"[^。]{0,16}?第?<pleas.chapters>(?![的鼓天半夜时])[^。]{0,24}[。！~～]?$", True),
    line("promotion", 0, 60,
        r"^\W{0,3}(?:本[书文]|下一?章|明[天日]|今[天日])[^。]{0,12}入\s?[Vv](?:\W|$|章|公告|啦|了|万更)", True),
    line("promotion", 0, 80, r"^\W{0,3}喜欢\S{1,24}请大家收藏\W", True),
    line("contact", 0, 60, r"^\W{0,3}\w{0,6}(?:读者|书友|粉丝|普通|VIP|[qQ企鹅]{1,2})群\w{0,4}\s?[:：]?\s?\d{6,11}(?!\d)"),
    line("neighbour", 0, 60, r"^\W{0,3}(?:下一?章|下[回集])预告\s?[:：]?"),
    line("counter", 0, 40, r"^\W{0,3}本章(?:节)?(?:共|总)?字数\s?[:：]?\s?\d{1,6}"),
)  # fmt: skip  # laid out for reading
