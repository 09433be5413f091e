// At the bar: of all steps of the page, the one that is due. What is done is read from three places: the
// diary as the server wrote it into the page, what this device logged since, and what waits in the outbox.

import { owner, pending, send } from "./outbox.js";
import { onNews } from "./sender.js";
import { allowSound, announceAt, clock, remember, shake, silence, stayAwake, usual } from "./rest.js";

const CALM = 600; // milliseconds after a change of step in which a second tap does nothing
const gym = document.querySelector("[data-gym]");
const page = JSON.parse(document.getElementById("session").textContent);
const rest = gym.querySelector('[data-step="rest"]');
const end = gym.querySelector('[data-step="end"]');
const undoLine = gym.querySelector("[data-undo]");
const KEY = `underbar-gym ${owner()}`;

let steps = [];
let lifts = [];
let state = {};
let waiting = new Map(); // of the outbox: id → its state
let shown = null;
let changed = 0;
let submitted = null;

function begin() {
  steps = [...gym.querySelectorAll(".steps > .step")];
  lifts = [...new Set(steps.map((step) => step.dataset.lift))];
  const day = gym.querySelector(".steps").dataset.day;
  state = { day, revision: page.revision, sets: [], undone: [], skipped: {}, braced: {}, told: {}, open: {}, until: 0 };
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    if (kept?.day === day) state = { ...state, ...kept };
  } catch { /* nothing was kept */ }
  if (!("chosen" in gym.dataset)) choose();
  gym.dataset.live = "";
  for (const button of gym.querySelectorAll("[data-skip], [data-leave-open]")) button.hidden = false;
}

/** A page that this phone kept knows nothing of "lighter" or "shorter" in its address: done here. */
function choose() {
  const asked = new URLSearchParams(location.search);
  const lift = asked.get("lift") || lifts[0];
  const work = steps.filter((step) => step.dataset.lift === lift && step.dataset.step === "work");
  const sets = Math.max(1, Number(asked.get("sets")) || work.length);
  const weight = Number(asked.get("lighter") ?? asked.get("heavier"));
  for (const step of work.splice(sets)) step.remove();
  for (const step of work) {
    const { form } = step.querySelector("[name=weight]");
    step.dataset.of = String(work.length);
    form.querySelector(".main").textContent = `Set ${step.dataset.number} of ${work.length} · ${step.dataset.reps} reps`;
    if (!weight || weight === Number(form.elements.weight.value)) continue;
    const unit = form.elements.unit.value;
    step.dataset.load = `${weight} ${unit}`;
    form.elements.weight.value = String(weight);
    if (asked.get("because")) form.elements.because.value = asked.get("because");
    form.querySelector(".load").textContent = String(weight);
    form.querySelector(".unit").textContent = unit;
    for (const drawn of form.querySelectorAll("svg, .onbar, .said")) drawn.remove();
  }
  steps = steps.filter((step) => step.isConnected);
}

function keep() {
  localStorage.setItem(KEY, JSON.stringify(state));
}

/** What stands: the diary of the page, and what this device logged that the page cannot know of yet. */
function stands() {
  const known = new Set(page.stands.map((line) => line.id));
  const mine = state.sets.filter((set) => !known.has(set.id)
    && waiting.get(set.id) !== "refused"
    && (waiting.has(set.id) || page.revision <= set.revision || page.day !== state.day));
  const theirs = page.day === state.day ? page.stands : [];
  return [...theirs, ...mine].filter((line) => !state.undone.includes(line.id));
}

const of = (lift) => stands().filter((line) => line.lift === lift);
const counted = (lines, warmup) => lines.filter((line) => line.warmup === warmup).reduce((sum, line) => sum + line.sets, 0);
const told = (lift) => Boolean(state.told[lift]) || of(lift).some((line) => line.pain !== null && line.pain !== undefined);

/** The step that is due; null when all is done. */
function due() {
  for (const lift of lifts) {
    const mine = steps.filter((step) => step.dataset.lift === lift);
    const [lines, kind] = [of(lift), (name) => mine.filter((step) => step.dataset.step === name)];
    const worked = counted(lines, false);
    if (!worked) {
      const warmed = counted(lines, true) + (state.skipped[lift] ?? 0);
      const warmup = kind("warmup").find((step) => Number(step.dataset.number) > warmed);
      if (warmup) return warmup;
      if (!state.braced[lift]) return kind("brace")[0];
    }
    const work = kind("work").find((step) => Number(step.dataset.number) > worked);
    if (work) return work;
    if (!told(lift) && !state.open[lift]) return kind("finish")[0];
  }
  return null;
}

function lastLogged() {
  const lines = stands().filter((line) => lifts.includes(line.lift) && !told(line.lift));
  return lines[lines.length - 1] ?? null;
}

function name(step) {
  const { dataset } = step;
  if (dataset.step === "warmup") return `${dataset.name}, warm-up ${dataset.number}`;
  return `set ${dataset.number} of ${dataset.of} · ${dataset.reps} reps · ${dataset.load}`;
}

function render() {
  const next = due();
  const resting = next?.dataset.step === "work" && state.until > Date.now();
  const now = resting ? rest : next ?? end;
  for (const step of [...steps, rest, end]) step.hidden = step !== now;
  gym.dataset.now = now.dataset.step;
  if (resting) showRest(next);
  else silence();
  if (now === end) showEnd();
  if (now.dataset.step === "work") prepare(now);
  if (now.dataset.step === "finish") now.querySelector("[name=last]").value = lastOf(now.dataset.lift) ?? "";
  const last = lastLogged();
  undoLine.hidden = !last;
  if (last) {
    const whose = now.dataset.lift && now.dataset.lift !== last.lift || now === end ? `${title(last.lift).toLowerCase()} ` : "";
    undoLine.querySelector("button").textContent = `Undo ${whose}${last.warmup ? "warm-up" : "set"} ${counted(of(last.lift), last.warmup)}`;
  }
  (now.querySelector(".act") ?? now).append(undoLine);
  if (now !== shown) {
    changed = performance.now();
    if (shown) {
      gym.querySelector("[data-said]").textContent = resting ? "Rest." : now.querySelector(".label, .say")?.textContent ?? "";
      scrollTo(0, 0);
      now.querySelector("button.main, a.main")?.focus({ preventScroll: true });
    }
    shown = now;
  }
}

const title = (lift) => steps.find((step) => step.dataset.lift === lift && step.dataset.name).dataset.name;
const lastOf = (lift) => of(lift).filter((line) => !line.warmup).at(-1)?.id;

function prepare(step) {
  const box = step.querySelector("[name=brace]");
  if (step !== shown) box.checked = step.dataset.number === "1" && Boolean(state.braced[step.dataset.lift]);
}

function showRest(next) {
  rest.querySelector("[data-next]").textContent = name(next);
  const plates = next.querySelector("svg.plates");
  rest.querySelector("[data-next-plates]").replaceChildren(...(plates ? [plates.cloneNode(true)] : []));
  tick();
}

function tick() {
  if (rest.hidden || !state.until) return;
  const left = state.until - Date.now();
  rest.querySelector("[data-left]").textContent = clock(left);
  if (left > 0) return;
  state.until = 0;
  keep();
  shake();
  render();
}

function showEnd() {
  end.querySelector("[data-open]").hidden = lifts.some((lift) => told(lift)) || !lastOf(lifts[0]);
  end.querySelector("[data-sum]").replaceChildren(...lifts.map((lift) => {
    const lines = of(lift).filter((line) => !line.warmup);
    const item = document.createElement("li");
    const sets = lines.map((line) => (line.sets > 1 ? `${line.sets} × ${line.reps}` : line.reps)).join(", ");
    const loads = [...new Set(lines.map((line) => `${line.weight} ${line.unit}`))].join(", ");
    const pain = state.told[lift]?.pain ?? lines.map((line) => line.pain).find((value) => value !== null && value !== undefined);
    item.textContent = lines.length
      ? `${title(lift)} · ${loads} · ${sets} reps${pain === undefined || pain === "" ? "" : ` · pain ${pain}`}`
      : `${title(lift)} · not done`;
    return item;
  }));
}

function startRest() {
  state.until = Date.now() + usual() * 1000;
  announceAt(state.until);
}

gym.addEventListener("submit", (event) => {
  const fields = new FormData(event.target, event.submitter ?? undefined);
  if (event.target.closest(".finish") && !["pain", "rpe", "shift"].some((field) => fields.get(field))) {
    event.preventDefault(); // nothing is told: it stays open
    event.stopPropagation();
    state.open[fields.get("lift")] = true;
    keep();
    render();
    return;
  }
  submitted = { form: event.target, fields };
}, true);

gym.addEventListener("outbox:queued", (event) => {
  const step = event.target.closest(".step");
  if (!step || submitted?.form !== event.target) return;
  const { fields } = submitted;
  const lift = fields.get("lift");
  if (step.dataset.step === "finish") {
    state.told[lift] = { pain: fields.get("pain") ?? "", id: event.detail.id };
  } else {
    const how = fields.get("as");
    const typed = (field) => (how === "done" && fields.get(`${field}_done`)) || fields.get(field);
    state.sets.push({
      id: event.detail.id, lift, warmup: fields.get("warmup") === "on", sets: 1, weight: Number(typed("weight")),
      unit: fields.get("unit"), reps: how === "missed" ? 0 : Number(typed("reps")),
      brace: fields.get("brace") === "on", pain: null, revision: page.revision,
    });
    if (step.dataset.step === "work" && step.dataset.number !== step.dataset.of) startRest();
    step.querySelector("details")?.removeAttribute("open");
  }
  waiting.set(event.detail.id, "waiting");
  keep();
  render();
});

gym.addEventListener("outbox:refused", (event) => {
  const step = event.target.closest(".step");
  if (!step) return;
  const { lift } = step.dataset;
  state.sets = state.sets.filter((set) => set.id !== event.detail.id);
  if (state.told[lift]?.id === event.detail.id) delete state.told[lift];
  waiting.delete(event.detail.id);
  state.until = 0;
  keep();
  if (event.detail.errors?.reps_done || event.detail.errors?.weight_done) step.querySelector("details").open = true;
  render();
});

onNews((news) => {
  if (news.state === "stored") {
    // A page loaded from now on knows of it: until then this device's word stands.
    waiting.delete(news.id);
  } else if (news.state === "gone") {
    state.sets = state.sets.filter((set) => set.id !== news.id);
    keep();
    render();
  }
});

gym.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button || !gym.contains(button)) return;
  allowSound();
  if (event.detail && performance.now() - changed < CALM) {
    event.preventDefault();
    return;
  }
  const { dataset } = button;
  const { lift } = button.closest(".step")?.dataset ?? {};
  if ("braced" in dataset) state.braced[lift] = true;
  else if ("skip" in dataset) state.skipped[lift] = (state.skipped[lift] ?? 0) + 1;
  else if ("leaveOpen" in dataset) state.open[lift] = true;
  else if ("tellPain" in dataset) state.open = {};
  else if ("go" in dataset) state.until = 0;
  else if ("rest" in dataset) {
    remember(usual() + Number(dataset.rest));
    state.until = Math.max(Date.now(), state.until + Number(dataset.rest) * 1000);
    announceAt(state.until);
  } else if ("undoLast" in dataset) undo();
  else return;
  keep();
  render();
}, true);

function undo() {
  const last = lastLogged();
  if (!last) return;
  state.undone.push(last.id);
  state.until = 0;
  delete state.open[last.lift];
  // Behind its set in the outbox, so that it finds it in the diary.
  send(page.undo, { entry: last.id, then: "gym" }, { label: "A set taken back" });
}

/** More than the plan says why. */
function askWhy(field) {
  const { form } = field;
  const look = () => {
    const heavier = Number(field.value || form.elements.weight.value) > Number(form.elements.asked.value);
    form.querySelector("[data-heavier]").hidden = !heavier;
    form.elements.because.required = heavier;
  };
  field.addEventListener("input", look);
  look();
}

for (const opened of gym.querySelectorAll("details")) {
  opened.addEventListener("toggle", () => { if (opened.open) opened.scrollIntoView({ block: "nearest" }); });
}

const place = document.querySelector("form.place");
place?.addEventListener("outbox:stored", (event) => {
  event.preventDefault(); // its button says it
  location.assign(event.detail.then);
});
place?.addEventListener("outbox:waiting", () => { place.querySelector("[data-waits]").hidden = false; });

if (gym.querySelector(".steps")) {
  begin();
  for (const field of gym.querySelectorAll("[name=weight_done]")) askWhy(field);
  waiting = new Map((await pending().catch(() => [])).map((entry) => [entry.id, entry.state]));
  render();
  if (!rest.hidden) announceAt(state.until);
  stayAwake();
  setInterval(tick, 250);
  document.addEventListener("visibilitychange", tick);
}
