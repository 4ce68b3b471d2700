// Typing hides what does not fit, and buttons copy an address or a frame. What is typed is not kept and not sent.

const filter = document.querySelector(".filter");
const field = filter.querySelector("input");
const status = filter.querySelector("[data-status]");
const offers = [...document.querySelectorAll("[data-offer]")];

function show() {
  const typed = field.value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const offer of offers) {
    const page = offer.closest("[data-page]").querySelector("h3").textContent;
    const words = `${page} ${offer.textContent}`.toLowerCase().match(/[\p{L}\p{N}]+/gu);
    offer.hidden = !typed.every((start) => words.some((word) => word.startsWith(start)));
  }
  for (const page of document.querySelectorAll("[data-page]")) page.hidden = !page.querySelector("[data-offer]:not([hidden])");
  status.textContent = `${offers.filter(({ hidden }) => !hidden).length} of ${offers.length} shown.`;
}

function copies(selector, textOf) {
  for (const button of document.querySelectorAll(selector)) {
    const name = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      button.textContent = name; // so that a second "Copied" is read out too
      try {
        await navigator.clipboard.writeText(textOf(button.closest("[data-offer]"))); // not there on http://
        status.textContent = button.textContent = "Copied";
      } catch {
        status.textContent = button.textContent = "Not copied";
      }
    });
  }
}

copies("[data-copy-link]", (offer) => offer.querySelector("[data-link]").href);
copies("[data-copy-frame]", (offer) => offer.querySelector("pre").textContent);
field.addEventListener("input", show);
show();
filter.hidden = false;
