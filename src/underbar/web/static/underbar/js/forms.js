// A form that came back with errors: the first field that needs another look is in focus. And a time
// zone that nobody has typed yet is the browser's own.

const wrong = document.querySelector("[aria-invalid=true], .errorlist");
if (wrong) {
  const field = wrong.matches("[aria-invalid=true]")
    ? wrong
    : wrong.closest("fieldset, .field, form")?.querySelector("input:not([type=hidden]), select, textarea");
  field?.focus();
}

for (const field of document.querySelectorAll("[data-zone]")) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!field.value && zone) field.value = zone;
}

for (const copy of document.querySelectorAll("[data-copy]")) {
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent.trim());
    copy.textContent = "Copied";
  });
}
