"""Lines of rights, opinions and risks: what a site says of its texts."""

from __future__ import annotations

import re

from cleaners.lexicon import filled
from cleaners.readings.noise.line import Line, each, line

_OWN = r"(?:本[网站报刊社台]|本公司|\w{1,8}(?:网|报社|平台|杂志社))"
_STATEMENTS = (
    rf"^[^，。]{{0,24}}{_OWN}.{{0,60}}(?:未经|不得|转载|授权).{{0,40}}<terms.asked>",
    r"^.{0,12}(?:未经|转载).{0,20}(?:<terms.allowed>|注明|联系).{0,40}(?:<terms.forbidden>|<terms.named>)",
    r"<terms.speaks>.{0,16}(?:作者|本[网站报台刊社公人]|个人|平台|网|编辑部).{0,6}(?:观点|立场|意见)",
    r"(?:转载|抄袭|盗用).{0,40}违者必究",
    r"据此(?:<terms.invest>|操作.{0,8}(?:风险|自负|盈亏|责任))|不构成.{0,10}(?:<terms.invest>|操作)建议|"
    r"不构成任何.{0,6}建议|投资有风险[，,]?入市",
    r"(?:如有|若有|如果?|若|倘).{0,16}<terms.claim>.{0,40}<terms.react>",
    r"(?:如有|若有|如对|如).{0,16}异议.{0,40}(?:删除|联系(?!电话|人|方式)|本[站网])",
    r"^\W{0,3}本文(?:由|为|是|系)[^，。]{1,20}原创(?:首发|文章|作品|内容)?(?:[，,。！][^。]{0,8}<terms.after_original>|[。！]?$)",
    r"(?:如需|如要|若需|欲)转载[，,]?.{0,4}请.{0,24}(?:联系|后台|授权|注明)",
    r"(?:来源于?|来自|源于|取自)(?:网络|互联网)[^。]{0,16}侵.{0,3}删",
    r"^[①-⑨\d.、\s(（]{0,4}凡.{0,20}注明.{0,24}<terms.marked>",
    r"^\W{0,4}本文(?:(?:原|首)[刊载发](?:于|自)|来自|转自).{0,60}(?:授权|转载|推荐)",
    r"<terms.sent>(?![被里中的每])|欢迎.{0,8}投稿[。！]?$",
    r"版权(?:均?属|归)(?!谁).{0,20}所有|信息存储空间服务|[Aa]ll [Rr]ights [Rr]eserved",
    r"未经.{0,6}<terms.allowed>.{0,6}<terms.forbidden>.{0,8}转载|转载请(?:先)?(?:联系|注明|告知|[在到至]?.{0,3}后台)|授权转载.{0,6}(?:请|$)",
    r"<terms.readers>(?:仅|只)[^。]{0,8}(?:看法|观点|意见|立场)",
    r"<terms.said>.{0,12}(?:仅|不)代表|文责自负|言论.{0,6}自负",
    r"仅供(?:读者|投资者|您)?参考[。，,！!]?(?:不|请|$)|投资者据此|风险自[担负]",
)

TERMS: tuple[Line, ...] = (
    line("disclaimer", 400, 400,
        r"^[(（【\[“\"\s※*]{0,3}(?:<terms.stated>声明|<terms.titled>)\s?[:：]", True),
    line("disclaimer", 400, 400,
        r"^[(（【\[“\"\s※*]{0,3}[\u3400-\u9fff]{0,16}声明\s?[:：].{0,300}?<terms.states>", True),
    line("disclaimer", 60, 400,
        r"^(?:©|Copyright|\([Cc]\)\s?(?:19|20)\d\d|版权所有\s\S{2,30}$|\S{2,16}版权所有$)|^Notice: The content above", True),
    line("disclaimer", 80, 400, "|".join(_STATEMENTS), True),
    line("disclaimer", 0, 8, r"^(?:版权|免责|转载)(?:说明|声明|须知)$"),
    line("disclaimer", 0, 60, r"创作共[同用](?:版权)?协议|知识共享.{0,12}协议|\bCC[ -]BY\b"),
    line("disclaimer", 400, 400, r"^(?=.*?<terms.sent>.*?<terms.sent>)", True),
    line("disclaimer", 60, 300,
        r"未经.{0,24}<terms.allowed>.{0,40}(?:<terms.forbidden>|转载|追究)|转载.{0,6}(?:请|须|必须)?(?:注明|联系|授权)|"
        + each("terms.forbidden", ".{0,12}<terms.reuse>")),
    line("disclaimer", 60, 320,
        each("terms.speaks", ".{0,24}<terms.opinion>")
        + "|文责自负|"
        + each("terms.uttered", ".{0,10}(?:与.{0,12}无关|作者本人|自负)")),
    line("disclaimer", 60, 200,
        r"据此(?:<terms.invest>|操作.{0,8}(?:风险|自负|盈亏|责任))|不构成.{0,8}(?:投资|买卖|建议)|"
        r"风险(?:自担|自负|请自)|投资有风险|仅供(?:参考|读者参考|投资者参考)"),
    line("disclaimer", 60, 400,
        each("terms.infringe", ".{0,12}<terms.right>") + "|" + each("terms.notice", "")
        + "|版权(?:均?属|归)(?!谁).{0,30}所有|[Aa]ll [Rr]ights [Rr]eserved|Copyright|copyright"),
    line("disclaimer", 400, 400,
        r"^[①-⑨\d.、\s(（]{0,4}凡?(?:本[网站报刊])?.{0,16}注明.{0,24}<terms.marked>"),
    line("disclaimer", 60, 120, r"^[^。！？]{0,24}<terms.told>(?:\W|\d|$)"),
    line("disclaimer", 0, 400,
        r"^\W{0,3}(?:\d[.、]\s?)?(?=[^。]{0,80}<terms.use>[^。，]{0,8}参考)<terms.own>(?!.{0,200}[“”])"
        r"(?=.{0,300}<terms.declines>)", True),
)  # fmt: skip  # laid out for reading

_SITES_OWN = re.compile(filled("本[网站报刊社版台](?!记者|讯)|") + each("terms.more", ""))


def is_statement(folded: str) -> bool:
    """It may be one of the site's terms; beside a disclaimer it is."""
    return _SITES_OWN.search(folded) is not None
