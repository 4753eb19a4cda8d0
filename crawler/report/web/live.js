// A report that is served: what is new is noticed, and shown when the reader says so.
const EVERY = 4000;

async function follow() {
  setTimeout(follow, EVERY);
  if (document.hidden) return;
  let state;
  try { state = await (await fetch(data.live.state)).json(); } catch { state = null; }
  tellState(state);
}

function tellState(state) {
  const box = document.getElementById("live") ?? el("div", { id: "live", class: "live", role: "status" });
  const words = state === null ? [el("span", { class: "warn" }, t("server_gone"))] : [
    state.running ? el("span", {}, el("i", { class: "pulse" }), t("is_running")) : null,
    state.indexed < data.articles.title.length ? el("span", { class: "soft" }, t("indexing", { n: number(state.indexed) })) : null,
    state.version === data.live.version ? null : el("button", { type: "button", class: "small", onclick: takeNews }, t("show_news"))].filter(Boolean);
  box.replaceChildren(...words);
  box.hidden = !words.length;
  if (!box.isConnected) document.getElementById("nav").after(box);
}

// What was chosen and asked for stays.
async function takeNews() {
  const place = data.articles.place[list.chosen], { asked } = list;
  data = await (await fetch(data.live.data)).json();
  makeList();
  list.asked = asked;
  list.chosen = data.articles.place.indexOf(place);
  redraw();
  document.getElementById("live").hidden = true;
}

// An article of an earlier run: it is in no list, and can be read all the same.
async function openOlder(place) {
  const mine = ++opened, answer = await fetch(`${data.live.articles}/${encodeURIComponent(place)}`);
  if (!answer.ok) return;
  const article = await answer.json();
  if (mine !== opened) return;
  const { head } = article, pane = document.getElementById("pane");
  const line = [head.site, head.source, head.published, t("characters", { n: number(head.chars) })].filter(Boolean).join(" · ");
  pane.replaceChildren(reader({ title: head.title, url: head.url, line, tags: [], explained: head.explained, article, close: isNarrow() ? closeArticle : null }));
  showPane(pane);
  document.getElementById("articles").scrollIntoView();
}
