// What kind of character one is, as the Python that built the site has it: a browser's Unicode may
// be newer. Texts here are JavaScript's own, so offsets count UTF-16 units; where a rule counts or
// looks at characters, these functions step over whole ones.
import { CLASSES } from "../../../data/checker.js";

// Contents of a character class, to be put between square brackets.
export const SPACE = CLASSES.space;
export const ALNUM = CLASSES.alnum;
export const WORD = `${CLASSES.alnum}_`;

const one = (members) => {
  const pattern = new RegExp(`^[${members}]$`, "u");
  return (character) => pattern.test(character);
};

export const isSpace = one(CLASSES.space);
export const isAlnum = one(CLASSES.alnum);
export const isAlpha = one(CLASSES.alpha);
export const isDigit = one(CLASSES.digit);
export const isNumeric = one(CLASSES.numeric);
export const isLower = one(CLASSES.lower);
export const isUpper = one(CLASSES.upper);
export const isMark = one(CLASSES.mark);
export const isCombining = one(CLASSES.combining);

const SPACES = new RegExp(`[${SPACE}]+`, "u");
const ENDS = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "gu");
const END = new RegExp(`[${SPACE}]+$`, "u");
const START = new RegExp(`^[${SPACE}]+`, "u");

export const split = (text) => text.split(SPACES).filter(Boolean);
export const strip = (text) => text.replace(ENDS, "");
export const rstrip = (text) => text.replace(END, "");
export const lstrip = (text) => text.replace(START, "");

// The second half of a pair: no character starts here.
const low = (text, index) => (text.charCodeAt(index) & 0xfc00) === 0xdc00;

/** The character that starts at an index; "" beyond the text. */
export const at = (text, index) =>
  index < 0 || index >= text.length ? "" : String.fromCodePoint(text.codePointAt(index));

/** The character that ends at an index; "" at the start. */
export const before = (text, index) => {
  const start = back(text, index, 1);
  return start === index ? "" : at(text, start);
};

/** The index `count` characters further back, or the start. */
export const back = (text, index, count) => {
  let to = index;
  for (let left = count; left > 0 && to > 0; left -= 1) to -= low(text, to - 1) && to > 1 ? 2 : 1;
  return to;
};

/** The index `count` characters further on, or the end. */
export const ahead = (text, index, count) => {
  let to = index;
  for (let left = count; left > 0 && to < text.length; left -= 1) to += low(text, to + 1) ? 2 : 1;
  return to;
};

/** Text without the characters of a set at its ends, as Python strips them. */
export const lstripOf = (text, set) => {
  let start = 0;
  while (start < text.length && set.includes(text[start])) start += 1;
  return text.slice(start);
};
export const rstripOf = (text, set) => {
  let end = text.length;
  while (end > 0 && set.includes(text[end - 1])) end -= 1;
  return text.slice(0, end);
};

/** The least index whose item is greater than `value` (`bisect_right`). */
export const bisectRight = (items, value, key = (item) => item) => {
  let from = 0, to = items.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (value < key(items[middle])) to = middle;
    else from = middle + 1;
  }
  return from;
};
