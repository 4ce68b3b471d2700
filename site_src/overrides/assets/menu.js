// Menu and search open and shut by boxes that Material keeps out of sight: these buttons tick them, for whoever has no mouse.

for (const button of document.querySelectorAll("[data-toggle]")) {
  const box = document.getElementById(button.dataset.toggle);
  button.addEventListener("click", () => box.click());
  box.addEventListener("change", () => button.setAttribute("aria-expanded", String(box.checked)));
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !box.checked) return;
    box.click();
    button.focus();
  });
}
