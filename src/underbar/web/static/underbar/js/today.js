// Today answers a tap where it was made: the plan is asked for again, and the page stays where it is.

const plan = document.getElementById("plan");

async function again() {
  const answer = await fetch(`${location.pathname}?part`, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  if (!answer.ok || answer.redirected) { location.reload(); return; }
  const html = await answer.text();
  // What is open stays open, and what was chosen in it stays chosen.
  const open = [...plan.querySelectorAll("details[open]")].map(place);
  const chosen = [...plan.querySelectorAll(".per-side input:checked")].map((input) => [home(input), input.name, input.value]);
  const focus = home(document.activeElement);
  plan.innerHTML = html;
  for (const [id, index] of open) within(id).querySelectorAll("details")[index]?.setAttribute("open", "");
  for (const [id, name, value] of chosen) {
    const input = within(id).querySelector(`.per-side input[name="${name}"][value="${value}"]`);
    if (input) input.checked = true;
  }
  if (focus) document.getElementById(focus)?.querySelector(".act button, .act a, summary")?.focus({ preventScroll: true });
}

const home = (element) => element?.closest?.("[id^=item-]")?.id ?? "";
const within = (id) => document.getElementById(id) ?? plan;

function place(details) {
  const id = home(details);
  return [id, [...within(id).querySelectorAll("details")].indexOf(details)];
}

document.addEventListener("outbox:stored", (event) => {
  if (event.target instanceof Element && plan.contains(event.target)) again().catch(() => location.reload());
});

function mark(event, words) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !plan.contains(form)) return;
  const button = form.querySelector("button");
  if (!button) return;
  button.disabled = true;
  button.textContent = words;
}

document.addEventListener("outbox:queued", (event) => mark(event, "✓"));
document.addEventListener("outbox:waiting", (event) => mark(event, "✓ kept"));
document.addEventListener("outbox:refused", (event) => {
  if (event.target instanceof Element && plan.contains(event.target)) {
    for (const button of event.target.querySelectorAll("button")) { button.disabled = false; button.textContent = "Try again"; }
  }
});

// A page that comes back the next morning is not yesterday's.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && navigator.onLine && !document.querySelector("form:focus-within")) {
    again().catch(() => {});
  }
});
