// Returns what a reader would find wrong with the layout, one line each: text that is cut off or lies on other text,
// a page that scrolls sideways, a target that a thumb misses.
() => {
  const SLACK = 2; // pixels: letters and lines reach a little out of their boxes
  const SMALLEST = 44;
  /** @type {string[]} */
  const complaints = [];
  const shown = (/** @type {Element} */ element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const words = (/** @type {Node} */ node) => JSON.stringify(String(node.textContent).trim().replace(/\s+/g, " ").slice(0, 60));
  // For ears only: a box of a pixel, or one that is clipped away.
  const unseen = (/** @type {Element} */ element) => {
    const { clip, clipPath } = getComputedStyle(element);
    return clip !== "auto" || clipPath === "inset(50%)" || element.matches(".md-skip:not(:focus)");
  };
  const hiddenFromSight = (/** @type {Element} */ element) => {
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) if (unseen(at)) return true;
    return false;
  };
  const floats = (/** @type {Element} */ element) => {
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
      if (["fixed", "sticky"].includes(getComputedStyle(at).position)) return true;
    }
    return false;
  };

  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) complaints.push(`the page is ${scrollWidth} px wide, in ${innerWidth}`);

  /** @type {{ node: Node, box: DOMRect }[]} */
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !String(node.textContent).trim() || parent.closest("script, style, template, option") || !shown(parent)) continue;
    if (hiddenFromSight(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    if (!boxes.length) continue;
    // Scrolled out of a box that scrolls is no loss; cut by one that does not is.
    let within;
    let scrolls = false;
    for (let at = /** @type {Element | null} */ (parent); at && at !== document.documentElement; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if ([overflowX, overflowY].some((value) => ["auto", "scroll"].includes(value))) scrolls = true;
      if (!scrolls && overflowX !== "visible") within ??= at;
    }
    for (const box of boxes) {
      const cut = within?.getBoundingClientRect();
      if (cut && (box.left < cut.left - SLACK || box.right > cut.right + SLACK || box.bottom > cut.bottom + box.height / 3)) {
        complaints.push(`${words(node)} is cut off`);
        break;
      }
      if (!scrolls && (box.left < -SLACK || box.right > innerWidth + SLACK)) {
        complaints.push(`${words(node)} runs out of the page`);
        break;
      }
    }
    if (!scrolls && !floats(parent)) for (const box of boxes) lines.push({ node, box });
  }

  lines.sort((one, other) => one.box.top - other.box.top);
  lines.forEach(({ node, box }, index) => {
    for (let next = index + 1; next < lines.length && lines[next].box.top < box.bottom - 3 * SLACK; next += 1) {
      const { node: other, box: beside } = lines[next];
      const wide = Math.min(box.right, beside.right) - Math.max(box.left, beside.left);
      if (other !== node && wide > 2 * SLACK && beside.bottom > box.top + 3 * SLACK) {
        complaints.push(`${words(node)} lies on ${words(other)}`);
      }
    }
  });

  for (const target of document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")) {
    if (!shown(target) || hiddenFromSight(target)) continue;
    const style = getComputedStyle(target);
    // Within a sentence a link, or a word that shows its meaning, is as tall as its line, and may be.
    const inSentence =
      (style.display.startsWith("inline") || target.matches(".term > button")) && target.closest("p, li, dd, td, small")?.textContent.trim() !== target.textContent.trim();
    const { width, height } = (target.closest("label") ?? target).getBoundingClientRect();
    if (!inSentence && width && height && Math.min(width, height) < SMALLEST - 0.5) {
      complaints.push(`${target.tagName.toLowerCase()} ${words(target)} is ${Math.round(width)} x ${Math.round(height)} px`);
    }
  }
  return [...new Set(complaints)];
}
