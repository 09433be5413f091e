// The pictures of the findings: drawn when the page is there, and again for another theme or width.

import { draw, onChange, theme } from "./chart.js";

for (const place of document.querySelectorAll("[data-picture]")) {
  const frame = document.createElement("div");
  const stage = document.createElement("div");
  const told = document.createElement("p");
  // Vega names its own stage after the title alone, so the words of the picture stand around it.
  frame.setAttribute("role", "img");
  frame.setAttribute("aria-label", place.dataset.says);
  told.className = "drawing";
  told.setAttribute("role", "status");
  told.textContent = "Drawing the picture …";
  frame.append(stage);
  place.append(frame, told);
  let finalize;

  const redraw = async () => {
    const asked = new URLSearchParams({ theme: theme(), width: Math.floor(stage.clientWidth) });
    const answer = await fetch(`${place.dataset.picture}?${asked}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const { spec } = await answer.json();
    finalize?.();
    ({ finalize } = await draw(stage, spec, place.dataset.vega));
    told.textContent = "";
    place.classList.add("done");
  };
  const failed = () => {
    told.textContent = "The picture could not be drawn. The numbers on this page are the same.";
    place.classList.add("done");
  };
  redraw().then(() => onChange(stage, () => redraw().catch(failed)), failed);
}

// What is still being worked out: asked after until it is there.
const waiting = document.querySelector("[data-waiting]");
const again = async () => {
  try {
    const answer = await fetch(waiting.dataset.waiting, { headers: { Accept: "application/json" } });
    if (answer.ok && (await answer.json()).ready) return location.reload();
  } catch {
    // offline for a moment: ask again
  }
  setTimeout(again, 1500);
};
if (waiting) again();
