// Draws a specification with Vega, under a policy that allows neither eval nor inline styles.

export const theme = () => {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

/** The view of a drawn specification; `vega` is the address of the bundle, fetched once. */
export async function draw(stage, spec, vega) {
  await import(vega);
  const { view, finalize } = await window.vegaEmbed(stage, spec, {
    actions: false,
    ast: true,
    defaultStyle: false,
    renderer: "canvas",
    tooltip: false,
  });
  return { view, finalize };
}

/** Calls `again` when the page's theme or the stage's width is another. */
export function onChange(stage, again) {
  let width = stage.clientWidth;
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(again, 150);
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", soon);
  new MutationObserver(soon).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  new ResizeObserver(() => {
    if (Math.abs(stage.clientWidth - width) < 2) return;
    width = stage.clientWidth;
    soon();
  }).observe(stage);
}
