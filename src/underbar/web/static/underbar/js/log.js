// The log: an address with a kind in it opens that kind, under its first field.

function open() {
  const asked = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!(asked instanceof HTMLDetailsElement)) return;
  asked.open = true;
  asked.scrollIntoView({ block: "start" });
}

addEventListener("hashchange", open);
open();
