// The page as it was, in a frame without scripts; its lines are found again and marked by what became of them.
const FRAME_STYLE = `
  :root { color-scheme: light; } body { margin: 1rem; font: 15px/1.75 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #222; background: #fff; overflow-wrap: anywhere; }
  img { max-width: 100%; height: auto; } table { max-width: 100%; }`;
const MARK_STYLE = `
  [data-qw] { cursor: pointer; border-radius: 2px; } [data-qw-kept] { background: #dff1ea; box-shadow: 0 0 0 2px #dff1ea; } [data-qw-dropped] { opacity: .42; }
  [data-qw].qw-on { opacity: 1; background: #ffe9a8; box-shadow: 0 0 0 2px #ffe9a8; outline: 1px solid #b98900; }
  [data-qw-src]:is(img, video, audio):not([src]) { display: inline-block; min-width: 5rem; min-height: 3rem; max-height: 6rem !important; background: #eceeec; border: 1px dashed #b8bfbc; }`;

class Original {
  constructor(html, lines) {
    this.html = html;
    this.lines = lines;
    this.marks = new Map(); // line to the elements that hold its text
    this.onpoint = () => {};
    this.onpick = () => {};
    this.frame = el("iframe", { class: "original", sandbox: "allow-same-origin", referrerpolicy: "no-referrer", title: t("original") });
    this.load(false);
  }

  // Pictures are only asked for when the reader says so: the frame's own policy allows none before.
  load(pictures) {
    const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:${pictures ? " http: https:" : ""}`;
    const html = pictures ? this.html.replaceAll(/(<img\b[^>]*?) data-qw-src=/g, "$1 src=") : this.html;
    this.frame.onload = () => this.mark();
    this.frame.srcdoc = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${FRAME_STYLE}</style>${html}<style>${MARK_STYLE}</style>`;
  }

  get doc() { return this.frame.contentDocument; }

  mark() {
    this.marks.clear();
    for (const holder of this.doc.querySelectorAll("[data-run]")) this.markLines(holder, holder.dataset.run.split(" ").map(Number));
    this.doc.addEventListener("mouseover", (event) => this.onpoint(this.lineAt(event.target)));
    this.doc.addEventListener("mouseleave", () => this.onpoint(-1));
    this.doc.addEventListener("click", (event) => { event.preventDefault(); this.onpick(this.lineAt(event.target)); });
    this.bring(this.lines.findIndex(([, , kept], at) => kept && this.marks.has(at)));
    this.frame.dataset.marked = this.marks.size;
  }

  lineAt(node) {
    const found = node.closest?.("[data-qw]");
    return found ? Number(found.dataset.qw) : -1;
  }

  // The text nodes that stand directly in a holder, with where each character of their joined text is.
  textOf(holder) {
    const walker = this.doc.createTreeWalker(holder, NodeFilter.SHOW_TEXT), places = [];
    let text = "";
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest("[data-run]") !== holder || node.parentElement.tagName === "STYLE") continue;
      for (let at = 0; at < node.data.length; at++) if (/\S/.test(node.data[at])) { text += node.data[at]; places.push([node, at]); }
    }
    return { text, places };
  }

  markLines(holder, runs) {
    const { text, places } = this.textOf(holder), found = [];
    let from = 0;
    for (const run of runs) {
      const line = this.lines[run];
      if (!line) continue;
      const wanted = line[0].replaceAll(/\s/g, ""), at = text.indexOf(wanted, from);
      if (at < 0 || !wanted) { this.dress(holder, run); continue; }
      found.push([run, at, at + wanted.length]);
      from = at + wanted.length;
    }
    for (const [run, start, end] of found.reverse()) this.wrap(run, places.slice(start, end));
  }

  // From the end on: what stands before keeps its place.
  wrap(run, places) {
    const spans = new Map();
    for (const [node, at] of places) spans.set(node, [spans.get(node)?.[0] ?? at, at + 1]);
    for (const [node, [start, end]] of spans) {
      const range = this.doc.createRange(), mark = this.doc.createElement("span");
      range.setStart(node, start);
      range.setEnd(node, end);
      range.surroundContents(mark);
      this.dress(mark, run);
    }
  }

  dress(mark, run) {
    if (mark.dataset.qw !== undefined) return;
    mark.dataset.qw = run;
    mark.toggleAttribute(this.lines[run][2] ? "data-qw-kept" : "data-qw-dropped", true);
    mark.title = ruleWords(this.lines[run][1]);
    this.marks.set(run, [...(this.marks.get(run) ?? []), mark]);
  }

  light(line, come) {
    for (const mark of this.doc?.querySelectorAll(".qw-on") ?? []) mark.classList.remove("qw-on");
    const marks = this.marks.get(line) ?? [];
    marks.forEach((mark) => mark.classList.add("qw-on"));
    if (come) this.bring(line);
  }

  // Scrolls to a line that cannot be seen.
  bring(line) {
    const box = this.marks.get(line)?.[0].getBoundingClientRect(), view = this.frame.contentWindow;
    if (box && (box.top < 0 || box.bottom > view.innerHeight)) view.scrollBy({ top: box.top - view.innerHeight / 3 });
  }
}
