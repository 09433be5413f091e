// The daily sequence: one step a set and side, one button. Time is reckoned from time stamps.

import { send } from "./outbox.js";
import { cue, maySleep, readySound, say, stayAwake } from "./wake.js";

const guide = document.getElementById("guide");
const overview = document.getElementById("overview");
const finished = document.getElementById("finished");
const at = (part) => document.querySelector(`[data-part="${part}"]`);
const parts = JSON.parse(document.getElementById("sequence").textContent);
const steps = parts.flatMap((part) => part.steps.map((step) => ({ ...step, part })));
const { day, url } = guide.dataset;
const KEY = `underbar-daily-${document.documentElement.dataset.owner ?? ""}-${day}-${guide.dataset.travel}`;
const SIDES = { left: "Left", right: "Right", both: "Both legs" };

// phase: ready, work, rest, done. did: sets a side by exercise. logged: the entry of each exercise.
let state = { at: 0, phase: "ready", until: 0, left: null, did: {}, logged: {}, hands: false, voice: false };
let ticking = 0;
let warned = false;

function keep() {
  try { sessionStorage.setItem(KEY, JSON.stringify(state)); } catch { /* it runs all the same */ }
}

const length = () => 1000 * (state.phase === "rest" ? steps[state.at - 1].rest : steps[state.at].seconds);
const remaining = () => state.left ?? Math.max(0, state.until - Date.now());
const sideOf = (step) => (step.side === "both" ? "" : `${step.side}, `);

function work(index) {
  state.at = index;
  if (index >= steps.length) { finish(); return; }
  state.phase = "work";
  state.left = null;
  state.until = Date.now() + length();
  warned = false;
  const step = steps[index];
  say(`${step.set === 1 ? `${step.name}. ` : ""}${sideOf(step)}${step.amount} ${step.unit}`, state.voice);
  keep();
  draw();
}

function setDone() {
  const step = steps[state.at];
  const did = (state.did[step.exercise] ??= {});
  did[step.side] = (did[step.side] ?? 0) + 1;
  if (step.last) log(step.part);
  if (state.at === steps.length - 1) { state.at += 1; finish(); return; }
  state.at += 1;
  state.phase = "rest";
  state.left = null;
  state.until = Date.now() + 1000 * step.rest;
  cue([660], 150);
  say("Rest", state.voice);
  keep();
  draw();
}

// A side counts the sets that were done on it.
function log(part) {
  const did = state.did[part.exercise] ?? {};
  const fields = { ...part.fields, day };
  let any = false;
  for (const side of ["left", "right", "both"]) {
    if (!(side in fields)) continue;
    if (did[side]) { fields[side] = `${did[side]}x${part.fields[side].split("x")[1]}`; any = true; } else delete fields[side];
  }
  if (!any) return;
  const logged = { fields, id: null, name: part.name, said: "being noted" };
  state.logged[part.exercise] = logged;
  logged.sent = send(url, fields, { label: part.name }).then((sent) => {
    logged.id = sent.state === "refused" ? null : sent.id;
    logged.said = { refused: "not noted", stored: "noted", queued: "kept on this phone" }[sent.state];
    if (sent.state === "refused" && sent.detail?.sentence) logged.said += `, ${sent.detail.sentence}`;
    keep();
    if (state.phase === "done") summary();
  });
  ask(part);
}

// A copy of the questions for one exercise: beside the next one, and with all others at the end.
function questions(exercise) {
  const { name, stand_in: standIn } = parts.find((part) => part.exercise === exercise);
  const how = at("how").cloneNode(true);
  how.removeAttribute("data-part");
  how.hidden = false;
  how.dataset.exercise = exercise;
  const part = (which) => how.querySelector(`[data-part="${which}"]`);
  part("asked").textContent = `${name}: pain during, if you like to say`;
  part("form").hidden = standIn;
  for (const one of how.querySelectorAll("[data-part]")) { one.dataset.its = one.dataset.part; delete one.dataset.part; }
  for (const input of how.querySelectorAll("input")) {
    input.checked = state.logged[exercise].answers?.[input.name] === input.value;
  }
  how.addEventListener("submit", (event) => event.preventDefault());
  how.addEventListener("change", () => correct(exercise, Object.fromEntries(new FormData(how)), how));
  return how;
}

function ask(part) {
  document.getElementById("asking").replaceChildren(questions(part.exercise));
}

let correcting = Promise.resolve();
function correct(exercise, answers, how = null) {
  const logged = state.logged[exercise];
  logged.answers = answers;
  correcting = correcting.then(async () => {
    await logged.sent;
    if (!logged.id) return;
    const sent = await send(url, { ...logged.fields, ...answers, supersedes: logged.id }, { label: logged.name });
    if (sent.state === "refused") return;
    logged.id = sent.id;
    keep();
    const answered = how?.querySelector('[data-its="answered"]');
    if (answered) answered.textContent = "✓ Noted.";
  });
}

at("fine").addEventListener("click", () => {
  at("fine").hidden = true;
  for (const [exercise, logged] of Object.entries(state.logged)) {
    if (logged.answers) continue;
    const { stand_in: standIn } = parts.find((part) => part.exercise === exercise);
    correct(exercise, standIn ? { pain: "0" } : { pain: "0", form: "ok" });
  }
  showQuestions();
  correcting.then(() => { at("summary").textContent += " No pain and steady form noted."; });
});

function showQuestions() {
  document.getElementById("all-asked").replaceChildren(...Object.keys(state.logged).map(questions));
}

function finish() {
  clearInterval(ticking);
  maySleep();
  state.phase = "done";
  cue([660, 880, 1100], [200, 100, 400]);
  say("That is the daily work", state.voice);
  try { sessionStorage.removeItem(KEY); } catch { /* nothing was kept */ }
  guide.hidden = true;
  finished.hidden = false;
  finished.querySelector("h2").focus();
  at("fine").hidden = Object.values(state.logged).every((logged) => logged.answers);
  showQuestions();
  summary();
}

function summary() {
  const names = Object.values(state.logged).map((one) => `${one.name}: ${one.said}`);
  at("summary").textContent = names.length ? `${names.join(". ")}.` : "Nothing was done, so nothing is noted.";
}

function draw() {
  if (state.phase !== "work" && state.phase !== "rest") return;
  guide.dataset.phase = state.phase;
  const step = steps[state.at];
  at("progress").textContent = `Step ${state.at + 1} of ${steps.length}`;
  at("set").textContent = `set ${step.set} of ${step.sets}`;
  at("pause").textContent = state.left === null ? "Pause" : "Go on";
  const left = remaining();
  if (state.phase === "rest") {
    at("rest").textContent = Math.ceil(left / 1000);
    at("then").textContent = `Then ${step.name}, ${sideOf(step)}${step.amount} ${step.unit}`;
    at("next").textContent = "Next";
    if (left === 0) { cue([880], 200); work(state.at); }
    return;
  }
  at("name").textContent = step.name;
  at("side").textContent = SIDES[step.side];
  at("count").textContent = step.hold ? Math.ceil(left / 1000) : step.amount;
  at("unit").textContent = step.hold ? "seconds" : step.unit;
  at("tempo").textContent = [step.level, step.tempo].filter(Boolean).join(" · ");
  at("bar").value = 1 - left / length();
  at("next").textContent = "Next";
  if (left > 0) return;
  if (step.hold || state.hands) setDone();
  else if (!warned) { warned = true; cue([660], 100); }
}

function run() {
  overview.hidden = true;
  guide.hidden = false;
  clearInterval(ticking);
  ticking = setInterval(draw, 200);
  stayAwake();
  draw();
}

at("start").addEventListener("click", () => {
  readySound();
  state.hands = at("hands").checked;
  state.voice = at("voice").checked;
  work(0);
  run();
  at("next").focus({ preventScroll: true });
});

at("next").addEventListener("click", () => {
  readySound();
  if (state.phase === "work") setDone();
  else if (state.phase === "rest") work(state.at);
});

at("pause").addEventListener("click", () => {
  if (state.left === null) { state.left = remaining() || 1; maySleep(); }
  else { state.until = Date.now() + state.left; state.left = null; readySound(); stayAwake(); }
  keep();
  draw();
});

// What was done of it is noted; the rest of it is left out.
at("leave").addEventListener("click", () => {
  const here = steps[Math.min(state.at, steps.length - 1)].part;
  const begun = Object.keys(state.did[here.exercise] ?? {}).length > 0;
  const nextAt = steps.findIndex((step, index) => index > state.at && step.exercise !== here.exercise);
  if (begun && !state.logged[here.exercise]) log(here);
  work(nextAt === -1 ? steps.length : nextAt);
});

document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") draw(); });

document.getElementById("begin").hidden = false;
try {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  if (kept && (kept.phase === "work" || kept.phase === "rest") && kept.at < steps.length) {
    state = kept;
    run();
  }
} catch { /* begin anew */ }
