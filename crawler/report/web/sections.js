// The parts of the report below its list of articles.
const failed = (site) => sum(site.failed), rejected = (site) => sum(site.rejected);

function totals(run) {
  const sites = Object.values(run.sites), all = (value) => sites.reduce((n, site) => n + value(site), 0);
  return { fetched: all((s) => s.fetched), articles: all((s) => s.articles), unchanged: all((s) => s.unchanged), rejected: all(rejected), failed: all(failed) };
}

function section(id, title, ...children) {
  return el("section", { id }, el("h2", {}, title), ...children);
}

// Labels under a chart, and the longer ones of its tooltips.
function runLabels(runs) {
  const days = runs.map((run) => when(run.started_at, { month: "numeric", day: "numeric" }));
  if (new Set(days).size === days.length || days.length > 60) return days;
  return runs.map((run) => when(run.started_at, { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false }));
}
const runHeads = (runs) => runs.map((run) => when(run.started_at));

const OUTCOMES = [["articles", "--good"], ["unchanged", "--accent"], ["rejected", "--idle"], ["failed", "--bad"]];

function outcomeBars(runs, of, options) {
  const counts = runs.map(of);
  const series = OUTCOMES.map(([name, colour]) => ({ label: t(name), colour, values: counts.map((count) => count[name]) }))
    .filter((one) => one.values.some(Boolean));
  return stackedBars(runLabels(runs), series.length ? series : [{ label: t("articles"), colour: "--good", values: counts.map(() => 0) }], { heads: runHeads(runs), ...options });
}

function runsSection(data) {
  const rows = data.runs.map((run, at) => [run, at + 1]).reverse().slice(0, 30).map(([run, n]) => {
    const count = totals(run);
    return el("tr", {}, el("td", {}, String(n)), el("td", {}, when(run.started_at)), el("td", {}, duration(run.duration)),
      ...["fetched", "articles", "unchanged", "rejected", "failed"].map((name) => el("td", { class: "number" }, number(count[name]))), el("td", {}, code("finish", run.finish_reason)));
  });
  const heads = [t("run"), t("began"), t("took"), ...["fetched", "articles", "unchanged", "rejected", "failed"].map((name) => t(name)), t("ended")];
  return section("runs", t("runs"), outcomeBars(data.runs, totals, { title: t("runs") }),
    el("details", { class: "figures" }, el("summary", {}, t("as_table")), el("div", { class: "wide" }, el("table", {},
      el("thead", {}, el("tr", {}, heads.map((head, at) => el("th", { class: at > 2 && at < 8 ? "number" : null }, head)))), el("tbody", {}, rows)))));
}

function siteCounts(run, name) {
  const site = run.sites[name];
  return site ? { articles: site.articles, unchanged: site.unchanged, rejected: rejected(site), failed: failed(site) } : { articles: 0, unchanged: 0, rejected: 0, failed: 0 };
}

// The median of what a share was before this run.
function usual(history) {
  const before = history.slice(0, -1).filter((value) => value !== null).sort((a, b) => a - b);
  return before.length ? before[Math.floor(before.length / 2)] : null;
}

function fillRates(histories, alarms) {
  return el("dl", { class: "fills" }, Object.entries(histories).filter(([, history]) => history.at(-1) !== null).flatMap(([figure, history]) => {
    const now = history.at(-1), before = usual(history), fell = alarms.has(figure) && now < before;
    const was = before !== null && Math.abs(before - now) >= 0.01 ? el("span", { class: "soft" }, t("was", { n: percent(before) })) : null;
    return [el("dt", {}, code("field", figure.slice(7))),
      el("dd", {}, el("span", { class: "bar" }, el("i", { class: fell ? "fell" : null, style: `width: ${100 * now}%` })), el("b", { class: fell ? "bad" : null }, percent(now)), was)];
  }));
}

function siteRow(data, name) {
  const run = data.runs.at(-1), site = run.sites[name], alarms = new Set(data.alarms.filter((alarm) => alarm.site === name).map((alarm) => alarm.figure));
  const cell = (key, value, tone) => el("span", { class: "cell" }, el("b", { class: value && tone ? tone : null }, number(value)), el("span", { class: "soft small" }, t(key)));
  const box = el("details", { class: "site" }, el("summary", {},
    el("span", { class: "who" }, name, alarms.size ? el("span", { class: "tag bad" }, t("n_alarms", { n: alarms.size })) : null),
    sparkline(data.runs.map((one) => one.sites[name]?.articles ?? 0)),
    cell("articles", site.articles), cell("rejected", rejected(site)), cell("failed", failed(site), "bad")));
  box.ontoggle = () => {
    if (!box.open || box.lastChild.className === "inside") return;
    const inside = el("div", { class: "inside" });
    box.append(inside);
    inside.append(
      el("p", { class: "soft small" }, [t("n_pages", { n: number(site.fetched) }), site.unchanged ? t("n_unchanged", { n: number(site.unchanged) }) : "", t("n_lists", { n: number(site.lists) }),
        site.duplicates ? t("n_duplicates", { n: number(site.duplicates) }) : "", skipped(site),
        t("mean_download", { n: number(site.seconds / Math.max(1, site.fetched), 2) })].filter(Boolean).join(" · ")),
      outcomeBars(data.runs, (one) => siteCounts(one, name), { height: 170, title: name }),
      el("h3", {}, t("fill_rates")), fillRates(data.figures[name] ?? {}, alarms));
  };
  return box;
}

function skipped(site) {
  const reasons = Object.entries(site.skipped ?? {});
  const all = reasons.reduce((sum, [, count]) => sum + count, 0);
  const why = reasons.map(([reason, count]) => `${code("skip", reason)} ${number(count)}`).join(zh ? "，" : ", ");
  return all ? `${t("n_skipped", { n: number(all) })} (${why})` : "";
}

function sitesSection(data) {
  const sites = data.runs.at(-1).sites;
  const names = Object.keys(sites).sort((a, b) => sites[b].articles - sites[a].articles);
  return section("sites", t("sites"), el("p", { class: "soft small" }, t("sites_hint")), ...names.map((name) => siteRow(data, name)));
}

function figureName(figure) {
  const [family, ...rest] = figure.split(":"), what = rest.join(":");
  if (family === "filled") return t("figure_filled", { field: code("field", what) });
  if (family === "rejected") return t("figure_rejected", { reason: code("reason", what) });
  if (family === "layout") return t("figure_layout", { box: what });
  return code("figure", figure);
}

function figureValue(figure) {
  if (figure === "length") return (value) => t("characters", { n: number(value) });
  if (figure === "silence") return (value) => t("days", { n: number(value, 1) });
  return percent;
}

function side(title, page, figures) {
  if (!page) return el("div", { class: "side" }, el("h4", {}, title), el("p", { class: "soft" }, t("no_side")));
  const values = Object.entries(page.values ?? {});
  const facts = page.values ? [...values.map(([name, value]) => [name, code("field", name), value]), ["layout", t("text_from"), el("code", {}, page.layout)]]
    : [["why", t("why"), [page.reason ? code("reason", page.reason) : code("stage", page.stage), page.error, page.detail].filter(Boolean).join(" · ")]];
  const marks = (name) => figures.some((figure) => figure === `filled:${name}` || figure.split(":")[0] === name || (figure === "length" && name === "chars"));
  const value = (found) => (found === null || found === "" || found === undefined || found === 0 ? el("span", { class: "soft" }, t("nothing")) : found instanceof Node ? found : String(found));
  return el("div", { class: "side" }, el("h4", {}, title), el("p", { class: "name", lang: "zh" }, page.title ?? ""), el("p", { class: "small" }, link(page.url ?? "")),
    el("dl", { class: "facts-list" }, facts.flatMap(([name, words, found]) => [el("dt", { class: marks(name) ? "marked" : null }, words), el("dd", { class: marks(name) ? "marked" : null }, value(found))])),
    page.text ? el("p", { class: "lead", lang: "zh" }, page.text) : null,
    page.explained ? el("a", { href: page.explained, class: "button" }, t("explain")) : null);
}

// More of a field and fewer refusals are alarms, too, and good ones.
const isGain = ({ figure, before, after }) => figure.startsWith("filled:") ? after > before : figure.startsWith("rejected:") && after < before;

// One figure of an alarm: its name, its trend, what it was and is; opened, its values run by run.
function alarmFigure(alarm, data) {
  const format = figureValue(alarm.figure), known = alarm.history.filter((value) => value !== null);
  const box = el("details", { class: "turn" }, el("summary", {}, el("span", { class: "what" }, figureName(alarm.figure)), sparkline(known),
    el("span", { class: "values" }, format(alarm.before), el("span", { class: "soft", "aria-label": t("became") }, "→"), el("b", { class: isGain(alarm) ? "good" : "bad" }, format(alarm.after)))));
  box.ontoggle = () => {
    if (!box.open || box.children.length > 1) return;
    const share = !["length", "silence"].includes(alarm.figure);
    box.append(known.length ? lineOverRuns(runLabels(data.runs), alarm.history, format, { title: figureName(alarm.figure), heads: runHeads(data.runs), tone: isGain(alarm) ? "--good" : "--bad", top: share ? 1.05 : undefined }) : "",
      alarm.examples.length ? el("ul", { class: "plain small" }, alarm.examples.map((url) => el("li", {}, link(url)))) : "");
  };
  return box;
}

function alarmBox(site, data) {
  const alarms = data.alarms.filter((alarm) => alarm.site === site), sides = data.sides[site] ?? {}, figures = alarms.map((alarm) => alarm.figure);
  return el("article", { class: "alarm" }, el("h3", {}, site), ...alarms.map((alarm) => alarmFigure(alarm, data)),
    el("div", { class: "sides" }, side(t("before"), sides.before, figures), side(t("now"), sides.now, figures)));
}

function alarmsSection(data) {
  if (!data.alarms.length) return null;
  const sites = [...new Set(data.alarms.map((alarm) => alarm.site))];
  return section("alarms", t("alarms"), el("p", { class: "soft small" }, t("alarms_hint")), ...sites.map((site) => alarmBox(site, data)));
}

function leftHosts(run) {
  const left = Object.entries(run.hosts_left);
  if (!left.length) return null;
  return el("aside", { class: "notice" }, el("b", {}, t("hosts_left")), el("ul", { class: "plain" }, left.map(([host, why]) => el("li", {}, `${host} · ${why}`))));
}

function causeBox(cause, most) {
  const name = cause.what === "rejected" ? code("reason", cause.reason) : t("failed_at", { stage: code("stage", cause.reason) });
  const pages = cause.pages.map((page) => el("li", {}, link(page.url || "", page.url || t("unknown_url")), page.detail ? el("span", { class: "soft" }, ` ${page.detail}`) : null,
    page.explained ? el("a", { href: page.explained }, t("explain")) : null));
  return el("details", { class: "cause" }, el("summary", {},
    el("b", { class: "number" }, number(cause.count)),
    el("span", { class: "what" }, el("span", { class: cause.what === "failed" ? "bad" : null }, name), " ", el("span", { class: "soft" }, [cause.error, cause.pattern].filter(Boolean).join(": "))),
    el("span", { class: "bar", "aria-hidden": "true" }, el("i", { class: cause.what, style: `width: ${Math.max(2, 100 * cause.count / most)}%` }))),
  el("p", { class: "soft small" }, Object.entries(cause.sites).map(([site, n]) => `${site} ${number(n)}`).join(" · ")), el("ul", { class: "plain small" }, pages),
  cause.count > pages.length ? el("p", { class: "soft small" }, t("first_of", { n: pages.length, all: number(cause.count) })) : null);
}

function lostSection(data) {
  const most = Math.max(...data.causes.map((cause) => cause.count));
  const order = [...data.causes].sort((a, b) => (a.what === b.what ? b.count - a.count : a.what === "failed" ? -1 : 1));
  return section("lost", t("lost"), el("p", { class: "soft small" }, t("lost_hint")), leftHosts(data.runs.at(-1)),
    ...(order.length ? order.map((cause) => causeBox(cause, most)) : [el("p", { class: "empty" }, t("none_lost"))]));
}

function groupBox(group, data, open) {
  const { articles: a } = data;
  return el("details", { class: "cause" }, el("summary", {}, el("b", { class: "number" }, String(group.length)), el("span", { class: "what", lang: "zh" }, a.title[group[0]])),
    el("ul", { class: "plain small" }, group.slice(0, 50).map((at) => el("li", {}, el("button", { class: "quiet small", type: "button", onclick: () => open(at) }, t("read")), ` ${a.sites[a.site[at]]} · `, link(a.url[at])))));
}

function duplicatesSection(data, open) {
  if (!data.groups.length) return null;
  const boxes = data.groups.slice(0, 50).map((group) => groupBox(group, data, open));
  const more = data.groups.length > 50 ? el("p", { class: "soft small" }, t("first_of", { n: 50, all: number(data.groups.length) })) : null;
  return section("duplicates", t("duplicates"), el("p", { class: "soft small" }, t("duplicates_hint")), ...boxes, more);
}

function lengthsSection(data) {
  const { bounds, counts } = data.lengths, labels = bounds.map((low) => (low ? `≥ ${number(low)}` : "< 100"));
  if (!sum(counts)) return null;
  return section("lengths", t("lengths"), stackedBars(labels, [{ label: t("articles"), colour: "--good", values: counts }], { height: 190, title: t("lengths") }));
}
