// The app without a network: the service worker, what this phone keeps of the account, pages seen before.

import { dropFact, fact, keepFact } from "./store.js";
import { askSession } from "./sender.js";
import { clock } from "./clock.js";

const DAY = 24 * 3600 * 1000;
const WARM_EVERY = 10 * 60 * 1000;
const page = document.documentElement;
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December"];

/** When this page came from the server, where this phone had kept it; null for one that is fresh. */
export function fromCache() {
  return page.dataset.asOf ? new Date(page.dataset.asOf) : null;
}

/** The lifter's day now, as the server last told it and this clock counts on; null where it never did. */
export async function deviceDay() {
  const session = await fact("session");
  if (!session?.day_ends) return null;
  const past = Date.now() + session.offset - Date.parse(session.day_ends);
  const day = new Date(`${session.day}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + (past < 0 ? 0 : Math.floor(past / DAY) + 1));
  return day.toISOString().slice(0, 10);
}

/** `Thursday 5 March 2026` for 2026-03-05. */
export function longDay(iso) {
  const day = new Date(`${iso}T12:00:00Z`);
  return `${WEEKDAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** Bring what this phone keeps up to date; say how old a kept page is. */
export async function settle() {
  const kept = fromCache();
  if (kept) await tellAge(kept);
  const session = await askSession();
  if (!session) return;
  if (!session.signed_in) {
    await forget();
    return;
  }
  const before = await fact("session");
  if (before && before.owner !== session.owner) await forget();
  const { owner, day, day_ends, revision } = session;
  await keepFact("session", { owner, day, day_ends, revision, offset: Date.parse(session.now) - Date.now() });
  await keepTable(session);
  await warm(session, before);
}

/** The plan for each answer of the mornings ahead, fetched again when the diary has changed. */
async function keepTable({ owner, revision, day }) {
  const table = await fact("morning");
  if (table?.owner === owner && table.revision === revision && table.asked === day) return;
  await dropFact("morning");
  try {
    const response = await fetch("/morning.json", { cache: "no-store", headers: { Accept: "application/json" } });
    const found = response.ok ? await response.json() : null;
    if (found?.owner === owner && found.revision === revision) await keepFact("morning", { ...found, asked: day });
  } catch { /* the next page asks again */ }
}

async function warm(session, before) {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register("/sw.js", { type: "module" }).catch(() => null);
  if (!registration) return;
  const ready = await navigator.serviceWorker.ready;
  const last = (await fact("warmed")) ?? { at: 0 };
  const fresh = last.owner === session.owner && last.day === session.day && Date.now() - last.at < WARM_EVERY;
  if (fresh || (before?.revision === session.revision && last.owner === session.owner && last.day === session.day)) return;
  await keepFact("warmed", { owner: session.owner, day: session.day, at: Date.now() });
  ready.active?.postMessage({ type: "warm", owner: session.owner });
}

/** Drop the pages and facts of whoever was signed in; what they have not sent yet stays. */
export async function forget() {
  for (const name of ["session", "morning", "plan-here", "warmed"]) await dropFact(name);
  if (!("caches" in globalThis)) return;
  for (const name of await caches.keys()) if (name.startsWith("pages-")) await caches.delete(name);
}

async function tellAge(kept) {
  const today = await deviceDay();
  const seen = `${kept.getFullYear()}-${two(kept.getMonth() + 1)}-${two(kept.getDate())}`;
  const when = seen === today ? clock(kept) : `${WEEKDAYS[kept.getDay()]} ${clock(kept)}`;
  const line = document.createElement("p");
  line.className = "said warning";
  line.dataset.asOfLine = "";
  line.textContent = page.dataset.worked
    ? "Worked out on this phone from last night’s table. There is no network."
    : `As of ${when}. There is no network; what you note is kept here and sent later.`;
  if (!page.dataset.worked && seen !== today && location.pathname === "/") {
    const link = Object.assign(document.createElement("a"), { href: "/checkin/", textContent: "Check in" });
    line.append(" ", link);
  }
  document.getElementById("main").prepend(line);
  if (!today || location.pathname.startsWith("/checkin/")) return;
  // What is noted on a page of another day is of the day on which it is noted.
  for (const field of document.querySelectorAll('form[data-outbox] input[name="day"]')) field.value = today;
}

function two(number) {
  return String(number).padStart(2, "0");
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const path = new URL(form.getAttribute("action") ?? "", location.href).pathname;
  if (path.startsWith("/account/logout")) forget();
});
