// The release timer. All time is reckoned from time stamps, so a phone that slept in between is right when it wakes.

import { send } from "./outbox.js";
import { cue, maySleep, readySound, stayAwake } from "./wake.js";

const CHANGE = 8; // seconds to change sides
const root = document.getElementById("timer");
const at = (part) => root.querySelector(`[data-part="${part}"]`);
const day = root.dataset.day;
const KEY = `underbar-release-${document.documentElement.dataset.owner ?? ""}-${day}`;
const first = root.dataset.first;
const second = first === "left" ? "right" : "left";
const planned = { left: Number(root.dataset.left), right: Number(root.dataset.right) };

// phase: ready, first, change, second, done. left: milliseconds that were left when it was paused.
let state = { phase: "ready", until: 0, left: null, did: { left: 0, right: 0 }, id: null };
let ticking = 0;

const length = (phase) => 1000 * { first: planned[first], change: CHANGE, second: planned[second] }[phase];
const side = () => (state.phase === "second" || state.phase === "change" ? second : first);
const next = { first: "change", change: "second", second: "done" };
const remaining = () => (state.left ?? Math.max(0, state.until - Date.now()));

function keep() {
  try { localStorage.setItem(KEY, JSON.stringify(state)); } catch { /* it runs all the same */ }
}

function enter(phase, from = Date.now()) {
  state.phase = phase;
  state.left = null;
  if (phase === "done") { finish(); return; }
  if (length(phase) === 0) { enter(next[phase], from); return; }
  state.until = from + length(phase);
  keep();
}

function credit(phase, milliseconds) {
  if (phase === "first") state.did[first] = Math.round(milliseconds / 1000);
  if (phase === "second") state.did[second] = Math.round(milliseconds / 1000);
}

// Everything that has ended by now, in order: after a sleep that may be both sides.
function catchUp() {
  while (state.phase !== "ready" && state.phase !== "done" && state.left === null && Date.now() >= state.until) {
    const { phase, until } = state;
    credit(phase, length(phase));
    if (phase === "first") cue([660, 660], [200, 100, 200]);
    if (phase === "change") cue([880], 200);
    if (phase === "second") cue([660, 880, 1100], [200, 100, 200, 100, 400]);
    enter(phase === "first" && planned[second] === 0 ? "done" : next[phase], until);
  }
}

function draw() {
  catchUp();
  const { phase } = state;
  root.dataset.phase = phase;
  if (phase === "ready" || phase === "done") return;
  const left = remaining();
  at("count").textContent = Math.ceil(left / 1000);
  at("side").textContent = phase === "change" ? `Change to the ${second}` : side() === "left" ? "Left" : "Right";
  at("bar").value = phase === "change" ? 1 - left / length(phase) : 1 - left / length(phase);
  at("pause").textContent = state.left === null ? "Pause" : "Go on";
  const place = phase === "first" ? "first side" : phase === "second" ? "second side" : "between the sides";
  if (at("place").textContent !== place) at("place").textContent = place;
}

function run() {
  clearInterval(ticking);
  ticking = setInterval(draw, 200);
  draw();
}

at("start").addEventListener("click", () => {
  readySound();
  stayAwake();
  cue([880], 100);
  enter(planned[first] ? "first" : "second");
  at("pause").focus({ preventScroll: true });
  run();
});

at("pause").addEventListener("click", () => {
  if (state.left === null) {
    state.left = remaining();
    maySleep();
  } else {
    state.until = Date.now() + state.left;
    state.left = null;
    readySound();
    stayAwake();
  }
  keep();
  draw();
});

at("skip").addEventListener("click", () => {
  credit(state.phase, length(state.phase) - remaining());
  enter(state.phase === "first" && planned[second] === 0 ? "done" : next[state.phase]);
  draw();
});

async function finish() {
  clearInterval(ticking);
  maySleep();
  root.dataset.phase = "done";
  keep();
  const { left, right } = state.did;
  const said = at("said");
  if (left + right === 0) {
    said.textContent = "Nothing was done, so nothing is noted.";
    at("ask").hidden = true;
    forget();
    return;
  }
  said.textContent = `Left ${left} s, right ${right} s.`;
  at("done").focus({ preventScroll: true });
  if (state.id !== null) return;
  state.id = "sending";
  const sent = await send(root.dataset.url, { day, left, right }, { label: "Release" });
  state.id = sent.id;
  keep();
  said.textContent += sent.state === "refused"
    ? ` It was not noted: ${sent.detail?.sentence ?? "the server refused it"}`
    : sent.state === "stored" ? " Noted." : " Kept on this phone; it is sent when the network is back.";
  at("ask").hidden = sent.state === "refused";
  forget();
}

function forget() {
  try { localStorage.removeItem(KEY); } catch { /* nothing was kept */ }
}

at("ask").addEventListener("change", async (event) => {
  if (!event.target.matches("input[name=discomfort]") || !state.id) return;
  const { left, right } = state.did;
  const sent = await send(
    root.dataset.url, { day, left, right, pain: event.target.value, supersedes: state.id }, { label: "Release" },
  );
  if (sent.state !== "refused") {
    state.id = sent.id;
    at("answered").textContent = "✓ Noted.";
  }
});

document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") draw(); });

// A page that was closed in the middle goes on where the time is.
try {
  const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
  if (kept && ["first", "change", "second"].includes(kept.phase)) {
    state = kept;
    run();
  }
} catch { /* begin anew */ }
root.hidden = false;
document.body.classList.add("timed");
