// What changed between two versions: paragraph by paragraph, and inside a paragraph character by character.
const MOST_CELLS = 4_000_000;

// Steps from one sequence to the other: [how, item] with how "=", "-" or "+".
function steps(from, to) {
  let head = 0, tail = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  while (tail < from.length - head && tail < to.length - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const a = from.slice(head, from.length - tail), b = to.slice(head, to.length - tail);
  return [...from.slice(0, head).map((item) => ["=", item]), ...middle(a, b), ...from.slice(from.length - tail).map((item) => ["=", item])];
}

function middle(a, b) {
  if (a.length * b.length > MOST_CELLS) return [...a.map((item) => ["-", item]), ...b.map((item) => ["+", item])];
  const width = b.length + 1, longest = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--)
    longest[i * width + j] = a[i] === b[j] ? longest[(i + 1) * width + j + 1] + 1 : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
  const found = [];
  let i = 0, j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { found.push(["=", a[i]]); i++; j++; }
    else if (j === b.length || (i < a.length && longest[(i + 1) * width + j] >= longest[i * width + j + 1])) found.push(["-", a[i++]]);
    else found.push(["+", b[j++]]);
  }
  return found;
}

// Equal steps that follow each other, joined.
function joined(found) {
  const runs = [];
  for (const [how, item] of found) if (runs.at(-1)?.[0] === how) runs.at(-1)[1] += item; else runs.push([how, item]);
  return runs;
}

const drawn = ([how, text]) => (how === "=" ? text : el(how === "-" ? "del" : "ins", {}, text));
const within = (before, after) => joined(steps([...before], [...after])).map(drawn);

// Paragraphs that went and came at the same place are one that was rewritten.
function paragraphs(before, after) {
  const found = steps(before.split("\n"), after.split("\n")), lines = [];
  for (let at = 0; at < found.length;) {
    if (found[at][0] === "=") { lines.push(el("p", { class: "same" }, found[at++][1])); continue; }
    const gone = [], come = [];
    while (at < found.length && found[at][0] !== "=") (found[at][0] === "-" ? gone : come).push(found[at++][1]);
    for (let n = 0; n < Math.max(gone.length, come.length); n++) lines.push(el("p", {}, within(gone[n] ?? "", come[n] ?? "")));
  }
  return lines;
}

function differences(before, now) {
  const fields = ["title", "source", "published"].filter((name) => (before[name] ?? "") !== (now[name] ?? ""));
  return el("div", { class: "text changes", lang: "zh" },
    el("p", { class: "soft small", lang: zh ? "zh" : "en" }, before.fetched ? t("since", { when: when(before.fetched) }) : t("since_unknown")),
    fields.length ? el("dl", { class: "facts-list" }, fields.flatMap((name) => [el("dt", {}, code("field", name)), el("dd", {}, within(before[name] ?? "", now[name] ?? ""))])) : null,
    ...paragraphs(before.text, now.text));
}
