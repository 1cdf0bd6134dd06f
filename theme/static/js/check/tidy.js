// What is pasted, as a digest can hold it: on one line, and without what nobody can see.
import { WORDS } from "../../../data/checker.js";
import { SPACE, WORD } from "./characters.js";
import { onOneLine } from "./fragments.js";

const HIDDEN = new RegExp(WORDS.HIDDEN, "gu");
const HYPHEN_BREAK = new RegExp(`([-‐‑])(?:(?!\\n)[${SPACE}])*\\n[${SPACE}]*`, "gu");
const BROKEN = new RegExp(WORDS.BROKEN_AT_HYPHEN.replaceAll("\\w", `[${WORD}]`), "u");

/** The words as a digest can hold them, and how many characters that nobody sees were taken out. */
export function tidied(pasted) {
  const joined = pasted.replace(/\r\n?/g, "\n").replace(HYPHEN_BREAK, "$1");
  const line = onOneLine(joined);
  const text = onOneLine(line.replace(HIDDEN, ""));
  return { text, hidden: [...line].length - [...text].length };
}

/** The word in two parts with a space after its hyphen, if there is one; "" if not. */
export const brokenWord = (text) => BROKEN.exec(text)?.[0] ?? "";
