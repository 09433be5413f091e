// The picture of the recovery: drawn when the page is there, with a line and a note for the day under
// the pointer. Arrow keys go from day to day, Enter opens the day, and the buttons zoom.

import { draw, onChange, theme } from "./chart.js";

const DAY = 86_400_000;
const LEAST = 14 * DAY;
const place = document.getElementById("chart");
const stage = add("div", "stage");
const cursor = add("div", "cursor");
const tip = add("div", "tip");
const zooms = document.createElement("div");
const told = add("p", "drawing");
let view, finalize, days, at = -1, whole;

function add(kind, name) {
  const made = document.createElement(kind);
  made.className = name;
  place.append(made);
  return made;
}

cursor.hidden = tip.hidden = true;
told.setAttribute("role", "status");
told.textContent = "Drawing the picture …";
stage.tabIndex = 0;
stage.setAttribute("role", "application");
zooms.className = "zooms";
for (const [sign, name, act] of [
  ["+", "Closer", () => zoom(0.5)],
  ["−", "Farther", () => zoom(2)],
  ["←", "Earlier", () => shift(-0.5)],
  ["→", "Later", () => shift(0.5)],
  ["Whole", "", () => show(null)],
]) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = sign;
  if (name) button.title = name, button.setAttribute("aria-label", name);
  button.addEventListener("click", act);
  zooms.append(button);
}
place.after(zooms);

async function redraw() {
  const asked = new URLSearchParams({ theme: theme(), width: Math.floor(stage.clientWidth) });
  const answer = await fetch(`${place.dataset.spec}&${asked}`, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  const found = await answer.json();
  leave();
  finalize?.();
  ({ view, finalize } = await draw(stage, found.spec, place.dataset.vega));
  told.className = "unseen";
  told.textContent = "";
  days = found.days;
  whole = view.scale("x").domain().map(Number);
  const title = [found.spec.title.text].flat().join(" ");
  stage.setAttribute("aria-label", `${title}. Arrow keys tell of each day, Enter opens it.`);
  view.addEventListener("pointermove", point);
  view.addEventListener("click", (event) => {
    const day = dayAt(event);
    if (day < 0) return;
    if (at === day && !tip.hidden) open(day);
    else look(day, event);
  });
  view.addSignalListener("zoom_t", leave);
}

// where the panels begin and end, in pixels of the stage
function span() {
  const [from, to] = view.scale("x").range();
  return [view.origin()[0] + groupLeft() + from, view.origin()[0] + groupLeft() + to];
}
const groupLeft = () => view.scenegraph().root.items[0].items.find((mark) => mark.marktype === "group")?.items[0].x ?? 0;

function dayAt(event) {
  const [left, right] = span();
  const x = event.clientX - stage.getBoundingClientRect().left;
  if (x < left || x > right) return -1;
  const domain = view.scale("x").domain().map(Number);
  const t = domain[0] + ((x - left) / (right - left)) * (domain[1] - domain[0]);
  const first = Date.parse(days[0][0]);
  const found = Math.floor((t - first) / DAY);
  return found >= 0 && found < days.length ? found : -1;
}

function point(event) {
  if (event.pointerType === "touch") return;
  if (event.buttons) return leave();
  const day = dayAt(event);
  if (day < 0) leave();
  else look(day, event);
}

function look(day, event) {
  at = day;
  const [left, right] = span();
  const domain = view.scale("x").domain().map(Number);
  const x = left + ((Date.parse(days[day][0]) + DAY / 2 - domain[0]) / (domain[1] - domain[0])) * (right - left);
  if (x < left || x > right) return leave();
  cursor.style.height = `${stage.clientHeight}px`;
  cursor.style.transform = `translateX(${x}px)`;
  const heading = document.createElement("b");
  heading.textContent = days[day][1];
  const how = { mouse: "Click to open the day", pen: "Tap again to open the day", touch: "Tap again to open the day" };
  const lines = [...days[day][2], how[event?.pointerType] ?? "Enter opens the day"];
  tip.replaceChildren(heading, ...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  cursor.hidden = tip.hidden = false;
  const box = place.getBoundingClientRect();
  const y = event ? Math.min(event.clientY - box.top + 16, box.height - tip.offsetHeight - 4) : 40;
  const beside = x + 12 + tip.offsetWidth > box.width ? x - 12 - tip.offsetWidth : x + 12;
  tip.style.transform = `translate(${Math.max(0, beside)}px, ${Math.max(0, y)}px)`;
}

function leave() {
  cursor.hidden = tip.hidden = true;
}

function open(day) {
  location.href = place.dataset.day.replace("0000-00-00", days[day][0]);
}

function show(domain) {
  view.signal("zoom_t", domain).run();
}
function zoom(factor) {
  const [from, to] = view.scale("x").domain().map(Number);
  const middle = factor < 1 && to >= whole[1] ? to : (from + to) / 2;
  const half = Math.max(LEAST, Math.min(whole[1] - whole[0], (to - from) * factor));
  const end = Math.min(whole[1], middle === to ? to : middle + half / 2);
  const start = Math.max(whole[0], end - half);
  show(start <= whole[0] && end >= whole[1] ? null : [start, Math.max(end, start + half)]);
}
function shift(share) {
  const [from, to] = view.scale("x").domain().map(Number);
  const by = Math.max(whole[0] - from, Math.min(whole[1] - to, (to - from) * share));
  if (by) show([from + by, to + by]);
}

place.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
stage.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
  if (event.key === "Escape") leave();
  if (event.key === "Enter" && at >= 0) open(at);
  if (!step || !days) return;
  event.preventDefault();
  at = at < 0 ? days.length - 1 : Math.max(0, Math.min(days.length - 1, at + step));
  look(at, null);
  told.textContent = `${days[at][1]}: ${days[at][2].join(", ")}`;
});

const failed = () => {
  told.className = "drawing";
  told.textContent = "The picture could not be drawn. The table has the same.";
};
redraw().then(() => onChange(stage, () => redraw().catch(failed)), failed);
