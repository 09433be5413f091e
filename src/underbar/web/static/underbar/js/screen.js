// "None of these" is to be pressed only after every question was in sight.

const form = document.querySelector("[data-screen]");
const rest = form.querySelector("[data-rest]");
const open = form.querySelector("[data-open]");
const hint = form.querySelector("[data-unseen]");
const questions = [...form.querySelectorAll(".question")];
const unseen = new Set(questions);

const answered = (question) => question.querySelector(":checked") !== null;

function show() {
  const left = questions.filter((question) => !answered(question)).length;
  rest.disabled = unseen.size > 0;
  rest.textContent = left === 0 ? "Go on" : left === questions.length ? "None of these" : "None of the rest";
  open.hidden = left === 0;
  hint.hidden = unseen.size === 0;
  hint.textContent = unseen.size === 1 ? "One question has not been in sight yet." : `${unseen.size} questions have not been in sight yet.`;
}

const sight = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) {
    if (!isIntersecting) continue;
    unseen.delete(target.closest(".question"));
    sight.unobserve(target);
  }
  show();
}, { threshold: 1 });
// The row of answers of a question comes last: where that was in sight, so were its words.
for (const question of questions) sight.observe(question.querySelector(".choices"));

form.addEventListener("change", show);
show();
