// What every page runs: the outbox and its line, the service worker, sentences left by the page before.

import { flush, owner, pending, stoppedBy } from "./outbox.js";
import { onNews } from "./sender.js";
import { settle } from "./offline.js";

const line = document.getElementById("outbox");
let sent = 0;
let quiet = 0;

async function show() {
  const mine = owner() ? await pending() : [];
  const waiting = mine.filter((entry) => entry.state === "waiting").length;
  const refused = mine.length - waiting;
  if (refused) say(`${entries(refused)} ${refused === 1 ? "was" : "were"} not taken.`, "/outbox/", "Look");
  else if (waiting && stoppedBy === "sign-in") say(`Sign in to send ${entries(waiting)}.`, login(), "Sign in");
  else if (waiting && stoppedBy === "done") say(`Sending ${entries(waiting)} …`);
  else if (waiting && stoppedBy === "server") say(`The server has trouble. ${entries(waiting)} wait${waiting === 1 ? "s" : ""} here.`, "/outbox/", "Look");
  else if (waiting) say(`${entries(waiting)} wait${waiting === 1 ? "s" : ""} for the network.`, "/outbox/", "Look");
  else if (sent) {
    say("Sent.");
    clearTimeout(quiet);
    quiet = setTimeout(() => { sent = 0; show(); }, 4000);
  } else line.hidden = true;
}

const entries = (count) => (count === 1 ? "1 entry" : `${count} entries`);
const login = () => `/account/login/?next=${encodeURIComponent(location.pathname)}`;

function say(text, href = "", name = "") {
  const parts = [document.createTextNode(text)];
  if (href && location.pathname !== href) {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = name;
    Object.assign(link.style, { color: "inherit", marginInlineStart: ".6em", padding: ".6em" });
    parts.push(link);
  }
  if (line.textContent !== parts.map((part) => part.textContent).join("")) line.replaceChildren(...parts);
  line.hidden = false;
}

function showNotes() {
  const notes = JSON.parse(sessionStorage.getItem("underbar-notes") ?? "[]");
  sessionStorage.removeItem("underbar-notes");
  document.getElementById("main").prepend(...notes.map(({ kind, text }) => {
    const shown = document.createElement("p");
    shown.className = `said ${kind}`;
    shown.setAttribute("role", "status");
    shown.textContent = text;
    return shown;
  }));
}

onNews((news) => { if (news.state === "stored") sent += 1; });
document.addEventListener("outbox:change", show);
document.addEventListener("outbox:queued", show);
document.addEventListener("outbox:note", showNotes);
document.addEventListener("visibilitychange", () => { if (!document.hidden) flush(); });
addEventListener("pageshow", (event) => { if (event.persisted) flush(); });

showNotes();
if (line) await show();
if (owner()) await flush();
// What was sent just now, or comes to be sent while Today is open, has its plan shown.
const renew = () => { if (sent && location.pathname === "/" && !document.hidden) location.reload(); };
renew();
addEventListener("online", () => flush().then(renew));
await settle();
