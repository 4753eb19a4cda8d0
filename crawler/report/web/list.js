// The list of articles: filters, order, and only those rows that can be seen.
const ROW = 76;
const OLDER = "older";

class ArticleList {
  constructor(articles, { flags, kinds, open, searchTexts }) {
    Object.assign(this, { a: articles, flags, kinds, open, searchTexts });
    this.size = articles.title.length;
    this.asked = { query: "", site: "", day: "", kind: "", flag: "", confidence: "", changed: "", by: "fetched" };
    this.found = null; // rows whose text holds the query
    this.chosen = -1;
    this.shown = Array.from({ length: this.size }, (_, at) => at);
    this.words = [];
  }

  // What a row is searched by, made when first asked for.
  searched(at) {
    const { a } = this;
    return (this.words[at] ??= [a.title[at], a.people[at], a.sources[a.source[at]], a.url[at]].join("\n").toLowerCase());
  }

  matches(at) {
    const { a, asked } = this;
    if (asked.site && a.sites[a.site[at]] !== asked.site) return false;
    if (asked.day && !this.isOfDay(at)) return false;
    if (asked.kind && this.kinds[a.kind[at]] !== asked.kind) return false;
    if (asked.flag && !this.hasFlag(at)) return false;
    if (asked.changed && a.changed[at] !== Number(asked.changed)) return false;
    if (asked.confidence && !this.isAsSure(at)) return false;
    return !asked.query || this.searched(at).includes(asked.query) || Boolean(this.found?.has(at));
  }

  hasFlag(at) {
    const flags = this.a.flags[at];
    return this.asked.flag === "none" ? flags === 0 : Boolean(flags & (1 << this.flags.indexOf(this.asked.flag)));
  }

  isOfDay(at) {
    const day = this.a.published[at].slice(0, 10);
    return this.asked.day === OLDER ? day !== "" && day < this.oldest : day === (this.asked.day === "none" ? "" : this.asked.day);
  }

  isAsSure(at) {
    const [low, high] = this.asked.confidence.split("-").map(Number);
    return this.a.confidence[at] >= low && this.a.confidence[at] < high;
  }

  ordered(rows) {
    const { a } = this;
    const by = {
      fetched: null,
      newest: (x, y) => (a.published[x] < a.published[y] ? 1 : a.published[x] > a.published[y] ? -1 : x - y),
      doubtful: (x, y) => a.confidence[x] - a.confidence[y] || x - y,
      longest: (x, y) => a.chars[y] - a.chars[x] || x - y,
      shortest: (x, y) => a.chars[x] - a.chars[y] || x - y,
    }[this.asked.by];
    return by ? rows.sort(by) : rows;
  }

  // Show what is asked for now.
  apply() {
    const rows = [];
    for (let at = 0; at < this.size; at++) if (this.matches(at)) rows.push(at);
    this.shown = this.ordered(rows);
    this.count.textContent = t(this.shown.length === this.size ? "all_articles" : "some_articles", { n: number(this.shown.length), all: number(this.size) });
    if (this.found && this.elsewhere?.query === this.asked.query && this.elsewhere.n)
      this.count.append(" · ", el("a", { href: `/?q=${encodeURIComponent(this.asked.query)}` }, t("elsewhere", { n: number(this.elsewhere.n) })));
    this.rows.style.height = this.shown.length * ROW + "px";
    this.scroller.scrollTop = 0;
    this.none.hidden = this.shown.length > 0;
    this.paint();
  }

  // The texts are looked through behind it, for whatever the titles do not show.
  async seek() {
    const query = this.asked.query;
    this.found = null;
    this.apply();
    if (query.length < 2) return;
    const found = await this.searchTexts(query, () => this.asked.query === query);
    if (this.asked.query !== query || !found) return;
    this.found = found;
    this.apply();
  }

  paint() {
    const { scroller, shown } = this;
    const first = Math.max(0, Math.floor(scroller.scrollTop / ROW) - 4);
    const last = Math.min(shown.length, first + Math.ceil((scroller.clientHeight || 600) / ROW) + 8);
    this.rows.replaceChildren(...shown.slice(first, last).map((at, n) => this.row(at, first + n)));
  }

  row(at, place) {
    const { a } = this;
    const node = el("div", { class: "item", role: "option", id: `item-${at}`, style: `top: ${place * ROW}px`, "aria-selected": String(at === this.chosen),
      "aria-posinset": place + 1, "aria-setsize": this.shown.length },
    el("div", { class: "name" }, a.title[at] || a.url[at]),
    el("div", { class: "facts" }, el("span", {}, a.sites[a.site[at]]), a.published[at] ? el("span", {}, a.published[at]) : null,
      el("span", {}, t("characters", { n: number(a.chars[at]) })), a.pictures[at] ? el("span", {}, t("pictures", { n: a.pictures[at] })) : null,
      ...this.marks(at)));
    node.onclick = () => this.choose(at);
    return node;
  }

  marks(at) {
    const { a } = this;
    const flags = this.flags.filter((_, bit) => a.flags[at] & (1 << bit));
    return [
      a.changed[at] === 2 ? el("span", { class: "tag accent" }, t("changed")) : null,
      this.kinds[a.kind[at]] !== "article" ? el("span", { class: "tag" }, code("kind", this.kinds[a.kind[at]])) : null,
      ...flags.map((flag) => el("span", { class: GRAVE.includes(flag) ? "tag warn" : "tag" }, code("flag", flag))),
    ];
  }

  choose(at) {
    this.chosen = at;
    this.scroller.setAttribute("aria-activedescendant", `item-${at}`);
    this.paint();
    this.open(at);
  }

  step(by) {
    const place = Math.min(this.shown.length - 1, Math.max(0, this.shown.indexOf(this.chosen) + by));
    if (place < 0) return;
    const top = place * ROW;
    if (top < this.scroller.scrollTop) this.scroller.scrollTop = top;
    if (top + ROW > this.scroller.scrollTop + this.scroller.clientHeight) this.scroller.scrollTop = top + ROW - this.scroller.clientHeight;
    this.choose(this.shown[place]);
  }

  select(name, label, options) {
    const box = el("select", { "aria-label": label, name }, options.map(([value, words]) => el("option", { value }, words)));
    box.value = this.asked[name];
    box.onchange = () => { this.asked[name] = box.value; box.classList.toggle("set", Boolean(box.value)); this.apply(); };
    box.classList.toggle("set", Boolean(box.value) && name !== "by");
    return box;
  }

  filters() {
    const search = el("input", { type: "search", placeholder: t("search_hint"), "aria-label": t("search"), value: this.asked.query });
    search.oninput = () => { this.asked.query = search.value.trim().toLowerCase(); this.seek(); };
    const selects = [
      this.select("site", t("site"), [["", t("every_site")], ...this.counted((at) => this.a.sites[this.a.site[at]])]),
      this.select("day", t("day"), this.days()),
      this.select("kind", t("kind"), [["", t("every_kind")], ...this.counted((at) => this.kinds[this.a.kind[at]], (name) => code("kind", name))]),
      this.select("flag", t("flags"), [["", t("every_flag")], ["none", t("no_flag")], ...this.flagOptions()]),
      this.select("confidence", t("confidence"), [["", t("any_confidence")], ["0-60", "< 0.6"], ["60-80", "0.6 – 0.8"], ["80-90", "0.8 – 0.9"], ["90-101", "≥ 0.9"]]),
      this.select("changed", t("changed"), [["", t("new_and_changed")], ["1", t("only_new")], ["2", t("only_changed")]]),
      this.select("by", t("order"), ["fetched", "newest", "doubtful", "longest", "shortest"].map((name) => [name, t("by_" + name)])),
    ];
    return el("div", { class: "filters" }, search, el("div", { class: "selects" }, selects));
  }

  counted(value, words = (name) => name) {
    const counts = new Map();
    for (let at = 0; at < this.size; at++) counts.set(value(at), (counts.get(value(at)) ?? 0) + 1);
    return [...counts].sort((x, y) => y[1] - x[1]).map(([name, n]) => [name, `${words(name)} (${number(n)})`]);
  }

  days() {
    const all = this.counted((at) => this.a.published[at].slice(0, 10)).filter(([day]) => day).sort((x, y) => (x[0] < y[0] ? 1 : -1));
    const recent = all.slice(0, 40);
    this.oldest = recent.at(-1)?.[0] ?? "";
    return [["", t("every_day")], ...recent, ...(all.length > 40 ? [[OLDER, t("older")]] : []), ["none", t("no_date")]];
  }

  flagOptions() {
    return this.flags.map((flag, bit) => [flag, this.a.flags.reduce((n, flags) => n + ((flags >> bit) & 1), 0)])
      .filter(([, n]) => n).map(([flag, n]) => [flag, `${code("flag", flag)} (${number(n)})`]);
  }

  // The list's own part of the page.
  build() {
    this.count = el("p", { class: "count soft small", "aria-live": "polite" });
    this.rows = el("div", { class: "rows" });
    this.none = el("p", { class: "empty", hidden: true }, t("nothing_found"));
    this.scroller = el("div", { class: "scroller", role: "listbox", tabindex: 0, "aria-label": t("articles") }, this.rows, this.none);
    let waiting = false;
    this.scroller.onscroll = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; this.paint(); });
    };
    this.scroller.onkeydown = (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
      if (by) { event.preventDefault(); this.step(by); }
    };
    return { filters: this.filters(), count: this.count, scroller: this.scroller };
  }
}
