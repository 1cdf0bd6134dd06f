// evidence/words.py: words a reader must hear about when a quotation leaves them out or changes them.
import { EVIDENCE } from "../../../data/checker.js";
import { ALNUM, SPACE, isNumeric } from "./characters.js";

export const NEGATION = "negation", NUMBER = "number", GRADE = "grade", WORD = "word";

const lists = EVIDENCE.words;
const NEGATIONS = new Set(lists.NEGATIONS);
const TURNED = new RegExp(`^${lists.TURNED}`, "u");
const LESS = new RegExp(`^${lists.LESS}`, "u");
const NUMBERS = new Set(lists.NUMBERS);
const GRADES = new Set(lists.GRADES);
const WEIGHTY = new Set(lists.WEIGHTY);
const HELPING = new Set(lists.HELPING);
const INNOCENT = new Set(lists.INNOCENT);

const PARTING = new RegExp(`[${SPACE}‐‑–—/\\-]+`, "u");
const OTHERS = new RegExp(`[^${ALNUM}]+`, "gu");
const PLAIN_ALREADY = /^[a-z0-9]*$/;

/** The letters and digits of a word, in lower case: `"Good",` is `good`, `isn't` is `isnt`. */
export const plain = (word) =>
  PLAIN_ALREADY.test(word) ? word : word.replace(OTHERS, "").toLowerCase();

/** `negation`, `number`, `grade` or `word`, of one word as printed. */
export function kindOf(word) {
  const letters = plain(word);
  if (GRADES.has(letters)) return GRADE; // "inadequate" denies too, but a reader must hear of the grade
  if (isNegation(letters)) return NEGATION;
  return NUMBERS.has(letters) || hasFigure(word) ? NUMBER : WORD;
}

/** Whether a word in square brackets would change what was judged, or how much of it. */
export const isWeighty = (word) => kindOf(word) !== WORD || WEIGHTY.has(plain(word));

/** Whether a word, as `plain` gives it, denies: a word of denial, `n't`, or a prefix. */
export function isNegation(letters) {
  if (NEGATIONS.has(letters) || (letters.endsWith("nt") && HELPING.has(letters.slice(0, -2)))) {
    return true;
  }
  return (TURNED.test(letters) || LESS.test(letters)) && !INNOCENT.has(letters);
}

/** The words of a text, parted at spaces, dashes and strokes. */
export const wordsOf = (text) => text.split(PARTING).filter(Boolean);

/** Which of negation, number and grade stand in a text, in that order. */
export function kindsIn(text) {
  const found = new Set(wordsOf(text).map(kindOf));
  return [NEGATION, NUMBER, GRADE].filter((kind) => found.has(kind));
}

const hasFigure = (word) => [...word].some((each) => isNumeric(each) || "%‰£$€".includes(each));
