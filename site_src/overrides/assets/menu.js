// Menu and search open and shut by boxes that Material keeps out of sight: these buttons tick them, for whoever has no mouse.

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-toggle]"))) {
  const named = /** @type {Record<string, string>} */ (button.dataset);
  const box = /** @type {HTMLInputElement} */ (document.getElementById(named.toggle));
  const inside = /** @type {HTMLElement} */ (document.querySelector(named.inside));
  const shut = () => {
    if (box.checked) box.click();
  };
  button.addEventListener("click", () => box.click());
  box.addEventListener("change", () => {
    button.setAttribute("aria-expanded", String(box.checked));
    if (!box.checked) return;
    // What opens lies on what would have the focus next.
    const stops = [.../** @type {NodeListOf<HTMLElement>} */ (inside.querySelectorAll("a, input"))];
    if (!inside.contains(document.activeElement)) stops.find((stop) => stop.checkVisibility({ visibilityProperty: true }))?.focus();
  });
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !box.checked) return;
    box.click();
    button.focus();
  });
  // What lies over the page shuts when the focus goes on to the page, and is not there when its reader comes back.
  addEventListener("focusin", ({ target }) => {
    if (target !== button && target !== box && !inside.contains(/** @type {Node} */ (target))) shut();
  });
  addEventListener("pagehide", () => {
    // Material opens the search when its field gets the focus, as one does that still has it when the page comes back.
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && inside.contains(activeElement)) activeElement.blur();
    shut();
  });
}

const search = document.querySelector(".md-search");
if (search) {
  const field = /** @type {HTMLInputElement} */ (search.querySelector("input"));
  const result = /** @type {HTMLElement} */ (search.querySelector(".md-search-result"));
  const none = /** @type {HTMLElement} */ (search.querySelector(".md-search-result__none"));
  const results = /** @type {HTMLElement} */ (search.querySelector(".md-search-result__list"));
  // Material writes how many results there are, and then the results, which only its arrow keys can reach.
  new MutationObserver(() => {
    none.hidden = field.value.trim() === "" || results.childElementCount > 0;
    for (const found of results.children) {
      const page = /** @type {HTMLElement} */ (found.querySelector("h1")).textContent;
      for (const link of found.querySelectorAll("a")) {
        const section = link.querySelector("h2")?.textContent;
        link.setAttribute("aria-label", section ? `${page}: ${section}` : page);
      }
      for (const stop of /** @type {NodeListOf<HTMLElement>} */ (found.querySelectorAll("a, summary"))) stop.tabIndex = 0;
    }
  }).observe(result, { childList: true, subtree: true });
  // At these keys Material shuts the search or takes the focus back into the field: the browser's own way leads through the results.
  addEventListener(
    "keydown",
    (event) => {
      if (search.contains(document.activeElement) && ["Tab", "Shift"].includes(event.key)) event.stopPropagation();
    },
    true,
  );
}

// Material opens the search at a single letter. Whoever speaks to their device, or has a hand that shakes, types letters that
// are not meant: outside a field they do nothing.
addEventListener(
  "keydown",
  (event) => {
    const { key, target } = event;
    const typed = key.length === 1 && key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    const field = target instanceof Element && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    if (typed && !field) event.stopPropagation();
  },
  { capture: true },
);
