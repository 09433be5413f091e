// A file that is brought in: dropped or chosen, sent with its progress; then looked at, and stored.

const MB = 1024 * 1024;
const form = document.getElementById("bring");
const look = document.getElementById("look");

if (form) sendWithProgress(form);
if (look) sayWhileBusy(look);

function sendWithProgress(form) {
  const input = form.querySelector("[type=file]");
  const drop = form.querySelector(".drop");
  const wrong = form.querySelector("[data-error-for=file]");
  const box = form.querySelector("[data-sending]");
  const bar = box.querySelector("progress");
  const said = box.querySelector("[data-sent]");
  const button = form.querySelector("button.main");
  form.querySelector("[data-drop]").hidden = false;

  for (const kind of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", kind === "dragover");
    });
  }
  drop.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change"));
    }
  });
  input.addEventListener("change", () => refuse(""));

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const most = Number(form.dataset.mostMb);
    const size = [...input.files].reduce((sum, file) => sum + file.size, 0);
    if (!input.files.length) return refuse("Choose a file first.");
    if (size > most * MB) {
      return refuse(`That is ${megabytes(size)}, and this server takes at most ${most} MB at once. Nothing was sent.`);
    }
    refuse("");
    send(new FormData(form));
  });

  function send(data) {
    const request = new XMLHttpRequest();
    const began = performance.now();
    busy(true);
    say("Sending …", 0);
    request.upload.addEventListener("progress", ({ loaded, total }) => say(rate(loaded, total, performance.now() - began), loaded / total));
    request.upload.addEventListener("load", () => say("Reading what it holds …"));
    request.addEventListener("load", () => {
      const answer = read(request.responseText);
      if (request.status === 200 && answer.then) return location.assign(answer.then);
      busy(false);
      refuse(answer.sentence || "The server did not take it. Nothing was stored.");
    });
    request.addEventListener("error", () => { busy(false); refuse("The connection broke. Nothing was stored: try again."); });
    request.addEventListener("abort", () => { busy(false); refuse("Stopped. Nothing was stored."); });
    box.querySelector("[data-stop]").onclick = () => request.abort();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.send(data);
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

function sayWhileBusy(form) {
  const line = form.querySelector("[data-busy]");
  const words = line.textContent;
  let tick = 0;
  form.addEventListener("submit", (event) => {
    if (tick) return event.preventDefault();
    const began = performance.now();
    const doing = event.submitter?.value === "store" ? "Storing" : "Reading";
    tick = setInterval(() => {
      line.textContent = `${doing} … ${Math.round((performance.now() - began) / 1000)} s`;
    }, 1000);
  });
  addEventListener("pageshow", () => {
    clearInterval(tick);
    tick = 0;
    line.textContent = words;
  });
}
