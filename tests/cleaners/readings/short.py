"""Short articles beside longer stories: twelve texts of 35 to 110 characters on pages of fourteen shapes. Invented (合成).

Each page prints its title in another way, its text in other elements, and more of other stories, comments, terms or people
than of the article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

ARTICLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "青河镇春灌提前十天开闸放水",
        (
            "3月6日上午，青河镇总干渠提前十天开闸放水，首批水流量每秒12立方米，预计可满足下游四个村六千亩麦田的灌溉需要。",
        ),
    ),
    ("港股早盘：恒生指数低开0.4%", ("恒生指数今早低开0.4%，报17234点。科技股普跌，内房股逆市走强。",)),
    (
        "关于二号楼电梯检修的通知",
        (
            "各位住户：",
            "二号楼东侧电梯定于4月12日8时至17时停机检修，请改乘西侧电梯。给您带来不便，敬请谅解。",
            "云溪物业服务中心",
            "2024年4月10日",
        ),
    ),
    (
        "雨后",
        (
            "昨夜落了一场雨，院里的石榴花掉了一地。母亲拿扫帚站了很久，终究没有扫。",
            "她说，等太阳出来再说吧。",
        ),
    ),
    (
        "养乌龟的水多久换一次？",
        (
            "夏天两三天换一次，冬天一周一次就够了。新换的自来水要先晒一天，水温差别不要超过三度，不然容易感冒。",
        ),
    ),
    (
        "图集：老街上的最后一家修表铺",
        ("修表匠周师傅在灯下换表盘，这张桌子他用了三十一年。", "墙上的挂钟都走得不一样快。"),
    ),
    (
        "市图书馆周末延长开放时间",
        (
            "本报讯（记者 林小满）从本周六起，市图书馆周末闭馆时间由17时延至21时，三楼自习区同步开放。",
            "读者可凭身份证入馆，无须预约。",
        ),
    ),
    (
        "南山中学女排夺得全市冠军",
        (
            "11月3日，全市中学生排球联赛落幕，我校女排以3比1战胜实验中学队，首次夺冠。",
            "队长说，下一个目标是省赛。",
        ),
    ),
    (
        "公司顺利通过质量体系复审",
        ("近日，公司通过了质量管理体系监督审核，审核组对车间现场管理给予好评，未开出严重不符合项。",),
    ),
    (
        "央行今日开展280亿元逆回购操作",
        (
            "央行公告称，为维护银行体系流动性合理充裕，今日以利率招标方式开展280亿元7天期逆回购操作，中标利率1.80%。"
            "今日有510亿元逆回购到期。",
        ),
    ),
    (
        "用一行命令批量改文件名",
        (
            "装好 rename 之后，在目录里执行 rename 's/旧/新/' *.txt 就可以了。先加 -n 参数看看效果，确认没错再去掉。",
        ),
    ),
    (
        "客轮“海明”号今日复航",
        (
            "停航四十天的客轮“海明”号今天7时30分从三号码头驶出，载客312人。",
            "船公司表示，班次恢复为每日三班。",
        ),
    ),
)

STORIES = (
    (
        "老城区改造工程进入收尾阶段 临街商铺将统一更换招牌",
        (
            "据施工方介绍，老城区改造工程自去年六月开工以来，先后完成了雨污分流、路面铺装和立面整治，目前只剩下临街商铺的"
            "招牌还没有更换，预计本月底之前可以全部完成，届时街区将重新向游客开放。"
        ),
    ),
    (
        "一位退休教师和她的三千张老照片",
        (
            "在城西的一间老屋里，退休教师何秀兰把三千多张照片分门别类地放进鞋盒。照片里有五十年前的渡口、粮站、露天电影院"
            "，也有已经不在了的人。她说自己不懂摄影，只是舍不得忘记。"
        ),
    ),
    (
        "今年小麦长势好于常年 农技人员提醒注意防治赤霉病",
        (
            "农业部门的监测显示，今年全市小麦一二类苗占比达到九成以上，长势好于常年。不过受连续阴雨影响，赤霉病发生风险较"
            "高，农技人员提醒种植户在扬花初期抢晴用药，间隔五到七天再补一次。"
        ),
    ),
    (
        "地铁五号线试运行 全程只需四十一分钟",
        (
            "昨天上午，记者跟随首批市民代表登上五号线试运行列车，从北站到大学城全程四十一分钟，比乘坐公交节省近一个小时。"
            "车厢内增设了轮椅停放区和母婴座椅，广播也增加了方言报站。"
        ),
    ),
    (
        "为什么我们总在深夜想吃东西",
        (
            "研究人员发现，人在晚上十点以后的饥饿感并不完全来自胃，而与一天之中积累的疲劳和情绪有关。与其硬扛，不如在晚饭"
            "时多吃一些蛋白质，把手机留在客厅，早一点关灯睡觉。"
        ),
    ),
    (
        "三家本地企业入围全国制造业单项冠军",
        (
            "日前公布的名单显示，我市共有三家企业入围，涉及轴承、绝缘材料和医用导管三个领域。入围企业负责人表示，将继续加"
            "大研发投入，力争三年内把国产化率再提高二十个百分点，带动上下游配套企业。"
        ),
    ),
)
"""Headlines of other stories, with their beginnings."""

LONG = (
    (
        "二十年前，这里还是一片长满芦苇的滩涂，退潮的时候能看见螃蟹在泥里打洞，附近的孩子放学以后都来捡贝壳，谁也没有"
        "想到今天会变成一座港口。"
    ),
    (
        "第一个来投资的是做船用缆绳的许老板。他带着两个徒弟在工棚里住了八个月，把设备一台一台拆开检修，又一台一台装回"
        "去，终于赶在雨季之前出了第一批货。"
    ),
    (
        "如今的港区有七个泊位，年吞吐量超过一千二百万吨。调度室的大屏幕上，每一条船都是一个移动的光点，值班员只要看一"
        "眼就知道哪里堵、哪里空。"
    ),
    (
        "许老板的缆绳厂还在，只是搬到了码头后面。他说，年轻人都愿意坐在空调房里看屏幕，能爬桅杆的老师傅已经不多了，自"
        "己最担心的就是手艺断在这一代。"
    ),
)
"""Another article."""

COMMENTS = (
    (
        "江边散步的人",
        (
            "说得挺对的，我家楼下也是这种情况，去年打了好几次电话都没有人管，后来还是隔壁老李找了熟人才解决，希望以后能有"
            "个固定的反映渠道。"
        ),
    ),
    (
        "momo",
        (
            "作为一个从小在这里长大的人，看到这条消息心情很复杂，一方面觉得总算有人重视了，另一方面又担心只是一阵风，过几"
            "个月又恢复原样。"
        ),
    ),
    (
        "北方的狼1987",
        (
            "支持一下！建议把时间安排得更合理一些，上班族白天根本没有空，如果晚上也能办就好了，另外排队的地方最好能搭个棚"
            "子，夏天太晒了。"
        ),
    ),
)

TERMS = (
    "本网站所刊载信息，不代表本网观点。刊用本网站稿件，务经书面授权。未经授权禁止转载、摘编、复制及建立镜像，违者"
    "将依法追究法律责任。凡本网注明来源为其他媒体的作品，均转载自其他媒体，转载目的在于传递更多信息，并不代表本网"
    "赞同其观点和对其真实性负责。如因作品内容、版权和其他问题需要同本网联系的，请在三十日内进行。"
)
CARD = (
    "林小满，八零后，写字的人。做过七年报纸副刊编辑，现居江南小城，开一间只有十二张桌子的咖啡馆。出版过散文集《渡"
    "口》和《一个人的集市》，作品散见于各地报刊，喜欢猫、旧书和下雨天，不喜欢开会。"
)
GOODS = (
    "青禾智能灌溉控制器采用低功耗广域网通信，一次充电可以连续工作三百天，支持手机远程开关和定时轮灌，适合果园、大"
    "棚和大田使用，现在下单享受八五折优惠，并赠送价值两百元的土壤湿度探头一支。"
)
CHANNELS = (
    "首页 新闻 时政 社会 财经 体育 娱乐 科技 教育 健康 旅游 房产 汽车 美食 文化 图片 视频 专题 论坛 客户端"
)
HOT = "市区三条道路周末封闭施工绕行方案公布 老字号糕点店排起长队 气象台发布大风蓝色预警 高校毕业生招聘会下周举行"

TITLES: dict[str, str] = {
    "h1": "<h1>{}</h1>",
    "div": "<div class=tt>{}</div>",
    "none": "",
    "named": "<h1 class=tt>{}</h1>",
    "h3": "<h3>{}</h3>",
}
BODIES: dict[str, Callable[[Sequence[str]], str]] = {
    "p": lambda lines: f"<div class=c>{_each('<p>{}</p>', lines)}</div>",
    "br": lambda lines: f"<div class=c>　　{'<br><br>　　'.join(lines)}</div>",
    "div": lambda lines: f"<div class=c>{_each('<div>{}</div>', lines)}</div>",
    "td": lambda lines: f"<table class=c><tr><td>{_each('<p>{}</p>', lines)}</td></tr></table>",
    "section": lambda lines: (
        f"<section class=c>{_each('<section><span>{}</span></section>', lines)}</section>"
    ),
}


def _each(form: str, items: Sequence[object]) -> str:
    """A form for each item, or for each tuple of them, `{i}` being its number."""
    rows = (item if isinstance(item, tuple) else (item,) for item in items)
    return "".join(form.format(*row, i=number) for number, row in enumerate(rows, 1))


def _menu(name: str) -> str:
    return f"<div class={name}>{_each('<a href=/c{i}/>{}</a> ', CHANNELS.split())}</div>"


def _hot(name: str) -> str:
    links = _each("<li><a href=/a/{i}.html>{}</a></li>", HOT.split())
    return f"<div class={name}><h3>点击排行</h3><ul>{links}</ul></div>"


def _portal(title: str, text: str) -> str:
    """Headlines, beginnings and dates of other stories beside."""
    side = _each("<div class=x1><a href=/n/{i}.html>{}</a><p>{}</p><em>2024-03-0{i}</em></div>", STORIES)
    info = "<div class=i>2024年03月06日 09:12　来源：青河网</div>"
    beside = f"<div class=rr>{side}</div></div><div class=f><p>{TERMS}</p></div>"
    return f"{_menu('n')}<div class=w><div class=l>{title}{info}{text}</div>{beside}"


def _flash(title: str, text: str) -> str:
    """Other flashes below, with times and without links."""
    below = _each("<div class=k9><span>1{i}:2{i}</span><div class=k8>【{}】{}</div></div>", STORIES)
    own = f"<div class=m4>{title}<span class=m5>2024-03-06 09:31:22</span>{text}</div>"
    return f"{_menu('a1')}<div class=m3>{own}<div class=m6><div class=m7>更多快讯</div>{below}</div></div>{_hot('m8')}"


def _wordpress(title: str, text: str) -> str:
    """Who wrote, and comments."""
    said = _each("<li class=comment><cite>{}</cite> <a href=#c>2024年3月{i}日</a><p>{}</p></li>", COMMENTS)
    own = f"<article class='post hentry'><header>{title}<div class=entry-meta>2024年3月6日 林小满</div></header>{text}</article>"
    card = f"<div class=u2><img src=a.jpg><div class=u3><b>林小满</b><p>{CARD}</p></div></div>"
    below = f"<div class=comments-area><h2>3条评论</h2><ol>{said}</ol></div>"
    return (
        f"<div class=site-branding><a href=/>十二张桌子</a></div><main>{own}{card}{below}</main>{_hot('z1')}"
    )


def _zblog(title: str, text: str) -> str:
    """Two cards of neighbours in the post's box, others beside."""
    near = _each("<div class=pn><h4><a href=/p/{i}>{}</a></h4><div>{}</div></div>", STORIES[:2])
    side = _each("<dl><dt><a href=/p/{i}>{}</a></dt><dd>{}</dd></dl>", STORIES[2:])
    info = "<h5>2024-03-06 分类：随笔 浏览：123</h5>"
    own = f"<div class=post>{title}{info}{text}{near}</div>"
    return (
        f"{_menu('top')}<div class=main>{own}<div class=q>{side}</div></div><p>Powered By Z-BlogPHP 1.7</p>"
    )


def _company(title: str, text: str) -> str:
    """Goods above, the house below."""
    goods = f"<div class=pro><img src=p.jpg><div class=pt>青禾智能灌溉控制器</div><div class=pc>{GOODS}</div></div>"
    where = "<div class=pos>当前位置：<a href=/>主页</a> &gt; <a href=/n/>公司新闻</a> &gt;</div>"
    info = "<div class=info>时间：2024-03-06 09:12　来源：未知　作者：admin　点击：次</div>"
    house = (
        "<div class=lx><p>青禾智能科技有限公司成立于2008年，坐落在美丽的青河之滨，是一家集研发、生产、销售、服务于一体的高新技术"
        "企业，公司占地面积三万平方米，拥有各类专业技术人员一百二十余名，产品远销二十多个国家和地区。</p>"
        "<p>地址：青河市工业路18号 电话：0100-12345678</p></div>"
    )
    return f"{_menu('menu2')}{goods}{where}<div class=nr>{title}{info}{text}</div>{house}"


def _tables(title: str, text: str) -> str:
    """Layout of tables, stories in a column before."""
    side = _each("<tr><td><b>{}</b></td></tr><tr><td>{}</td></tr>", STORIES[:4])
    info = "<tr><td>2024-03-06 09:12:00 来源:青河新闻网 作者:林小满</td></tr>"
    own = f"<table><tr><td>{title}</td></tr>{info}<tr><td>{text}</td></tr></table>"
    columns = f"<td width=260><table>{side}</table></td><td>{own}</td>"
    return f"{_menu('n')}<table width=980><tr>{columns}</tr></table><table><tr><td>{TERMS}</td></tr></table>"


def _forum(title: str, text: str) -> str:
    """A portal of a forum: six comments of the same form."""
    said = _each("<dl><dt><a href=/u/{i}>{}</a> 2024-3-{i} 10:2{i}</dt><dd>{}</dd></dl>", COMMENTS * 2)
    info = "<p class=xg1>2024-3-6 09:12| 发布者: 小满| 查看: 312| 评论: 6</p>"
    own = f"<div class=vw><div class=h>{title}{info}</div><div class=d>{text}</div></div>"
    below = f"<div class=bm><div class=bm_h><h2>最新评论</h2></div><div class=bm_c>{said}</div></div>"
    return f"{_menu('nv')}<div class=ct>{own}{below}</div>"


def _endless(title: str, text: str) -> str:
    """The next post below, whole."""
    info = "<ul class=mt><li>作者: <a href=/a>小满</a></li><li>时间: {}</li></ul>"
    own = f"<div class=col>{title}{info.format('2024年3月6日')}{text}</div>"
    following = (
        f"<h1>从滩涂到港口</h1>{info.format('2024年3月2日')}<div class=c>{_each('<p>{}</p>', LONG)}</div>"
    )
    head = "<header><a href=/>旧渡口</a><p>记录一点日常，偶尔也写代码。</p></header>"
    return f"{head}{own}<div class=col>{following}</div>"


def _blog(title: str, text: str) -> str:
    """Who writes and what is announced stand before the post."""
    said = "博客已经迁移到新的域名，旧地址保留到年底，订阅的朋友请更新一下链接；评论系统改用邮箱登录，之前的留言正在慢慢导入。"
    before = f"<div class=g2><div>林小满</div><div>{CARD}</div></div><div class=g2><div>公告</div><div>{said}</div></div>"
    info = "<div class=g4>发表于 2024-03-06 | 更新于 2024-03-07 | 字数 88 | 阅读时长 1 分钟</div>"
    rights = (
        "<div class=g5><div>文章作者: 林小满</div><div>文章链接: https://example.com/p/1</div><div>版权声明: 本博客所有文章除特别"
        "声明外，均采用 CC BY-NC-SA 4.0 许可协议。转载请注明来自 小满的博客！</div></div>"
    )
    return f"<div class=g1>{before}</div><div class=g3>{title}{info}{text}{rights}</div>"


def _rendered(title: str, text: str) -> str:
    """Names that say nothing, who publishes, cards that are links as a whole."""
    cards = _each(
        "<a class=css-1q{i} href=/s/{i}><div class=css-t>{}</div><div class=css-e>{}</div></a>", STORIES
    )
    house = (
        "青河观察是一家独立的城市媒体，由三位前报社记者创办。我们相信一座城市的故事应该由住在这里的人来讲。每周二和周五更新，"
        "成为我们的会员，就可以参加每月一次的城市漫步，并收到一份手绘地图。"
    )
    own = f"<div class=css-a>{title}<div class=css-d>3月6日 · 1分钟阅读</div>{text}</div>"
    below = f"<div class=css-b><p>{house}</p></div><div class=css-c>{cards}</div>"
    return f"<div id=__next>{_menu('css-n')}<main class=css-m>{own}{below}</main></div>"


def _office(title: str, text: str) -> str:
    """A table of attributes before, explanations and terms below."""
    cells = ["索引号", "011000123/2024-00031", "发布机构", "云溪街道办事处", "发文日期", "2024-03-06"]
    info = "<div class=ly>发布时间：2024-03-06 09:12 信息来源：云溪街道办事处 字号：[大 中 小]</div>"
    own = f"<table><tr>{_each('<td>{}</td>', cells)}</tr></table>{title}{info}{text}<div class=dy>【打印】【关闭】</div>"
    told = _each("<div class=jd1>{1}</div>", (STORIES[2], STORIES[5]))
    below = f"<div class=jd><h2>政策解读</h2>{told}</div><div class=foot1><p>{TERMS}</p><p>主办：云溪街道办事处</p></div>"
    return f"{_menu('n')}<div class=zx>{own}</div>{below}"


def _school(title: str, text: str) -> str:
    """A word of the head before, dated beginnings of others below."""
    word = (
        "办学七十年，我们始终相信每一个孩子都是一粒种子，有的开花早，有的开花晚，有的也许永远不开花，因为它会长成一棵树。"
        "愿南山中学的每一位同学，都能在这里找到自己的阳光、雨露和土壤。"
    )
    rows = _each("<li><span>03-0{i}</span><a href=/x/{i}>{}</a><p>{:.60}...</p></li>", STORIES)
    info = "<div>作者：教务处 日期：2024-03-06 点击数：215</div>"
    before = f"<div class=jj><div>校长寄语</div><div>{word}</div></div>"
    return f"{_menu('mn')}{before}<div class=con>{title}{info}{text}</div><ul class=tz>{rows}</ul>"


def _mobile(title: str, text: str) -> str:
    """Comments and beginnings of other stories below."""
    said = _each("<div class=p1><span>{}</span><div class=p2>{}</div><span>{i}7赞</span></div>", COMMENTS)
    more = _each("<div class=y1><a href=/m/{i}>{}</a></div><div class=y2>{}</div>", STORIES[:4])
    info = "<div class=e><span>青河日报</span><span>03-06 09:12</span></div>"
    own = f"<div class=b>打开客户端，看更多精彩内容</div><div class=d>{title}{info}{text}</div>"
    return f"<div class=a>{own}<div class=o><div>精彩评论</div>{said}</div><div class=y>{more}</div></div>"


def _paper(title: str, text: str) -> str:
    """Stories of the same sheet before and below."""
    story = "<div class=st><div class=sh>{}</div><div class=sb><p>{}</p><p>{}</p></div></div>"
    before, below = story.format("从滩涂到港口", *LONG[:2]), story.format("缆绳厂的老师傅", *LONG[2:])
    head = "<div class=ban>2024年3月6日 星期三 第03版：社会</div>"
    rights = "<div class=sm>青河晚报社版权所有，未经书面授权，不得复制或建立镜像。</div>"
    return f"{head}{before}<div class=cur>{title}{text}</div>{below}{rights}"


SHAPES: dict[str, tuple[str, Callable[[str, str], str]]] = {
    "portal": ("{}_新闻频道_青河网", _portal),
    "flash": ("{} - 快讯 - 海蓝财经", _flash),
    "wordpress": ("{} | 十二张桌子", _wordpress),
    "zblog": ("{}-随手记", _zblog),
    "company": ("{}_公司新闻_青禾智能科技有限公司", _company),
    "tables": ("{}-青河新闻网", _tables),
    "forum": ("{} - 青河论坛 - Powered by Discuz!", _forum),
    "endless": ("{} - 旧渡口", _endless),
    "blog": ("{} | 小满的博客", _blog),
    "rendered": ("{} · 青河观察", _rendered),
    "office": ("{}-云溪街道办事处", _office),
    "school": ("{}_南山中学", _school),
    "mobile": ("{}", _mobile),
    "paper": ("{} 青河晚报数字报", _paper),
}
"""Name to what <title> prints, and what stands around a title and a text."""


class Short(NamedTuple):
    """A page and what it must give."""

    id: str
    page: str
    title: str
    lines: tuple[str, ...]


def pages() -> Iterator[Short]:
    """Every article in every shape; prints of the title and elements of the text take turns."""
    for number, (name, (head, shape)) in enumerate(SHAPES.items()):
        for index, (title, lines) in enumerate(ARTICLES):
            printed = list(TITLES)[(index + number) % len(TITLES)]
            element = list(BODIES)[(index * 2 + number * 3 + index // 5) % len(BODIES)]
            inner = shape(TITLES[printed].format(title), BODIES[element](lines))
            top = f"<!DOCTYPE html><html lang=zh-CN><head><meta charset=utf-8><title>{head.format(title)}</title></head>"
            yield Short(
                f"{name}/{index}/{printed}/{element}", f"{top}<body>{inner}</body></html>", title, lines
            )
