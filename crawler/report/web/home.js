// The jobs that are served, and one search over all of them.
let data, asked = "";

function head() {
  document.documentElement.lang = zh ? "zh-CN" : "en";
  document.getElementById("head").replaceChildren(
    el("div", { class: "brand" }, el("span", {}, el("b", {}, "清文"), t("all_jobs")), languageButton(draw)),
    el("h1", {}, t("n_jobs", { n: data.jobs.length })));
}

function jobRow(job) {
  if (job.error) return el("div", { class: "job damaged" }, el("span", { class: "who" }, el("b", {}, job.name), el("span", { class: "bad small" }, job.error)));
  const run = job.runs.at(-1), sites = Object.values(run?.sites ?? {}), all = (value) => sites.reduce((n, site) => n + value(site), 0);
  const cell = (key, value, tone) => el("span", { class: "cell" }, el("b", { class: value && tone ? tone : null }, number(value)), el("span", { class: "soft small" }, t(key)));
  return el("a", { class: "job", href: job.link },
    el("span", { class: "who" }, el("b", {}, job.name), job.running ? el("span", { class: "tag accent" }, t("is_running")) : null, el("span", { class: "soft small" }, run ? when(run.started_at) : "")),
    sparkline(job.runs.map((one) => Object.values(one.sites).reduce((n, site) => n + site.articles, 0))),
    cell("articles", all((site) => site.articles)), cell("rejected", all((site) => sum(site.rejected))), cell("failed", all((site) => sum(site.failed)), "bad"), cell("in_index", job.indexed));
}

// The excerpt with the words that were asked for marked.
function marked(text, words) {
  const parts = words.split(/\s+/).filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (!parts.length) return [text];
  return text.split(new RegExp(`(${parts.join("|")})`, "gi")).map((part, at) => (at % 2 ? el("mark", {}, part) : part));
}

function hitBox(hit, words) {
  return el("li", {}, el("a", { href: hit.link, lang: "zh" }, marked(hit.title, words)), el("p", { class: "excerpt", lang: "zh" }, marked(hit.excerpt, words)),
    el("p", { class: "soft small" }, [hit.job, hit.site, hit.source, hit.published].filter(Boolean).join(" · ")));
}

async function search(words) {
  asked = words;
  const box = document.getElementById("hits"), jobs = document.getElementById("jobs");
  jobs.hidden = words !== "";
  if (!words) { box.replaceChildren(); return; }
  const { hits } = await (await fetch(`search?q=${encodeURIComponent(words)}`)).json();
  if (asked !== words) return;
  box.replaceChildren(el("p", { class: "soft small", role: "status" }, t("n_hits", { n: number(hits.length) })), el("ul", { class: "hits" }, hits.map((hit) => hitBox(hit, words))));
}

function draw() {
  head();
  const input = el("input", { type: "search", placeholder: t("search_all"), "aria-label": t("search"), value: asked });
  let waiting;
  input.oninput = () => { clearTimeout(waiting); waiting = setTimeout(() => search(input.value.trim()), 150); };
  document.getElementById("main").replaceChildren(el("div", { class: "filters" }, input), el("div", { id: "hits" }), el("div", { id: "jobs" }, data.jobs.map(jobRow)));
  document.getElementById("foot").replaceChildren(el("p", { class: "row" }, t("feeds"), el("a", { href: "/feed.rss" }, "RSS"), el("a", { href: "/feed.json" }, "JSON Feed"), el("span", {}, t("interface")), el("code", {}, "/articles?job=&site=&since=")));
  if (asked) search(asked);
}

async function start() {
  data = await unpack("data");
  asked = new URLSearchParams(location.search).get("q") ?? "";
  draw();
  document.documentElement.dataset.ready = Math.round(performance.now());
}
start();
