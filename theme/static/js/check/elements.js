// The page's elements: found by id, made with text that is always text, shown and hidden.

export const byId = (id) => document.getElementById(id);

/** An element with properties and children; a string is text, and nothing is ever read as HTML. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}

/** One of the theme's signs of proof, from the page's own template. */
export const sign = (kind) =>
  byId("check-signs").content.querySelector(`[data-sign="${kind}"] svg`).cloneNode(true);

/**
 * Takes the keyboard to an element whose start is what matters. A browser left to itself brings the
 * middle of one that is taller than a phone's screen into view, and its first line out of it.
 */
export function goTo(element) {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "start" });
}
