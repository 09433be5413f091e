// The theme switches at the tap; the server keeps it in this browser's cookie.

const form = document.querySelector("[data-theme-form]");
form.querySelector("button").hidden = true;
form.addEventListener("change", async (event) => {
  document.documentElement.dataset.theme = event.target.value;
  const response = await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" }).catch(() => null);
  if (!response) document.cookie = `theme=${event.target.value};path=/;max-age=31536000;samesite=lax`;
});
