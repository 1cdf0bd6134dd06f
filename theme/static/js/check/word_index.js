// evidence/word_index.py: the words of a text, where they stand, and where each is found: an index
// to explain failures.
import { SPACE, WORD } from "./characters.js";
import { compact } from "./fold.js";
import { plain } from "./words.js";

const NO_SPACE = `[^${SPACE}\\uffff]`;
// A word broken by a hyphen at the end of a line is one word.
const WORDS = new RegExp(
  `${NO_SPACE}*[${WORD}][\\-‐‑\\u00ad](?:(?!\\n)[${SPACE}])*\\n[${SPACE}]*${NO_SPACE}+|${NO_SPACE}+`, "gu",
);
const SPACES = new RegExp(`[${SPACE}]`, "gu");

export class WordIndex {
  /** The words of `text` that have a letter or a figure: `spans`, `shapes`, and `places` by key. */
  constructor(text) {
    this.spans = [];
    this.shapes = [];
    this.places = new Map();
    for (const { 0: word, index } of text.matchAll(WORDS)) {
      const shape = compact(word);
      if (!plain(shape)) continue;
      const whole = shape.replace(SPACES, ""), key = plain(whole);
      if (!this.places.has(key)) this.places.set(key, []);
      this.places.get(key).push(this.shapes.length);
      this.spans.push([index, index + word.length]);
      this.shapes.push(whole);
    }
  }
}
