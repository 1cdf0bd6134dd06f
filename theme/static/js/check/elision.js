// evidence/elision.py: what an ellipsis may leave out. With gaps wide enough, common words would
// prove anything.
import { EVIDENCE } from "../../../data/checker.js";
import { SPACE, at, isDigit, isLower, split, strip } from "./characters.js";
import { plain } from "./words.js";

const { WITHIN_SENTENCE, OVER_SENTENCES, LONG_FRAGMENTS } = EVIDENCE.elision;
const S = SPACE;
const SENTENCE_END = new RegExp(`[.!?][’”'")\\]]*[${S}]+(?:[^a-z${S}]|$)`, "u");
const STARTS_AT_STOP = new RegExp(`^[${S}]*[’”'")\\]]*(?:[.!?]|$)`, "u");
const ENDS_AT_STOP = new RegExp(`[.!?][’”'")\\]]*[${S}]*[‘“'"(\\[]*\\n?$`, "u"); // Python's $ is before a last line feed too

/** Whether an ellipsis may stand for `leftOut` between two fragments. `after`: what follows `other`. */
export function mayLeaveOut(one, leftOut, other, after) {
  const words = split(leftOut).length;
  const fewest = Math.min(countWords(one), countWords(other));
  let allowed = WITHIN_SENTENCE;
  if (endsSentence(leftOut)) {
    const [most, least] = OVER_SENTENCES;
    allowed = [most, least[sidesInsideOut(strip(one), leftOut, strip(other), after)]];
  }
  return [allowed, LONG_FRAGMENTS].some(([most, least]) => words <= most && fewest >= least);
}

/** Whether a sentence ends in the words left out. */
export const endsSentence = (leftOut) => SENTENCE_END.test(leftOut);

/** The words of a text that have a letter or a figure. */
export const countWords = (text) => split(text).filter(plain).length;

/** At how many sides of the gap a sentence ends, where the outer ends are within sentences. */
function sidesInsideOut(one, leftOut, other, after) {
  const startsWithin = isLower(at(one, 0)) || isDigit(at(one, 0));
  const endsWithin = !ENDS_AT_STOP.test(other) && !STARTS_AT_STOP.test(after);
  if (!(startsWithin && endsWithin)) return 0;
  const before = ENDS_AT_STOP.test(one) || STARTS_AT_STOP.test(leftOut);
  return Number(before) + Number(ENDS_AT_STOP.test(leftOut));
}
