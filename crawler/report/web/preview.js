// One article to read: as it is printed, its pictures as places until the reader asks for them.
const KEPT = new Set("P H2 H3 H4 H5 H6 UL OL LI TABLE THEAD TBODY TR TD TH BLOCKQUOTE PRE CODE STRONG EM B I S SUB SUP BR HR FIGURE FIGCAPTION RUBY RT RP".split(" "));
let showPictures = false;

function picture(url, caption) {
  const place = el("span", { class: "place" }, el("b", {}, t("picture")), link(url, url.split("/").pop().split("?")[0].slice(0, 60) || url));
  const shown = () => el("img", { src: url, alt: caption, loading: "lazy", referrerpolicy: "no-referrer" });
  const box = el("figure", { class: "picture" }, showPictures && /^https?:/i.test(url) ? shown() : place, caption ? el("figcaption", {}, caption) : null);
  box.show = () => { if (/^https?:/i.test(url)) place.replaceWith(shown()); };
  return box;
}

// Markup of a record, made anew from what may stand in it: nothing is loaded, nothing runs.
function safe(html) {
  const copy = (from) => {
    if (from.nodeType === Node.TEXT_NODE) return [from.data];
    if (from.nodeType !== Node.ELEMENT_NODE) return [];
    const inner = [...from.childNodes].flatMap(copy);
    if (from.tagName === "IMG") return [picture(from.getAttribute("src") ?? "", from.getAttribute("alt") ?? "")];
    if (from.tagName === "A") return [link(from.getAttribute("href") ?? "", "", {})].map((a) => { a.append(...inner); return a; });
    if (from.tagName === "VIDEO" || from.tagName === "AUDIO" || from.tagName === "SOURCE") return [el("p", {}, link(from.getAttribute("src") ?? "")), ...inner];
    return KEPT.has(from.tagName) ? [el(from.tagName.toLowerCase(), {}, inner)] : inner;
  };
  return [...new DOMParser().parseFromString(html, "text/html").body.childNodes].flatMap(copy);
}

function body(article) {
  const lines = article.html ? safe(article.html) : article.text.split("\n").map((line) => el("p", {}, line));
  const apart = article.html ? [] : article.images.map(([url, caption]) => picture(url, caption));
  return el("div", { class: "text", lang: "zh" }, ...lines, article.cut ? el("p", { class: "soft small", lang: zh ? "zh" : "en" }, t("cut")) : null, ...apart);
}

function facts(article) {
  const rows = [
    ...article.credits.map(([role, name]) => [code("role", role), name]),
    ...Object.entries(article.fields).map(([name, value]) => [code("field", name), Array.isArray(value) ? value.join(" / ") : String(value)]),
    ...article.attachments.map(([name, url]) => [t("attachment"), link(url, name)]),
  ];
  const origins = Object.entries(article.provenance).map(([name, origin]) => [code("field", name), el("code", {}, origin)]);
  const list = (pairs) => el("dl", { class: "facts-list" }, pairs.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
  return [
    rows.length ? list(rows) : null,
    origins.length ? el("details", {}, el("summary", {}, t("origins")), list(origins)) : null,
  ];
}

// The article as a whole: head, what can be done with it, text.
function reader({ title, url, line, tags, explained, command, article, close }) {
  const text = body(article);
  const figures = [...text.querySelectorAll("figure")];
  const pictures = figures.length ? el("button", { type: "button", class: "small", "aria-pressed": String(showPictures) }, t("show_pictures", { n: figures.length })) : null;
  if (pictures) pictures.onclick = () => { showPictures = true; pictures.setAttribute("aria-pressed", "true"); figures.forEach((figure) => figure.show()); };
  const changes = article.before ? el("button", { type: "button", class: "small", "aria-pressed": "false" }, t("what_changed")) : null;
  const place = el("div", {}, text);
  if (changes) changes.onclick = () => {
    const now = changes.getAttribute("aria-pressed") !== "true";
    changes.setAttribute("aria-pressed", String(now));
    place.replaceChildren(now ? differences(article.before, { title, ...article.now, text: article.text }) : text);
  };
  const why = explained ? el("a", { class: "button", href: explained }, t("explain")) : command ? copyButton(command, t("explain_command")) : null;
  return el("article", { class: "reader" },
    close ? el("button", { class: "back", type: "button", onclick: close }, t("back")) : null,
    el("h3", { lang: "zh" }, title), el("p", { class: "facts" }, line, ...tags),
    el("p", { class: "small" }, link(url, url)),
    el("div", { class: "row actions" }, why, changes, pictures),
    place, ...facts(article));
}
