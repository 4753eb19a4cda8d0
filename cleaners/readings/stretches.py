"""Where the article stands in text without markup: the lines of a dump."""

from __future__ import annotations

import re
from itertools import accumulate

from cleaners.document import Run
from cleaners.lexicon import fold, furniture, is_prose
from cleaners.metadata.title import Title
from cleaners.metadata.title.signs import before_steps
from cleaners.metadata.title.strings import key
from cleaners.readings.anchor import repeats_title
from cleaners.readings.enumerations import enumeration_end
from cleaners.readings.noise.line import SIGNED_ON
from cleaners.readings.view import View

_RUNNING = re.compile(r"。|[！？；…”」』]\W?$|[，,][^，,]{4,200}[，,]|[a-z][.!?]$")
"""What headlines, which lists of other stories consist of, seldom have: a full stop, several commas."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_CODE = re.compile(
    r"^\s*(?:[$#>]\s?\S|//|[{}()\[\];]+$|(?:import|from|def|class|return|for|if|else|while|var|let|const) "
    r"|(?:echo|sudo|cd|mv|cp|rm|pip|npm|git|docker|curl) )|[;{]$|[=$]\S|\S=|\(\)|\s--?\w|\s[/~][\w.-]+/"
)
"""A line of a listing, which stands in a text as a picture does."""
_ITEM = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、]|[①-⑳]|\d{1,2}[.．](?![\d.])")
"""An item of a list, a heading with its number: a text may have many in a row."""
_STOPPED = re.compile(r"[\u3400-\u9fff]{2}[。，！？][”」』]?$")
"""How a line ends that is said, though it is short."""
_SAID_AT = re.compile(r"[\[(（]?\d{1,2}:\d\d(?::\d\d)?[\])）]?(?:\s|$)")
"""`[09:30] 主持人`."""
_LEAST, _CAP = 16, 400
"""Shortest running text, and the most that one line counts."""
_ABOVE = 60
"""Lines above a text; what stands there and below it, too, is the page's frame."""
_HEADER = 12
"""Lines below the headline that are its frame, too, down to the first of the text."""
_CLAUSE = re.compile(r"[，。；、,;]")
_JAM, _APART = 80, 40
"""Characters of a line that is judged by its clauses, and of the longest mean clause; prose has about 15."""
_NAME = 4.5
"""Characters of a name and the blank behind it."""
_HALF = 300
"""Characters of scraps behind which text counts half: what follows a list of headlines is another story."""
_LATIN, _LETTER = re.compile("[A-Za-z]"), 0.3
"""What says so much of what one Chinese character does."""
_REGAIN = 4
"""So many characters of text make up for one of scraps: a long article has subheads and captions."""
_PRINTS, _SAME = 8, 0.9
"""Prints of the title that are tried, and the share of the best sum that counts as the same text."""
_FRAME = 30
"""Lines between a title and its text; more are a menu that begins with the site's name."""
_SALUTATION = 2
"""So many short lines before the text may be the address of a notice."""
_VERSES = 6
"""Lines of a text that has no running line."""
_TAIL = 8
"""So many short lines below the text, down to the first that is furniture, may be captions, names or a signature."""


def stretches_of(view: View, title: Title) -> list[range]:
    """The stretches of lines that may be the article."""
    start, end = _span_of(view, title.text if title.run is not None else "")
    return [range(start, _tail(view, start, end))]


def _span_of(view: View, title: str) -> tuple[int, int]:
    """The stretch of lines with the most running text and the fewest scraps; verse where there is none.

    It begins under the title where that is printed, since the line after it may be a subhead or a salutation. A dump
    prints it several times, as the page's <title> and in a breadcrumb: the last one that has the text below it counts.
    """
    wanted, runs = key(title), view.runs
    heads = [at for at, run in enumerate(runs) if repeats_title(run, wanted)]
    under = [at + 1 for at in heads if not _heads_steps(runs[at].text, wanted)][:_PRINTS]
    tried = [(first, *_stretch(runs[first:])) for first in under or [0]]
    most = max(top for *_, top in tried)
    first, start, end, _ = [found for found in tried if found[-1] >= most * _SAME][-1]
    if not end:
        end = _verse_end(view, first) - first
    if start <= (_FRAME if under else _SALUTATION):
        start = 0
    return first + start, first + end


def _verse_end(view: View, first: int) -> int:
    """Where two lines of furniture follow those that are none below a header; the end where these are few, or there is no
    header."""
    noisy = [bool(view.noise(at, edge=True)) for at in range(first, len(view.runs))]
    start = noisy.index(False) if False in noisy else 0
    both = (at for at in range(start, len(noisy) - 1) if noisy[at] and noisy[at + 1])
    end = next(both, len(noisy))
    return first + (end if start and end - start >= _VERSES else len(noisy))


def _heads_steps(text: str, title: str) -> bool:
    """`梅干菜烧肉的做法` under `梅干菜烧肉`, below what is needed for it."""
    return key(text) != title and bool(before_steps(key(text)))


def _tail(view: View, start: int, end: int) -> int:
    """Where the short lines end that belong to a text: sentences, captions, a list of names, who signs it and when."""
    told = _told_to(view, end)
    end = enumeration_end(view, told)
    stop = min(len(view.runs), end + _TAIL)
    first = next((at for at in range(start, end) if view.good[at]), start)
    above = {run.text for run in view.runs[max(0, start - _ABOVE) : min(first, start + _HEADER)]}
    for at in range(end, stop):
        text = view.runs[at].text
        signed = at + 1 < stop and SIGNED_ON.fullmatch(view.folded(at + 1)) is not None
        if (text in above and not signed) or _is_headline(text):
            return at
        rule = view.noise(at, edge=True)
        if view.section(at) is not None or (rule and (rule != "dateline" or at == told)):
            return at
    return stop if stop == len(view.runs) else end


def _told_to(view: View, end: int) -> int:
    """Where the short sentences end that follow a text line by line, each perhaps under the time at which it was said."""
    told = end
    for at in range(end, len(view.runs)):
        text = view.runs[at].text
        if _SAID_AT.match(text):
            continue
        if view.noise(at, edge=True) or view.section(at) is not None:
            break
        if _STOPPED.search(text):
            told = at + 1
        elif not _CLAUSE.search(text):
            break
    return told


def _is_headline(text: str) -> bool:
    """`万亩茶山变金山 产业旺 乡村兴`, or longer than a caption without a comma; names between blanks are shorter."""
    if _CLAUSE.search(text) or _ITEM.match(text):
        return False
    parts = text.split()
    return len(text) > _JAM // 2 or (len(parts) > 1 and len(text) > _NAME * len(parts) and not is_prose(text))


def _stretch(runs: list[Run]) -> tuple[int, int, float]:
    """Start, end and sum of the best stretch; (0, 0, 0.0) where there is none."""
    sums = [0.0, *accumulate(_worths(runs))]
    start, end, top, low = 0, 0, 0.0, 0
    for index, total in enumerate(sums):
        if total < sums[low]:
            low = index
        if total - sums[low] > top:
            start, end, top = low, index, total - sums[low]
    return start, end, top


def _is_running(text: str) -> bool:
    if is_prose(text) if _RUNNING.search(text) is None else not _is_jam(text):
        return not furniture(fold(text))
    return False


def _is_jam(text: str) -> bool:
    """Headlines of a ticker that lost the blanks between them: so long a Chinese text has clauses."""
    if len(text) < _JAM or len(_CLAUSE.findall(text)) * _APART >= len(text):
        return False
    return len(_HAN.findall(text)) * 2 >= len(text)


def _told(text: str) -> float:
    """How much a line says, in Chinese characters."""
    return len(text) - len(_LATIN.findall(text)) * (1 - _LETTER)


def _worths(runs: list[Run]) -> list[float]:
    """Positive for running text, less so behind scraps; negative for scraps."""
    worths: list[float] = []
    met, gap = False, 0
    for run in runs:
        size = len(run.text)
        if size >= _LEAST and _is_running(run.text):
            met = True
            worths.append(min(_told(run.text), _CAP) * 0.5 ** (gap / _HALF))
            gap = max(0, gap - size // _REGAIN)
        elif met and (_ITEM.match(run.text) or (_CODE.search(run.text) and not _HAN.search(run.text))):
            worths.append(0.0)
        else:
            gap += size if met else 0
            worths.append(-2 - 0.3 * min(size, 40))
    return worths
