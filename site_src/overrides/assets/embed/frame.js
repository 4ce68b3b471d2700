// Tells the page around the frame how high this page is, and nothing else, so it may be any page.

new ResizeObserver(() => {
  parent.postMessage({ embedHeight: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
}).observe(document.body);
