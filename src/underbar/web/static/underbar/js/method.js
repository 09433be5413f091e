// A page of the method: a number that was set, and the thread, of which nothing is loaded before it is asked for.

// The number that a link leads to stands open.
const asked = location.hash.startsWith("#p-") && document.getElementById(location.hash.slice(1))?.querySelector("details");
if (asked) asked.open = true;

const box = document.querySelector("[data-discussion]");
const button = box?.querySelector("button");
const status = box?.querySelector("[role=status]");

function load() {
  const nonce = box.nonce;
  const thread = document.createElement("hyvor-talk-comments");
  thread.setAttribute("website-id", box.dataset.website);
  thread.setAttribute("page-id", box.dataset.page);
  const theme = document.documentElement.dataset.theme;
  thread.setAttribute("colors", theme === "system" ? "os" : theme);
  // Hyvor's script reads the nonce for its style sheets from the attribute, which a browser empties
  // once the element stands in the page.
  thread.getAttribute = (name) => (name === "nonce" ? nonce : Element.prototype.getAttribute.call(thread, name));
  thread.addEventListener("loaded", () => { status.textContent = ""; });
  const script = document.createElement("script");
  script.type = "module";
  script.src = box.dataset.script;
  script.addEventListener("error", () => {
    script.remove();
    thread.remove();
    button.hidden = false;
    status.textContent = "Hyvor could not be reached. The page itself needs nothing from there.";
  });
  button.hidden = true;
  status.textContent = "Loading from Hyvor …";
  box.append(thread, script);
}

if (button) {
  button.hidden = false;
  status.textContent = "";
  button.addEventListener("click", load);
}
