// For the pages of others: makes each frame that shows a page of this site as high as that page.
// It hears of a height from the frame itself, takes it only from this site, and sends nothing.
{
  const { origin } = new URL(document.currentScript.src);
  addEventListener("message", ({ data, origin: from, source }) => {
    if (from !== origin || !(data?.embedHeight > 0)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === source) frame.style.height = `${data.embedHeight}px`;
    }
  });
}
