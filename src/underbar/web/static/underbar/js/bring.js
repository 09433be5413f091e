// Files that are brought in: dropped or chosen, sent with their progress; then looked at, and stored.

import { dropped } from "./folders.js";

const MB = 1_000_000;
const MOST_FILES = 50; // in one request; a folder of thousands goes in many
const MOST_BYTES = 64 * MB; // of small files in one request; a larger file goes alone
const form = document.getElementById("bring");
const look = document.getElementById("look");

if (form) sendWithProgress(form);
if (look) sayWhileBusy(look);

function sendWithProgress(form) {
  const input = form.querySelector("#file");
  const folder = form.querySelector("#folder");
  const drop = form.querySelector(".drop");
  const wrong = form.querySelector("[data-error-for=file]");
  const box = form.querySelector("[data-sending]");
  const bar = box.querySelector("progress");
  const said = box.querySelector("[data-sent]");
  const button = form.querySelector("button.main");
  let request = null;
  form.querySelector("[data-drop]").hidden = false;

  for (const kind of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", kind === "dragover");
    });
  }
  drop.addEventListener("drop", async (event) => start(await dropped(event.dataTransfer)));
  input.addEventListener("change", () => refuse(""));
  folder.addEventListener("change", () => start([...folder.files]));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    start([...input.files]);
  });
  box.querySelector("[data-stop]").addEventListener("click", () => request?.abort());

  async function start(chosen) {
    const files = chosen.filter((file) => file.size && !file.name.startsWith("."));
    const most = Number(form.dataset.mostMb);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (!files.length) return refuse("Choose a file first.");
    if (size > most * 1024 * 1024) {
      return refuse(`That is ${megabytes(size)}, and this server takes at most ${most} MB at once. Nothing was sent.`);
    }
    refuse("");
    busy(true);
    const began = performance.now();
    let token = "", sent = 0, answer = {};
    for (const batch of batches(files)) {
      answer = await send(batch, token, (loaded) => say(rate(sent + loaded, size, performance.now() - began), (sent + loaded) / size));
      if (!answer.token) {
        busy(false);
        return refuse(answer.sentence);
      }
      token = answer.token;
      sent += batch.reduce((sum, file) => sum + file.size, 0);
    }
    say("Reading what it holds …");
    follow(answer.progress, say);
    location.assign(answer.then);
  }

  function send(files, token, onProgress) {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    if (token) data.append("token", token);
    for (const file of files) data.append("file", file, file.name);
    request = new XMLHttpRequest();
    return new Promise((resolve) => {
      request.upload.addEventListener("progress", ({ loaded }) => onProgress(loaded));
      request.addEventListener("load", () => {
        const answer = read(request.responseText);
        resolve(request.status === 200 && answer.token ? answer : { sentence: answer.sentence || "The server did not take it. Nothing was stored." });
      });
      request.addEventListener("error", () => resolve({ sentence: "The connection broke. Nothing was stored: try again." }));
      request.addEventListener("abort", () => resolve({ sentence: "Stopped. Nothing was stored." }));
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.send(data);
    });
  }

  function busy(on) {
    box.hidden = !on;
    button.disabled = on;
  }

  function say(text, share) {
    said.textContent = text;
    if (share === undefined) bar.removeAttribute("value");
    else bar.value = share;
  }

  function refuse(sentence) {
    wrong.hidden = !sentence;
    wrong.replaceChildren();
    input.toggleAttribute("aria-invalid", Boolean(sentence));
    if (!sentence) return;
    const line = document.createElement("p");
    line.textContent = sentence;
    wrong.append(line);
    input.focus();
  }

  addEventListener("pageshow", () => busy(false));
}

function* batches(files) {
  let batch = [], size = 0;
  for (const file of files) {
    if (batch.length && (batch.length === MOST_FILES || size + file.size > MOST_BYTES)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(file);
    size += file.size;
  }
  if (batch.length) yield batch;
}

function sayWhileBusy(form) {
  const box = form.querySelector("[data-working]");
  const bar = box.querySelector("progress");
  const line = box.querySelector("[data-busy]");
  let stop = null;
  form.addEventListener("submit", (event) => {
    if (stop) return event.preventDefault();
    box.hidden = false;
    line.textContent = event.submitter?.value === "store" ? "Storing …" : "Reading …";
    stop = follow(form.dataset.progress, (text, share) => {
      line.textContent = text;
      bar.value = share;
    });
  });
  addEventListener("pageshow", () => {
    stop?.();
    stop = null;
    box.hidden = true;
  });
}

// Asks twice a second how far the work is, while the browser waits for the next page; at most for ten minutes.
function follow(url, say) {
  let left = 1200;
  const timer = setInterval(async () => {
    if (--left < 0) return clearInterval(timer);
    try {
      const answer = await fetch(url, { headers: { Accept: "application/json" } });
      if (answer.status !== 200) return;
      const { said, share } = await answer.json();
      say(said, share);
    } catch {
      // The page is about to go, or the connection is: the next page says what came of it.
    }
  }, 500);
  return () => clearInterval(timer);
}

function rate(loaded, total, ms) {
  const sent = `${megabytes(loaded)} of ${megabytes(total)}`;
  if (ms < 1000 || !loaded) return sent;
  const left = Math.ceil((total - loaded) / (loaded / ms) / 1000);
  return `${sent} · ${megabytes((loaded / ms) * 1000)} a second · ${duration(left)} left`;
}

function megabytes(bytes) {
  const found = bytes / MB;
  return `${found < 10 ? found.toFixed(1) : Math.round(found)} MB`;
}

const duration = (seconds) => (seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`);

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
