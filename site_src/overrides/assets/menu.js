// Menu and search open and shut by boxes that Material keeps out of sight: these buttons tick them, for whoever has no mouse.

for (const button of document.querySelectorAll("[data-toggle]")) {
  const box = document.getElementById(button.dataset.toggle);
  button.addEventListener("click", () => box.click());
  box.addEventListener("change", () => {
    button.setAttribute("aria-expanded", String(box.checked));
    if (!box.checked) return;
    // What opens lies on what would have the focus next.
    [...document.querySelectorAll(button.dataset.first)].find((element) => element.checkVisibility({ visibilityProperty: true }))?.focus();
  });
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !box.checked) return;
    box.click();
    button.focus();
  });
}
