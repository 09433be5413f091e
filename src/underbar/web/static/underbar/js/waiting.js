// The list of what waits on this device: what was not taken can be corrected or thrown away.

import { flush, forget, pending } from "./outbox.js";
import { clock } from "./clock.js";

const NAMELESS = new Set(["csrfmiddlewaretoken", "seen", "day", "sleep_was"]);

async function show() {
  const entries = await pending();
  document.getElementById("nothing").hidden = entries.length > 0;
  list("refused", entries.filter((entry) => entry.state === "refused"));
  list("waiting", entries.filter((entry) => entry.state === "waiting"));
}

function list(id, entries) {
  const section = document.getElementById(id);
  section.hidden = !entries.length;
  section.querySelector("ul").replaceChildren(...entries.map(item));
}

function item(entry) {
  const made = new Date(entry.at);
  const line = element("li", "");
  const facts = entry.fields.filter(([name, value]) => value && !NAMELESS.has(name))
    .map(([name, value]) => `${name.replaceAll("_", " ")} ${value}`).join(" · ");
  line.append(element("b", entry.label || "An entry"), element("div", `${made.toDateString()}, ${clock(made)}`, "soft"),
    element("div", facts));
  if (entry.state === "refused") {
    const why = [entry.sentence, ...Object.values(entry.errors ?? {}).flat()].filter(Boolean);
    line.append(...why.map((said) => element("p", said, "wrong")));
    const row = element("div", "", "row");
    const again = element("a", "Correct it", "button");
    again.href = `${entry.page}#again-${entry.id}`;
    row.append(again, thrower(entry));
    line.append(row);
  } else {
    line.append(thrower(entry));
  }
  return line;
}

/** Throwing away takes two presses: the first one asks. */
function thrower(entry) {
  const button = element("button", "Throw away", "quiet");
  button.type = "button";
  button.addEventListener("click", async () => {
    if (button.dataset.asked) await forget(entry.id);
    else {
      button.dataset.asked = "yes";
      button.textContent = "Really throw it away";
      button.classList.add("grave");
    }
  });
  return button;
}

function element(name, text, className = "") {
  return Object.assign(document.createElement(name), { textContent: text, className });
}

document.addEventListener("outbox:change", show);
document.querySelector("[data-send-now]").addEventListener("click", flush);
show();
