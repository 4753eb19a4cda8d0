// The report: its head, its list, what is read beside it.
let data, list;
let opened = 0; // the last article that was asked for is the one that is shown

function figure(name, value, before, tone) {
  const turn = before === undefined || before === value ? null : el("span", { class: "soft small" }, `${value > before ? "+" : "−"}${number(Math.abs(value - before))} ${t("against_last")}`);
  return el("div", { class: "figure" }, el("b", { class: value && tone ? tone : null }, number(value)), el("span", {}, t(name)), turn);
}

function head() {
  const run = data.runs.at(-1), before = data.runs.at(-2) && totals(data.runs.at(-2)), now = totals(run);
  const sameDay = when(run.started_at, { dateStyle: "short" }) === when(run.finished_at, { dateStyle: "short" });
  const until = when(run.finished_at, sameDay ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" });
  const names = ["fetched", "articles", ...(now.unchanged ? ["unchanged"] : []), "rejected", "failed"];
  document.documentElement.lang = zh ? "zh-CN" : "en";
  document.getElementById("head").replaceChildren(
    el("div", { class: "brand" }, el("span", {}, el("b", {}, "清文"), data.live ? el("a", { href: data.live.home }, t("all_jobs")) : t("run_report")), languageButton(redraw)),
    el("h1", {}, data.job),
    el("p", { class: "when" }, el("span", {}, t("nth_run", { n: data.runs.length })), el("span", {}, `${when(run.started_at)} – ${until}`), el("span", { class: "soft" }, timeZone()),
      el("span", { class: "soft" }, duration(run.duration)), el("span", { class: run.finish_reason === "finished" ? "soft" : "warn" }, code("finish", run.finish_reason))),
    run.command ? el("p", { class: "command" }, el("code", {}, run.command), copyButton(run.command)) : "",
    el("div", { class: "key-figures" }, names.map((name) => figure(name, now[name], before?.[name], name === "failed" ? "bad" : ""))));
}

function nav() {
  const parts = [["alarms", data.alarms.length], ["articles", data.articles.title.length], ["runs", data.runs.length], ["sites", Object.keys(data.runs.at(-1).sites).length],
    ["lost", data.causes.reduce((n, cause) => n + cause.count, 0)], ["duplicates", data.groups.length], ["lengths", null]];
  document.getElementById("nav").replaceChildren(...parts.filter(([id]) => document.getElementById(id))
    .map(([id, n]) => el("a", { href: "#" + id }, t(id), n === null ? "" : el("span", { class: id === "alarms" ? "tag bad" : "soft small" }, number(n)))));
}

// What can be read of an article: packed in the page, or asked of the server.
async function articleAt(at) {
  if (data.live) return (await fetch(`${data.live.articles}/${encodeURIComponent(data.articles.place[at])}`)).json();
  return (await unpack(`pack-${Math.floor(at / 64)}`))[at % 64];
}

async function openArticle(at) {
  const pane = document.getElementById("pane"), a = data.articles, mine = ++opened;
  const article = await articleAt(at);
  if (mine !== opened) return;
  article.now = { source: a.sources[a.source[at]], published: a.published[at] };
  const line = [a.sites[a.site[at]], a.sources[a.source[at]], a.published[at], a.people[at], t("characters", { n: number(a.chars[at]) }), t("sure", { n: (a.confidence[at] / 100).toFixed(2) })].filter(Boolean).join(" · ");
  pane.replaceChildren(reader({ title: a.title[at], url: a.url[at], line, tags: list.marks(at), explained: a.explained[at], article,
    command: a.url[at] ? `qingwen explain '${a.url[at].replaceAll("'", "%27")}' --html why.html` : "", close: isNarrow() ? closeArticle : null }));
  showPane(pane);
}

function showPane(pane) {
  pane.classList.add("open");
  pane.scrollTop = 0;
  if (isNarrow()) document.body.classList.add("reading");
}

function closeArticle() {
  document.getElementById("pane").classList.remove("open");
  document.body.classList.remove("reading");
}

// Rows whose text holds the query; null when another was asked meanwhile.
async function searchTexts(query, isCurrent) {
  if (data.live) return searchServer(query);
  const found = new Set();
  for (let pack = 0; document.getElementById(`pack-${pack}`); pack++) {
    const articles = await unpack(`pack-${pack}`);
    if (!isCurrent()) return null;
    articles.forEach((article, n) => { if (article.text.toLowerCase().includes(query)) found.add(pack * 64 + n); });
  }
  return found;
}

async function searchServer(query) {
  const { places } = await (await fetch(`${data.live.search}?q=${encodeURIComponent(query)}`)).json();
  const rows = new Map(data.articles.place.map((place, at) => [place, at]));
  const found = new Set(places.map((place) => rows.get(place)).filter((at) => at !== undefined));
  list.elsewhere = { query, n: places.length - found.size };
  return found;
}

function articlesSection() {
  const { filters, count, scroller } = list.build();
  return el("section", { id: "articles" }, el("h2", {}, t("articles")), filters, count,
    el("div", { class: "split" }, scroller, el("div", { class: "pane", id: "pane", tabindex: -1 }, el("p", { class: "empty" }, t("choose_one")))));
}

function openAt(at) {
  list.choose(at);
  document.getElementById("articles").scrollIntoView();
}

function redraw() {
  head();
  document.getElementById("main").replaceChildren(...[alarmsSection(data), articlesSection(), runsSection(data), sitesSection(data), lostSection(data),
    duplicatesSection(data, openAt), lengthsSection(data)].filter(Boolean));
  document.getElementById("foot").replaceChildren(el("p", {}, t(data.live ? "served_by" : "made_by", { version: data.runs.at(-1).cleaner_version })));
  nav();
  list.apply();
  redrawCharts();
  if (list.chosen < 0 && !isNarrow() && list.shown.length) list.chosen = list.shown[0];
  list.paint();
  if (list.chosen >= 0 && !isNarrow()) openArticle(list.chosen);
}

// Paper holds no list that scrolls: its first rows are printed.
addEventListener("beforeprint", () => {
  const rows = list.shown.slice(0, 200).map((at) => el("tr", {}, el("td", {}, data.articles.title[at]), el("td", {}, data.articles.sites[data.articles.site[at]]), el("td", {}, data.articles.published[at])));
  document.getElementById("articles").append(el("table", { class: "printed" }, el("tbody", {}, rows)));
});
addEventListener("afterprint", () => document.querySelector(".printed")?.remove());

function makeList() {
  list = new ArticleList(data.articles, { flags: data.flags, kinds: data.kinds, open: openArticle, searchTexts });
}

async function start() {
  data = await unpack("data");
  makeList();
  redraw();
  const asked = location.hash.startsWith("#a=") ? decodeURIComponent(location.hash.slice(3)) : "";
  const at = data.articles.place.indexOf(asked);
  if (at >= 0) openAt(at);
  else if (asked && data.live) await openOlder(asked);
  if (data.live) follow();
  document.documentElement.dataset.ready = Math.round(performance.now());
}
start();
