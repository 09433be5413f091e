// The service worker: the app's shell from this phone, its pages from the network, and as they were last
// seen where there is none. Nothing of /account/ and nothing that is sent is ever kept.

import { fact } from "{{ store }}";
import { deliver } from "{{ sender }}";

const STATIC = "static-{{ version }}";
const SHELL = {{ shell|safe }};
const PAGES = {{ pages|safe }};
const BAR_DAY = "/gym/?shell"; // the gym page as it is on a bar day, for a plan worked out here
const AWAY = "{{ away }}";
const PATIENCE = 3500; // milliseconds until the page of before is shown instead

addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(STATIC);
    await cache.addAll(SHELL);
    await cache.add(new Request(AWAY, { credentials: "omit" }));
    await skipWaiting();
  })());
});

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("static-") && name !== STATIC) await caches.delete(name);
    }
    await clients.claim();
  })());
});

addEventListener("message", (event) => {
  if (event.data?.type === "warm") event.waitUntil(warm());
});

addEventListener("sync", (event) => {
  if (event.tag !== "outbox") return;
  event.waitUntil(deliver().then((why) => {
    if (why === "network" || why === "server") throw new Error(why); // the browser tries again
  }));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/static/")) event.respondWith(asset(request, url));
  else if (request.mode === "navigate" && !url.pathname.startsWith("/account/")) event.respondWith(page(event, url));
});

async function asset(request, url) {
  const cache = await caches.open(STATIC);
  const hashed = /\.[0-9a-f]{12}\.\w+$/.test(url.pathname);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept && hashed) return kept;
  try {
    const response = await fetch(request);
    if (response.ok && SHELL.includes(url.pathname)) cache.put(request, response.clone());
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

async function page(event, url) {
  const ours = PAGES.includes(url.pathname);
  const live = fetch(event.request).then((response) => {
    if (ours && !url.search && response.ok) event.waitUntil(keep(url.pathname, response.clone()).catch(() => {}));
    return response;
  });
  live.catch(() => {});
  const slow = new Promise((resolve) => { setTimeout(resolve, PATIENCE, null); });
  try {
    const answer = await (ours ? Promise.race([live, slow]) : live);
    if (answer) return answer;
  } catch { /* there is no network */ }
  const before = ours ? await asBefore(url.pathname) : null;
  if (before) return before;
  try {
    return await live;
  } catch {
    return (await caches.match(AWAY, { ignoreVary: true })) ?? Response.error();
  }
}

/** Keep a page for its account, which it names itself, with the time at which it was seen. */
async function keep(path, response) {
  const text = await response.text();
  const owner = text.match(/<html[^>]* data-owner="(\w+)"/)?.[1];
  if (!owner) return;
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Set-Cookie"]) headers.delete(name);
  headers.set("X-Seen", new Date().toISOString());
  const cache = await caches.open(`pages-${owner}`);
  await cache.put(path, new Response(text, { headers }));
}

/** A page as it was last seen by the account of this phone, with what was worked out here since. */
async function asBefore(path) {
  const session = await fact("session").catch(() => null);
  if (!session?.owner) return null;
  const cache = await caches.open(`pages-${session.owner}`);
  const plan = await fact("plan-here");
  const fits = plan && plan.owner === session.owner && plan.until > Date.now();
  const part = fits ? { "/": plan.html, "/gym/": plan.gym }[path] : null;
  const lifting = path === "/gym/" && part?.includes('class="steps"');
  const kept = await cache.match(lifting ? BAR_DAY : path, { ignoreVary: true });
  if (!kept) return null;
  let text = await kept.text();
  let worked = "";
  if (part && text.includes("<!--plan-->")) {
    text = text.replace(/<!--plan-->[^]*<!--\/plan-->/, () => `<!--plan-->${part}<!--/plan-->`);
    if (path === "/gym/" && !lifting) text = text.replace(/<script[^>]*\/gym\.[^>]*><\/script>/, "");
    worked = ' data-worked="here"';
  }
  text = text.replace("<html ", `<html data-as-of="${kept.headers.get("X-Seen")}"${worked} `);
  return new Response(text, { headers: kept.headers });
}

/** See every page once that must work later without a network. */
async function warm() {
  for (const path of [...PAGES, BAR_DAY]) {
    const response = await fetch(path, { redirect: "manual" }).catch(() => null);
    if (response?.ok) await keep(path, response);
  }
}
