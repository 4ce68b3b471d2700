// Typing hides what does not fit, and buttons copy an address or a frame, or print the questions alone. What is typed is not kept and not sent.

const filter = document.querySelector(".filter");
const field = filter.querySelector("input");
const status = filter.querySelector("[data-status]");
const offers = [...document.querySelectorAll("[data-offer]")];

function show() {
  const typed = field.value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const offer of offers) {
    const page = offer.closest("[data-page]").querySelector("h2, h3").textContent;
    const words = `${page} ${offer.textContent}`.toLowerCase().match(/[\p{L}\p{N}]+/gu);
    offer.hidden = !typed.every((start) => words.some((word) => word.startsWith(start)));
  }
  for (const page of document.querySelectorAll("[data-page]")) page.hidden = !page.querySelector("[data-offer]:not([hidden])");
  const shown = offers.filter(({ hidden }) => !hidden).length;
  status.textContent = status.dataset.count.replace("{shown}", shown).replace("{all}", offers.length);
}

function copies(selector, textOf) {
  for (const button of document.querySelectorAll(selector)) {
    const name = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      button.textContent = name; // so that the same words are read out a second time
      try {
        await navigator.clipboard.writeText(textOf(button.closest("[data-offer]"))); // not there on http://
        status.textContent = button.textContent = status.dataset.copied;
      } catch {
        status.textContent = button.textContent = status.dataset.notCopied;
      }
    });
  }
}

copies("[data-copy-link]", (offer) => offer.querySelector("[data-link]").href);
copies("[data-copy-frame]", (offer) => offer.querySelector("pre").textContent);
const questions = document.querySelector("[data-print]");
questions.addEventListener("click", () => {
  addEventListener("afterprint", () => document.body.classList.remove("questions-only"), { once: true });
  document.body.classList.add("questions-only");
  print();
});
questions.hidden = false;
field.addEventListener("input", show);
show();
filter.hidden = false;
