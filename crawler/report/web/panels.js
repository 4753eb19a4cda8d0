// Fields with their candidates, readings with their confidence, the record in its forms.
const originWords = (origin) => (has(`origin.${origin}`) ? t(`origin.${origin}`) : origin);

function meter(value, top = 1) {
  return el("span", { class: "meter", title: value.toFixed(2) }, el("i", { style: `width: ${Math.min(100, 100 * value / top)}%` }), el("b", {}, value.toFixed(2)));
}

function fieldBox({ name, value, origin, candidates }) {
  const others = candidates.map((one) => el("li", { class: one.value === value ? "taken" : null },
    meter(one.weight, 1.5), el("span", { lang: "zh" }, one.value), el("span", { class: "soft small" }, originWords(one.origin))));
  return el("div", { class: "field" }, el("h3", {}, code("field", name), el("code", { class: "soft" }, name)),
    el("p", { class: value ? "value" : "value soft", lang: "zh" }, value || t("nothing")),
    origin ? el("p", { class: "soft small" }, t("read_from", { where: originWords(origin) })) : null,
    others.length ? el("ul", { class: "candidates" }, others) : null);
}

function fieldsPanel() {
  if (!data.fields.length) return el("p", { class: "empty" }, t("no_fields"));
  return el("div", { class: "fields" }, el("p", { class: "soft small" }, t("fields_hint")), data.fields.map(fieldBox));
}

function readingsPanel() {
  if (!data.readings.length) return el("p", { class: "empty" }, t("no_readings"));
  return el("div", { class: "readings" }, el("p", { class: "soft small" }, t("readings_hint")), data.readings.map((one, at) =>
    el("article", { class: at ? "reading" : "reading taken" },
      el("h3", { lang: "zh" }, one.title || t("no_title"), at ? null : el("span", { class: "tag accent" }, t("taken"))),
      el("p", { class: "small" }, el("code", {}, one.box === "lines" ? t("whole_page") : one.box)),
      el("p", { class: "facts" }, el("span", {}, t("characters", { n: number(one.chars) })), el("span", {}, t("expected"), " ", meter(one.confidence)), el("span", {}, t("score", { n: one.score.toFixed(2) }))))));
}

function recordPanel(text, kind) {
  if (!text) return el("p", { class: "empty" }, t("no_record"));
  const body = kind === "text" ? el("div", { class: "text", lang: "zh" }, text.split("\n").map((line) => el("p", {}, line))) : el("pre", { class: "source", lang: "zh" }, text);
  return el("div", {}, el("div", { class: "row end" }, copyButton(text)), body);
}

const PANELS = {
  lines: linesPanel,
  fields: fieldsPanel,
  readings: readingsPanel,
  text: () => recordPanel(data.record.text ?? "", "text"),
  markdown: () => recordPanel(data.markdown, "source"),
  json: () => recordPanel(JSON.stringify(data.record, null, 2), "source"),
};
