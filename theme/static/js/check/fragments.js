// evidence/fragments.py: a quotation taken apart: the fragments that claim to be printed, and what
// joins them. One text has several readings, from the most literal on; the first that holds is it.
import { EVIDENCE } from "../../../data/checker.js";
import { SPACE, WORD, isLower, strip } from "./characters.js";
import { BARRIER, clean, fold } from "./fold.js";
import { isNegation, isWeighty, plain, wordsOf } from "./words.js";

const S = SPACE, W = WORD;
const ELLIPSIS = `\\[[${S}]*(?:…|\\.{3,4}|\\.[${S}]\\.[${S}]\\.)[${S}]*\\]|\\([${S}]*(?:…|\\.{3,4})[${S}]*\\)`
  + `|…\\.?|\\.{3,4}|(?<![.${W}])\\.[${S}]\\.[${S}]\\.(?![${W}])|(?<=[${S}])\\.[${S}]\\.[${S}]\\.`;
const BRACKET = "\\[[^\\[\\]]*\\]";
const joints = (pattern) => new RegExp(`(${pattern})`, "u");
const JOINT = { e: joints(ELLIPSIS), b: joints(BRACKET), eb: joints(`${ELLIPSIS}|${BRACKET}`) };
const HAS = { e: new RegExp(ELLIPSIS, "u"), b: new RegExp(BRACKET, "u") };
const IS_ELLIPSIS = new RegExp(`^(?:${ELLIPSIS})$`, "u");
const CAPITAL = new RegExp(`(?<![${W}])\\[([${W}])\\](?=[${W}])`, "u");
const CAPITALS = new RegExp(CAPITAL.source, "gu");
const INFLECTED = new RegExp(`(?<![${W}'’\\-])([${W}]{2,})\\[([${W}]{1,4})\\](?![${W}'’\\-])`, "gu");
const ENDINGS = new Set(EVIDENCE.fragments.ENDINGS);
const BREAK = "\\t\\n\\r\\v\\f\\x1c-\\x1f\\x85\\u2028\\u2029";
const BREAKS = new RegExp(` *[${BREAK}][ ${BREAK}]*|  +`, "gu");
const MARKS = new Map(Object.entries(EVIDENCE.fragments.MARKS));
const { MOST_FRAGMENTS, MOST_REPLACED } = EVIDENCE.fragments;
const FOREIGN = new RegExp(EVIDENCE.fragments.FOREIGN, "u");

/** The readings of a quotation, the most literal first; none for one without a word. */
export function readings(text) {
  const written = onOneLine(text);
  const found = [];
  for (const inner of new Set([written, withoutMarks(written)])) {
    found.push(quotation([fold(inner)], [null, null]));
    for (const kinds of ["e", "b", "eb"]) {
      if ([...kinds].every((kind) => HAS[kind].test(inner))) found.push(...takenApart(inner, kinds));
    }
  }
  return found.filter((each) => each.fragments.some((fragment) => plain(fragment.text)));
}

/** The stretches of a quotation that claim to be printed, as they are written. */
export function fragmentsOf(text) {
  const inner = withoutMarks(onOneLine(text));
  return inner.replace(CAPITALS, recase).split(JOINT.eb)
    .filter((part, index) => index % 2 === 0 && plain(part))
    .map(strip).slice(0, MOST_FRAGMENTS);
}

/** Whether the words in a bracket are more than an editor may put in. */
export function refused(joint) {
  if (joint.edit === null) return false;
  const words = wordsOf(joint.edit);
  return words.length > MOST_REPLACED || FOREIGN.test(joint.edit) || !words.length || words.some(isWeighty);
}

/** Whether a bracket may stand for these printed words: few, and none that weighs. */
export function replaceable(joint, printed) {
  if (/[[\]]/.test(printed)) return false; // an edit of the source's own stays as it is
  const words = wordsOf(printed).filter(plain);
  if (joint.stem !== null) return words.length === 1 && inflects(joint.stem, plain(words[0]));
  if (joint.edit === "sic") return !words.length;
  return words.length <= MOST_REPLACED && !words.some(isWeighty);
}

function inflects(stem, word) {
  const start = stem.toLowerCase();
  const shared = word.startsWith(start) ? start.length : 0;
  return shared > 0 && isEnding(start, word.slice(shared)) && !isNegation(word);
}

/** `plan`: `s`, or `ned` with its last letter doubled. */
const isEnding = (stem, rest) => {
  const [first, ...others] = rest;
  return ENDINGS.has(rest) || (first === [...stem].at(-1) && ENDINGS.has(others.join("")));
};

/** A quotation has no lines: what breaks one is a space, other spaces stay what they are. */
export const onOneLine = (text) => strip(clean(text).replace(BREAKS, " "));

/** A quotation without the pair of marks it may have come in. */
export function withoutMarks(text) {
  const characters = [...text];
  return characters.length > 2 && MARKS.get(characters[0]) === characters.at(-1)
    ? strip(characters.slice(1, -1).join(""))
    : text;
}

function takenApart(text, kinds) {
  const edits = kinds.includes("b");
  const recased = edits
    ? text.replace(CAPITALS, recase).replace(INFLECTED, `[$1${BARRIER}$2]`)
    : text;
  const fragments = [], between = [null];
  recased.split(JOINT[kinds]).forEach((part, index) => {
    if (index % 2) {
      between.push(merged(between.pop(), jointOf(part)));
      return;
    }
    const folded = fold(part);
    if (!folded.text) return;
    fragments.push(folded);
    between.push(null);
  });
  if (!fragments.length || fragments.length > MOST_FRAGMENTS) return [];
  return [quotation(fragments, between, edits && CAPITAL.test(text))];
}

/** One reading: fragments, and `joints` one longer (before, between, after). */
const quotation = (fragments, between, recased = false) => ({
  fragments,
  joints: between,
  recased,
  edited: recased || between.some((joint) => joint !== null && joint.edit !== null),
  elided: between.some((joint) => joint !== null && joint.gap),
});

const recase = (_, letter) => (isLower(letter) ? letter.toUpperCase() : letter.toLowerCase());

function jointOf(part) {
  if (IS_ELLIPSIS.test(part)) return { gap: true, edit: null, stem: null };
  const inside = strip(part.slice(1, -1));
  const cut = inside.indexOf(BARRIER);
  if (cut < 0) return { gap: false, edit: inside, stem: null };
  const stem = inside.slice(0, cut), ending = inside.slice(cut + 1);
  const fair = isEnding(stem.toLowerCase(), ending.toLowerCase());
  return { gap: false, edit: fair ? stem + ending : "", stem };
}

function merged(one, other) {
  if (one === null) return other;
  const edits = [one.edit, other.edit].filter((edit) => edit !== null);
  return {
    gap: one.gap || other.gap,
    edit: edits.length ? edits.join(" ") : null,
    stem: other.stem || one.stem,
  };
}
