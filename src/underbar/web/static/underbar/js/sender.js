// Sends the outbox in the order of writing, one sender at a time for all tabs and the service worker.

import { allEntries, dropEntry, dropFact, putEntry } from "./store.js";
import { iso } from "./clock.js";

const PATIENCE = 15000; // milliseconds until a silent network counts as none
const STUCK = 8; // after so many faults of the server an entry no longer holds up those behind it

const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel("underbar-outbox") : null;
const listeners = new Set();
let chain = Promise.resolve();
if (channel) channel.onmessage = (event) => tellHere(event.data);

/** Hear what became of entries, whichever tab sent them: { id, state, ... }. */
export function onNews(listener) {
  listeners.add(listener);
}

function tellHere(news) {
  for (const listener of listeners) listener(news);
}

/** Let every tab know. */
export function tell(news) {
  tellHere(news);
  channel?.postMessage(news);
}

/** Who is signed in here, as the server says: { csrf, signed_in, owner, day, revision }; null without a network. */
export async function askSession() {
  try {
    const response = await fetch("/session.json", {
      cache: "no-store", headers: { Accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE),
    });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** Send what waits. Resolves with what stopped it: "done", "network", "server" or "sign-in". */
export function deliver() {
  if (globalThis.navigator?.locks) return navigator.locks.request("underbar-outbox", round);
  chain = chain.then(round, round);
  return chain;
}

async function round() {
  if (!(await allEntries()).some((entry) => entry.state === "waiting")) return "done";
  let session = await askSession();
  if (!session) return "network";
  if (!session.signed_in) return "sign-in";
  let faults = "done";
  const passed = new Set();
  for (;;) {
    const entry = (await allEntries()).find(
      (kept) => kept.state === "waiting" && kept.owner === session.owner && !passed.has(kept.seq),
    );
    if (!entry) return faults;
    let answer = await post(entry, session.csrf);
    if (answer?.status === 403) {
      session = await askSession(); // the token may have changed with a new sign-in
      if (!session) return "network";
      if (!session.signed_in || session.owner !== entry.owner) return "sign-in";
      answer = await post(entry, session.csrf);
    }
    if (!answer) return "network";
    if (answer.signIn || answer.status === 401 || answer.status === 403) return "sign-in";
    if (answer.status >= 500 || answer.status === 408 || answer.status === 429) {
      entry.tries = (entry.tries ?? 0) + 1;
      await putEntry(entry);
      if (entry.tries < STUCK) return "server";
      faults = "server";
      passed.add(entry.seq);
    } else if (answer.body && answer.status < 300) {
      await dropEntry(entry.seq);
      // It changes the plan: the table of before answers no more, nor does what was worked out from it.
      await dropFact("morning");
      await dropFact("plan-here");
      tell({ id: entry.id, state: "stored", detail: answer.body });
    } else if (answer.status < 400) {
      return "network"; // somebody between us and the server answers in its place
    } else {
      const { errors = {}, sentence = "" } = answer.body ?? {};
      const why = { status: answer.status, errors, sentence: sentence || plainly(answer.status, errors) };
      await putEntry({ ...entry, state: "refused", ...why });
      tell({ id: entry.id, state: "refused", detail: why });
    }
  }
}

/** The server's answer: { status, body: its JSON or null, signIn }; null where it was not reached. */
async function post(entry, csrf) {
  const body = new URLSearchParams(entry.fields);
  body.set("id", entry.id);
  body.set("at", entry.at);
  body.set("now", iso());
  try {
    const response = await fetch(entry.url, {
      method: "POST", body, redirect: "manual", cache: "no-store",
      headers: { Accept: "application/json", "X-CSRFToken": csrf },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.type === "opaqueredirect") return { status: 0, body: null, signIn: true };
    const json = (response.headers.get("Content-Type") ?? "").startsWith("application/json");
    return { status: response.status, body: json ? await response.json() : null, signIn: false };
  } catch {
    return null;
  }
}

function plainly(status, errors) {
  if (Object.keys(errors).length) return "Something in it needs a look.";
  if (status === 404) return "The page that it was for is gone.";
  if (status === 413) return "It is too long to be taken.";
  return `The server did not take it (${status}).`;
}
