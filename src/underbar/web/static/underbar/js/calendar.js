// The arrow keys go from day to day in a calendar.

const days = [...document.querySelectorAll(".calendar a")];
const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

document.querySelector(".calendar")?.addEventListener("keydown", (event) => {
  const at = days.indexOf(event.target);
  if (at < 0 || !(event.key in steps)) return;
  const next = days[at + steps[event.key]];
  if (!next) return;
  event.preventDefault();
  next.focus();
});
