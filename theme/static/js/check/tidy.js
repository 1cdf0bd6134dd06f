// What is pasted, as a digest can hold it: on one line, and without what nobody can see.
import { WORDS } from "../../../data/checker.js";
import { onOneLine } from "./fragments.js";

const HIDDEN = new RegExp(WORDS.HIDDEN, "gu");

/** The words as a digest can hold them, and how many characters that nobody sees were taken out. */
export function tidied(pasted) {
  const line = onOneLine(pasted);
  const text = onOneLine(line.replace(HIDDEN, ""));
  return { text, hidden: [...line].length - [...text].length };
}
