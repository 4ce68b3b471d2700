// Tells the page around the frame how high this page is, and nothing else, so it may be any page.

function tell() {
  parent.postMessage({ embedHeight: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
}

new ResizeObserver(tell).observe(document.body);
// height.js may have come too late to hear of it.
addEventListener("message", ({ data }) => data === "embedHeight?" && tell());
