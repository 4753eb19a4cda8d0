// Every line of the page in its order: what was kept as text, what was dropped in grey with the reason in words.
const TOGETHER = 3; // lines dropped for one reason that stand open; more are folded

const ruleWords = (rule) => data.rules[rule]?.[zh ? "zh" : "en"] ?? rule;

function lineNode(at) {
  const [text, , kept] = data.lines[at];
  return el("p", { class: kept ? "line kept" : "line dropped", "data-line": at, lang: "zh", tabindex: -1 }, text);
}

// Lines that follow each other and had the same fate.
function stretches() {
  const found = [];
  data.lines.forEach(([, rule, kept], at) => {
    const last = found.at(-1);
    if (last && last.rule === rule && !kept && !last.kept) last.lines.push(at);
    else found.push({ rule, kept: Boolean(kept), lines: [at] });
  });
  return found;
}

function stretchNode({ rule, kept, lines }) {
  if (kept) return lineNode(lines[0]);
  const nodes = lines.map(lineNode), label = el("span", { class: "rule" }, el("b", {}, ruleWords(rule)), lines.length > 1 ? el("span", {}, t("n_lines", { n: number(lines.length) })) : null);
  if (lines.length <= TOGETHER) return el("div", { class: "stretch" }, label, nodes);
  return el("details", { class: "stretch" }, el("summary", {}, label, el("span", { class: "peek" }, lines.slice(0, 6).map((at) => data.lines[at][0]).join(" · "))), nodes);
}

function linesPanel() {
  const nodes = stretches().map(stretchNode), kept = data.lines.filter(([, , taken]) => taken).length;
  return el("div", { class: "lines" }, el("p", { class: "soft small legend" }, t("lines_legend", { kept: number(kept), dropped: number(data.lines.length - kept) })), nodes,
    data.hidden ? el("p", { class: "soft small" }, t("lines_hidden", { n: number(data.hidden) })) : null);
}

// Marks a line in the list; where it is folded, its fold.
function lightLine(panel, line, come) {
  panel.querySelectorAll(".on").forEach((node) => node.classList.remove("on"));
  const node = panel.querySelector(`[data-line="${line}"]`);
  if (!node) return;
  const fold = node.closest("details:not([open])"), shown = fold?.querySelector("summary") ?? node;
  shown.classList.add("on");
  node.classList.add("on");
  if (!come) return;
  const pane = panel.closest(".panel"), box = shown.getBoundingClientRect(), view = pane.getBoundingClientRect();
  if (box.top < view.top || box.bottom > view.bottom) pane.scrollTop += box.top - view.top - view.height / 3;
}
