// The check-in made quicker: keys, the sleep stepper, sides that set the ache; and without a network
// the plan from the table on this phone.

import { fact, keepFact } from "./store.js";
import { owner, pending } from "./outbox.js";
import { deviceDay, fromCache, longDay } from "./offline.js";
import { lookUp } from "./table.js";

const root = document.querySelector(".checkin");
const form = root.querySelector("form[data-outbox]");
const late = "late" in root.dataset;
const field = (name) => form.elements.namedItem(name);
const chosen = (name) => form.querySelector(`[name="${name}"]:checked`)?.value ?? "";

function redate(day) {
  root.dataset.day = day;
  field("day").value = day;
  form.dataset.label = `Check-in of ${longDay(day)}`;
  root.querySelector("[data-long-day]").textContent = longDay(day);
  root.querySelector("[data-of-day]").remove();
  for (const seen of form.querySelectorAll('[name="seen"]')) seen.remove();
  for (const input of form.querySelectorAll("input")) {
    if (input.type === "radio" || input.type === "checkbox") input.checked = false;
    else if (input.type !== "hidden") input.value = "";
  }
  field("sleep_was").value = "";
  delete slept.dataset.device;
  slept.querySelector("[data-from]")?.remove();
  form.querySelector(".send button").textContent = "Show today";
}

// --- sleep ---

const slept = form.querySelector(".slept");
const [hours, minutes] = [field("sleep_h"), field("sleep_min")];

for (const button of slept.querySelectorAll("[data-step]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const unknown = hours.value === "";
    const now = Number(hours.value) * 60 + Number(minutes.value);
    const start = Number(slept.dataset.usual) || 7 * 60;
    const next = unknown ? start : Math.min(23 * 60 + 45, Math.max(0, now + Number(button.dataset.step)));
    hours.value = Math.floor(next / 60);
    minutes.value = String(next % 60).padStart(2, "0");
    compareSleep();
  });
}
slept.addEventListener("input", compareSleep);

function compareSleep() {
  const { device, differs, source } = slept.dataset;
  const note = slept.querySelector("[data-differs-note]");
  const typed = Number(hours.value) * 3600 + Number(minutes.value) * 60;
  note.hidden = !device || hours.value === "" || Math.abs(typed - Number(device)) <= Number(differs);
  if (!note.hidden) {
    note.textContent = `${source} has ${spoken(Number(device))}. What you typed counts, and both are shown.`;
  }
}

function spoken(seconds) {
  const whole = Math.round(seconds / 60);
  return `${Math.floor(whole / 60)} h ${String(whole % 60).padStart(2, "0")}`;
}

// --- sides told apart: the worse one is the ache ---

form.addEventListener("input", (event) => {
  if (!["left", "right"].includes(event.target.name)) return;
  const [left, right] = [field("left").value, field("right").value];
  if (left === "" || right === "") return;
  const worse = form.querySelector(`[name="ache"][value="${Math.max(Number(left), Number(right))}"]`);
  if (worse) worse.checked = true;
});
form.addEventListener("change", (event) => {
  if (event.target.name !== "ache") return;
  if (field("left").value !== "" && Math.max(field("left").value, field("right").value) !== Number(event.target.value)) {
    field("left").value = field("right").value = "";
  }
});

// --- keys ---

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input:not([type=radio], [type=checkbox]), select, textarea")) return;
  if (event.key === "Enter") {
    if (event.target.matches("a, button, summary")) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector(".send button"));
    return;
  }
  const [name, value] = /^\d$/.test(event.key) ? ["ache", event.key]
    : { x: ["ache", "10"], n: ["painkiller", "no"], y: ["painkiller", "yes"] }[event.key] ?? [];
  const input = name && form.querySelector(`[name="${name}"][value="${value}"]`);
  if (!input) return;
  event.preventDefault();
  input.checked = true;
  input.focus();
  input.dispatchEvent(new Event("change", { bubbles: true }));
});

// --- nothing is asked for by a browser's bubble that hides behind the button ---

form.addEventListener("submit", (event) => {
  const missing = ["ache", "painkiller"].filter((name) => !chosen(name));
  for (const name of ["ache", "painkiller"]) {
    const place = form.querySelector(`[data-error-for="${name}"]`);
    place.hidden = chosen(name) !== "";
    place.className = "wrong";
    place.setAttribute("role", "alert");
    place.textContent = place.hidden ? "" : name === "ache"
      ? "Say how much it aches; 0 is none." : "Say whether you took a painkiller in the last 24 hours.";
  }
  if (!missing.length) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  form.querySelector(`[name="${missing[0]}"]`).focus();
});

// --- a page of another day: what was typed stays, and can be sent for either ---

form.addEventListener("outbox:refused", async (event) => {
  if (event.detail.status !== 409) return;
  const was = event.detail.day ?? field("day").value;
  const today = (await fact("session"))?.day ?? (await deviceDay());
  const offer = form.querySelector("[data-right-day]");
  const button = offer.querySelector("button");
  offer.hidden = false;
  offer.querySelector("p").textContent = today ? `Send below for today, ${longDay(today)}, or:` : "";
  button.textContent = `Send it for ${longDay(was)}`;
  button.setAttribute("formaction", `/checkin/${was}/`);
  if (today) {
    field("day").value = today;
    if (root.dataset.day !== today) for (const seen of form.querySelectorAll('[name="seen"]')) seen.remove();
  }
});

// --- kept here while the network is away: the plan from last night's table, or why it waits ---

form.addEventListener("outbox:waiting", async (event) => {
  const place = document.getElementById("plan-here");
  const table = late ? null : await fact("morning");
  const others = (await pending()).filter((entry) => entry.id !== event.detail.id);
  const found = table?.owner === owner() && !others.length
    ? lookUp(table, root.dataset.day, answers(), await offset()) : null;
  place.replaceChildren();
  if (found) {
    await keepPlan(found);
    place.innerHTML = found.html;
    const line = paragraph("Worked out on this phone from last night’s table. "
      + "Your answers are kept, and are sent when the network returns.");
    line.className = "said";
    place.prepend(line);
    document.querySelector("[data-as-of-line]")?.remove();
  } else {
    const words = late ? "It will be sent when the network returns."
      : others.length ? "Something else on this phone is not sent yet, and it may change today’s plan."
        : "This phone has no table that covers these answers.";
    place.append(heading("Kept. The plan waits for the network."), paragraph(words),
      paragraph("Until then: what your last plan had of release, and a walk. Your answers are not lost."),
      link("/release/", "Release timer"));
  }
  // Sent again, these answers correct the ones that wait.
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "seen", value: event.detail.id }));
  const change = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "Change an answer" });
  change.addEventListener("click", () => asking(true));
  place.append(change);
  asking(false);
  place.tabIndex = -1;
  scrollTo(0, 0);
  place.focus({ preventScroll: true });
});

/** Shows the questions, or what came of the answers in their place. */
function asking(shown) {
  for (const part of root.children) part.hidden = part.id === "plan-here" ? shown : !shown;
}

function answers() {
  const [left, right] = [field("left").value, field("right").value];
  const ache = Number(chosen("ache"));
  const apart = ache && left !== "" && right !== "";
  const touched = `${hours.value}:${minutes.value.padStart(2, "0")}` !== field("sleep_was").value;
  return {
    ache,
    side: !ache ? "" : !apart ? chosen("side") : left === right ? "both" : Number(left) > Number(right) ? "left" : "right",
    stiff: chosen("stiff"),
    painkiller: chosen("painkiller") === "yes",
    sleep: hours.value !== "" && touched ? Number(hours.value) * 60 + Number(minutes.value) : null,
    flare: field("flare").checked,
    ill: field("ill").checked,
    woke: chosen("woke"),
    wokeAt: field("woke_at")?.value ?? "",
    seen: form.querySelectorAll('[name="seen"]').length,
  };
}

const offset = async () => (await fact("session"))?.offset ?? 0;

/** Today and the gym page show it too while the network is away. */
async function keepPlan({ html, gym }) {
  const { owner: whose, day, day_ends: ends, offset: ahead } = await fact("session");
  const until = Date.parse(ends) - ahead + Date.parse(root.dataset.day) - Date.parse(day);
  await keepFact("plan-here", { owner: whose, day: root.dataset.day, html, gym, until });
}

function heading(text) {
  return Object.assign(document.createElement("h2"), { textContent: text });
}

function paragraph(text) {
  return Object.assign(document.createElement("p"), { textContent: text });
}

function link(href, text) {
  return Object.assign(document.createElement("a"), { href, textContent: text, className: "button" });
}

// A page that this phone kept may be of another morning: it asks anew, for this one.
if (fromCache() && !late) {
  const day = await deviceDay();
  if (day && day !== root.dataset.day) redate(day);
}

// A page left open overnight is not yesterday's.
document.addEventListener("visibilitychange", async () => {
  if (document.hidden || late) return;
  const day = await deviceDay();
  if (!day || day <= root.dataset.day) return;
  if (navigator.onLine) location.reload();
  else redate(day);
});
