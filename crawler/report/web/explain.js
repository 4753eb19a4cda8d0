// Why a page came out as it did: the page at one side, what was made of it at the other.
let data, original, tab = "lines";

function verdict() {
  const { record } = data;
  if (!data.accepted) return el("p", { class: "verdict rejected" }, el("b", {}, t("no_article", { reason: code("reason", record.reason) })), record.kind ? el("span", {}, code("kind", record.kind)) : null, el("span", {}, record.detail));
  const date = record.published_at ? record.published_at.slice(0, 16).replace("T", " ") : "";
  return el("p", { class: "verdict" }, el("b", {}, code("kind", record.kind)), el("span", {}, t("characters", { n: number(record.quality.chars) })), el("span", {}, t("sure", { n: record.quality.confidence.toFixed(2) })),
    date ? el("span", {}, date) : null, record.source ? el("span", {}, record.source) : null, record.authors.length ? el("span", {}, record.authors.join(" ")) : null,
    ...record.flags.map((flag) => el("span", { class: GRAVE.includes(flag) ? "tag warn" : "tag" }, code("flag", flag))));
}

function head() {
  document.documentElement.lang = zh ? "zh-CN" : "en";
  document.getElementById("head").replaceChildren(
    el("div", { class: "brand" }, el("span", {}, el("b", {}, "清文"), data.home ? el("a", { href: data.home }, t("back_to_report")) : t("explained")), languageButton(draw)),
    el("h1", { lang: "zh" }, data.title || data.url || t("no_title")),
    data.url ? el("p", { class: "small" }, link(data.url)) : "", verdict());
}

function tabs() {
  const names = [...(data.original ? ["original"] : []), ...Object.keys(PANELS)];
  document.getElementById("tabs").replaceChildren(...names.map((name) => el("button", { type: "button", role: "tab", class: name === "original" ? "quiet only-narrow" : "quiet",
    "aria-selected": String(name === tab), onclick: () => show(name) }, t("tab_" + name))));
}

function show(name) {
  tab = name;
  tabs();
  const main = document.getElementById("main"), panel = document.getElementById("panel");
  main.classList.toggle("only-original", name === "original");
  if (name === "original") return;
  panel.replaceChildren(PANELS[name]());
  panel.scrollTop = 0;
  if (name === "lines") listen(panel);
}

function listen(panel) {
  panel.onmouseover = (event) => point(lineOf(event.target), true);
  panel.onmouseleave = () => point(-1);
  panel.onclick = (event) => pick(lineOf(event.target));
}

const lineOf = (node) => Number(node.closest?.("[data-line]")?.dataset.line ?? -1);

// Both sides mark the line that is pointed at; the other side brings it into view.
function point(line, fromList) {
  if (tab === "lines") lightLine(document.getElementById("panel"), line, !fromList);
  original?.light(line, fromList);
}

// On a phone only one side is seen: a touch goes to the other.
function pick(line) {
  if (line < 0 || !isNarrow()) return;
  const toLines = tab === "original";
  show(toLines ? "lines" : "original");
  requestAnimationFrame(() => point(line, !toLines));
}

function draw() {
  head();
  const main = document.getElementById("main"), panel = el("section", { class: "panel", id: "panel", tabindex: 0, "aria-label": t("explained") });
  original = data.original ? new Original(data.original, data.lines) : null;
  if (original) { original.onpoint = (line) => point(line, false); original.onpick = pick; }
  const pictures = el("button", { type: "button", class: "small" }, t("load_pictures"));
  pictures.onclick = () => { pictures.remove(); original.load(true); };
  main.replaceChildren(...(original ? [el("section", { class: "page-side" }, el("div", { class: "bar-top row small soft" }, el("span", {}, t("original_hint")), /data-qw-src=/.test(data.original) ? pictures : null), original.frame)] : []), panel);
  main.classList.toggle("alone", !original);
  show(tab);
}

async function start() {
  data = await unpack("data");
  draw();
  document.documentElement.dataset.ready = Math.round(performance.now());
}
start();
