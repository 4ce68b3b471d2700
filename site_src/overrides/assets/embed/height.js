// For the pages of others: makes each frame that shows a page of this site as high as that page.
// It hears of a height from the frame itself and takes it only from this site. A frame that was there before
// it is asked; nothing else is sent.
{
  const { origin } = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src);
  addEventListener("message", ({ data, origin: from, source }) => {
    if (from !== origin || !(data?.embedHeight > 0)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow !== source) continue;
      const style = getComputedStyle(frame);
      /** @type {("borderTopWidth" | "borderBottomWidth" | "paddingTop" | "paddingBottom")[]} */
      const around = ["borderTopWidth", "borderBottomWidth", "paddingTop", "paddingBottom"];
      const counted = style.boxSizing === "border-box" ? around : []; // as part of the height
      const height = counted.reduce((sum, side) => sum + Number.parseFloat(style[side]), data.embedHeight);
      frame.style.height = `${height}px`;
    }
  });
  for (const frame of document.querySelectorAll("iframe")) {
    // To any address: one not yet loaded would be an error in the console, and the question tells nothing.
    if (frame.src.startsWith(`${origin}/`)) frame.contentWindow?.postMessage("embedHeight?", "*");
  }
}
