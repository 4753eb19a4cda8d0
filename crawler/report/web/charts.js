// Charts by uPlot: one place that knows its options. Colours are read when drawn, so that light and dark both fit.
const charts = new Set();

function colour(name) {
  const probe = el("i", { style: `color: var(${name})` });
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

// A chart that fills its box: make(width) gives uPlot's options and data.
function chart(height, make, label) {
  const box = el("div", { class: "chart", role: "img", "aria-label": label });
  const own = { box, plot: null, width: 0 };
  own.draw = (force) => {
    const width = box.clientWidth;
    if (!width || (!force && width === own.width)) return;
    own.width = width;
    own.plot?.destroy();
    const { options, data } = make(width);
    own.plot = new uPlot({ width, height, ...options }, data, box);
  };
  own.observer = new ResizeObserver(() => own.draw(false));
  own.observer.observe(box);
  charts.add(own);
  return box;
}

// Charts that left the page are let go; the others are drawn anew.
function redrawCharts() {
  for (const own of charts) {
    if (own.box.isConnected) own.draw(true);
    else { own.observer.disconnect(); own.plot?.destroy(); charts.delete(own); }
  }
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawCharts);
addEventListener("beforeprint", redrawCharts);

function axes(labels, format, space) {
  const shared = { stroke: colour("--soft"), font: "12px " + css("--sans"), ticks: { stroke: colour("--line"), size: 4 } };
  const whole = (values) => values.filter((value) => Number.isInteger(value) && value >= 0 && value < labels.length);
  return [
    { ...shared, grid: { show: false }, space, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
      splits: (u, i, low, high, step) => whole(Array.from({ length: Math.floor((high - low) / step) + 2 }, (_, n) => (Math.ceil(low / step) + n) * step)),
      values: (_, splits) => splits.map((at) => labels[at] ?? "") },
    { ...shared, size: 56, grid: { stroke: colour("--line"), width: 1 }, values: (_, splits) => splits.map(format) },
  ];
}

// The values under the pointer, in words.
function tooltip(words) {
  let box;
  return { hooks: {
    init: (u) => { box = el("div", { class: "tip", hidden: true }); u.over.append(box); },
    setCursor: (u) => {
      const { idx, left } = u.cursor;
      box.hidden = idx === null || idx === undefined || left < 0;
      if (box.hidden) return;
      box.replaceChildren(...words(idx));
      const room = u.over.clientWidth - box.offsetWidth - 16;
      box.style.left = Math.max(0, left > room ? left - box.offsetWidth - 12 : left + 12) + "px";
    },
  } };
}

const padded = (labels) => () => [-0.6, labels.length - 0.4];

// Bars stacked in series order: [{name, label, colour, values}].
function stackedBars(labels, series, { height = 220, title, heads = labels }) {
  const totals = labels.map((_, at) => series.reduce((n, one) => n + one.values[at], 0));
  const drawn = []; // the tallest first: each is painted over by the next
  let stack = labels.map(() => 0);
  for (const one of series) { stack = stack.map((n, at) => n + one.values[at]); drawn.unshift({ ...one, stack }); }
  const words = (at) => [el("b", {}, heads[at]), ...series.map((one) =>
    el("span", {}, el("i", { class: "key", style: `background: var(${one.colour})` }), `${one.label} `, el("b", {}, number(one.values[at]))))];
  const make = (width) => {
    const bars = uPlot.paths.bars({ size: [labels.length > width / 8 ? 0.95 : 0.62, 44] });
    return {
      data: [labels.map((_, at) => at), ...drawn.map((one) => one.stack)],
      options: {
        legend: { show: false }, padding: [12, 8, 0, 0],
        cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
        scales: { x: { time: false, range: padded(labels) }, y: { range: (u, low, high) => [0, Math.max(1, high * 1.08)] } },
        axes: axes(labels, (value) => (Number.isInteger(value) ? number(value) : ""), longest(labels)),
        series: [{}, ...drawn.map((one) => ({ fill: colour(one.colour), stroke: colour(one.colour), width: 0, paths: bars, points: { show: false } }))],
        plugins: [tooltip(words)],
      },
    };
  };
  const key = el("div", { class: "keys small" }, series.map((one) =>
    el("span", {}, el("i", { class: "key", style: `background: var(${one.colour})` }), one.label)));
  return el("div", {}, series.length > 1 ? key : null, chart(height, make, `${title}: ${number(sum(totals))}`));
}

const longest = (labels) => Math.max(...labels.map((label) => label.length), 2) * 8 + 18;

// One line over the runs; the last point is what it is now.
function lineOverRuns(labels, values, format, { height = 150, title, heads = labels, tone = "--accent", top }) {
  const make = () => ({
    data: [labels.map((_, at) => at), values],
    options: {
      legend: { show: false }, padding: [12, 12, 0, 0],
      cursor: { y: false, drag: { x: false, y: false } },
      scales: { x: { time: false, range: padded(labels) }, y: { range: (u, low, high) => [0, top ?? Math.max(1, high * 1.1)] } },
      axes: axes(labels, format, longest(labels)),
      series: [{}, { stroke: colour("--accent"), width: 2, spanGaps: true, points: { show: labels.length < 60, size: 6, fill: colour("--paper") } }],
      plugins: [tooltip((at) => [el("b", {}, heads[at]), el("span", {}, values[at] === null ? "–" : format(values[at]))]), marked(labels.length - 1, tone)],
    },
  });
  return chart(height, make, title);
}

function marked(at, tone) {
  return { hooks: { draw: (u) => {
    const value = u.data[1][at];
    if (value === null || value === undefined) return;
    const x = u.valToPos(at, "x", true), y = u.valToPos(value, "y", true);
    u.ctx.beginPath();
    u.ctx.arc(x, y, 5 * devicePixelRatio, 0, 2 * Math.PI);
    u.ctx.fillStyle = colour(tone);
    u.ctx.fill();
  } } };
}

// A trend as small as a word; one value has none.
function sparkline(values) {
  const top = Math.max(1, ...values), width = 96, height = 24, kept = values.slice(-60);
  const step = width / Math.max(1, kept.length - 1);
  const points = kept.map((value, at) => `${(at * step).toFixed(1)},${(height - 2 - (height - 4) * value / top).toFixed(1)}`);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
  line.setAttribute("points", kept.length > 1 ? points.join(" ") : "");
  svg.setAttribute("viewBox", `-2 0 ${width + 4} ${height}`);
  svg.setAttribute("class", "spark");
  svg.setAttribute("aria-hidden", "true");
  svg.append(line);
  return svg;
}
