"""Synthetic pages (合成) for crawls on loopback."""

_PARAGRAPHS = [
    "本报讯（记者 李四）合成市人民政府日前召开工作会议，总结今年以来各项工作的进展情况，部署下一阶段的重点任务。",
    "会议指出，今年以来全市上下团结一心，经济运行总体平稳，民生事业持续改善，乡村面貌发生了新的变化。",
    "会议强调，各部门要进一步增强责任意识，把工作做细做实，确保各项目标任务按期完成，让群众有更多的获得感。",
]


def article(title: str, *extra: str, paragraphs: int = 3) -> str:
    """An article page with a title, paragraphs and, below them, other HTML."""
    body = "".join(f"<p>{title}。{text}</p>" for text in _PARAGRAPHS[:paragraphs])
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head><body><h1>{title}</h1>"
        f"<div class=info>2018-07-24 11:41 来源：合成日报</div><div class=content>{body}</div>{''.join(extra)}</body></html>"
    )


def links(*hrefs: str, text: str = "合成") -> str:
    """A list page."""
    items = "".join(f"<li><a href='{href}'>{text}</a></li>" for href in hrefs)
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body><ul>{items}</ul></body></html>"
