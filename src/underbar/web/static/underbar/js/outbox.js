// The outbox: what the lifter tells is kept on this device first, then sent; nothing is lost in between.
//
// Every `form[data-outbox]` goes through it. On the form, bubbling events:
//   outbox:queued   { id }            it is on this device's disk (always, before anything is sent)
//   outbox:waiting  { id, why }       it could not be sent now: "network", "server" or "sign-in"
//   outbox:stored   the JSON answer   afterwards the page `then` is opened, unless the form has data-stay
//   outbox:refused  { id, status, errors, sentence }
// `data-label` on the form names the entry in the list of what waits, else its heading does.
// Code without a form calls send(url, fields).

import { addEntry, allEntries, dropEntry } from "./store.js";
import { deliver, onNews, tell } from "./sender.js";
import { iso, newId } from "./clock.js";

export { newId };

const DOUBLE_TAP = 1000; // milliseconds within which the same thing again is the same tap
const SHORT_WAIT = 4000; // what a page waits for an answer before it calls the entry queued
const LATEST = 5 * 60 * 1000;
const OURS = new Set(["csrfmiddlewaretoken", "form", "id", "at", "now"]);

const hoping = new Map(); // id → what to do with its news
const taps = new Map(); // what was sent → when
let backoff = 5000;
let timer = 0;
export let stoppedBy = "done";

/** The account whose page this is; empty where nobody is signed in. */
export const owner = () => document.documentElement.dataset.owner ?? "";

/** This account's entries on this device, waiting and refused, the oldest first. */
export async function pending() {
  return (await allEntries()).filter((entry) => entry.owner === owner());
}

/** Keep and send. Resolves with { state: "stored" | "queued" | "refused", id, detail }. */
export async function send(url, fields, { label = "", page = "", replaces = null, onKept = null } = {}) {
  const id = newId();
  const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
  const entry = {
    id, owner: owner(), url, at: iso(), label, page: page || location.pathname, state: "waiting", tries: 0,
    fields: pairs.filter(([name, value]) => !OURS.has(name) && typeof value !== "object")
      .map(([name, value]) => [name, String(value)]),
  };
  const news = new Promise((resolve) => hoping.set(id, resolve));
  await addEntry(entry);
  if (replaces) await forget(replaces);
  onKept?.(id);
  const stopped = flush().then((why) => ({ state: "queued", id, detail: { id, why } }));
  const slow = new Promise((resolve) => {
    setTimeout(resolve, SHORT_WAIT, { state: "queued", id, detail: { id, why: "network" } });
  });
  return Promise.race([news, stopped, slow]);
}

/** Throw an entry away, by its id. */
export async function forget(id) {
  for (const entry of await allEntries()) if (entry.id === id) await dropEntry(entry.seq);
  tell({ id, state: "gone" });
}

/** Try to send all that waits, now; again later where that fails. Resolves with what stopped it. */
export async function flush() {
  clearTimeout(timer);
  try {
    stoppedBy = await deliver();
    // All of the account that is signed in was sent; what is left is another account's: this page's.
    if (stoppedBy === "done" && (await pending()).some((entry) => entry.state === "waiting")) stoppedBy = "sign-in";
  } catch {
    stoppedBy = "network";
  }
  if (stoppedBy === "done") {
    backoff = 5000;
  } else if (stoppedBy !== "sign-in") {
    timer = setTimeout(flush, backoff);
    backoff = Math.min(backoff * 2, LATEST);
    askForSync();
  }
  changed();
  return stoppedBy;
}

function changed() {
  document.dispatchEvent(new CustomEvent("outbox:change"));
}

async function askForSync() {
  try {
    await (await navigator.serviceWorker?.getRegistration())?.sync?.register("outbox");
  } catch { /* the page sends it itself when it is open */ }
}

onNews((news) => {
  hoping.get(news.id)?.({ state: news.state, id: news.id, detail: { id: news.id, ...news.detail } });
  hoping.delete(news.id);
  changed();
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-outbox]");
  if (!form || event.defaultPrevented || !("indexedDB" in globalThis)) return;
  event.preventDefault();
  const { submitter } = event;
  const fields = [...new FormData(form)];
  if (submitter?.name) fields.push([submitter.name, submitter.value]);
  const url = new URL(submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "", location.href);
  sendForm(form, url.pathname + url.search, fields);
});

async function sendForm(form, url, fields) {
  const what = JSON.stringify([url, fields.filter(([name]) => !OURS.has(name))]);
  const now = performance.now();
  if (now - (taps.get(what) ?? -Infinity) < DOUBLE_TAP) return;
  taps.set(what, now);
  clearErrors(form);
  const label = form.dataset.label ?? document.querySelector("h1")?.textContent.trim() ?? document.title;
  const say = (name, detail) =>
    form.dispatchEvent(new CustomEvent(`outbox:${name}`, { bubbles: true, cancelable: true, detail }));
  let result;
  try {
    result = await send(url, fields, {
      label, replaces: form.dataset.corrects ?? null, onKept: (id) => {
        delete form.dataset.corrects;
        say("queued", { id });
      },
    });
  } catch {
    // This device keeps nothing (private browsing, a full disk): send it as any form is sent.
    for (const [name, value] of fields) if (!form.elements[name]) form.append(hidden(name, value));
    form.submit();
    return;
  }
  if (result.state === "queued") {
    hoping.set(result.id, (late) => finish(form, say, late));
    if (result.detail.why !== "done") say("waiting", result.detail);
  } else {
    finish(form, say, result);
  }
}

function hidden(name, value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}

function finish(form, say, { state, detail }) {
  if (state === "stored") {
    const goOn = say("stored", detail);
    const off = detail.clock_off_minutes ? [clockSentence(detail.clock_off_minutes)] : [];
    const warnings = [...off, ...(detail.warnings ?? [])];
    if ("stay" in form.dataset || !goOn) {
      for (const warning of warnings) note("warning", warning);
      document.dispatchEvent(new CustomEvent("outbox:note"));
      return;
    }
    if (detail.said) note("success", detail.said);
    for (const warning of warnings) note("warning", warning);
    const to = new URL(detail.then, location.href);
    location.assign(to);
    // An address that differs in its fragment alone would not load anew.
    if (to.pathname + to.search === location.pathname + location.search) location.reload();
  } else if (state === "refused") {
    form.dataset.corrects = detail.id;
    if (say("refused", detail)) showErrors(form, detail);
  }
}

/** What the device's clock has to do with it, where it is more than a little off. */
export function clockSentence(minutes) {
  const size = Math.abs(minutes);
  const far = size >= 2 * 1440 - 60 ? `${Math.round(size / 1440)} days`
    : size >= 120 ? `${Math.round(size / 60)} hours` : `${size} minutes`;
  return `The clock of this device is ${far} ${minutes > 0 ? "ahead" : "behind"}. `
    + "What you sent was put at its right time.";
}

/** A sentence for the next page, or for this one where `outbox:note` is dispatched after it. */
export function note(kind, text) {
  const notes = JSON.parse(sessionStorage.getItem("underbar-notes") ?? "[]");
  sessionStorage.setItem("underbar-notes", JSON.stringify([...notes, { kind, text }]));
}

/** A refused entry that is to be corrected comes back into its form: /page/#again-ID. */
async function bringBack() {
  const id = location.hash.match(/^#again-(.+)$/)?.[1];
  if (id && document.readyState !== "complete") await new Promise((loaded) => addEventListener("load", loaded));
  const entry = id && (await pending()).find((kept) => kept.id === id);
  if (!entry) return;
  const forms = [...document.querySelectorAll("form[data-outbox]")];
  const form = forms.find((found) => new URL(found.getAttribute("action") ?? "", location.href).pathname === entry.url)
    ?? forms.find((found) => entry.fields.some(([name]) => found.elements.namedItem(name)));
  if (!form) return;
  form.dataset.corrects = id;
  for (const input of form.elements) {
    if (input.type === "radio" || input.type === "checkbox") {
      input.checked = entry.fields.some(([name, value]) => name === input.name && value === input.value);
    } else if (input.type !== "hidden" && input.name) {
      input.value = entry.fields.find(([name]) => name === input.name)?.[1] ?? input.value;
    }
  }
  const day = entry.fields.find(([name]) => name === "day")?.[1];
  const detail = { id, status: entry.status, errors: entry.errors, sentence: entry.sentence, day };
  if (form.dispatchEvent(new CustomEvent("outbox:refused", { bubbles: true, cancelable: true, detail }))) {
    showErrors(form, detail);
  }
}

function clearErrors(form) {
  for (const shown of form.querySelectorAll("[data-outbox-error]")) shown.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  for (const place of form.querySelectorAll("[data-error-for], .errors")) {
    place.replaceChildren();
    place.hidden = true;
  }
}

function showErrors(form, { errors = {}, sentence = "" }) {
  const left = sentence ? [sentence] : [];
  for (const [field, messages] of Object.entries(errors)) {
    const place = form.querySelector(`[data-error-for="${CSS.escape(field)}"]`);
    if (place) say(place, messages);
    else left.push(...messages);
    for (const input of form.querySelectorAll(`[name="${CSS.escape(field)}"]`)) {
      input.setAttribute("aria-invalid", "true");
    }
  }
  if (left.length) {
    let place = form.querySelector(".errors");
    if (!place) {
      place = document.createElement("div");
      place.dataset.outboxError = "";
      form.prepend(place);
    }
    say(place, left);
  }
  form.querySelector("[role=alert]")?.scrollIntoView({ block: "center" });
  form.querySelector('[aria-invalid="true"]')?.focus({ preventScroll: true });
}

function say(place, messages) {
  place.hidden = false;
  place.classList.add("wrong");
  place.setAttribute("role", "alert");
  place.replaceChildren(...messages.map((message) => {
    const line = document.createElement("p");
    line.textContent = message;
    return line;
  }));
}

bringBack();
