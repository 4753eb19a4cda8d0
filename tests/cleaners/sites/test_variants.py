"""Pages of platforms that are no article get their kind: deleted, violation, captcha, video, picture message (synthetic)."""

# ruff: noqa: E501 - a case is one line of markup

import pytest

from cleaners import Cleaner
from schemas import Kind, Page, Rejection

WECHAT = "https://mp.weixin.qq.com/s/abcdefghijklmnopqrstuv"


def shown(body: str, *, title: str = "", head: str = "") -> str:
    return f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"


VARIANTS = [
    ('WeChat deleted', WECHAT, shown("<div class='weui-msg'><div class='weui-msg__icon-area'><i class='weui-icon-warn'></i></div><div class='weui-msg__text-area'><div class='weui-msg__title warn'>该内容已被发布者删除</div></div></div>"), Kind.ERROR),
    ('WeChat deleted en', WECHAT, shown("<div class='weui-msg'><div class='weui-msg__text-area'><div class='weui-msg__title warn'>The content has been deleted by the author.</div></div></div>"), Kind.ERROR),
    ('WeChat violation', WECHAT, shown("<div class='weui-msg'><div class='weui-msg__text-area'><h2 class='weui-msg__title'>此内容因违规无法查看</h2><p class='tips'>由用户投诉并经平台审核，涉嫌违反相关法律法规和政策，查看对应规则</p></div></div><script>window.cgiData={del_reason_id:'10001',del_reason:'涉嫌违反相关法律法规和政策',nick_name:'河岸故事'}</script>"), Kind.ERROR),
    ('WeChat small', WECHAT, shown("<div class='mesg-block'><p>该内容暂时无法查看</p></div>"), Kind.ERROR),
    ('WeChat captcha', 'https://mp.weixin.qq.com/mp/wappoc_appmsgcaptcha?poc_token=x&target_url=y', shown("<div class='weui-msg'><h2 class='weui-msg__title'>环境异常</h2><p class='weui-msg__desc'>当前环境异常，完成验证后即可继续访问。</p><a id='js_verify' class='weui-btn'>去验证</a></div><script src='//res.wx.qq.com/mmbizwap/secitptpage/verify.html'></script>"), Kind.BLOCKED),
    ('WeChat account moved', WECHAT, shown("<div class='weui-msg'><h2 class='weui-msg__title'>该公众号已迁移</h2><p>该公众号已迁移至新的账号，原账号已回收。</p></div>"), Kind.ERROR),
    ('WeChat video', WECHAT, shown("<div id='js_article'><div class='video_content'><h1 class='common_share_title'>桂花巷里的故事</h1><div id='js_mpvedio_wrapper'><video src='https://mpvideo.qpic.cn/1.mp4'></video></div></div></div>", head="<meta property='og:title' content='桂花巷里的故事'><script>var item_show_type = '5';var msg_title='桂花巷里的故事'.html(false);var nickname = htmlDecode('河岸故事');var ct='1772590800';window.PAGE_MID='mmbizwap:pages/video_share.html'</script>"), Kind.VIDEO),
    ('WeChat picture', WECHAT, shown("<div id='js_article' class='share_content_page'><div class='share_media'></div></div>", head="<meta property='og:title' content='桂花开了'><script>window.item_show_type = '8' || '';var msg_title='桂花开了'.html(false);var nickname = htmlDecode('河岸故事');window.PAGE_MID='mmbizwap:pages/common_share.html';var ct='1772590800';window.cgiDataNew={title: JsDecode('桂花开了'),nick_name: JsDecode('河岸故事'),content_noencode: JsDecode('入秋以后，云溪镇的桂花开了，\\x0a巷子里的老人搬出竹椅。'),create_time: JsDecode('2026-03-04 10:20')};window.picture_page_info_list = [{width:'1080' * 1,height:'720' * 1,cdn_url:'https://mmbiz.qpic.cn/a/0?wx_fmt=jpeg\\x26amp;from=appmsg'},{width:'1080' * 1,height:'720' * 1,cdn_url:'https://mmbiz.qpic.cn/b/0?wx_fmt=jpeg'}];</script>"), Kind.GALLERY),
    ('toutiao antibot', 'https://www.toutiao.com/article/7000000000000000001/', shown("<script>var __ac_nonce='0';window.byted_acrawler&&window.byted_acrawler.init({});</script>"), Kind.BLOCKED),
    ('sohu video', 'https://www.sohu.com/a/499000000_100000', shown('<div class=\'text-title\'><h1>桂花巷里的故事</h1><div class=\'article-info\'><span id=\'news-time\' data-val=\'1772590800000\'>2026-03-04 10:20</span></div></div><article class=\'article\' id=\'mp-editor\'><div id=\'player\'><video></video></div></article><script>window.sohu_mp.article_video({url:"//my.tv.sohu.com/1.mp4",cover:"//x.jpg"})</script>', title='桂花巷里的故事_搜狐网'), Kind.VIDEO),
    ('thepaper video', 'https://www.thepaper.cn/newsDetail_forward_30000001', shown('<div id=\'app\'></div><script id=\'__NEXT_DATA__\' type=\'application/json\'>{"props":{"pageProps":{"detailData":{"contentDetail":{"name":"桂花巷里的故事","content":"","summary":"入秋以后，云溪镇的桂花开了。","publishTime":1772590800000,"videos":{"url":"https://cloudvideo.thepaper.cn/1.mp4","coverUrl":"https://x/1.jpg"}}}}}}</script>', title='视频｜桂花巷里的故事_澎湃新闻'), Kind.VIDEO),
    ('zhihu wall', 'https://zhuanlan.zhihu.com/p/600000001', shown("<script src='https://static.zhihu.com/zse-ck/v4/abc.js'></script>", title='知乎', head="<meta id='zh-zse-ck' content='004_x'>"), Kind.BLOCKED),
    ('zhihu unhuman', 'https://www.zhihu.com/account/unhuman?type=unhuman', shown('<div><p>系统监测到您的网络环境存在异常，为保证您的正常访问，请点击下方按钮进行验证。</p><button>开始验证</button></div>', title='安全验证 - 知乎'), Kind.BLOCKED),
    ('douban wall', 'https://sec.douban.com/c?r=https%3A', shown('<div><p>有异常请求从你的 IP 发出，请 登录 使用豆瓣。</p></div>', title='禁止访问'), Kind.BLOCKED),
    ('Tencent 404', 'https://news.qq.com/rain/a/20260304A0123400', shown("<div class='error'><p>抱歉，您访问的页面已删除或不存在</p></div>", title='404 not found'), Kind.ERROR),
    ('weibo visitor', 'https://passport.weibo.com/visitor/visitor?entry=miniblog', shown("<span id='message'></span><script>window.use_fp='1'</script>", title='Sina Visitor System'), Kind.BLOCKED),
    ('juejin waf', 'https://juejin.cn/post/7000000000000000001', shown("<script>var _wafchallengeid='x';document.cookie='_wafchallengeid=1'</script>"), Kind.BLOCKED),
    ('WeChat english violation', WECHAT, shown("<div class='weui-msg'><h2 class='weui-msg__title'>Unable to view this content because it violates regulation</h2><p class='tips'>Reported by multiple people, the content is ... </p></div>"), Kind.ERROR),
    ("WeChat account page about a player", WECHAT, shown("<p>桂花开了</p>", head="<script>var item_show_type = '10';</script>"), Kind.SHELL),
]  # fmt: skip  # laid out for reading


@pytest.mark.parametrize(
    ("url", "source", "kind"), [case[1:] for case in VARIANTS], ids=[case[0] for case in VARIANTS]
)
def test_a_variant_that_is_no_article_has_its_kind(url: str, source: str, kind: Kind) -> None:
    outcome = Cleaner().process(Page(url=url, body=source.encode()))
    assert isinstance(outcome, Rejection)
    assert outcome.kind is kind


def test_a_picture_message_with_a_text_is_a_gallery() -> None:
    text = (
        "入秋以后，云溪镇的桂花开了，巷子里的老人搬出竹椅，一边剥豆子，一边同过路的人说起从前的集市和桥头的戏台。"
        * 3
    )
    head = "<script>window.item_show_type = '8' || '';</script>"
    body = f"<h1 id=activity-name>桂花开了</h1><div id=js_content><p>{text}</p></div>"
    assert Cleaner().process(Page(url=WECHAT, body=shown(body, head=head).encode())).kind is Kind.GALLERY


def test_an_article_of_a_platform_stays_one() -> None:
    text = (
        "入秋以后，云溪镇的桂花开了，巷子里的老人搬出竹椅，一边剥豆子，一边同过路的人说起从前的集市和桥头的戏台。"
        * 3
    )
    head = "<script>var item_show_type = '0';</script>"
    body = f"<h1 id=activity-name>桂花开了</h1><div id=js_content><p>{text}</p></div>"
    assert Cleaner().process(Page(url=WECHAT, body=shown(body, head=head).encode())).kind is Kind.ARTICLE
