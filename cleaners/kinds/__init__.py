"""What a page is: article, list, thread, error … decided by the whole page, and whether it is taken."""

from cleaners.kinds.grounds import MIN_CHARS
from cleaners.kinds.judge import Verdict, judge
from cleaners.kinds.lines import judge_lines

__all__ = ["MIN_CHARS", "Verdict", "judge", "judge_lines"]
