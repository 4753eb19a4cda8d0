"use strict";
// What every page needs: words in two languages, elements, figures and dates, unpacking.
let zh = (() => {
  const asked = new URLSearchParams(location.search).get("lang") ?? remembered("lang") ?? navigator.language;
  return asked.toLowerCase().startsWith("zh");
})();

function remembered(name) {
  try { return localStorage.getItem("qingwen." + name); } catch { return null; }
}

function remember(name, value) {
  try { localStorage.setItem("qingwen." + name, value); } catch { /* a file that may keep nothing */ }
}

const has = (key) => Object.hasOwn(WORDS, key);

// English words of one thing: `{n} duplicate URLs` is `{n} duplicate URL`.
const singular = (words) => words.replace(/(\{n\} (?:\w+ )??\w+?)s\b/, "$1");

// The words for a key; {name} is filled in.
function t(key, values = {}) {
  const words = has(key) ? WORDS[key][zh ? 0 : 1] : key;
  return (!zh && String(values.n) === "1" ? singular(words) : words).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

// The words for a code of a record: `reason.listing`; the code itself where there are none.
const code = (family, name) => (has(`${family}.${name}`) ? t(`${family}.${name}`) : name);

function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

// A link for people; addresses that are no web pages stay text.
function link(url, text = url, more = {}) {
  if (!/^https?:\/\//i.test(url)) return el("span", more, text);
  return el("a", { href: url, rel: "noreferrer noopener", target: "_blank", ...more }, text);
}

// Flags that speak against an article.
const GRAVE = ["garbled", "doubtful", "truncated"];

const locale = () => (zh ? "zh-CN" : "en");
const number = (value, digits = 0) => value.toLocaleString(locale(), { maximumFractionDigits: digits });
const percent = (share) => {
  const digits = share > 0.995 && share < 1 ? 2 : share < 0.1 && share > 0 ? 1 : 0;
  return (100 * share).toFixed(digits) + "%";
};
const sum = (values) => Object.values(values).reduce((a, b) => a + b, 0);

const when = (iso, form = { dateStyle: "medium", timeStyle: "short" }) =>
  new Intl.DateTimeFormat(locale(), form).format(new Date(iso));

function timeZone() {
  const minutes = -new Date().getTimezoneOffset();
  const hours = Math.abs(minutes) / 60;
  return `${Intl.DateTimeFormat().resolvedOptions().timeZone} (UTC${minutes < 0 ? "−" : "+"}${hours})`;
}

function duration(seconds) {
  if (seconds < 60) return t("seconds", { n: number(seconds, seconds < 10 ? 1 : 0) });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t("minutes", { n: minutes });
  return t("hours", { n: Math.floor(minutes / 60), m: minutes % 60 });
}

// Data of a script element: base64 of gzip of JSON.
async function unpack(id) {
  const text = atob(document.getElementById(id).textContent);
  const bytes = Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

function copyButton(text, label = t("copy")) {
  const button = el("button", { class: "quiet small", type: "button" }, label);
  button.onclick = async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = t("copied");
    setTimeout(() => { button.textContent = label; }, 1500);
  };
  return button;
}

function languageButton(redraw) {
  const button = el("button", { id: "language", type: "button", lang: zh ? "en" : "zh" }, zh ? "English" : "中文");
  button.onclick = () => { zh = !zh; remember("lang", zh ? "zh" : "en"); redraw(); };
  return button;
}

const isNarrow = () => matchMedia("(max-width: 56rem)").matches;
const css = (name) => getComputedStyle(document.body).getPropertyValue(name).trim();
