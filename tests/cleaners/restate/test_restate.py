"""Formulas and listings as pages draw them, and what text and Markdown say of them."""

import pytest

from cleaners import Cleaner
from cleaners.dom import parse
from cleaners.restate import restate

PARAGRAPH = "云河市的渡轮今天早上恢复通航，码头上挤满了早起的人，船票在一个小时之内就卖完了。"


def read(inside: str) -> tuple[str, str]:
    """Text and Markdown between the first paragraph and the last."""
    page = (
        f"<title>渡轮恢复通航</title><h1>渡轮恢复通航</h1><div class=content><p>{PARAGRAPH}</p>{inside}"
        f"<p>{PARAGRAPH[:-1]}吗？</p></div>"
    )
    article = Cleaner(formats={"markdown"}).clean(page)
    assert article.markdown is not None
    return "\n".join(article.text.split("\n")[1:-1]), "\n\n".join(article.markdown.split("\n\n")[1:-1])


def sentence(formula: str) -> str:
    return f"<p>公式{formula}在这里出现，大家都知道。</p>"


FORMULAS = {
    "katex": (
        '<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>E</mi></mrow><annotation '
        'encoding="application/x-tex">E = mc^2</annotation></semantics></math></span><span class="katex-html">E=mc2'
        "</span></span>",
        "$E = mc^2$",
    ),
    "mathjax 2": (
        '<span class="MathJax_Preview"></span><span class="MathJax">a2</span><script type="math/tex">a^2</script>',
        "$a^2$",
    ),
    "mathjax 3": (
        '<mjx-container class="MathJax"><mjx-math>a2</mjx-math><mjx-assistive-mml><math><msup><mi>a</mi><mn>2</mn></msup>'
        "</math></mjx-assistive-mml></mjx-container>",
        "$a^{2}$",
    ),
    "mathml": ("<math><mfrac><mn>1</mn><msqrt><mi>x</mi></msqrt></mfrac></math>", r"$\frac{1}{\sqrt{x}}$"),
    "zhihu": ('<img src="https://www.zhihu.com/equation?tex=x%5E2%2By" alt="x^2+y" eeimg="1">', "$x^2+y$"),
    "mediawiki": (
        '<span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display: none"><math alttext="x">'
        '<mi>x</mi></math></span><img class="mwe-math-fallback-image-inline" alt="{\\displaystyle x_1}" src="/m.svg">'
        "</span>",
        "$x_1$",
    ),
    "mediawiki, hidden by a class": (
        '<span class="mwe-math-element"><span class="mwe-math-mathml-a11y"><math alttext="x"><mi>x</mi></math></span><img '
        'class="mwe-math-fallback-image-inline" alt="x_1" src="/m.svg"></span>',
        "$x_1$",
    ),
    "a picture that is put in later": ('<img src="" data-src="/equation?tex=x%5E2" alt="1">', "$x^2$"),
    "a picture whose address says nothing": ('<img src="/equation?tex=" alt="x^2">', "$x^2$"),
    "a picture without words": ('<img src="/equation?tex=x%5E2">', "$x^2$"),
    "katex, displayed": (
        '<span class="katex-display"><span class="katex"><math><annotation encoding="application/x-tex">x</annotation></math>'
        "</span></span>",
        "$$x$$",
    ),
    "mathml, displayed": ('<math display="block"><mi>x</mi></math>', "$$x$$"),
    "mathjax, displayed": ('<script type="math/tex; mode=display">x</script>', "$$x$$"),
    "table": (
        "<math><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mtext>石</mtext></mtd></mtr></mtable></math>",
        r"$\begin{matrix}1 & \text{石} \\ \end{matrix}$",
    ),
    "a root without its degree": (
        "<math><mroot><mi>x</mi></mroot><mo>×</mo><mi>y</mi></math>",
        r"$x\times y$",
    ),
    "tags are none": ('<script type="math/tex">a<b</script>', "$a<b$"),
}


@pytest.mark.parametrize(("drawn", "tex"), FORMULAS.values(), ids=FORMULAS.keys())
def test_formulas(drawn: str, tex: str) -> None:
    text, markdown = read(sentence(drawn))
    assert text == f"公式{tex}在这里出现，大家都知道。"
    assert markdown.replace("< ", "<") == text


LISTINGS = {
    "hexo": (
        '<figure class="highlight js"><table><tr><td class="gutter"><pre><span class="line">1</span><br><span '
        'class="line">2</span><br></pre></td><td class="code"><pre><span class="line">if (a) {</span><br><span '
        'class="line">  b();</span><br></pre></td></tr></table></figure>',
        "```js\nif (a) {\n  b();\n```",
    ),
    "rouge": (
        '<div class="highlight"><table class="rouge-table"><tr><td class="rouge-gutter gl"><pre class="lineno">1\n2\n</pre>'
        '</td><td class="rouge-code"><pre>x = 1\n  y = 2\n</pre></td></tr></table></div>',
        "```\nx = 1\n  y = 2\n```",
    ),
    "cnblogs": (
        '<div class="cnblogs_code"><pre><span style="color: #008080;">1</span> <b>int</b> main()\n'
        '<span style="color: #008080;">2</span>     return 0;</pre></div>',
        "```\nint main()\n    return 0;\n```",
    ),
    "csdn": (
        '<pre class="prettyprint"><code class="prism language-java has-numbering">class A {\n    int b;\n}</code>'
        '<div class="hljs-button">复制代码</div><ul class="pre-numbering"><li>1</li><li>2</li></ul></pre>',
        "```java\nclass A {\n    int b;\n}\n```",
    ),
    "wechat": (
        '<section class="code-snippet__fix"><ul class="code-snippet__line-index"><li>1</li></ul><pre data-lang="python">'
        "<code><span>def f():</span></code><code><span>    return 1</span></code></pre></section>",
        "```python\ndef f():\n    return 1\n```",
    ),
    "juejin": (
        '<pre><div class="code-block-extension-header">js<span class="copy-code-btn">复制代码</span></div><code '
        'class="hljs language-js">if (a) {\n  b()\n}\n</code></pre>',
        "```js\nif (a) {\n  b()\n}\n```",
    ),
    "prism": (
        '<pre class="line-numbers language-css"><code class="language-css">a {\n  b: c;\n}<span class="line-numbers-rows">'
        "<span></span><span></span></span></code></pre>",
        "```css\na {\n  b: c;\n}\n```",
    ),
}


@pytest.mark.parametrize(("drawn", "expected"), LISTINGS.values(), ids=LISTINGS.keys())
def test_listings(drawn: str, expected: str) -> None:
    text, markdown = read(drawn)
    assert markdown == expected
    assert [line.rstrip() for line in expected.split("\n")[1:-1]] == text.split("\n")


def left(source: str, tag: str = "body") -> str:
    """The words of a page once it is restated."""
    tree = parse(f"<body>{source}</body>")
    restate(tree, source)
    return "|".join("".join(map(str, element.itertext())) for element in tree.iter(tag))


def nested(depth: int) -> str:
    return f"<math>{'<mrow>' * depth}<mi>x</mi>{'</mrow>' * depth}</math>"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ('<script type="math/tex"> </script>', " "),
        (f'<script type="math/tex">{"x" * 4000}</script>', f"${'x' * 4000}$"),
        (f'<script type="math/tex">{"x" * 4001}</script>', "x" * 4001),
        ('<span class="MathJax">x</span><script type="math/tex">x</script>', "$x$"),
        ('<span class="MathJax">x</span>石<script type="math/tex">x</script>', "x石$x$"),
        ('<span class="a">x</span><script type="math/tex">x</script>', "x$x$"),
        (f'{"<i class=mjx-a>x</i>" * 3}<script type="math/tex">x</script>', "$x$"),
        (f'{"<i class=mjx-a>x</i>" * 4}<script type="math/tex">x</script>', "x$x$"),
        ('<mjx-container><i>y</i><math><mi>x</mi></math></mjx-container>', "$x$"),
        ('<mjx-container>y<script type="math/tex">x</script></mjx-container>', "yx"),
        ('<span class="katex">y<script type="math/tex">x</script></span>', "yx"),
        (f'<mjx-container>{"<i>" * 7}<script type="math/tex">x</script></mjx-container>', "x"),
        (f'<mjx-container>{"<i>" * 8}<script type="math/tex">x</script></mjx-container>', "$x$"),
        (nested(59), "$x$"),
        (nested(60), "x"),
        ("<math><annotation-xml><mi>y</mi></annotation-xml><mi>x</mi></math>", "$x$"),
        (f'<img src="/{"a" * 7986}?equation?tex=x">', ""),
        (f'<img src="/a?{"a" * 3000}&equation?tex=x" alt=y>', "$y$"),
        ('<img alt=y>', ""),
        ('<img src=1.png alt=y eeimg=1>', "$y$"),
    ],
)  # fmt: skip  # laid out for reading
def test_the_parts_of_a_formula(drawn: str, expected: str) -> None:
    assert left(drawn) == expected


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("<div class=gutter><pre>1</pre></div><div class=body><p>石</p></div>", "石"),
        ("<div class='code toolbar'><pre>石</pre></div>", "石"),
        ("<pre><code class='line-numbers'>石</code></pre>", "石"),
        ("<div><pre class=line-numbers>石</pre><pre class=line-numbers>桥</pre></div>", "石桥"),
        ("<div><pre>石</pre><ol class=line-numbers><li>1</ol></div>", "石"),
        ("<div class=toolbar>桥</div><pre>石</pre>", "桥石"),
        ("<article><div class=toolbar>桥</div><pre>石</pre></article>", "桥石"),
        ("<main><div class=toolbar>桥</div><pre>石</pre></main>", "桥石"),
        (f"<div>{'<i></i>' * 6}<div class=toolbar>桥</div><pre>石</pre></div>", "石"),
        (f"<div>{'<i></i>' * 7}<div class=toolbar>桥</div><pre>石</pre></div>", "桥石"),
        (f"<div><div class=toolbar>桥</div>{'<div>' * 3}<pre>石</pre>{'</div>' * 4}", "石"),
        (f"<div><div class=toolbar>桥</div>{'<div>' * 4}<pre>石</pre>{'</div>' * 5}", "桥石"),
        (f"<div class=lineno>{'<div>' * 3}<pre>石</pre>", ""),
        (f"<div class=lineno>{'<div>' * 4}<pre>石</pre>", "石"),
        ("<section class=lineno><pre>石</pre></section>", "石"),
        ("<pre><span>1</span> a\n<span>2</span> b</pre>", "a\nb"),
        ("<pre><span>1</span> a\n<span>3</span> b</pre>", "1 a\n3 b"),
        ("<pre><span>2</span> a\n<span>3</span> b</pre>", "2 a\n3 b"),
        ("<pre><span>1</span> a</pre>", "1 a"),
        ("<pre><span>1</span> a\n<span style=a>2</span> b</pre>", "1 a\n2 b"),
        ("<pre><code>a</code><code>b</code></pre>", "a\nb"),
        ("<pre><code>a\n</code><code>b</code></pre>", "a\nb"),
        ("<pre><code>a</code>\n<code>b</code></pre>", "a\nb"),
        ("<pre><code>a</code><b>b</b></pre>", "ab"),
    ],
)
def test_what_stands_around_a_listing(drawn: str, expected: str) -> None:
    assert left(drawn) == expected


CONTROL = "\x1b"
REWRITTEN = {
    "behind a formula": f'<math alttext="x^2"></math>{CONTROL}后面',
    "behind a number": f"<pre><span>1</span>{CONTROL} a = 1\n<span>2</span>{CONTROL} b = 2</pre>",
    "behind a line": f"<pre><code>a = 1</code>{CONTROL}<code>b = 2</code></pre>",
    "before a button": f"<pre>{CONTROL}a = 1<button>复制</button>{CONTROL}</pre>",
    "between buttons": f"<pre><b>a</b>{CONTROL}<button>复制</button>{CONTROL}</pre>",
}


@pytest.mark.parametrize("inside", REWRITTEN.values(), ids=REWRITTEN)
def test_characters_that_a_tree_cannot_be_given_are_left_out(inside: str) -> None:
    """lxml reads a control character, and raises where it is written back."""
    text, markdown = read(sentence("") + inside + sentence(""))
    assert CONTROL not in text + markdown and "公式在这里" in text
